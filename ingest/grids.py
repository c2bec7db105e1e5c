"""Tables that kept their grid are one line each, without printed numbers (trap T22)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from ingest.lines import Line, one_line

_CELL = 30  # characters; a longer cell holds words of its own: then each row is read by itself
_WIDE_CELL = 60  # in a table of payments, which says what was bought
_ROWS, _CELLS = 2, 6
_TAGGED = re.compile(r"\s*<t[dh]\b", re.I)
_SUM = re.compile(r"[£€$]\s*[\d,. ]*\d|-?\d[\d,]*\.\d\d")
_COLUMNS, _IN_SUM = re.compile(r"\s{2,}"), re.compile(r"\d\.\d\d$")


def join_grids(lines: list[Line], text: str) -> list[Line]:
    """Make the rows of each table one line, marked as a table; `text` is the source of the lines."""
    rows = _join(lines, _is_row, lambda run: len(run) >= _ROWS)
    rows = _join(rows, _is_set, _end_in_sums)
    return _join(rows, lambda line: _TAGGED.match(text, line.start) is not None, _are_payments)


def _join(
    lines: list[Line], within: Callable[[Line], bool], table: Callable[[list[Line]], bool]
) -> list[Line]:
    """Make one line of each run of lines within a grid, one below the other, that is a table."""
    out: list[Line] = []
    run: list[Line] = []
    for line in lines:
        inside = within(line)
        if run and (line.gap or not inside):
            out += _one(run) if table(run) else run
            run = []
        (run if inside else out).append(line)
    return out + (_one(run) if run and table(run) else run)


def _one(run: list[Line]) -> list[Line]:
    return [replace(one_line(run), page=run[0].page, table=True)]


def _is_row(line: Line) -> bool:
    return 0 < line.widest_cell <= _CELL and not line.log


def _is_set(line: Line) -> bool:
    """Whether blanks set the line in columns: three or more, or a name and a sum ("Clerk, May      £486.00")."""
    if line.widest_cell or line.table or len(line.bare) >= 160:
        return False
    columns = _COLUMNS.split(line.bare)
    return len(columns) > 2 or (len(columns) == 2 and _SUM.fullmatch(columns[1]) is not None)


def _are_payments(cells: list[Line]) -> bool:
    """Whether cells are those of a list of payments: one in six or more is a sum, none is a paragraph."""
    sums = sum(_SUM.fullmatch(cell.bare) is not None for cell in cells)
    return len(cells) >= _CELLS and sums * 6 >= len(cells) and max(len(c.bare) for c in cells) <= _WIDE_CELL


def _end_in_sums(rows: list[Line]) -> bool:
    """Whether rows set in columns are those of a list of payments: two in three or more end in a sum."""
    sums = sum(_IN_SUM.search(row.bare) is not None for row in rows)
    return sums > 1 and sums * 3 >= len(rows) * 2

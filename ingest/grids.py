"""Tables that kept their grid: a run of short rows, "cell | cell", is one table without printed numbers (trap T22)."""

from __future__ import annotations

from dataclasses import replace

from ingest.lines import Line, one_line

_CELL = 30  # characters; a longer cell holds words of its own: then each row is read by itself
_ROWS = 2


def join_grids(lines: list[Line]) -> list[Line]:
    """Make the rows of each table one line, marked as a table."""
    out: list[Line] = []
    run: list[Line] = []
    for line in lines:
        if run and (line.gap or not _is_row(line)):
            out += _table(run)
            run = []
        if _is_row(line):
            run.append(line)
        else:
            out.append(line)
    return out + _table(run)


def _is_row(line: Line) -> bool:
    return 0 < line.widest_cell <= _CELL


def _table(run: list[Line]) -> list[Line]:
    return run if len(run) < _ROWS else [replace(one_line(run), page=run[0].page, table=True)]

"""Rows become the lines of the text: blank lines between paragraphs, notes of the margin behind their paragraph.

A line goes on in the next where the next word would not have fitted any more: that tells a paragraph that is wrapped
from one that has ended.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from ingest.formats.pdf.lines import Row, text_width
from ingest.formats.pdf.runs import Run
from ingest.formats.pdf.tables import first_word, regions_of, table_rows

_APART = 1.22  # in usual distances of lines: a blank line
_USUAL = 1.2  # distance of lines in heights of a line where nothing tells
_WIDE = 2.6  # in heights of a line: no distance of lines within a paragraph is larger
_LARGER = 1.2  # times: type of another size is another paragraph
_INDENT = 0.8  # in heights of a line
_LEVEL = 2.0  # points
_PROSE = 30  # letters: a line of so many is running text
_FIGURE = re.compile(r"[^A-Za-z]*(?:[A-Z]{1,3}[^A-Za-z]*)?\d[^A-Za-z]*")


@dataclass(slots=True)
class Printed:
    """One line of the text. `gap`: a blank line stands before it. `row`: where it was on the page."""

    text: str
    row: Row
    gap: bool = False


def leading_of(flows: Sequence[Sequence[Row]]) -> float:
    """The distance of lines within paragraphs, in heights of a line, over all of a document."""
    steps = []
    for rows in flows:
        left, right = text_width(rows)
        for a, b in itertools.pairwise(rows):
            step = (b.y - a.y) / max(a.h, b.h)
            if a.cells[0].x1 > right - 0.12 * (right - left) and 0 < step < _WIDE and not b.opens:
                steps.append(step)
    return median(steps) if len(steps) > 2 else _USUAL


def lines_of_flow(rows: Sequence[Row], leading: float) -> list[Printed]:
    """The lines of one column, from top to bottom."""
    out: list[Printed] = []
    right = text_width(rows)[1]
    for region in regions_of(rows):
        if region.edges:
            out += [Printed(text, row) for text, row in table_rows(region)]
        else:
            out += _with_notes(region.rows, right, leading)
    for n, line in enumerate(out[1:], 1):
        before, after = out[n - 1].row, out[n + 1].row if n + 1 < len(out) else None
        line.gap = apart(before, line.row, leading) or _indented(before, line.row, after)
    return out


def _with_notes(rows: Sequence[Row], right: float, leading: float) -> list[Printed]:
    """Running text; what stands in the margin beside a paragraph comes on a line of its own after its last one."""
    out: list[Printed] = []
    notes: list[Run] = []
    wrapped = False
    for n, row in enumerate(rows):
        body, *beside = row.cells
        after = rows[n + 1] if n + 1 < len(rows) else None
        figures = [cell.text for cell in beside if _FIGURE.fullmatch(cell.text)]
        continued = after is not None and not apart(row, after, leading) and goes_on(row, after, right)
        if continued and not figures:
            notes += beside
            out.append(Printed(body.text, row))
            wrapped = True
            continue
        prose = wrapped or len(body.text) > _PROSE
        words = [*notes, *(cell for cell in beside if prose and cell.text not in figures)]
        cells = [cell.text for cell in beside if not prose or cell.text in figures]
        out.append(Printed(" | ".join([body.text, *cells]), row))
        out += [Printed(note, row) for note in _whole(words)]
        notes, wrapped = [], False
    return out


def _whole(notes: Sequence[Run]) -> list[str]:
    """The notes of a margin, those put together that are one note on several lines."""
    whole: list[str] = []
    for note in notes:
        if whole and note.text[:1].islower():
            whole[-1] += f" {note.text}"
        else:
            whole.append(note.text)
    return whole


def apart(before: Row, after: Row, leading: float) -> bool:
    """Whether more space than between lines of one paragraph parts two rows, or their types differ in size."""
    if not 1 / _LARGER < after.h / before.h < _LARGER:
        return True
    return after.y - before.y > _APART * leading * max(before.h, after.h)


def goes_on(before: Row, after: Row, right: float) -> bool:
    """Whether a row goes on with the paragraph of the row before it, as far as measure and words tell."""
    if after.opens:
        return False
    text, words = before.cells[0].text, after.cells[0].text
    if words[:1].islower():
        return not text.endswith(".") or before.cells[0].x1 + first_word(after.cells[0]) > right
    return before.cells[0].x1 + first_word(after.cells[0]) > right


def _indented(before: Row, row: Row, after: Row | None) -> bool:
    """Whether the first line of a paragraph is set in while the lines about it are not."""
    if after is None or row.opens or after.opens or before.opens:
        return False
    level = abs(before.x0 - after.x0) <= _LEVEL
    return level and _INDENT * row.h < row.x0 - after.x0 < 6 * row.h

"""Tables of a page: rows that keep the same columns of space, each row one line however its cells are wrapped."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from ingest.formats.pdf.lines import Row
from ingest.formats.pdf.runs import Run

_GUTTER = 0.5  # in heights of a line: the least space between columns that all rows keep
_APART = 1.25  # in distances of lines within the table: a new row of it begins
_SPACED = 0.3  # of the rows with cells: where so many stand apart, space parts the rows
_STRETCH = 2.6  # in heights of a line: a larger distance ends a table
_WRAPPED = 3  # lines of a cell that is running text
_BETWEEN = " | "
_LEVEL = 3.0  # points
_NOTE, _PROSE = 24, 30  # letters: what is in a note of the margin at most, and beside it at least


@dataclass(frozen=True, slots=True)
class Region:
    """Rows that follow one another; `edges` are where the columns end that all of them keep, () for running text."""

    rows: tuple[Row, ...]
    edges: tuple[float, ...] = ()


def regions_of(rows: Sequence[Row]) -> list[Region]:
    """Part the rows of a page or column into tables and running text, in order."""
    regions: list[Region] = []
    plain: list[Row] = []
    n = 0
    while n < len(rows):
        gutters, end = _extent(rows, n) if len(rows[n].cells) > 1 else ([], n + 1)
        table = rows[n:end]
        if _is_table(table, gutters):
            regions += [Region(tuple(plain))] if plain else []
            regions.append(Region(tuple(table), tuple(a for a, _ in gutters)))
            plain, n = [], end
        else:
            plain.append(rows[n])
            n += 1
    return [*regions, *([Region(tuple(plain))] if plain else [])]


def _extent(rows: Sequence[Row], first: int) -> tuple[list[tuple[float, float]], int]:
    """The gutters that the rows from `first` on keep, and where the last row with cells ends."""
    gutters = [(a.x1, b.x0) for a, b in itertools.pairwise(rows[first].cells)]
    end = first + 1
    for n in range(first + 1, len(rows)):
        if rows[n].y - rows[n - 1].y > _STRETCH * max(rows[n].h, rows[n - 1].h):
            break
        kept = [k for g in gutters if (k := _narrowed(g, rows[n]))]
        if not kept or (len(kept) < len(gutters) and len(rows[n].cells) == 1 and len(rows[n].text) > _PROSE):
            break
        gutters = kept
        if len(rows[n].cells) > 1 or rows[n].x0 > gutters[0][0]:
            end = n + 1
    return gutters, end


def _narrowed(gutter: tuple[float, float], row: Row) -> tuple[float, float] | None:
    """What a row leaves of a column of space, None if it is crossed."""
    a, b = gutter
    for cell in row.cells:
        if cell.x0 >= a:
            b = min(b, cell.x0)
        else:
            a = max(a, cell.x1)
    return (a, b) if b - a >= _GUTTER * row.h else None


def _is_table(rows: Sequence[Row], gutters: Sequence[tuple[float, float]]) -> bool:
    """At least two rows with cells, and no running text with a note in its margin."""
    several = [row for row in rows if len(row.cells) > 1]
    if len(several) < 2 or not gutters:
        return False
    if len(gutters) > 1:
        return True
    notes = median(len(row.cells[-1].text) for row in several)
    beside = [len(row.cells[0].text) for row in rows if row.x0 < gutters[0][0]]
    return not (notes <= _NOTE and beside and median(beside) > _PROSE)


def table_rows(region: Region) -> Iterator[tuple[str, Row]]:
    """Each row of the table as a line of cells, with the row of the page where it begins.

    Running text beside a title of its own keeps its lines, the title stands before it.
    """
    step = _step(region.rows)
    spaced = _is_spaced(region.rows, step)
    band: list[tuple[list[Run | None], Row]] = []
    for row in region.rows:
        cells = _in_columns(row, region.edges)
        apart = band and row.y - band[-1][1].y > _APART * step
        wraps = spaced or _wraps([line for line, _ in band], cells, region.edges)
        if band and (apart or not wraps):
            yield from _lines(band)
            band = []
        band.append((cells, row))
    yield from _lines(band)


def _lines(band: Sequence[tuple[Sequence[Run | None], Row]]) -> Iterator[tuple[str, Row]]:
    columns = [
        [cell for cell in column if cell] for column in zip(*(cells for cells, _ in band), strict=True)
    ]
    texts = [" ".join(cell.text for cell in column) for column in columns]
    title, words = _BETWEEN.join(text for text in texts[:-1] if text), texts[-1]
    prose = len(columns) == 2 and len(columns[1]) >= _WRAPPED and len(words) > 2 * len(title)
    if title and not prose:
        yield title + _BETWEEN * bool(words) + words, band[0][1]
        return
    if title:
        yield title, band[0][1]
    for cells, row in band:
        if cell := cells[-1]:
            yield cell.text, row


def _step(rows: Sequence[Row]) -> float:
    """The distance of the lines within a cell: the smallest there is."""
    return min((b.y - a.y for a, b in itertools.pairwise(rows)), default=0.0)


def _is_spaced(rows: Sequence[Row], step: float) -> bool:
    """Whether space parts the rows of the table: then a line that follows closely goes on with the row above it."""
    if median(len(row.cells[-1].text) for row in rows) <= _PROSE:
        return False
    pairs = [(a, b) for a, b in itertools.pairwise(rows) if len(b.cells) > 1]
    return sum(b.y - a.y > _APART * step for a, b in pairs) > _SPACED * len(pairs)


def _in_columns(row: Row, edges: Sequence[float]) -> list[Run | None]:
    cells: list[Run | None] = [None] * (len(edges) + 1)
    for cell in row.cells:
        column = sum(cell.x0 > edge for edge in edges)
        held = cells[column]
        if held is None:
            cells[column] = cell
        else:
            cells[column] = Run(held.text + _BETWEEN + cell.text, held.x0, cell.x1, cell.y, cell.h, held.bold)
    return cells


def _wraps(band: Sequence[Sequence[Run | None]], cells: Sequence[Run | None], edges: Sequence[float]) -> bool:
    """Whether a line goes on with the row of the table above it: a cell is left open there, or ran out of room."""
    here = [(n, cell) for n, cell in enumerate(cells) if cell]
    if any(_BETWEEN in cell.text for _, cell in here):
        return False
    above = {n: next((line[n] for line in reversed(band) if line[n]), None) for n, _ in here}
    if len(here) == 1 and cells[0] is None:
        column, cell = here[0]
        over = above[column]
        return over is not None and abs(over.x0 - cell.x0) <= _LEVEL
    if len(here) > 1 and not any(cell.text[:1].islower() for _, cell in here):
        return False
    return all(_runs_on(above[n], cell, edges[n] if n < len(edges) else cell.x1) for n, cell in here)


def _runs_on(above: Run | None, cell: Run, room: float) -> bool:
    """Whether the first word of a cell's line would not have fitted above it, or is no beginning."""
    return above is not None and (above.x1 + first_word(cell) >= room or cell.text[:1].islower())


def first_word(run: Run) -> float:
    """Width of its first word and a space, in points."""
    word = run.text.split(" ", 1)[0]
    return (len(word) + 1) / max(len(run.text), 1) * (run.x1 - run.x0)

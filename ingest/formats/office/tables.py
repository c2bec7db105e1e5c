"""A table becomes paragraphs: one that only lays out the page is unrolled, one of data keeps its rows as lines.

Minutes are often set in a table of number, text and who is to act; read row by row they are minutes again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.formats.office.flow import Paragraph, Table

_LONG = 120  # characters: past it a cell holds prose, not a datum
_FIRM = re.compile(
    r"\(?(?:\d{1,4}(?:[./]\d{1,4})+|[A-Z]{1,4}[/ -]?\d{1,4}(?:[/.-]\d{1,4})+)[.):]?"
    r"|\((?:\d{1,4}|[A-Za-z]|[ivxl]{1,6})\)|(?:\d{1,4}|[A-Za-z]|[ivxlIVXL]{1,6})[.):]"
)
_NUMBER = re.compile(rf"{_FIRM.pattern}|\d{{1,4}}")
_ACTING = re.compile(
    r"(?i)actions?\b(?: by| on| for| owner)?|(?:by )?whom\b|owner|lead(?: officer)?|responsib\w+"
)

Cell = list[Paragraph]


def unroll(table: Table) -> list[Paragraph]:
    """The paragraphs of a table in reading order."""
    rows = [[[p for p in cell if p.shown.strip()] for cell in row] for row in table.rows]
    rows = [row for row in rows if any(row)]
    if not _lays_out(rows):
        return [_line(row, tight=n > 0) for n, row in enumerate(rows)]
    acting = _acting_column(rows)
    return [paragraph for n, row in enumerate(rows) for paragraph in _unrolled(row, acting if n else {})]


def _lays_out(rows: list[list[Cell]]) -> bool:
    """Whether a table holds prose, or a column of printed numbers beside words."""
    if any(len(cell) > 1 or any(len(p.text) > _LONG for p in cell) for row in rows for cell in row):
        return True
    if max((sum(map(bool, row)) for row in rows), default=0) < 2:
        return True
    numbered = sum(_is_number(row[0], _FIRM) and any(row[1:]) for row in rows)
    return numbered * 2 >= len(rows) > 0 and numbered > 0


def _is_number(cell: Cell, pattern: re.Pattern[str] = _NUMBER) -> bool:
    """Whether a cell holds printed numbers and nothing else."""
    return bool(cell) and all(pattern.fullmatch(p.shown.strip()) is not None for p in cell)


def _acting_column(rows: list[list[Cell]]) -> dict[int, str]:
    """Columns that the first row heads "Action" or the like, with that heading."""
    head = rows[0] if all(len(cell) <= 1 for cell in rows[0]) else []
    found = {n: cell[0].text.strip(" :\n\t") for n, cell in enumerate(head) if n and cell}
    return {n: words for n, words in found.items() if _ACTING.fullmatch(words)}


def _unrolled(row: list[Cell], acting: dict[int, str]) -> Iterator[Paragraph]:
    cells = [_headed(cell, acting.get(n, "")) for n, cell in enumerate(row) if cell]
    if len(cells) > 1 and _is_number(cells[0]) and len(cells[0]) in (1, len(cells[1])):
        numbers, texts, rest = cells[0], cells[1], cells[2:]
        cells = [[*_joined(numbers, texts), *texts[len(numbers) :]], *rest]
    elif len(cells) > 1 and not acting and all(len(c) == 1 and len(c[0].text) <= _LONG for c in cells):
        yield _line(row)
        return
    for cell in cells:
        yield from cell


def _headed(cell: Cell, heading: str) -> Cell:
    """Who is to act, with the word that heads the column: alone on a line the initials would say nothing."""
    if not heading:
        return cell
    return [
        p
        if p.text.lower().lstrip().startswith(heading.lower())
        else p.with_(text=f"{heading}: {p.text.strip()}")
        for p in cell
    ]


def _joined(numbers: Cell, texts: Cell) -> Iterator[Paragraph]:
    for number, text in zip(numbers, texts, strict=False):
        yield text.with_(number="  ".join(filter(None, (number.shown.strip(), text.number))))


def _line(row: list[Cell], *, tight: bool = False) -> Paragraph:
    """A row as one line, a bar between its cells; the cells after the last that is filled are left off."""
    words = ["; ".join(" ".join(p.shown.split()) for p in cell) for cell in row]
    while len(words) > 1 and not words[-1]:
        words.pop()
    number = row[0][0].number if row[0] and row[0][0].number else ""
    if number:
        words[0] = " ".join(row[0][0].text.split())
    return Paragraph(" | ".join(words), number=number, tight=tight)

"""Runs become rows: what stands on one baseline, from left to right, in cells parted by columns of space.

A number in a column of its own belongs to the words beside it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.formats.pdf.runs import Run

_SAME_LINE, _NEAR, _CLOSE = 0.5, 0.9, 0.12  # in heights of a line
_TAB = 1.6  # in heights of a line: a wider gap parts cells wherever it stands
_TWICE = 0.3  # in heights of a line: how far apart the two prints of a bold word may be
_ALIGNED = 2.0  # points
_NUMBER = re.compile(
    r"(?:item|minute|min|no)?\.?\s?[(\[{]?"
    r"(?:[A-Z]{0,5}[./ -]?\d{1,4}(?:[./-]\w{1,5}){0,5}|[ivxl]{1,6}|[a-z])[.):\]}]{0,2}",
    re.I,
)
_BARE_LETTERS = re.compile(r"[a-zA-Z]+")
_BULLET = re.compile(r"[^\w\s\"'“‘(\[£$€+-]|[o§–—-]")


@dataclass(slots=True)
class Row:
    """One line of the page.

    Attributes:
        cells: from left to right, a printed number in one cell with its words.
        y: baseline. h: height of its type. indent: where its words begin after a number or bullet.
        opens: it begins with a number or a bullet.
    """

    cells: list[Run]
    y: float
    h: float
    indent: float
    opens: bool = False

    @property
    def x0(self) -> float:
        """Where it begins."""
        return self.cells[0].x0

    @property
    def x1(self) -> float:
        """Where it ends."""
        return self.cells[-1].x1

    @property
    def text(self) -> str:
        """Its words, cells parted as in a table."""
        return " | ".join(cell.text for cell in self.cells)

    @property
    def bold(self) -> bool:
        """All of it is."""
        return all(cell.bold for cell in self.cells)


def lines_of(runs: Iterable[Run]) -> list[list[Run]]:
    """Runs that stand on one baseline, or are raised a little from it, from top to bottom."""
    lines: list[list[Run]] = []
    for run in sorted(runs, key=lambda r: (r.y, r.x0)):
        if lines and run.y - lines[-1][0].y <= _SAME_LINE * max(run.h, lines[-1][0].h):
            lines[-1].append(run)
        else:
            lines.append([run])
    return lines


def rows_of(lines: Sequence[list[Run]]) -> list[Row]:
    """The rows that lines of runs make, in their order."""
    pieces = [_pieces(line) for line in lines]
    starts = Counter(round(piece.x0 / _ALIGNED) for row in pieces for piece in row[1:])
    columns = {place for place, n in starts.items() if n + starts[place + 1] + starts[place - 1] > 1}
    return [_row(row, columns) for row in pieces]


def _pieces(line: list[Run]) -> list[Run]:
    """The runs of a line with what is one word or one stretch of words put together, doubles dropped."""
    out: list[Run] = []
    for run in sorted(line, key=lambda r: r.x0):
        if out and run.text == out[-1].text and abs(run.x0 - out[-1].x0) < _TWICE * run.h:
            continue
        if out and (glue := _glue(out[-1], run)) is not None:
            out[-1] = _joined(out[-1], run, glue)
        else:
            out.append(run)
    return out


def _glue(left: Run, right: Run) -> str | None:
    gap, h = right.x0 - left.x1, min(left.h, right.h)
    if gap >= _NEAR * h:
        return None
    return " " if left.spaced or gap >= _CLOSE * h else ""


def _joined(left: Run, right: Run, glue: str) -> Run:
    main = left if left.x1 - left.x0 >= right.x1 - right.x0 else right
    text, x0, x1 = left.text + glue + right.text, min(left.x0, right.x0), max(left.x1, right.x1)
    return Run(text, x0, x1, main.y, main.h, left.bold and right.bold, main.turn, right.spaced)


def _row(pieces: list[Run], columns: set[int]) -> Row:
    """Cells of the pieces; `columns` are the places where pieces begin in other lines too."""
    main = max(pieces, key=lambda p: p.x1 - p.x0)
    opens, indent = False, pieces[0].x0
    if len(pieces) > 1 and _leads(pieces[0], pieces[1]):
        opens, indent = True, pieces[1].x0
        pieces = [_joined(pieces[0], pieces[1], "  "), *pieces[2:]]
    cells = pieces[:1]
    for piece in pieces[1:]:
        gap, h = piece.x0 - cells[-1].x1, min(piece.h, cells[-1].h)
        aligned = round(piece.x0 / _ALIGNED) in columns
        if gap < _TAB * h and not aligned:
            cells[-1] = _joined(cells[-1], piece, "  ")
        else:
            cells.append(piece)
    opens = opens or opens_with_number(cells[0].text)
    return Row(cells, main.y, main.h, indent, opens)


def _leads(first: Run, second: Run) -> bool:
    """Whether a piece is the number or the bullet of the one to its right."""
    text = first.text
    if len(text) > 16 or not any(c.isalpha() for c in second.text):
        return False
    if _BULLET.fullmatch(text):
        return True
    return _NUMBER.fullmatch(text) is not None and _BARE_LETTERS.fullmatch(text) is None


def opens_with_number(text: str) -> bool:
    """Whether words begin with a printed number or a bullet."""
    word, _, rest = text.partition(" ")
    if not rest:
        return False
    if _BULLET.fullmatch(word):
        return True
    return _NUMBER.fullmatch(word) is not None and not word.isalpha() and not word.isalnum()


def text_width(rows: Sequence[Row]) -> tuple[float, float]:
    """Left and right edge of the text: the places that rows keep to, stray ones left out."""
    if not rows:
        return 0.0, 0.0
    lefts, rights = sorted(r.x0 for r in rows), sorted(r.cells[0].x1 for r in rows)
    return lefts[len(lefts) // 20], rights[-1 - len(rights) // 20]

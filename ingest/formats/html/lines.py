"""Runs of text become lines as a browser sets them: white space collapsed, markers before the first words.

Lines are kept apart until the end, so that the cells of a table row can be put together once they are known.
"""

from __future__ import annotations

import itertools
import re

_SPACE = re.compile(r"[ \t\n\r\f]{2,}|[\t\n\r\f]")
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_COLUMN = "\u00a0\u00a0"  # what parts a marker from its words: a column of space, as Word writes it
_SHORT, _ROW = 60, 400  # characters in a cell, in a row
_LINES, _LOOK = 3, 60  # lines in a cell of data; lines looked at
_NUMBER = re.compile(
    r"\(?(?:[A-Z]{1,5}[/ ]?)?\d{1,4}(?:[./-]\d{1,4}){0,4}[a-z]{0,2}[.):]{0,2}"
    r"|\(?(?:[a-zA-Z]|[ivxl]{1,6})[.):]{1,2}|\d{1,4}/[A-Z]{2,4}"
)


class Lines:
    """Lines in the making.

    Attributes:
        texts: the lines; None where a line was put into another.
        gaps: whether a blank line stands before each.
        headings: indices of the lines that are headings.
        plain, total: how many characters were written outside links and titles, and in all.
        linked, kept, titled: how many open elements are links, keep white space as typed, are titles.
    """

    def __init__(self) -> None:
        self.texts: list[str | None] = []
        self.gaps: list[bool] = []
        self.headings: set[int] = set()
        self.plain = self.total = 0
        self.linked = self.kept = self.titled = 0
        self._parts: list[str] = []
        self._marker = ""
        self._gap = False
        self._table_end = -1

    def write(self, text: str) -> None:
        """Go on with the line."""
        size = len(text.strip())
        self.total += size
        if not self.linked and not self.titled:
            self.plain += size
        if self.kept and "\n" in text.replace("\r", "\n"):
            *whole, text = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
            for line in whole:
                self._parts.append(line)
                self.turn()
        self._parts.append(text)

    def mark(self, marker: str) -> None:
        """Print a marker before the next words, on their line."""
        self.unmark()
        self._marker = marker

    def unmark(self) -> None:
        """An entry has ended: if it had no words, its marker stands alone."""
        self.part()
        if self._marker:
            self._add(self._marker)
            self._marker, self._gap = "", True

    def turn(self) -> None:
        """End the line; a line that is empty becomes a blank one."""
        if not self._end():
            self._gap = True

    def part(self) -> None:
        """End the line and leave a blank one."""
        if self._parts:
            self._end()
        self._gap = True

    def _end(self) -> bool:
        if not self._parts:
            return False
        text = "".join(self._parts) if len(self._parts) > 1 else self._parts[0]
        self._parts.clear()
        text = text.rstrip(" \t\f") if self.kept else _SPACE.sub(" ", text).strip(" ")
        if not text:
            return False
        if not text.isprintable():
            text = _UNSEEN.sub("", text)
        if self._marker and not text.isspace():
            text, self._marker = f"{self._marker}{_COLUMN}{text}", ""
        self._add(text)
        return True

    def _add(self, text: str) -> None:
        if self.titled:
            self.headings.add(len(self.texts))
        self.texts.append(text)
        self.gaps.append(self._gap)
        self._gap = False

    def put_row(self, starts: list[int], *, head: bool) -> None:
        """Put the cells of a row together: a number before its paragraph, or short cells side by side.

        `starts` are the indices at which the lines of the cells begin; the last cell ends here.
        `head` says that they are the captions of columns.
        """
        ends = [*starts[1:], len(self.texts)]
        cells = [lines for i, j in zip(starts, ends, strict=True) if (lines := self._printed(i, j))]
        if len(cells) < 2:
            return
        first = self.texts[cells[0][0]] or ""
        second = self.texts[cells[1][0]] or ""
        numbered = (
            len(cells[0]) == 1
            and _NUMBER.fullmatch(first.strip()) is not None
            and any(c.isalpha() for c in second)
        )
        data = self._are_data(cells, long=0 if numbered else 1)
        if numbered and (len(cells) == 2 or not data):
            self._join(cells[0][0], cells[1][:1], _COLUMN)
        elif data:
            self._set_side_by_side(cells, _COLUMN if head else " | ")
            if starts[0] == self._table_end:
                self.gaps[cells[0][0]] = False
            self._table_end = len(self.texts)

    def _printed(self, start: int, end: int) -> list[int]:
        """The first few lines of a cell that are not blank: no more is asked for, however long the cell is."""
        lines = (n for n in range(start, min(end, start + _LOOK)) if (self.texts[n] or "").strip())
        return list(itertools.islice(lines, _LINES + 1))

    def _are_data(self, cells: list[list[int]], long: int) -> bool:
        """Whether the cells are short, but for as many as `long` that are a line each."""
        lengths = [sum(len(self.texts[n] or "") for n in lines) for lines in cells]
        beyond = [lines for lines, length in zip(cells, lengths, strict=True) if length > _SHORT]
        return (
            sum(lengths) <= _ROW
            and all(len(lines) <= _LINES for lines in cells)
            and len(beyond) <= long
            and all(len(lines) == 1 for lines in beyond)
            and not any(n in self.headings for lines in cells for n in lines)
        )

    def _set_side_by_side(self, cells: list[list[int]], joint: str) -> None:
        into = cells[0][0]
        self._join(into, cells[0][1:], " ")
        for lines in cells[1:]:
            label = (self.texts[into] or "").endswith(":") and len(cells) == 2
            self._join(into, lines[:1], " " if label else joint)
            self._join(into, lines[1:], " ")

    def _join(self, into: int, lines: list[int], joint: str) -> None:
        for n in lines:
            self.texts[into] = f"{self.texts[into]}{joint}{self.texts[n]}"
            self.texts[n] = None
            if n in self.headings:
                self.headings.add(into)

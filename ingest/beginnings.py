"""How a number stands on the page: whether one that continues no list may begin one, by how it is set and what follows."""

# ruff: noqa: E501  (a phrase is one line)

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.lines import Line
from ingest.numbering import Candidate
from ingest.prospect import OpenList

_INNER = ("paren", "close", "(letter)", "letter)", "(roman)", "roman)")  # styles of lists inside items
_NAMES = re.compile(r"(?:[A-Z]\.\s?)+[A-Z]")
_TITLE = re.compile(
    r"(?:[A-ZÀ-Ý][\w’'/&-]*|of|the|and|for|to|in|on|from|with|a|at|by|&|[–-]|,|\(|\))(?:[\s,():]+|$)"
)


class Beginnings:
    """Judges the first numbers of lists over the lines of a text and the candidates at their starts."""

    def __init__(self, lines: Sequence[Line], starts: Sequence[Sequence[Candidate]]) -> None:
        self._lines = lines
        self._starts = starts

    def is_reference(self, c: Candidate, stack: Sequence[OpenList]) -> bool:
        """Whether a reference without a sibling is believed to be the number of a minute."""
        line = self._lines[c.line]
        if re.fullmatch(r"\d{4}-\d+", c.printed):
            return _NAMES.match(c.follow) is not None  # a resolution and its movers, not 2019-20
        if " " in c.printed:  # "PAR" above "2": a cell of a table, where items are counted already
            return c.alone and all(last.style == "decimal" for last in stack)
        if re.fullmatch(r"[A-Z]+\d+", c.printed) and not c.alone:
            return False  # "A897 at Tain"
        plain = (
            re.fullmatch(r"[A-Z]{0,5}\d{1,4}/\d{2}|[A-Z]{1,3}/\d{1,4}|\d{1,4}/", c.printed) and line.gap > 0
        )
        sure = c.alone or plain or titled(line, c) or re.match(r"[A-Z]+/?\d{4}[/-]", c.printed)
        return c.firm and bool(sure)

    def heads_application(self, c: Candidate, stack: Sequence[OpenList]) -> bool:
        """Whether a planning reference stands at the head of what is said on the application."""
        line = self._lines[c.line]
        free = len(stack) < 2 or is_open("planning", stack) or stack[0].style.startswith("ref")
        return free and (line.gap > 0 or c.line == 0) and len(line.bare) < 160 and line.bare[-1] != "."

    def opens_alone(self, c: Candidate, stack: Sequence[OpenList]) -> bool:
        """Whether a number without a sibling opens a list: as the first of it, or set like the number of an item."""
        first = c.value[-1] == 1 or c.style == "ROMAN."
        strong = first and c.style not in ("plain", "roman.", "letter.", "LETTER)", "LETTER.", "decimal")
        if strong and ((c.firm and (c.alone or self._lines[c.line].gap > 0)) or self._led_in(c)):
            return True
        return self._stands_out(c) and not is_open(c.style, stack)

    def follows_parts(self, c: Candidate, parts: Sequence[OpenList]) -> bool:
        """Whether it is the 10 after 9.3.2: parts were counted without a head of their own ("9.1 WORKS" below item 5)."""
        first = next((last.value[0] for last in parts if last.style == "decimal"), None)
        return first is not None and c.value == (first + 1,) and titled(self._lines[c.line], c)

    def _stands_out(self, c: Candidate) -> bool:
        """A number with no sibling still opens an item if it is set like one: capitals, a column of its own, a title below."""
        line = self._lines[c.line]
        if c.style in ("plain", "dot") and 1900 <= c.value[0] < 2100:
            return False
        if c.style in ("paren", "colon", "dot", "plain", "decimal", "ROMAN.") and in_capitals(c.follow):
            return True
        if c.style in ("plain", "dot") and c.wide and c.firm and (line.gap > 0 or c.line == 0):
            return True
        if self._holds_list(c):
            return True
        below = self._lines[c.line + 1].bare if c.line + 1 < len(self._lines) else ""
        return (
            c.style == "dot"
            and c.alone
            and line.gap > 0
            and bool(_TITLE.match(below))
            and len(below) < 90
            and below[-1] != "."
        )

    def _holds_list(self, c: Candidate) -> bool:
        """A title that a lettered list stands right below."""
        line = self._lines[c.line]
        apart = line.gap > 0 or c.line == 0
        if c.style != "dot" or c.alone or not apart or c.line + 1 >= len(self._lines) or not titled(line, c):
            return False
        return any(o.value == (1,) and o.style in _INNER for o in self._starts[c.line + 1])

    def _led_in(self, c: Candidate) -> bool:
        if c.line == 0:
            return False
        above = self._lines[c.line - 1].bare
        titled = bool(self._starts[c.line - 1]) and len(above) < 60 and above[-1].isalpha()
        return titled or above.endswith((":", "-", "–", "—", "that"))


def recounts(c: Candidate) -> bool:
    """Whether it only speaks: "Item #4 from the agenda was moved" speaks of an item; "Question 1 from Councillor Lee" opens one."""
    return (
        not c.firm
        and re.match(r"(?:from|by|to)\b", c.follow if "question" in c.style or "motion" in c.style else "")
        is None
    )


def titled(line: Line, c: Candidate) -> bool:
    """Whether what follows the number reads like a title: short, no full stop, capitals; or nothing follows."""
    words = line.bare[c.words :]
    return not words or (
        len(words) < 90 and words[-1] not in ".;," and (in_capitals(words) or bool(_TITLE.match(words)))
    )


def in_capitals(words: str) -> bool:
    """Whether words begin with a word in capitals."""
    head = re.match(r"[A-ZÀ-Ý][A-ZÀ-Ý’'&/ -]{2,}", words)
    return head is not None


def is_open(style: str, stack: Sequence[OpenList]) -> bool:
    """Whether a list of the style is open."""
    return any(last.style == style for last in stack)

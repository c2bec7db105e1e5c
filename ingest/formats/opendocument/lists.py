"""Computes the numbers of lists and headings of an OpenDocument text, as LibreOffice shows them.

OpenDocument 1.3 part 3: lists 5.3, list styles 16.30 and 19.880, the outline style 16.34. A list counts on from an
earlier one only where it says so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from ingest.formats.office.counting import bullet, shown

_NS = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
TEXT, STYLE, OFFICE, TABLE, DRAW = (_NS % part for part in ("text", "style", "office", "table", "drawing"))
_LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
_PLACE = re.compile(r"%([1-9]|10)%")
_FORMATS = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "": "none",
    "1st": "ordinal", "One": "cardinalText", "First": "ordinalText", "01, 02, 03, ...": "decimalZero",
}  # fmt: skip
DEEPEST = 10


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered: its first number, Word's name for the style, prefix and suffix.

    `levels` is how many levels are shown; `template` says it more exactly where a newer program wrote it
    (%1%.%2%); `sign` is a bullet.
    """

    start: int = 1
    style: str = "none"
    prefix: str = ""
    suffix: str = ""
    levels: int = 1
    template: str = ""
    sign: str = ""


def integer(text: str | None, default: int) -> int:
    """A whole number of an attribute, `default` for anything else."""
    return int(text) if text and re.fullmatch(r"-?\d{1,9}", text) else default


def read_levels(style: etree._Element) -> dict[int, Level]:
    """The levels of a list style or of the outline style, from 1."""
    return {integer(element.get(TEXT + "level"), 1): _level(element) for element in style}


def _level(element: etree._Element) -> Level:
    if element.tag.endswith("}list-level-style-bullet"):
        return Level(sign=bullet(element.get(TEXT + "bullet-char", "•")))
    if element.tag.endswith("}list-level-style-image"):
        return Level(sign="•")
    return Level(
        start=integer(element.get(TEXT + "start-value"), 1),
        style=_FORMATS.get(element.get(STYLE + "num-format", ""), "decimal"),
        prefix=element.get(STYLE + "num-prefix", ""),
        suffix=element.get(STYLE + "num-suffix", ""),
        levels=integer(element.get(TEXT + "display-levels"), 1),
        template=element.get(_LOEXT + "num-list-format", ""),
    )


class Counter:
    """How far one list has been counted; levels are from 1."""

    def __init__(self, levels: dict[int, Level]) -> None:
        self.levels = levels
        self.counts: list[int | None] = [None] * (DEEPEST + 1)

    def count(self, level: int, start: str | None = None) -> str:
        """Count one item and give its number as shown; `start` is the value that the item sets, None for none."""
        level = min(max(level, 1), DEEPEST)
        for above in range(1, level):
            if self.counts[above] is None:  # a level passed over counts as begun
                self.counts[above] = self._start(above)
        before = self.counts[level]
        following = self._start(level) if before is None else before + 1
        self.counts[level] = integer(start, following)
        self.restart(level)
        return self._label(level)

    def restart(self, level: int) -> None:
        """Let the levels below `level` start anew."""
        self.counts[level + 1 :] = [None] * (DEEPEST - level)

    def _start(self, level: int) -> int:
        return self.levels.get(level, Level()).start

    def _label(self, level: int) -> str:
        style = self.levels.get(level, Level())
        if style.sign:
            return style.sign
        if style.template:
            return _PLACE.sub(lambda m: self._shown(int(m[1])), style.template).strip()
        if style.style == "none":
            return (style.prefix + style.suffix).strip()
        first = max(1, level - style.levels + 1)
        counts: Sequence[str] = [self._shown(n) for n in range(first, level + 1)]
        return (style.prefix + ".".join(filter(None, counts)) + style.suffix).strip()

    def _shown(self, level: int) -> str:
        count = self.counts[level]
        return "" if count is None else shown(count, self.levels.get(level, Level()).style)


class Lists:
    """The lists of one document: which style numbers them and which go on counting."""

    def __init__(self, styles: dict[str, dict[int, Level]], outline: dict[int, Level]) -> None:
        self._styles = styles
        self.outline = Counter(outline)
        self._by_name: dict[str, Counter] = {}
        self._last: dict[str, Counter] = {}

    def afresh(self) -> Lists:
        """The same styles, nothing counted."""
        return Lists(self._styles, self.outline.levels)

    def open(self, element: etree._Element, style: str) -> Counter:
        """The counter of an outermost list: a new one, or that of the list it continues."""
        name = element.get("{http://www.w3.org/XML/1998/namespace}id", "")
        continued = self._by_name.get(element.get(TEXT + "continue-list", ""))
        if continued is None and element.get(TEXT + "continue-numbering") == "true":
            continued = self._last.get(style)
        counter = continued or Counter(self._styles.get(style, {}))
        if name:
            self._by_name[name] = counter
        self._last[style] = counter
        return counter

    def named(self, name: str, style: str) -> Counter:
        """The counter that numbered paragraphs of one list share."""
        return self._by_name.setdefault(name, Counter(self._styles.get(style, {})))

    def within(self, counter: Counter, style: str) -> Counter:
        """The counter of a list inside another that names a style of its own: it counts there, in its own way."""
        levels = self._styles.get(style)
        if levels is None or levels is counter.levels:
            return counter
        inner = Counter(levels)
        inner.counts = counter.counts
        return inner

"""The markers of an HTML list: which number, letter or bullet a browser prints before each entry."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from ingest.formats.html.roles import nature_of
from ingest.formats.html.sheets import Sheets, Written
from ingest.romans import roman

if TYPE_CHECKING:
    from lxml.etree import _Element

LISTS = frozenset(("ol", "ul", "menu", "dir"))
_BULLET = "•"
_BULLETS = ("disc", "circle", "square")
_TYPES = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_NAMED = re.compile(
    r"\b(none|disc|circle|square|decimal-leading-zero|decimal"
    r"|(?:lower|upper)-(?:alpha|latin|roman)|lower-greek)\b"
)
_STYLE = re.compile(r"(?:^|;)\s*list-style(?:-type)?\s*:([^;]*)", re.I)
_QUOTED = re.compile(r"\"([^\"]*)\"|'([^']*)'")
_DISPLAY = re.compile(r"(?:^|;)\s*display\s*:\s*([\w-]+)", re.I)
_INTEGER = re.compile(r"\s*([+-]?\d{1,9})(?!\d)")
_OWN = re.compile(
    r"\s*(?:\d{1,4}(?:\.\d{1,3})+[.):]?|\d{1,4}[.):]|\(?(?:\d{1,4}|[a-z]|[ivxl]{1,6})\)|[a-zA-Z]\.|[•·▪●◦‣∙])\s"
)
_LOOK = 5  # entries that are looked at to see whether a list carries numbers of its own


@dataclass(slots=True)
class List:
    """An open list: the style of its markers, the number of the next entry and the step to the one after.

    `written` is the marker that a style sheet writes instead, `counts` where its counters stand.
    """

    style: str
    number: int = 1
    step: int = 1
    written: Written | None = None
    counts: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, element: _Element, sheets: Sheets) -> List:
        """Read `ol`, `ul`, `menu` or `dir`.

        A list whose entries all begin with a number or bullet of their own prints none: a style sheet that is
        not in the page has switched its markers off.
        """
        ordered = element.tag == "ol"
        names = (element.get("class") or "").split() if sheets.styles else ()
        said = next((_in_css(sheets.styles[name]) for name in names if name in sheets.styles), None)
        written = next((sheets.written[name] for name in names if name in sheets.written), None)
        style = _asked(element.get("style")) or said or _typed(element) or ("decimal" if ordered else "disc")
        if style != "none" and _numbers_itself(element):
            style = "none"
        if not ordered:
            return cls(style, written=written, counts=sheets.counts)
        step = -1 if element.get("reversed") is not None else 1
        start = _integer(element.get("start"))
        if start is None:
            start = _entries(element) if step < 0 else 1
        return cls(style, start, step, written, sheets.counts)

    def marker(self, entry: _Element) -> str:
        """What is printed before the entry, "" for nothing; counts on."""
        if not _is_entry(entry):
            return ""
        value = _integer(entry.get("value"))
        number = self.number if value is None else value
        self.number = number + self.step
        if self.written:
            self.counts[self.written.counter] = number
            return _composed(self.written, self.counts)
        return _printed(_asked(entry.get("style")) or _typed(entry) or self.style, number)


def _is_entry(entry: _Element) -> bool:
    shown = _DISPLAY.search(entry.get("style") or "")
    return shown is None or shown[1].lower() == "list-item"


def _entries(element: _Element) -> int:
    """How many entries the list itself has, those of lists inside it and those that are hidden left out."""
    count = 0
    walk = etree.iterwalk(element, events=("start",))
    for _, inner in walk:
        tag = str(inner.tag)
        if inner is not element and (tag in LISTS or nature_of(tag, inner).unseen):
            walk.skip_subtree()
        elif tag == "li" and _is_entry(inner):
            count += 1
    return count


def orphan_marker(entry: _Element) -> str:
    """What is printed before an entry that stands in no list."""
    return _printed(_asked(entry.get("style")) or _typed(entry) or "disc", 0)


def _asked(css: str | None) -> str | None:
    """The style that a style attribute asks for."""
    values = _STYLE.findall(css) if css else ()
    return next((style for value in reversed(values) if (style := _in_css(value))), None)


def _in_css(value: str) -> str | None:
    if text := _QUOTED.search(value):
        return f"'{text[1] or text[2] or ''}"
    named = _NAMED.search(value.lower())
    return named[1] if named else None


def _typed(element: _Element) -> str | None:
    """The style that a `type` asks for: numbers on an `ol`, bullets on a `ul`, either on an entry."""
    kind = element.get("type")
    if kind is None:
        return None
    bullet = kind.lower() if kind.lower() in (*_BULLETS, "none") else None
    return (None if element.tag == "ol" else bullet) or (None if element.tag == "ul" else _TYPES.get(kind))


def _composed(written: Written, counts: dict[str, int]) -> str:
    return "".join(
        part if isinstance(part, str) else counted(counts.get(part[0], 0), part[1]) for part in written.parts
    ).strip()


def _printed(style: str, number: int) -> str:
    if style in _BULLETS:
        return _BULLET
    if style.startswith("'"):
        return style[1:].strip()
    return "" if style == "none" else f"{counted(number, style)}."


def counted(number: int, style: str) -> str:
    """The number in a CSS counter style; what the style cannot write is written in figures.

    >>> [counted(n, s) for n, s in ((28, "lower-alpha"), (14, "upper-roman"), (0, "lower-roman"), (-3, "decimal"))]
    ['ab', 'XIV', '0', '-3']
    """
    if style.endswith("roman") and 0 < number < 4000:
        text = roman(number)
    elif style.endswith(("alpha", "latin")) and number > 0:
        text = _letters(number, "abcdefghijklmnopqrstuvwxyz")
    elif style == "lower-greek" and number > 0:
        text = _letters(number, "αβγδεζηθικλμνξοπρστυφχψω")
    else:
        return f"{number:02d}" if style == "decimal-leading-zero" else str(number)
    return text.upper() if style.startswith("upper") else text


def _letters(number: int, alphabet: str) -> str:
    out = ""
    while number:
        number, digit = divmod(number - 1, len(alphabet))
        out = alphabet[digit] + out
    return out


def _integer(value: str | None) -> int | None:
    found = _INTEGER.match(value) if value else None
    return int(found[1]) if found else None


def _numbers_itself(element: _Element) -> bool:
    looked = 0
    for entry in element.iterchildren("li"):
        if not _OWN.match(_first_words(entry)):
            return False
        looked += 1
        if looked == _LOOK:
            break
    return looked > 0


def _first_words(entry: _Element) -> str:
    words = ""
    for text in entry.itertext():
        words += text
        if len(words.strip()) > 6:
            break
    return words.lstrip()[:20] + " "

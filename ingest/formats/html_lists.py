"""The markers of an HTML list: which number, letter or bullet a browser prints before each entry."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

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
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


@dataclass(slots=True)
class List:
    """An open list: the style of its markers, the number of the next entry and the step to the one after."""

    style: str
    number: int = 1
    step: int = 1

    @classmethod
    def of(cls, element: _Element) -> List:
        """Read `ol`, `ul`, `menu` or `dir`.

        A list whose entries all begin with a number or bullet of their own prints none: a style sheet, which is
        not read, has switched its markers off.
        """
        ordered = element.tag == "ol"
        style = _style(element) or ("decimal" if ordered else "disc")
        if style != "none" and _numbers_itself(element):
            style = "none"
        if not ordered:
            return cls(style)
        step = -1 if element.get("reversed") is not None else 1
        start = _integer(element.get("start"))
        if start is None:
            start = sum(1 for _ in element.iterchildren("li")) if step < 0 else 1
        return cls(style, start, step)

    def marker(self, entry: _Element) -> str:
        """What is printed before the entry, "" for nothing; counts on."""
        shown = _DISPLAY.search(entry.get("style") or "")
        if shown and shown[1].lower() != "list-item":
            return ""
        value = _integer(entry.get("value"))
        number = self.number if value is None else value
        self.number = number + self.step
        return _printed(_style(entry) or self.style, number)


def orphan_marker(entry: _Element) -> str:
    """What is printed before an entry that stands in no list."""
    return _printed(_style(entry) or "disc", 0)


def _style(element: _Element) -> str | None:
    """The style that the element itself asks for: its CSS before its `type`."""
    css = element.get("style")
    if css:
        for value in reversed(_STYLE.findall(css)):
            if text := _QUOTED.search(value):
                return f"'{text[1] or text[2] or ''}"
            if named := _NAMED.search(value.lower()):
                return named[1]
    kind = element.get("type")
    if kind is None:
        return None
    return _TYPES.get(kind.strip()) or (kind.lower() if kind.lower() in (*_BULLETS, "none") else None)


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
        text = _roman(number)
    elif style.endswith(("alpha", "latin")) and number > 0:
        text = _letters(number, "abcdefghijklmnopqrstuvwxyz")
    elif style == "lower-greek" and number > 0:
        text = _letters(number, "αβγδεζηθικλμνξοπρστυφχψω")
    else:
        return f"{number:02d}" if style == "decimal-leading-zero" else str(number)
    return text.upper() if style.startswith("upper") else text


def _roman(number: int) -> str:
    out = ""
    for value, digits in _ROMAN:
        times, number = divmod(number, value)
        out += digits * times
    return out


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

"""What the style sheets in a page say of its lists: which markers they switch off, and which they write instead.

Only rules for a class by name are read, as office suites write them on export; no other style sheet is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_LARGEST = 1 << 20  # characters of style sheets that are looked at
_SELECTOR = re.compile(r"(?:ol|ul|li)?\.([\w-]+)(?:\s*>\s*li)?(::?before)?", re.I)
_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([^;]+)", re.I)
_CONTENT = re.compile(r"content\s*:\s*((?:\"[^\"]*\"|'[^']*'|[^;\"'])+)", re.I)
_PART = re.compile(r"\"([^\"]*)\"|'([^']*)'|counter\(\s*([\w-]+)\s*(?:,\s*([\w-]+)\s*)?\)", re.I)
_ESCAPE = re.compile(r"\\([0-9a-f]{1,6})\s?", re.I)


@dataclass(frozen=True, slots=True)
class Written:
    """A marker that a style sheet writes: words, and counters by name with their style, in order."""

    parts: tuple[str | tuple[str, str], ...]

    @property
    def counter(self) -> str:
        """The counter of the list itself, the last that is named; "" if it counts nothing."""
        return next((part[0] for part in reversed(self.parts) if isinstance(part, tuple)), "")


@dataclass(frozen=True, slots=True)
class Sheets:
    """By class: the style of the markers as CSS says it, and the markers that are written in their place.

    `counts` are the counters as they stand while the page is walked.
    """

    styles: dict[str, str] = field(default_factory=dict)
    written: dict[str, Written] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, root: _Element) -> Sheets:
        """Read the style elements of a page."""
        sheets = cls()
        text = "".join(style.text or "" for style in root.iter("style"))[:_LARGEST]
        for rule in text.split("}") if "list-style" in text else ():
            selectors, _, declarations = rule.rpartition("{")
            for selector in re.split(r"[;{/]", selectors)[-1].split(","):
                if found := _SELECTOR.fullmatch(selector.strip()):
                    sheets._take(found[1], declarations, before=found[2] is not None)
        return sheets

    def _take(self, name: str, declarations: str, *, before: bool) -> None:
        if before:
            if content := _CONTENT.search(declarations):
                self.written[name] = Written(tuple(_parts(content[1])))
        elif style := _STYLE.search(declarations):
            self.styles[name] = style[1]


def _parts(content: str) -> list[str | tuple[str, str]]:
    parts: list[str | tuple[str, str]] = []
    for double, single, counter, style in _PART.findall(content):
        words = _ESCAPE.sub(lambda m: chr(min(int(m[1], 16), 0x2FFFF)), double or single)
        parts.append((counter, style or "decimal") if counter else words)
    return parts

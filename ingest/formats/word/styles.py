"""The paragraph and character styles of a Word document, with what each inherits from those it is based on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from ingest.formats.word.numbering import W, integer, switched, value_of

_HEADING = re.compile(r"heading [1-9]|title|subtitle")
_CONTENTS = re.compile(r"toc (?:[1-9]|heading)|table of figures")


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says of its paragraphs, or of its runs.

    Attributes:
        list_id: the list its paragraphs belong to, None if it names none, "0" if it takes them out of any.
        depth: the level of that list, None if it names none. numbered_by: the style that named the list.
        heading: its paragraphs are headings. contents: they are lines of a table of contents.
        hidden: it is not shown. breaks: its paragraphs begin a page.
    """

    list_id: str | None = None
    depth: int | None = None
    numbered_by: str = ""
    heading: bool = False
    contents: bool = False
    hidden: bool = False
    breaks: bool = False


class Styles:
    """All styles by their identifiers."""

    def __init__(self, root: etree._Element | None) -> None:
        """Read styles.xml; None is a document without styles."""
        self._elements: dict[str, etree._Element] = {}
        self._known: dict[str, Style] = {}
        self.default = ""
        for element in () if root is None else root.iterfind(W + "style"):
            name = element.get(W + "styleId", "")
            self._elements.setdefault(name, element)
            if element.get(W + "type") == "paragraph" and element.get(W + "default") in ("1", "true", "on"):
                self.default = name

    def __getitem__(self, name: str) -> Style:
        if name not in self._known:
            self._known[name] = self._resolve(name)
        return self._known[name]

    def _resolve(self, name: str) -> Style:
        chain = []
        here = name
        while (
            here in self._elements and here not in chain
        ):  # based on itself in a ring: damaged, but readable
            chain.append(here)
            here = value_of(self._elements[here], "basedOn") or ""
        style = Style()
        for step in reversed(chain):
            style = _derived(style, step, self._elements[step])
        return style


def _derived(base: Style, name: str, element: etree._Element) -> Style:
    properties, run = element.find(W + "pPr"), element.find(W + "rPr")
    numbering = None if properties is None else properties.find(W + "numPr")
    list_id, depth = value_of(numbering, "numId"), value_of(numbering, "ilvl")
    title = (value_of(element, "name") or "").lower()
    outline = value_of(properties, "outlineLvl")
    return Style(
        list_id=list_id or base.list_id,
        depth=base.depth if depth is None else integer(depth, 0),
        numbered_by=name if list_id else base.numbered_by,
        heading=_outlined(outline, inherited=base.heading) or _HEADING.fullmatch(title) is not None,
        contents=base.contents or _CONTENTS.fullmatch(title) is not None,
        hidden=_inherited(run, "vanish", inherited=base.hidden),
        breaks=_inherited(properties, "pageBreakBefore", inherited=base.breaks),
    )


def _outlined(level: str | None, *, inherited: bool) -> bool:
    """Outline levels run from 0 to 8; 9 is body text."""
    return inherited if level is None else integer(level, 9) < 9


def _inherited(parent: etree._Element | None, tag: str, *, inherited: bool) -> bool:
    if parent is None or parent.find(W + tag) is None:
        return inherited
    return switched(parent, tag)

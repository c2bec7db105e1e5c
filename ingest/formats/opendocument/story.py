"""Reads one story of an OpenDocument text (its body, a page header, a note) into paragraphs and tables as shown.

What a tracked change deleted is kept apart from the text in such a file; inserted text is read as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from ingest.formats.office.flow import Block, Paragraph, Table
from ingest.formats.office.tables import unroll
from ingest.formats.opendocument.lists import DRAW, OFFICE, STYLE, TABLE, TEXT, Counter, Lists, integer

_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_BLANKS = re.compile(r"[ \t\r\n]+")
_NAME, _P, _H, _LIST = TEXT + "style-name", TEXT + "p", TEXT + "h", TEXT + "list"
_WIDEST, _MOST_BLANKS = 64, 200
_CONTENTS = re.compile(r"Contents (?:\d+|Heading)|.*Index (?:\d+|Heading)")
_HIDDEN = "text that is set as hidden was left out"
_CHANGES = "tracked changes were read as if they were accepted"


@dataclass(frozen=True, slots=True)
class Look:
    """What a paragraph or text style says: it is hidden, it begins a page, it is a title or a line of contents."""

    hidden: bool = False
    breaks: bool = False
    title: bool = False
    contents: bool = False


class Looks:
    """All styles by family and name, each with what it inherits."""

    def __init__(self, roots: list[etree._Element]) -> None:
        self._elements: dict[tuple[str, str], etree._Element] = {}
        self._known: dict[tuple[str, str], Look] = {}
        for root in roots:
            for element in root.iter(STYLE + "style"):
                self._elements[element.get(STYLE + "family", ""), element.get(STYLE + "name", "")] = element

    def __call__(self, family: str, name: str | None) -> Look:
        """The look of a style; one that is not known says nothing."""
        if not name:
            return Look()
        key = (family, name)
        if key not in self._known:
            self._known[key] = Look()  # what a style that is its own parent inherits
            self._known[key] = self._resolve(key)
        return self._known[key]

    def _resolve(self, key: tuple[str, str]) -> Look:
        look, chain = Look(), []
        while key in self._elements and key not in chain:
            chain.append(key)
            key = (key[0], self._elements[key].get(STYLE + "parent-style-name", ""))
        for step in reversed(chain):
            look = _derived(look, self._elements[step], own=step == chain[0])
        return look


def _derived(base: Look, element: etree._Element, *, own: bool) -> Look:
    text, paragraph = element.find(STYLE + "text-properties"), element.find(STYLE + "paragraph-properties")
    display = None if text is None else text.get(TEXT + "display")
    before = None if paragraph is None else paragraph.get(_FO + "break-before")
    shown = element.get(STYLE + "display-name") or element.get(STYLE + "name", "").replace("_20_", " ")
    return Look(
        hidden=base.hidden if display is None else display == "none",
        breaks=(base.breaks if before is None else before == "page")
        or (own and bool(element.get(STYLE + "master-page-name"))),
        title=base.title or shown in ("Title", "Subtitle"),
        contents=base.contents or _CONTENTS.fullmatch(shown) is not None,
    )


@dataclass(slots=True)
class Notes:
    """Notes in the order of their marks."""

    order: list[tuple[str, etree._Element]] = field(default_factory=list)  # mark, body


class Story:
    """One pass over a story; what it has to say to the reader of the document is added to `warnings`."""

    def __init__(self, looks: Looks, lists: Lists, notes: Notes, warnings: dict[str, None]) -> None:
        self.looks, self.lists, self.notes, self.warnings = looks, lists, notes, warnings
        self._boxes: list[etree._Element] = []

    def blocks(self, parent: etree._Element) -> list[Block]:
        """The paragraphs and tables in an element, in order."""
        out: list[Block] = []
        self._gather(parent, out)
        return out

    def _gather(self, parent: etree._Element, out: list[Block]) -> None:
        for element in parent:
            tag = element.tag
            if tag in (_P, _H):
                self._paragraph(element, out, self._outlined(element))
            elif tag == _LIST:
                counter = self.lists.open(element, element.get(_NAME, ""))
                self._list(element, counter, 1, out)
            elif tag == TEXT + "numbered-paragraph":
                self._numbered(element, out)
            elif tag == TABLE + "table":
                out.append(self._table(element))
            elif tag == TEXT + "tracked-changes":
                self.warnings[_CHANGES] = None
            elif element.get(TEXT + "display") == "none":  # a section that is hidden
                self.warnings[_HIDDEN] = None
            elif tag not in _UNSEEN:
                self._gather(element, out)

    # lists

    def _list(self, element: etree._Element, counter: Counter, level: int, out: list[Block]) -> None:
        for item in element:
            counted = item.tag == TEXT + "list-header"  # shown without a number
            for child in item:
                if child.tag in (_P, _H):
                    number = "" if counted else counter.count(level, item.get(TEXT + "start-value"))
                    counted = True
                    self._paragraph(child, out, number)
                elif child.tag == _LIST:
                    inner = self.lists.within(counter, child.get(_NAME, ""))
                    self._list(child, inner, level + 1, out)

    def _numbered(self, element: etree._Element, out: list[Block]) -> None:
        counter = self.lists.named(element.get(TEXT + "list-id", ""), element.get(_NAME, ""))
        level = integer(element.get(TEXT + "level"), 1)
        for child in element:
            if child.tag in (_P, _H):
                self._paragraph(child, out, counter.count(level, element.get(TEXT + "start-value")))

    def _outlined(self, element: etree._Element) -> str:
        if element.tag != _H or element.get(TEXT + "is-list-header") == "true":
            return ""
        start = (
            element.get(TEXT + "start-value") if element.get(TEXT + "restart-numbering") == "true" else None
        )
        return self.lists.outline.count(integer(element.get(TEXT + "outline-level"), 1), start)

    # paragraphs

    def _paragraph(self, element: etree._Element, out: list[Block], number: str) -> None:
        look = self.looks("paragraph", element.get(_NAME))
        words: list[str] = []
        if look.hidden:
            self.warnings[_HIDDEN] = None
        else:
            self._inline(element, words)
            text = ("\f" if look.breaks else "") + "".join(words)
            furniture = "table of contents" if look.contents else ""
            out.append(Paragraph(text, number, element.tag == _H or look.title, furniture))
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self._gather(box, out)

    def _inline(self, parent: etree._Element, out: list[str]) -> None:
        if parent.text:
            out.append(_BLANKS.sub(" ", parent.text))
        for element in parent:
            tag = element.tag
            handler = _HANDLERS.get(tag)
            if handler:
                handler(self, element, out)
            elif tag.startswith(DRAW):
                self._boxes.append(element)
            elif tag not in _UNSEEN:
                self._inline(element, out)
            if element.tail:
                out.append(_BLANKS.sub(" ", element.tail))

    def _span(self, element: etree._Element, out: list[str]) -> None:
        if self.looks("text", element.get(_NAME)).hidden:
            self.warnings[_HIDDEN] = None
        else:
            self._inline(element, out)

    def _blanks(self, element: etree._Element, out: list[str]) -> None:
        out.append(" " * min(max(integer(element.get(TEXT + "c"), 1), 0), _MOST_BLANKS))

    def _tab(self, element: etree._Element, out: list[str]) -> None:
        out.append("\t")

    def _break(self, element: etree._Element, out: list[str]) -> None:
        out.append("\n")

    def _note(self, element: etree._Element, out: list[str]) -> None:
        citation, body = element.find(TEXT + "note-citation"), element.find(TEXT + "note-body")
        mark = f"[{''.join(citation.itertext()).strip()}]" if citation is not None else "[*]"
        out.append(mark)
        if body is not None:
            self.notes.order.append((mark, body))

    def _hidden(self, element: etree._Element, out: list[str]) -> None:
        self.warnings[_HIDDEN] = None

    # tables

    def _table(self, element: etree._Element) -> Table:
        return Table([self._row(row) for row in _rows(element)])

    def _row(self, row: etree._Element) -> list[list[Paragraph]]:
        cells: list[list[Paragraph]] = []
        for cell in row:
            if cell.tag == TABLE + "table-cell":
                cells.append(self._cell(cell))
            if cell.tag in (TABLE + "table-cell", TABLE + "covered-table-cell"):
                times = integer(cell.get(TABLE + "number-columns-repeated"), 1)
                missing = times - (cell.tag == TABLE + "table-cell")
                cells += [[] for _ in range(min(missing, _WIDEST))]
        return cells

    def _cell(self, cell: etree._Element) -> list[Paragraph]:
        paragraphs: list[Paragraph] = []
        for block in self.blocks(cell):
            paragraphs += [block] if isinstance(block, Paragraph) else unroll(block)
        return paragraphs


def _rows(parent: etree._Element) -> Iterator[etree._Element]:
    for element in parent:
        if element.tag == TABLE + "table-row":
            yield element
        elif element.tag in _ROW_GROUPS:
            yield from _rows(element)


_ROW_GROUPS = {TABLE + tag for tag in ("table-header-rows", "table-rows", "table-row-group")}
_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_UNSEEN = {
    OFFICE + "annotation", OFFICE + "annotation-end", OFFICE + "forms", TEXT + "ruby-text", TEXT + "script",
    TEXT + "sequence-decls", TEXT + "variable-decls", TEXT + "user-field-decls", TEXT + "table-of-content-source",
    TEXT + "tracked-changes", _SVG + "title", _SVG + "desc", OFFICE + "event-listeners", OFFICE + "binary-data",
}  # fmt: skip
_HANDLERS: dict[str, Callable[[Story, etree._Element, list[str]], None]] = {
    TEXT + "span": Story._span,
    TEXT + "s": Story._blanks,
    TEXT + "tab": Story._tab,
    TEXT + "line-break": Story._break,
    TEXT + "note": Story._note,
    TEXT + "hidden-text": Story._hidden,
    TEXT + "hidden-paragraph": Story._hidden,
}

"""Reads one story of a Word document (its text, a page header, a note) into paragraphs and tables as shown.

Tracked changes are read as accepted: what is inserted is there, what is deleted is not, and a paragraph whose mark
is deleted runs on into the next. Hidden text and the instructions of fields are not shown; their results are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from ingest.formats.office.flow import Block, Paragraph, Table
from ingest.formats.office.tables import unroll
from ingest.formats.word.numbering import Numbering, W, integer, switched, value_of
from ingest.formats.word.styles import Style, Styles
from ingest.romans import roman

_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_V = "{urn:schemas-microsoft-com:vml}"
_ID, _TYPE, _VAL = W + "id", W + "type", W + "val"
_STYLE, _NUMBERED, _OUTLINE, _BREAKS = (W + t for t in ("pStyle", "numPr", "outlineLvl", "pageBreakBefore"))
_P, _TBL, _TR, _TC, _R, _T, _RPR = (W + t for t in ("p", "tbl", "tr", "tc", "r", "t", "rPr"))
_PPR, _FIELD = W + "pPr", W + "fldChar"
_PLAIN = {W + "tab": "\t", W + "ptab": "\t", W + "cr": "\n", W + "noBreakHyphen": "-"}
_STOPS = re.compile(r"[.):/-]")
_WIDEST = 64  # columns, Word's limit
_SYMBOLS = {
    "f0b7": "•", "f0a7": "▪", "f0a8": "☐", "f06f": "☐", "f0fe": "☒", "f078": "☒", "f0fd": "☒", "f052": "☑",
    "f0fc": "✓", "f0fb": "✗", "f0e0": "→", "f0d8": "➢", "f0b0": "°", "f0a3": "≤", "f0b3": "≥", "f0b1": "±", "f0b4": "×",
}  # fmt: skip
_CHANGES = "tracked changes were read as if they were accepted"
_HIDDEN = "text that is set as hidden was left out"
_FIELDS = (
    "it numbers paragraphs by fields (LISTNUM, AUTONUM), which are not computed: those numbers are missing"
)
_CHUNK = "a part of it is another file put inside (altChunk), which is not read"


@dataclass(slots=True)
class Notes:
    """Footnotes and endnotes in the order of their marks, over all stories of a document."""

    order: list[tuple[str, str, str]] = field(default_factory=list)  # kind, identifier, mark
    counts: dict[str, int] = field(default_factory=dict)

    def mark(self, kind: str, identifier: str, *, custom: bool) -> str:
        """The mark in the text of the next note, "" where the author typed one."""
        if custom:
            self.order.append((kind, identifier, ""))
            return ""
        count = self.counts[kind] = self.counts.get(kind, 0) + 1
        self.order.append((kind, identifier, f"[{count if kind == 'footnote' else roman(count)}]"))
        return self.order[-1][2]


class Story:
    """One pass over a story; what it has to say to the reader of the document is added to `warnings`."""

    def __init__(self, styles: Styles, numbering: Numbering, notes: Notes, warnings: dict[str, None]) -> None:
        self.styles, self.numbering, self.notes, self.warnings = styles, numbering, notes, warnings
        self._fields: list[bool] = []  # open fields, outermost first: whether we are in the instruction
        self._boxes: list[etree._Element] = []
        self._carried: list[str] = []  # words of paragraphs whose marks are deleted or hidden

    def blocks(self, parent: etree._Element) -> list[Block]:
        """The paragraphs and tables in an element, in order."""
        outer, self._carried = self._carried, []
        out: list[Block] = []
        self._gather(parent, out)
        self._flush(out)
        self._carried = outer
        return out

    def _flush(self, out: list[Block]) -> None:
        """The last mark before a table, or of a cell or story, cannot be deleted: its words stay a paragraph."""
        if "".join(self._carried).strip():
            out.append(Paragraph("".join(self._carried)))
        self._carried = []

    def _gather(self, parent: etree._Element, out: list[Block]) -> None:
        for element in parent:
            tag = element.tag
            if tag == _P:
                self._paragraph(element, out)
            elif tag == _TBL:
                self._flush(out)
                out.append(self._table(element))
            elif tag == W + "altChunk":
                self.warnings[_CHUNK] = None
            elif tag == _MC + "AlternateContent":
                self._gather(_chosen(element), out)
            elif tag not in _UNSEEN:
                self._gather(element, out)

    # paragraphs

    def _paragraph(self, element: etree._Element, out: list[Block]) -> None:
        own = element.find(_PPR)
        properties = {} if own is None else {child.tag: child for child in own}
        name = properties[_STYLE].get(_VAL, "") if _STYLE in properties else self.styles.default
        style = self.styles[name]
        words, self._carried = self._carried, []
        if style.hidden:
            self._leave_out(element)
        else:
            self._inline(element, words)
        if self._fields:  # an instruction ends with its paragraph at the latest
            self._fields = [False] * len(self._fields)
        if style.hidden or (_RPR in properties and self._runs_on(properties[_RPR])):
            self._carried = words
            return
        text = "".join(words)
        if style.breaks or (_BREAKS in properties and switched(own, "pageBreakBefore")):
            text = "\f" + text
        number, glued = self._number(properties.get(_NUMBERED), style)
        if glued and _STOPS.match(text):  # the author types the stop that the number lacks
            number, text = "", number + text
        heading = style.heading
        if _OUTLINE in properties:
            heading = integer(properties[_OUTLINE].get(_VAL), 9) < 9
        out.append(Paragraph(text, number, heading, "table of contents" if style.contents else ""))
        if self._boxes:
            boxes, self._boxes = self._boxes, []
            for box in boxes:
                out += self.blocks(box)

    def _runs_on(self, mark: etree._Element) -> bool:
        """Whether a paragraph's mark is deleted or hidden: its words then run on into the next paragraph."""
        for child in mark:
            if child.tag in _DELETED:
                self.warnings[_CHANGES] = None
                return True
        return switched(mark, "vanish")

    def _number(self, own: etree._Element | None, style: Style) -> tuple[str, bool]:
        """The automatic number of a paragraph, and whether nothing parts it from the words."""
        list_id, depth = value_of(own, "numId"), value_of(own, "ilvl")
        level = style.depth or 0
        if list_id is None:
            list_id = style.list_id
            kept = self.numbering.level_of(list_id, style.numbered_by) if list_id else None
            level = level if kept is None else kept
        if not list_id or list_id == "0":
            return "", False
        return self.numbering.count(list_id, level if depth is None else integer(depth, 0))

    # what stands in a paragraph

    def _inline(self, parent: etree._Element, out: list[str]) -> None:
        hidden = False
        for element in parent:
            tag = element.tag
            if tag == _RPR:
                hidden = self._hides(element)
            elif tag == _R:
                self._inline(element, out)
            elif hidden and tag != _FIELD:
                self._leave_out(element)
            elif tag == _T or tag == _M + "t":
                if element.text and True not in self._fields:
                    out.append(element.text)
            elif tag in _PLAIN:
                out.append(_PLAIN[tag])
            else:
                _HANDLERS.get(tag, Story._inline)(self, element, out)

    def _hides(self, properties: etree._Element) -> bool:
        if not len(properties):
            return False
        if properties.find(W + "vanish") is not None:
            return switched(properties, "vanish")
        style = value_of(properties, "rStyle")
        return style is not None and self.styles[style].hidden

    def _leave_out(self, element: etree._Element) -> None:
        if any(text.text for text in element.iter(_T)):
            self.warnings[_HIDDEN] = None

    def _skip(self, element: etree._Element, out: list[str]) -> None:
        if element.tag in _DELETED and len(element):
            self.warnings[_CHANGES] = None

    def _inserted(self, element: etree._Element, out: list[str]) -> None:
        self.warnings[_CHANGES] = None
        self._inline(element, out)

    def _break(self, element: etree._Element, out: list[str]) -> None:
        out.append("\f" if element.get(_TYPE) == "page" else "\n")

    def _field(self, element: etree._Element, out: list[str]) -> None:
        step = element.get(W + "fldCharType")
        if step == "begin":
            self._fields.append(True)
        elif self._fields and step == "separate":
            self._fields[-1] = False
        elif self._fields and step == "end":
            self._fields.pop()

    def _instruction(self, element: etree._Element, out: list[str]) -> None:
        if (element.text or "").split()[:1] and (element.text or "").split()[0] in _NUMBERING_FIELDS:
            self.warnings[_FIELDS] = None

    def _symbol(self, element: etree._Element, out: list[str]) -> None:
        code = element.get(W + "char", "").lower()
        if code in _SYMBOLS:
            out.append(_SYMBOLS[code])
        elif len(code) <= 4 and all(c in "0123456789abcdef" for c in code) and code:
            sign = chr(int(code, 16))
            out.append(sign if sign.isprintable() else "\ufffd")

    def _note(self, element: etree._Element, out: list[str]) -> None:
        kind = "footnote" if element.tag == W + "footnoteReference" else "endnote"
        custom = element.get(W + "customMarkFollows", "0") in ("1", "true", "on")
        out.append(self.notes.mark(kind, element.get(_ID, ""), custom=custom))

    def _alternatives(self, element: etree._Element, out: list[str]) -> None:
        self._inline(_chosen(element), out)

    def _box(self, element: etree._Element, out: list[str]) -> None:
        self._boxes.append(element)

    def _word_art(self, element: etree._Element, out: list[str]) -> None:
        out.append(element.get("string", ""))

    # tables

    def _table(self, element: etree._Element) -> Table:
        return Table([self._row(row) for row in _within(element, _TR) if not self._is_deleted(row)])

    def _is_deleted(self, row: etree._Element) -> bool:
        properties = row.find(W + "trPr")
        deleted = properties is not None and properties.find(W + "del") is not None
        if deleted:
            self.warnings[_CHANGES] = None
        return deleted

    def _row(self, row: etree._Element) -> list[list[Paragraph]]:
        cells: list[list[Paragraph]] = []
        for cell in _within(row, _TC):
            properties = cell.find(W + "tcPr")
            cells.append([] if _is_covered(properties) else self._cell(cell))
            span = integer(value_of(properties, "gridSpan"), 1)
            cells += [[] for _ in range(min(span, _WIDEST) - 1)]
        return cells

    def _cell(self, cell: etree._Element) -> list[Paragraph]:
        paragraphs: list[Paragraph] = []
        for block in self.blocks(cell):
            paragraphs += [block] if isinstance(block, Paragraph) else unroll(block)
        return paragraphs


def _is_covered(properties: etree._Element | None) -> bool:
    """Whether another cell spreads over this one, or a tracked change takes it away."""
    if properties is None:
        return False
    for tag in ("vMerge", "hMerge"):
        merge = properties.find(W + tag)
        if merge is not None and merge.get(W + "val", "continue") == "continue":
            return True
    return properties.find(W + "cellDel") is not None


def _within(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Rows of a table or cells of a row, also those that content controls hold."""
    for element in parent:
        if element.tag == tag:
            yield element
        elif element.tag in _WRAPPERS:
            yield from _within(element, tag)


def _chosen(element: etree._Element) -> etree._Element:
    """Of several ways to say one thing the first, which is the newest."""
    choice = element.find(_MC + "Choice")
    return element if choice is None else choice


_WRAPPERS = {W + "sdt", W + "sdtContent", W + "customXml", W + "ins", W + "moveTo"}
_NUMBERING_FIELDS = {"LISTNUM", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT"}
_DELETED = {W + "del", W + "moveFrom"}
_UNSEEN = {
    W + tag for tag in "pPr rPr sectPr tblPr tblGrid trPr tcPr sdtPr sdtEndPr del moveFrom delText rt".split()
} | {_MC + "Fallback", W + "fldData", W + "delInstrText", W + "customXmlPr"}  # fmt: skip
_Handler = Callable[[Story, etree._Element, list[str]], None]
_HANDLERS: dict[str, _Handler] = {
    **dict.fromkeys(_UNSEEN, Story._skip),
    W + "ins": Story._inserted,
    W + "moveTo": Story._inserted,
    W + "br": Story._break,
    _FIELD: Story._field,
    W + "instrText": Story._instruction,
    W + "sym": Story._symbol,
    W + "footnoteReference": Story._note,
    W + "endnoteReference": Story._note,
    W + "txbxContent": Story._box,
    _MC + "AlternateContent": Story._alternatives,
    _V + "textpath": Story._word_art,
}

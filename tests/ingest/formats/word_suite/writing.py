"""Writes Word documents with the lists they need, and remembers the words of every line that must be printed.

python-docx writes the package; lists are raw numbering XML, for it knows nothing of them.
"""

from __future__ import annotations

import io
from xml.sax.saxutils import escape

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

_NS = nsdecls("w")


class Writer:
    """A document in the making; `printed` holds the words of its lines in order, numbers left out."""

    def __init__(self) -> None:
        self.document = Document()
        self.document.styles["Normal"].font.size = 127_000  # 10 points: a paragraph fits on a line
        self.printed: list[str] = []
        self.numbering = self.document.part.numbering_part.element
        for child in list(self.numbering):
            self.numbering.remove(child)
        for style in self.document.styles.element.iterfind(".//{*}numPr"):
            style.getparent().remove(style)
        self._abstracts: list[str] = []
        self._lists: list[str] = []

    def define(self, *levels: str, extra: str = "") -> int:
        """Add a w:abstractNum; each level is "format|template|XML between the two|start"."""
        n = len(self._abstracts)
        body = "".join(_level(depth, level) for depth, level in enumerate(levels))
        self._abstracts.append(f'<w:abstractNum {_NS} w:abstractNumId="{n}">{extra}{body}</w:abstractNum>')
        return n

    def list(self, abstract: int, starts: dict[int, int] | None = None, overrides: str = "") -> int:
        """Add a w:num over an abstract definition; `starts` override the first numbers of levels."""
        n = len(self._lists) + 1
        body = "".join(
            f'<w:lvlOverride w:ilvl="{depth}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
            for depth, start in (starts or {}).items()
        )
        self._lists.append(
            f'<w:num {_NS} w:numId="{n}"><w:abstractNumId w:val="{abstract}"/>{body}{overrides}</w:num>'
        )
        return n

    def add(
        self, words: str, list_id: int | None = None, depth: int = 0, style: str | None = None, *, to=None
    ):
        """Add a paragraph (to the document or a cell) and expect a line of its words."""
        paragraph = (to or self.document).add_paragraph(words, style=style)
        if list_id is not None:
            number(paragraph, list_id, depth)
        if words or list_id:
            self.printed.append(words)
        return paragraph

    def raw(self, xml: str, *printed: str) -> None:
        """Add a w:p (or another block) as XML and expect lines of these words."""
        body = self.document.element.body
        body.insert(len(body) - 1, parse_xml(xml.replace(">", f" {nsdecls('w', 'r')}>", 1)))
        self.printed += printed

    def style(
        self, name: str, based_on: str | None = None, *, list_id: int | None = None, depth: int | None = None
    ):
        """Add a paragraph style that numbers its paragraphs."""
        ilvl = "" if depth is None else f'<w:ilvl w:val="{depth}"/>'
        num = "" if list_id is None else f'<w:numId w:val="{list_id}"/>'
        ppr = f"<w:pPr><w:numPr>{ilvl}{num}</w:numPr></w:pPr>" if ilvl or num else ""
        base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
        self.document.styles.element.append(
            parse_xml(
                f'<w:style {_NS} w:type="paragraph" w:customStyle="1" w:styleId="{name}">'
                f'<w:name w:val="{name}"/>{base}{ppr}</w:style>'
            )
        )

    def bytes(self) -> bytes:
        """The finished .docx."""
        for xml in (*self._abstracts, *self._lists):
            self.numbering.append(parse_xml(xml))
        self._abstracts, self._lists = [], []
        out = io.BytesIO()
        self.document.save(out)
        return out.getvalue()


def number(paragraph, list_id: int, depth: int) -> None:
    """Put a paragraph into a list."""
    properties = paragraph._p.get_or_add_pPr()
    properties.append(
        parse_xml(f'<w:numPr {_NS}><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/></w:numPr>')
    )


def run(words: str, properties: str = "") -> str:
    """XML of a run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def numbered(list_id: int, depth: int, content: str, mark: str = "") -> str:
    """XML of a paragraph in a list; `mark` is what its paragraph mark says."""
    return (
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/></w:numPr>'
        f"<w:rPr>{mark}</w:rPr></w:pPr>{content}</w:p>"
    )


def _level(depth: int, level: str) -> str:
    style, template, own, start = [*level.split("|"), "", ""][:4]
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start or 1}"/><w:numFmt w:val="{style}"/>{own}'
        f'<w:lvlText w:val="{escape(template)}"/>'
        f'<w:pPr><w:ind w:left="{567 * (depth + 1)}" w:hanging="567"/></w:pPr></w:lvl>'
    )

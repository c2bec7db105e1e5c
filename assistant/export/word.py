"""A document as a Word file: real headings, lists and quotes; a citation is a link to its reference."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from assistant.export.document import (
    NEAREST,
    REFERENCES,
    SELECTION,
    Document,
    Entry,
    Mark,
    Paragraph,
    Reference,
)
from assistant.export.stationery import blank

if TYPE_CHECKING:
    from docx.document import Document as WordFile
    from docx.text.paragraph import Paragraph as Line


def render(document: Document) -> bytes:
    """The document as a .docx file."""
    word = blank(document.title, document.on)
    word.add_heading(document.title, 1)
    word.add_paragraph(SELECTION)
    word.add_paragraph(document.made)
    for entry in document.entries:
        word.add_heading(document.heading(entry), 2)
        _say(word, entry)
    if document.references:
        word.add_heading(REFERENCES, 2)
    for reference in document.references:
        _refer(word, reference)
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()


def _say(word: WordFile, entry: Entry) -> None:
    for paragraph in entry.paragraphs:
        _cite(word.add_paragraph(), paragraph)
    for notice in entry.notices:
        noted = word.add_paragraph()
        noted.add_run("Note:").bold = True
        noted.add_run(f" {notice}")
    if entry.searched:
        word.add_paragraph(entry.searched)
    if entry.near:
        word.add_paragraph(NEAREST).paragraph_format.keep_with_next = True
    for near in entry.near:
        word.add_paragraph(f"{near.words}: {near.begins}", "List Bullet")


def _cite(line: Line, paragraph: Paragraph) -> None:
    for piece in paragraph:
        if isinstance(piece, Mark):
            _link(line, f"[{piece.n}]", to=_name(piece.n))
        else:
            line.add_run(piece)


def _refer(word: WordFile, reference: Reference) -> None:
    line = word.add_paragraph(style="List")
    _anchor(line, reference.n)
    line.add_run(f"[{reference.n}]\t{reference.words}.")
    for caution in reference.cautions:
        line.add_run(f" {caution}.").bold = True
    for quote in reference.quotes:
        word.add_paragraph(quote, "Quote")
    word.add_paragraph(f"File: {reference.source}", "List Continue")


def _name(n: int) -> str:
    return f"reference_{n}"


def _link(line: Line, words: str, *, to: str) -> None:
    """A link inside the document; python-docx has none."""
    from docx.oxml import OxmlElement  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415
    from docx.shared import RGBColor  # noqa: PLC0415

    run = line.add_run(words)
    run.font.color.rgb = RGBColor(0x1C, 0x4A, 0x66)
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), to)
    link.append(run._element)
    line._element.append(link)


def _anchor(line: Line, n: int) -> None:
    """Where the links to a reference lead."""
    from docx.oxml import OxmlElement  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415

    for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
        mark = OxmlElement(tag)
        mark.set(qn("w:id"), str(n))
        if tag == "w:bookmarkStart":
            mark.set(qn("w:name"), _name(n))
        line._element.append(mark)

"""Documents of the suite that python-docx makes and LibreOffice sets: automatic numbers, headers, columns, a table."""

from __future__ import annotations

from pathlib import Path

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from press import prose

Gold = list[dict[str, str | None]]


def _field(paragraph: object, code: str) -> None:
    for kind, text in (("begin", ""), ("", code), ("end", "")):
        run = paragraph.add_run()
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.text = text
        run._r.append(mark)


def word_document(path: Path) -> Gold:
    """Header, footer with "Page 2 of 5", automatic numbers, justified text, a table."""
    document, gold = Document(), []
    section = document.sections[0]
    section.header.paragraphs[0].text = "Example Parish Council – minutes of 4 March 2014"
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    foot.add_run("Page ")
    _field(foot, "PAGE")
    foot.add_run(" of ")
    _field(foot, "NUMPAGES")
    document.add_heading("Minutes of the Meeting of Example Parish Council", 1)
    document.add_paragraph("Held on Tuesday 4 March 2014 at the Village Hall")
    for n in range(1, 17):
        paragraph = document.add_paragraph(prose(n, 4), style="List Number")
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        gold.append({"printed": f"{n}.", "starts": " ".join(prose(n).split()[:7])})
        if n == 8:
            table = document.add_table(rows=3, cols=3)
            for row, cells in zip(
                table.rows,
                (("Payee", "Purpose", "Sum"), ("Bell Ltd", "Clock", "120.00"), ("Marsh", "Hall", "48.50")),
                strict=True,
            ):
                for cell, text in zip(row.cells, cells, strict=True):
                    cell.text = text
    document.save(str(path))
    return gold


def columns_document(path: Path) -> Gold:
    """A title over the page and two columns of numbered paragraphs under it."""
    document, gold = Document(), []
    document.add_heading("Minutes of the Meeting of Example Parish Council", 1)
    document.add_paragraph("Held on Tuesday 4 March 2014 at the Village Hall")
    section = document.add_section(0)
    columns = section._sectPr.find(qn("w:cols"))
    columns.set(qn("w:num"), "2")
    columns.set(qn("w:space"), "500")
    for n in range(1, 13):
        document.add_paragraph(prose(n + 4, 2), style="List Number")
        gold.append({"printed": f"{n}.", "starts": " ".join(prose(n + 4).split()[:7])})
    document.save(str(path))
    return gold

"""Make the suite: PDFs of every setting that minutes are met in, each with the passages that must be found in it.

usage: python make.py    (needs reportlab, and for the last two files python-docx and LibreOffice's soffice)
"""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

from office import columns_document, word_document
from press import HEIGHT, WIDTH, Press, prose
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

HERE = Path(__file__).parent
LEFT, MEASURE = 72.0, WIDTH - 144.0


def title(press: Press, name: str = "Example Borough Council") -> None:
    press.heading(LEFT, name, 14)
    press.put(LEFT, "Minutes of the Scrutiny Committee held on Tuesday 4 March 2014 at the Town Hall")
    press.down(2)


def headers(press: Press) -> None:
    """Header and footer on every page, page numbers at the right, paragraphs over the page breaks."""

    def every_page() -> None:
        press.put(LEFT, "Scrutiny Committee – 4 March 2014", size=9, y=HEIGHT - 40)
        press.right(WIDTH - LEFT, f"Page {press.page} of 4", y=40)
        press.put(LEFT, "Example Borough Council", size=9, y=40)

    press.every_page = every_page
    title(press)
    for item in range(1, 6):
        press.heading(LEFT, f"{item}. {('Libraries', 'Finance', 'Highways', 'Schools', 'Housing')[item - 1]}")
        for part in range(1, 6):
            press.numbered(f"{item}.{part}", LEFT, LEFT + 36, MEASURE - 36, prose(item * 7 + part, 4))


def hanging(press: Press) -> None:
    """Letters and romans in hanging indents, each number a run of its own."""
    title(press)
    n = 0
    for item in range(1, 4):
        press.put(LEFT, f"{item}.", font="Helvetica-Bold")
        press.put(LEFT + 30, ("WASTE", "PARKS", "ROADS")[item - 1], font="Helvetica-Bold")
        press.down(1.6)
        press.passage(None, prose(n + 20, 2))
        press.paragraph(LEFT + 30, MEASURE - 30, prose(n + 20, 2))
        press.down(0.6)
        for letter in "abc":
            press.numbered(f"({letter})", LEFT + 30, LEFT + 60, MEASURE - 60, prose(n, 1))
            n += 1
            if letter == "b":
                for roman in ("i", "ii", "iii"):
                    press.numbered(f"({roman})", LEFT + 60, LEFT + 90, MEASURE - 90, prose(n, 1))
                    n += 1


def far(press: Press) -> None:
    """Minute numbers in the margin, a long way from their text."""
    title(press)
    for k in range(9):
        press.numbered(f"{77 + k}/21", 36, 150, WIDTH - 150 - LEFT, prose(k + 3))


def columns(press: Press) -> None:
    """Two columns under a heading that stands over both, then another such heading."""
    title(press)
    number = 1
    for part in ("Part One", "Part Two"):
        press.heading(LEFT, f"{part}: the business of the committee", 13)
        top, lowest = press.y, press.y
        for column in range(2):
            x = LEFT + column * (MEASURE / 2 + 10)
            press.y = top - (0 if column == 0 else 3.0)
            for _ in range(3):
                press.put(x, f"{number}.")
                press.passage(str(number), prose(number, 1 + number % 2))
                press.paragraph(x + 20, MEASURE / 2 - 30, prose(number, 1 + number % 2))
                press.down(0.6)
                number += 1
            lowest = min(lowest, press.y)
        press.y = lowest
        press.down()


def tables(press: Press) -> None:
    """A table of those present and one of payments, cells wrapped, between numbered paragraphs."""
    title(press)
    for left, right in (("Councillor Ames", "AA"), ("Councillor Birch", "CB"), ("Councillor Cole", "FC")):
        press.put(LEFT, left)
        press.put(LEFT + 200, right)
        press.put(LEFT + 260, f"Reserve {right}")
        press.down()
    press.down()
    press.numbered("1.", LEFT, LEFT + 30, MEASURE - 30, prose(4))
    press.numbered("2.", LEFT, LEFT + 30, MEASURE - 30, prose(5))
    for cells in (
        ("Payee", "Purpose", "Sum"),
        ("Bell Ltd", "Repairs to the clock of the town hall", "120.00"),
        ("Marsh & Co", "Hire of the hall for the meeting of the working party", "48.50"),
    ):
        wrapped = press.wrap(cells[1], 130)
        for k, line in enumerate(wrapped):
            if k == 0:
                press.put(LEFT + 30, cells[0])
                press.right(LEFT + 350, cells[2])
            press.put(LEFT + 130, line)
            press.down(1 if k < len(wrapped) - 1 else 1.5)
    press.down()
    for n in range(3, 7):
        press.numbered(f"{n}.", LEFT, LEFT + 30, MEASURE - 30, prose(n + 6))


def actions(press: Press) -> None:
    """A column at the right with the initials of those who act, beside any line of the paragraph."""
    title(press)
    press.put(LEFT, "Item", font="Helvetica-Bold")
    press.put(WIDTH - LEFT - 40, "Action", font="Helvetica-Bold")
    press.down(1.6)
    for n, (initials, line) in enumerate(
        (("AA", 0), ("CB", 1), ("", 0), ("FC/AA", 2), ("CB", 0), ("", 0), ("FC", 1)), 1
    ):
        if initials:
            press.put(WIDTH - LEFT - 40, initials, y=press.y - line * press.leading)
        press.numbered(f"{n}.", LEFT, LEFT + 30, MEASURE - 90, prose(n + 11, 2))


def hyphens(press: Press) -> None:
    """Words broken at the ends of lines."""
    title(press)
    for n in range(1, 7):
        press.put(LEFT, f"{n}.")
        text = prose(n + 15, 2)
        press.passage(f"{n}.", text)
        lines = press.wrap(text, MEASURE - 60)
        for k, line in enumerate(lines):
            if k + 1 < len(lines) and (word := lines[k + 1].split()[0]).isalpha() and len(word) > 6:
                line, lines[k + 1] = f"{line} {word[:3]}-", word[3:] + lines[k + 1][len(word) :]
            press.put(LEFT + 30, line)
            press.down()
        press.down(0.6)


def footnotes(press: Press) -> None:
    """A raised figure in the text and its note in small type at the foot of the page."""
    title(press)
    for n in range(1, 4):
        press.numbered(f"{n}.", LEFT, LEFT + 30, MEASURE - 30, prose(n + 22))
    text = "The committee had seen the draft budget"
    press.put(LEFT, "4.")
    press.put(LEFT + 30, text)
    press.passage("4.", text)
    width = press.canvas.stringWidth(text, "Helvetica", press.size)
    press.put(LEFT + 30 + width, "1", size=7, y=press.y + 4)
    press.put(LEFT + 30 + width + 8, "and agreed it.")
    press.put(LEFT, "1", size=7, y=94)
    press.put(LEFT + 6, "Published on the council's website on 3 February.", size=8.5, y=90)
    press.passage(None, "1 Published on the council's website")


def overprinted(press: Press) -> None:
    """Headings printed twice to look bold, ligatures, and DRAFT across the page."""
    title(press)
    press.canvas.saveState()
    press.canvas.setFillGray(0.85)
    press.canvas.translate(150, 250)
    press.canvas.rotate(45)
    press.put(0, "DRAFT", size=120, y=0.1)
    press.canvas.restoreState()
    for n in range(1, 6):
        for shift in (0, 0.3):
            press.put(LEFT + shift, f"{n}. Report of the Chief Officer")
        press.down(1.6)
        part = ("north", "south", "east", "west", "middle")[n - 1]
        text = f"The first \ufb01gures for the {part} o\ufb03ce were noted by members at some length."
        press.passage(None, text.replace("\ufb01", "fi").replace("\ufb03", "ffi"))
        press.paragraph(LEFT, MEASURE, text, font="Serif")
        press.down(0.6)


def indents(press: Press) -> None:
    """Paragraphs told by the indent of their first line alone, lines one and a half apart."""
    press.leading = 19
    title(press)
    for n in range(6):
        text = prose(n + 28)
        press.passage(None, text)
        press.paragraph(LEFT, MEASURE, text, first=28)


def sideways(press: Press) -> None:
    """A page whose text runs up the paper, to be read turned."""
    press.canvas.setPageRotation(90)
    press.canvas.rotate(90)
    press.canvas.translate(0, -WIDTH)
    press.y = WIDTH - 72
    for n in range(1, 6):
        press.numbered(f"{n}.", LEFT, LEFT + 30, HEIGHT - 174, prose(n + 33, 2))


def boxes(press: Press) -> None:
    """A box of text beside the paragraphs, and the order of drawing not that of reading."""
    title(press)
    start = press.y
    for n in (3, 1, 2):
        press.y = start - (n - 1) * 90
        press.numbered(f"{n}.", LEFT, LEFT + 30, MEASURE - 30, prose(n + 8, 3))
    press.gold.sort(key=lambda passage: str(passage["printed"]))
    press.y = start - 3 * 90 - 40
    press.canvas.rect(LEFT + 120, press.y - 20, 260, 40)
    press.put(LEFT + 130, "This paper is available in large print.")
    press.passage(None, "This paper is available in large print.")


def margins(press: Press) -> None:
    """Titles in the margin, wrapped there, beside the paragraphs of their items."""
    title(press)
    names = "Waste and recycling contract,Harbour dues,Report of the Chief Executive on libraries,Car parks".split(
        ","
    )
    for n, name in enumerate(names, 1):
        press.put(LEFT, f"{n}.", font="Helvetica-Bold")
        for k, line in enumerate(press.wrap(name, 90, "Helvetica-Bold")):
            press.put(LEFT + 22, line, font="Helvetica-Bold", y=press.y - k * press.leading)
        for text in (prose(n + 4, 2), prose(n + 16, 2)):
            press.passage(None, text)
            press.paragraph(LEFT + 130, MEASURE - 130, text)
            press.down(0.8)


DOCUMENTS: tuple[Callable[[Press], None], ...] = (
    headers,
    hanging,
    far,
    columns,
    tables,
    actions,
    hyphens,
    footnotes,
    overprinted,
    indents,
    sideways,
    margins,
    boxes,
)


def write(name: str, gold: list[dict[str, str | None]]) -> None:
    (HERE / f"{name}.json").write_text(
        json.dumps(gold, indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
    )


def convert(make: Callable[[Path], list[dict[str, str | None]]], name: str) -> None:
    """A document of python-docx through LibreOffice."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{name}.docx"
        write(name, make(path))
        subprocess.run(
            ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(HERE), str(path)], check=True
        )


def lock() -> None:
    """Two files that are encrypted: one asks for a password, one only forbids copying."""
    folder = HERE / "locked"
    folder.mkdir(exist_ok=True)
    for name, password in (("password", "secret"), ("open", "")):
        lock = StandardEncryption(password, ownerPassword="owner", canCopy=0)
        canvas = Canvas(str(folder / f"{name}.pdf"), encrypt=lock, invariant=1)
        canvas.drawString(72, 700, prose(1, 1))
        canvas.save()


def main() -> None:
    lock()
    for make in DOCUMENTS:
        press = Press(HERE / f"{make.__name__}.pdf")
        make(press)
        press.save()
        write(make.__name__, press.gold)
    convert(word_document, "office_lists")
    convert(columns_document, "office_columns")


if __name__ == "__main__":
    main()

"""PDF: what pdfium sees on a page is in the text once, in reading order; what cannot be read is said in one line."""

from __future__ import annotations

from collections import Counter
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest import UnreadableSource
from ingest.formats import Decoded
from ingest.formats.pdf import decode
from ingest.formats.pdf.pages import MAX_PAGES

SUITE = Path(__file__).parent / "pdf_suite"
PDFS = {path.stem: path.read_bytes() for path in sorted(SUITE.glob("*.pdf"))}


def text_of(name: str) -> str:
    return decode(PDFS[name], f"{name}.pdf").text


def furniture_of(decoded: Decoded) -> list[str]:
    return [decoded.text[part.start : part.end] for part in decoded.furniture]


def blank(pages: int) -> bytes:
    document, out = pypdfium2.PdfDocument.new(), BytesIO()
    for _ in range(pages):
        document.new_page(595, 842).close()
    document.save(out)
    return out.getvalue()


def letters(text: str) -> Counter[str]:
    """Characters but for space; a hyphen at the end of a line is U+FFFE with pdfium; parted cells have our "|"."""
    return Counter(c for c in text.replace("\ufffe", "-") if not c.isspace() and c != "|")


@pytest.mark.parametrize("name", [n for n in PDFS if n != "overprinted"])
def test_every_character_that_pdfium_sees_is_in_the_text_once(name: str):
    document = pypdfium2.PdfDocument(PDFS[name])
    seen = "".join(page.get_textpage().get_text_range() for page in document)
    assert letters(text_of(name)) == letters(seen)


def test_what_is_printed_twice_to_look_bold_is_read_once():
    assert text_of("overprinted").count("3. Report of the Chief Officer") == 1


def test_ligatures_are_the_letters_they_stand_for():
    assert "The first figures for the north office" in text_of("overprinted")


def test_running_headers_and_page_numbers_are_declared_and_nothing_else():
    decoded = decode(PDFS["headers"], "headers.pdf")
    pages = decoded.text.count("\f") + 1
    assert pages == 4
    wanted = {"Scrutiny Committee – 4 March 2014"} | {
        f"Example Borough Council | Page {n} of 4" for n in range(1, pages + 1)
    }
    assert set(furniture_of(decoded)) == wanted
    assert len(decoded.furniture) == 2 * pages


def test_furniture_is_whole_lines_in_order():
    decoded = decode(PDFS["office_lists"], "office_lists.pdf")
    assert decoded.furniture
    for part in decoded.furniture:
        assert decoded.text[part.start - 1 : part.start] in ("", "\n", "\f")
        assert decoded.text[part.end : part.end + 1] in ("", "\n", "\f")
    assert list(decoded.furniture) == sorted(decoded.furniture, key=lambda part: part.start)


def test_a_paragraph_that_goes_on_over_the_page_has_no_blank_line_there():
    before, after = text_of("far").split("\f")
    assert before.endswith("Members")
    assert after.startswith("asked how the work")


def test_a_number_in_a_column_of_its_own_opens_the_line_of_its_words():
    assert "\n77/21  On the market square the committee heard" in text_of("far")


def test_columns_are_read_one_after_the_other_and_headings_over_both_part_them():
    text = text_of("columns")
    places = [text.index(words) for words in ("Part One", "3. ", "\n4. ", "6. ", "Part Two", "7. ", "12. ")]
    assert places == sorted(places)


def test_a_table_is_a_line_a_row_with_its_wrapped_cells_whole():
    text = text_of("tables")
    assert "\nMarsh & Co | Hire of the hall for the meeting of the working party | 48.50\n" in text
    assert "\nCouncillor Birch | CB | Reserve CB\n" in text


def test_an_action_column_comes_behind_its_paragraph_and_never_inside_a_sentence():
    paragraphs = {words[:2]: words for words in text_of("actions").split("\n\n")}
    assert paragraphs["2."].endswith("others were of the same mind.\nCB")


def test_a_hyphen_at_the_end_of_a_line_is_kept_for_quotes():
    assert "-\n" in text_of("hyphens")
    assert "\ufffe" not in text_of("hyphens")


def test_lines_set_as_headings_are_declared():
    decoded = decode(PDFS["hanging"], "hanging.pdf")
    headings = [decoded.text[at:].split("\n", 1)[0] for at in decoded.headings]
    assert headings == ["Example Borough Council", "1.  WASTE", "2.  PARKS", "3.  ROADS"]


def test_a_page_to_be_turned_is_read_as_it_is_seen():
    assert "\n2.  On the" in text_of("sideways")


def test_a_watermark_is_furniture():
    decoded = decode(PDFS["overprinted"], "overprinted.pdf")
    assert [(decoded.text[p.start : p.end], p.reason) for p in decoded.furniture] == [("DRAFT", "watermark")]


def test_words_are_in_the_order_of_reading_not_of_drawing():
    text = text_of("boxes")
    assert text.index("1.  On") < text.index("2.  On") < text.index("3.  On")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "damaged or not a PDF"),
        (b"%PDF-1.7\nnothing of the kind", "damaged or not a PDF"),
        (b"\x00\xff" * 500, "damaged or not a PDF"),
        (blank(2), "no text, it is probably a scan: run `ocrmypdf scan.pdf text.pdf` first"),
        (blank(MAX_PAGES + 1), f"more than {MAX_PAGES}: split it first"),
    ],
    ids=["empty", "only a header", "garbage", "scan", "too many pages"],
)
def test_what_cannot_be_read_is_said_in_one_line_with_what_to_do(data: bytes, says: str):
    with pytest.raises(UnreadableSource) as caught:
        decode(data, "minutes.pdf")
    message = str(caught.value)
    assert says in message
    assert message.startswith("minutes.pdf ")
    assert "\n" not in message


def test_a_locked_pdf_is_named_as_such():
    with pytest.raises(UnreadableSource, match="locked with a password"):
        decode((SUITE / "locked" / "password.pdf").read_bytes(), "minutes.pdf")


def test_a_pdf_locked_against_copying_alone_is_read():
    assert "On the" in decode((SUITE / "locked" / "open.pdf").read_bytes(), "minutes.pdf").text


def test_pages_without_text_among_others_are_named():
    document, out = pypdfium2.PdfDocument(PDFS["hyphens"]), BytesIO()
    for _ in range(3):
        document.new_page(595, 842).close()
    document.save(out)
    (warning,) = decode(out.getvalue(), "minutes.pdf").warnings
    assert warning.startswith("pages 2-4: no text")


@settings(max_examples=300, deadline=None)
@given(
    name=st.sampled_from(sorted(PDFS)),
    cut=st.floats(0.05, 1.0),
    flips=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), max_size=12),
)
def test_a_damaged_pdf_gives_text_or_one_clear_line(name: str, cut: float, flips: list[tuple[float, int]]):
    data = bytearray(PDFS[name][: int(len(PDFS[name]) * cut)])
    for place, byte in flips:
        data[int(place * len(data))] = byte
    try:
        said = decode(bytes(data), "minutes.pdf").text.strip()
    except UnreadableSource as error:
        said = str(error) if "\n" not in str(error) else ""
    assert said

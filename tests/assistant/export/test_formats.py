"""Word, PDF and Markdown: readers of others' making find every word in them, and nothing that we did not write."""

from __future__ import annotations

import io
import re
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from zipfile import ZipFile

import docx
import pypdfium2
import pytest
from hypothesis import assume, example, given, settings

from assistant.export import Taken
from assistant.export.document import FOOTER, SELECTION, line
from assistant.export.markdown import render as markdown
from assistant.export.pdf import render as pdf
from assistant.export.word import render as word
from ingest import Status
from tests.assistant.export.papers import (
    TEXTS,
    about,
    bare,
    in_markdown,
    in_pdf,
    in_word,
    paper,
    refusal,
)
from tests.assistant.web.records import answer, passage

WELSH = "Penderfynodd Pwyllgor Tŷ’r Ŵyl — “ŵ ŷ â ê î ô û ẁ ỳ” — wario £5,000 ar Lŷn."
RIGHT_TO_LEFT = "Councillor محمد علي moved and Councillor דוד לוי seconded 7.3."
_OURS = {
    *("heading", "paragraph", "bullet_list", "list_item", "blockquote"),
    *("strong",),
}
ELEMENTS = {f"{name}_{side}" for name in _OURS for side in ("open", "close")} | {
    "inline",
    "text",
    "text_special",
}


def conversation():
    """An answer with a notice, from draft minutes, and a refusal."""
    told = answer(("The Panel met. ", passage(status=Status.DRAFT), "That the Panel meet"), notices=("Old.",))
    return paper(Taken(question="What was agreed?", answer=told), refusal(passage("A kite flew.")))


def test_a_word_file_is_made_of_real_headings_lists_and_quotes_in_order():
    lines = in_word(word(conversation()))

    assert lines[:3] == [
        ("Heading 1", "2 questions to the minutes"),
        ("Normal", SELECTION),
        ("Normal", "Made on 22 November 2026 at 14:05."),
    ]
    assert [words for style, words in lines if style == "Heading 2"] == [
        "What was agreed?",
        "Who flew?",
        "References",
    ]
    assert ("Normal", "Note: Old.") in lines
    assert [style for style, _ in lines[-3:]] == ["List", "Quote", "List Continue"]
    assert lines[-3][1].startswith("[1]\tAmbridge, Cabinet, 24 November 2014, draft minutes")
    assert lines[-3][1].endswith("Draft minutes.")
    assert lines[-2:] == [("Quote", "That the Panel meet"), ("List Continue", "File: cabinet.txt")]
    assert any(style == "List Bullet" and words.endswith(": A kite flew.") for style, words in lines)


def test_a_word_file_is_ours_on_a4_in_british_english_with_nothing_of_a_template():
    content = word(about("Words.", question="Who?"))
    file = docx.Document(io.BytesIO(content))
    with ZipFile(io.BytesIO(content)) as package:
        names, everything = package.namelist(), b"".join(map(package.read, package.namelist()))

    properties = file.core_properties
    assert (properties.title, properties.author, properties.language) == ("Who?", "Minutebook", "en-GB")
    assert properties.comments == FOOTER
    assert properties.created.year == 2026
    assert b"python-docx" not in everything
    assert b"Macintosh" not in everything
    assert b'w:val="en-US"' not in everything
    assert not [name for name in names if "thumbnail" in name]
    assert (file.sections[0].page_width.cm, file.sections[0].page_height.cm) == pytest.approx(
        (21, 29.7), abs=0.01
    )
    footer = file.sections[0].footer.paragraphs[0]._element.xml
    assert re.findall('w:instr="([^"]+)"', footer) == ["PAGE", "NUMPAGES"]


def test_a_citation_of_a_word_file_leads_to_its_reference():
    xml = docx.Document(io.BytesIO(word(conversation())))._element.xml

    assert re.findall('w:anchor="([^"]+)"', xml) == re.findall('w:bookmarkStart [^>]*w:name="([^"]+)"', xml)


@settings(max_examples=40, deadline=None)
@given(TEXTS, TEXTS)
@example("a\x00b\x07\ud800\ufffe", "=1+1")
def test_any_text_comes_back_from_a_word_file_as_text(words, name):
    made = about(words, question=words, body=name, source=name, item_title=words)
    content = word(made)
    lines = [text for _, text in in_word(content)]

    assert f"[1]\t{made.references[0].words}." in lines
    assert f"File: {line(name)}".rstrip() in [text.rstrip() for text in lines]
    assert [text for style, text in in_word(content) if style == "Quote"] == list(made.references[0].quotes)
    codes = {
        "".join(element.itertext())
        for element in docx.Document(io.BytesIO(content))._element.iter("{*}instrText")
    }
    assert codes == set()


@settings(max_examples=150, deadline=None)
@given(TEXTS, TEXTS)
@example("1) a", "# b")
@example("- a", "---")
@example("+ a", "> b")
@example("===", "**b**")
@example("a_b__c_ _d_ ~~e~~ &amp; &#60; www.x.example https://x.example", "--- ## #")
def test_any_text_comes_back_from_markdown_and_makes_no_element(words, name):
    made = about(words, question=words, body=name, source=name)
    kinds, texts = in_markdown(markdown(made))

    assert set(kinds) <= ELEMENTS
    assert [kinds.count(f"{name}_open") for name in ("heading", "blockquote", "bullet_list", "strong")] == [
        3, len(made.references[0].quotes), 0, 0
    ]  # fmt: skip
    assert texts[0] == made.title
    assert f"[1] {made.references[0].words}." in texts
    assert [text for text in texts if bare(text) == bare(words)] or not words.strip() or line(words) != words
    assert f"File: {line(name)}".rstrip() in [text.rstrip() for text in texts]


def test_hostile_minutes_make_no_element_of_markdown_beside_ours():
    kinds, texts = in_markdown(markdown(conversation()))

    assert set(kinds) <= ELEMENTS
    assert {"blockquote_open", "bullet_list_open", "strong_open"} <= set(kinds)
    assert "Note: Old." in texts


@settings(max_examples=60, deadline=None)
@given(TEXTS)
@example(WELSH)
@example("=x" * 400)
@example("half-yearly " * 30)
def test_any_text_of_our_letters_comes_back_from_a_pdf(words):
    assume(all(ord(letter) < 0x250 or letter in "’“”–—…ẁỳ" for letter in words))
    assume(not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\xa0\xad]", words))
    found = unicodedata.normalize("NFKC", in_pdf(pdf(about(words))))

    assert bare(unicodedata.normalize("NFKC", words)) in bare(found)


def test_a_pdf_is_tagged_and_named_with_bookmarks_and_its_fonts_in_it():
    content = pdf(conversation())
    with pypdfium2.PdfDocument(content) as file:
        bookmarks = [bookmark.get_title() for bookmark in file.get_toc()]
        metadata = file.get_metadata_dict()
        tagged = file.is_tagged()

    assert bookmarks == ["2 questions to the minutes", "What was agreed?", "Who flew?", "References"]
    assert (metadata["Title"], metadata["Author"]) == ("2 questions to the minutes", "Minutebook")
    assert tagged
    assert b"/Lang" in content
    assert b"pdfuaid" in content


def test_welsh_and_letters_from_right_to_left_stand_in_an_accessible_pdf():
    content = pdf(about(f"{WELSH} {RIGHT_TO_LEFT}"))

    assert b"pdfuaid" in content
    assert "Tŷ’r Ŵyl" in in_pdf(content)
    assert {"محمد", "علي", "דוד", "לוי"} <= set(in_pdf(content).split())


def test_a_pdf_says_so_where_its_fonts_lack_a_character():
    said = "stand as empty boxes"

    assert said in in_pdf(pdf(about("中文")))
    assert said not in in_pdf(pdf(about(WELSH)))


def test_files_made_at_the_same_time_are_those_made_alone():
    papers = [about(f"Words {n} of the record.") for n in range(8)]
    with ThreadPoolExecutor(4) as several:
        together = list(several.map(pdf, papers))

    assert together == [pdf(one) for one in papers]

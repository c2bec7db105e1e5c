"""Word documents are read as Word shows them: changes accepted, fields by their results, everything once."""

# ruff: noqa: E501  (a paragraph is one line)

from __future__ import annotations

import io
import zipfile

import pytest

from ingest import check_conservation, parse
from ingest.formats import Decoded
from ingest.formats.word import decode
from ingest.source import SourceText
from tests.ingest.formats.word_suite.writing import Writer, numbered, run

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def read(w: Writer) -> Decoded:
    return decode(w.bytes(), "minutes.docx")


def shown(*blocks: str) -> list[str]:
    """The paragraphs of a document made of these blocks of XML."""
    w = Writer()
    for block in blocks:
        w.raw(block)
    return read(w).text.split("\n\n")


def paragraph(content: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def field(instruction: str, result: str) -> str:
    step = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    return step.format("begin") + code + step.format("separate") + result + step.format("end")


def repacked(data: bytes, changes: dict[str, bytes | None]) -> bytes:
    """The same package with parts replaced, added or (None) taken out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in changes:
                new.writestr(name, old.read(name))
        for name, content in changes.items():
            if content is not None:
                new.writestr(name, content)
    return out.getvalue()


def test_number_and_words_stand_two_blanks_apart_and_paragraphs_a_line():
    w = Writer()
    items = w.list(w.define("decimal|%1."))
    w.add("Apologies", items)
    w.add("Ponds", items)
    assert read(w).text == "1.  Apologies\n\n2.  Ponds"


def test_breaks_tabs_and_hyphens_are_characters():
    content = run("a") + "<w:r><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r>"
    assert shown(paragraph(content)) == ["a\tb\nc-d"]


def test_a_page_break_is_a_form_feed():
    assert shown(paragraph(run("one") + '<w:r><w:br w:type="page"/></w:r>' + run("two"))) == ["one\ftwo"]
    assert shown(paragraph(run("one")), paragraph(run("two"), "<w:pageBreakBefore/>")) == ["one", "\ftwo"]


def test_results_of_fields_are_shown_and_instructions_are_not():
    """Also of a field inside the instruction of another."""
    nested = field(f"IF {field('MERGEFIELD x', run('hidden by the outer'))} = 1", run("shown"))
    assert shown(paragraph(run("As ") + nested + run(" here."))) == ["As shown here."]


def test_a_field_that_never_ends_does_not_swallow_the_rest():
    broken = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>'
    assert shown(paragraph(broken), paragraph(run("Still here."))) == ["Still here."]


def test_deleted_words_are_gone_and_inserted_ones_are_there():
    cut = '<w:del w:id="1" w:author="x"><w:r><w:delText>old</w:delText></w:r></w:del>'
    new = f'<w:ins w:id="2" w:author="x">{run("new")}</w:ins>'
    w = Writer()
    w.raw(paragraph(run("the ") + cut + new))
    decoded = read(w)
    assert decoded.text == "the new"
    assert decoded.warnings == ("tracked changes were read as if they were accepted",)


def test_a_paragraph_whose_mark_is_deleted_takes_the_number_of_the_next():
    w = Writer()
    items = w.list(w.define("decimal|%1."))
    w.raw(paragraph(run("Half a sentence "), '<w:rPr><w:del w:id="1" w:author="x"/></w:rPr>'))
    w.raw(numbered(items, 0, run("and the other half.")))
    assert read(w).text == "1.  Half a sentence and the other half."


def test_hidden_words_are_left_out_and_that_is_said():
    w = Writer()
    w.raw(paragraph(run("seen ") + run("unseen", "<w:vanish/>") + run("too", '<w:vanish w:val="0"/>')))
    decoded = read(w)
    assert decoded.text == "seen too"
    assert decoded.warnings == ("text that is set as hidden was left out",)


def test_a_text_box_is_read_once_after_its_paragraph():
    """Word writes it twice, for newer and for older programs."""
    box = f"<w:txbxContent>{paragraph(run('In the box'))}</w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    twice = f"<mc:AlternateContent {mc}><mc:Choice Requires='wps'>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    content = run("Before ") + f"<w:r>{twice}</w:r>" + run("after")
    assert shown(paragraph(content)) == ["Before after", "In the box"]


def test_footnotes_stand_at_the_end_with_their_marks():
    w = Writer()
    w.raw(paragraph(run("The policy") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run(" stands.")))
    notes = (
        f'<w:footnotes {W}><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="2">'
        f"{paragraph('<w:r><w:footnoteRef/></w:r>' + run('Agreed in 2019.'))}</w:footnote></w:footnotes>"
    )
    related = (
        b'<Relationship Id="rId77" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" '
        b'Target="footnotes.xml"/></Relationships>'
    )
    data = w.bytes()
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        relations = package.read("word/_rels/document.xml.rels").replace(b"</Relationships>", related)
    changed = {"word/_rels/document.xml.rels": relations, "word/footnotes.xml": notes.encode()}
    assert decode(repacked(data, changed), "x.docx").text == "The policy[1] stands.\n\n[1]  Agreed in 2019."


def test_a_header_that_says_something_new_is_read_first_and_once():
    """DRAFT in a header is what tells the state of the minutes; the page number below is furniture."""
    w = Writer()
    section = w.document.sections[0]
    section.header.paragraphs[0].text = "DRAFT MINUTES"
    section.footer.paragraphs[0].text = "Page 1 of 3"
    w.add("Parks Committee")
    decoded = read(w)
    assert decoded.text == "DRAFT MINUTES\n\nParks Committee\n\nPage 1 of 3"
    assert [decoded.text[f.start : f.end] for f in decoded.furniture] == ["Page 1 of 3"]


def test_a_header_that_repeats_the_text_is_furniture():
    w = Writer()
    w.document.sections[0].header.paragraphs[0].text = "Parks Committee"
    w.add("Parks Committee")
    decoded = read(w)
    assert [(f.start, f.end, f.reason) for f in decoded.furniture] == [(0, 15, "running header")]


def test_headings_are_pointed_at_but_numbered_prose_in_a_heading_style_is_not():
    w = Writer()
    w.add("Apologies", style="Heading 1")
    w.add("The treasurer said that the hall would be painted in the spring of next year.", style="Heading 2")
    decoded = read(w)
    assert decoded.headings == (0,)


def test_lines_of_a_table_of_contents_are_furniture():
    w = Writer()
    w.style("TOC1")
    w.document.styles["TOC1"].element.name_val = "toc 1"
    w.add("1. Apologies\t3", style="toc 1")
    w.add("Apologies")
    decoded = read(w)
    assert [decoded.text[f.start : f.end] for f in decoded.furniture] == ["1. Apologies\t3"]


def test_numbers_made_by_fields_are_said_to_be_missing():
    w = Writer()
    w.raw(paragraph("<w:r><w:instrText> AUTONUM </w:instrText></w:r>" + run("Words")))
    assert any("AUTONUM" in warning for warning in read(w).warnings)


@pytest.mark.parametrize("suffix", ["strict", "transitional"])
def test_both_variants_of_the_format_are_read(suffix):
    w = Writer()
    w.add("One", w.list(w.define("lowerRoman|%1)")))
    data = w.bytes()
    if suffix == "strict":
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            changes = {
                name: package.read(name)
                .replace(b"http://schemas.openxmlformats.org/wordprocessingml/2006/main", b"http://purl.oclc.org/ooxml/wordprocessingml/main")
                .replace(b"http://schemas.openxmlformats.org/officeDocument/2006/relationships", b"http://purl.oclc.org/ooxml/officeDocument/relationships")
                for name in package.namelist()
                if name.endswith((".xml", ".rels"))
            }  # fmt: skip
        data = repacked(data, changes)
    assert decode(data, "x.docx").text == "i)  One"


def test_minutes_in_word_are_parsed_with_their_automatic_numbers():
    """From bytes to passages: the numbers that the file does not hold are the ones that are cited."""
    w = Writer()
    items = w.list(w.define("decimal|%1.", "decimal|%1.%2", "lowerLetter|(%3)"))
    w.add("OLDTOWN PARISH COUNCIL")
    w.add("Minutes of the meeting held on 4 July 2022")
    for words, depth in (
        ("APOLOGIES", 0), ("Apologies came from Councillor Hay.", 1), ("PONDS", 0), ("The chair described the ponds.", 1),
        ("It was RESOLVED that:", 1), ("the ponds be dredged; and", 2), ("the costs be published.", 2),
    ):  # fmt: skip
        w.add(words, items, depth)
    decoded = read(w)
    minutes = parse(SourceText(name="m.docx", text=decoded.text, sha256="", headings=decoded.headings))
    printed = [p.citation.printed for p in minutes.passages()]
    assert [number for number in printed if number] == ["1", "1.1", "2", "2.1", "2.2", "(a)", "(b)"]
    assert [item.number for item in minutes.meetings[0].items if item.number] == ["1", "2"]
    assert not check_conservation(minutes)

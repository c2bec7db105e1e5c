"""OpenDocument texts are read as LibreOffice shows them."""

# ruff: noqa: E501  (XML on one line)

from __future__ import annotations

import io
import zipfile

from ingest.formats import Decoded
from ingest.formats.opendocument import decode

NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("text", "text"), ("style", "style"), ("table", "table"), ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"),
    )
)  # fmt: skip
DECIMAL = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/></text:list-style>'
)


def read(body: str, automatic: str = "", styles: str = "") -> Decoded:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr(
            "content.xml",
            f"<office:document-content {NAMES}><office:automatic-styles>{automatic}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        )
        package.writestr("styles.xml", f"<office:document-styles {NAMES}>{styles}</office:document-styles>")
    return decode(out.getvalue(), "minutes.odt")


def items(*paragraphs: str, attributes: str = "") -> str:
    inner = "".join(f"<text:list-item>{p}</text:list-item>" for p in paragraphs)
    return f'<text:list text:style-name="L" {attributes}>{inner}</text:list>'


def test_only_the_first_paragraph_of_an_item_is_numbered():
    text = read(items("<text:p>One</text:p><text:p>and more</text:p>", "<text:p>Two</text:p>"), DECIMAL).text
    assert text == "1.  One\n\nand more\n\n2.  Two"


def test_a_list_counts_on_only_where_it_says_so():
    one = items("<text:p>One</text:p>", attributes='xml:id="first"')
    anew = items("<text:p>Anew</text:p>")
    on = items("<text:p>On</text:p>", attributes='text:continue-list="first"')
    assert read(one + anew + on, DECIMAL).text == "1.  One\n\n1.  Anew\n\n2.  On"


def test_numbered_paragraphs_outside_lists_are_counted():
    body = "".join(
        f'<text:numbered-paragraph text:list-id="x" text:level="1" text:style-name="L"><text:p>{words}</text:p></text:numbered-paragraph>'
        for words in ("One", "Two")
    )
    assert read(body, DECIMAL).text == "1.  One\n\n2.  Two"


def test_blanks_tabs_and_breaks_are_characters():
    assert (
        read('<text:p>a<text:tab/>b \n  c<text:s text:c="2"/>d<text:line-break/>e</text:p>').text
        == "a\tb c  d\ne"
    )


def test_deleted_text_is_gone_and_inserted_text_is_there():
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>old</text:p></text:deletion></text:changed-region>"
        '</text:tracked-changes><text:p>the <text:change-start text:change-id="a"/>new<text:change-end text:change-id="a"/></text:p>'
    )
    decoded = read(body)
    assert decoded.text == "the new"
    assert decoded.warnings == ("tracked changes were read as if they were accepted",)


def test_notes_stand_at_the_end_and_comments_nowhere():
    note = "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Agreed.</text:p></text:note-body></text:note>"
    comment = "<office:annotation><text:p>Is this right?</text:p></office:annotation>"
    assert read(f"<text:p>Policy{note} stands{comment}.</text:p>").text == "Policy[1] stands.\n\n[1]  Agreed."


def test_a_text_box_follows_its_paragraph():
    frame = "<draw:frame><draw:text-box><text:p>In the box</text:p></draw:text-box><svg:desc>a box</svg:desc></draw:frame>"
    assert read(f"<text:p>Before {frame}after</text:p>").text == "Before after\n\nIn the box"


def test_hidden_text_is_left_out_and_that_is_said():
    hidden = '<style:style style:name="T" style:family="text"><style:text-properties text:display="none"/></style:style>'
    decoded = read('<text:p>seen<text:span text:style-name="T"> unseen</text:span></text:p>', hidden)
    assert decoded.text == "seen"
    assert decoded.warnings == ("text that is set as hidden was left out",)


def test_headings_are_pointed_at_and_contents_are_furniture():
    contents = (
        '<style:style style:name="C" style:family="paragraph" style:parent-style-name="Contents_20_1"/>'
    )
    known = (
        '<style:style style:name="Contents_20_1" style:display-name="Contents 1" style:family="paragraph"/>'
    )
    body = '<text:p text:style-name="C">Apologies 3</text:p><text:h text:outline-level="1">Apologies</text:h>'
    decoded = read(body, contents, known)
    assert decoded.text[decoded.headings[0] :] == "Apologies"
    assert [decoded.text[f.start : f.end] for f in decoded.furniture] == ["Apologies 3"]


def test_a_table_of_data_keeps_its_rows_and_repeated_cells_are_bounded():
    cell = "<table:table-cell{}><text:p>{}</text:p></table:table-cell>"
    rows = (
        f"<table:table-row>{cell.format('', 'Aber')}{cell.format('', '771')}"
        f"<table:table-cell table:number-columns-repeated='99999999'/></table:table-row>"
    )
    assert read(f"<table:table>{rows}</table:table>").text == "Aber | 771"


def test_a_header_that_says_something_new_is_read_first():
    styles = (
        '<office:master-styles><style:master-page style:name="Standard"><style:header><text:p>DRAFT</text:p></style:header>'
        "<style:footer><text:p>Page <text:page-number>1</text:page-number></text:p></style:footer></style:master-page></office:master-styles>"
    )
    decoded = read("<text:p>Minutes</text:p>", styles=styles)
    assert decoded.text == "DRAFT\n\nMinutes\n\nPage 1"
    assert [decoded.text[f.start : f.end] for f in decoded.furniture] == ["Page 1"]

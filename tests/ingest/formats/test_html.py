"""Pages of made-up councils, as browsers and Word save them, become the text that a reader sees."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from ingest import Minutes, check_conservation, parse, read_source
from ingest.errors import UnreadableSource
from ingest.formats.html import decode
from tests.ingest.formats.showing import shown

PAGES = Path(__file__).parent / "pages"
NAMES = sorted(p.name for p in PAGES.iterdir() if p.suffix != ".txt")


@cache
def minutes_of(name: str) -> Minutes:
    return parse(read_source(PAGES / name))


def numbers_of(name: str) -> set[tuple[str, str]]:
    """The kind and number of every passage that carries one and is no heading."""
    return {
        (p.kind.value, p.citation.printed)
        for p in minutes_of(name).passages()
        if p.citation.printed and not p.heading
    }


def text_of(page: str) -> str:
    return decode(page.encode(), "page.html").text


def furniture_of(page: str) -> list[str]:
    decoded = decode(page.encode(), "page.html")
    return [decoded.text[part.start : part.end] for part in decoded.furniture]


@pytest.mark.parametrize("name", NAMES)
def test_a_page_becomes_the_text_beside_it(name: str):
    """The text was read by eye: F marks furniture, H a heading, ⍽ a no-break space."""
    golden = (PAGES / name).with_suffix(".txt").read_text(encoding="utf-8")
    assert shown(decode((PAGES / name).read_bytes(), name)) == golden


@pytest.mark.parametrize("name", NAMES)
def test_no_text_of_a_page_is_lost_between_decoder_and_passages(name: str):
    assert check_conservation(minutes_of(name)) == []


@pytest.mark.parametrize(
    ("name", "items"),
    [
        ("moderngov-meeting.html", ["276", "277", "278"]),
        ("moderngov-issue.html", ["62", "14"]),
        ("parish-wordpress.html", ["1", "2", "3", "4", "5"]),
        ("word-saved.htm", ["41", "42"]),
        ("action-column.html", ["1", "2", "3"]),
        ("google-docs.html", ["1", "2"]),
    ],
)
def test_items_keep_the_numbers_of_the_page(name: str, items: list[str]):
    found = [item.number for meeting in minutes_of(name).meetings for item in meeting.items if item.number]
    assert found == items


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        (
            "moderngov-meeting.html",
            {("admin", "(a)"), ("admin", "(c)"), ("decision", "1"), ("decision", "2")},
        ),
        (
            "moderngov-item.html",
            {("paragraph", n) for n in ("1", "2", "3", "10")} | {("recommendation", n) for n in ("1", "2")},
        ),
        ("moderngov-decision.html", {("decision", "(1)"), ("decision", "(2)")}),
        ("word-saved.htm", {("admin", "41.1"), ("paragraph", "42.1"), ("decision", "42.2")}),
    ],
)
def test_paragraphs_keep_their_numbers_and_kinds(name: str, numbers: set[tuple[str, str]]):
    assert numbers <= numbers_of(name)


def test_the_meeting_of_an_item_page_is_known_by_the_link_that_leads_back_to_it():
    meeting = minutes_of("moderngov-item.html").meetings[0]
    assert (meeting.body, str(meeting.held_on)) == ("Transport Select Board", "2015-06-09")


def test_the_council_is_known_by_the_title_of_the_window():
    assert minutes_of("moderngov-meeting.html").meetings[0].council == "Aldmere Borough Council"


def test_a_page_of_an_issue_holds_a_meeting_for_each_of_its_entries():
    days = [(m.body, str(m.held_on)) for m in minutes_of("moderngov-issue.html").meetings]
    assert days == [("Cabinet", "2024-09-10"), ("Council", "2024-10-02")]


# what a browser shows


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>one\n two\t three</p>", "one two three\n"),
        ("<p>one<br>two<br><br>three</p>", "one\ntwo\n\nthree\n"),
        ("<p>7.1&nbsp;&nbsp;text</p>", "7.1\u00a0\u00a0text\n"),
        ("<p>6<sup>th</sup> <b>May</b> 2<i>016</i></p>", "6th May 2016\n"),
        ("<pre>a\n  b</pre>", "a\n  b\n"),
        ("<div style='white-space: pre-wrap'>a\n b</div>", "a\n b\n"),
        ("<p>one<p>two", "one\n\ntwo\n"),
        ("<p>He said <q>no</q>.</p>", "He said “no”.\n"),
        ("<p>a &amp; b &lt;c&gt; &#146;d&#0;&#1;</p>", "a & b <c> ’d�\n"),
        ("<p>a<!-- not seen -->b</p>", "ab\n"),
        ("<p>a<span style='display: block'>b</span></p>", "a\n\nb\n"),
        ("<p>\u202eabc\u202c</p>", "\u202eabc\u202c\n"),
        ("", ""),
    ],
)
def test_white_space_and_lines_are_those_of_a_browser(page: str, text: str):
    assert text_of(page) == text


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>x</script>",
        "<style>x</style>",
        "<template><p>x</p></template>",
        "<noscript><p>x</p></noscript>",
        "<div style='color:red; DISPLAY : none'>x</div>",
        "<div hidden><p>x</p></div>",
        "<span class='govuk-visually-hidden'>x</span>",
        "<select><option>x</option></select>",
        "<svg><title>x</title></svg>",
        "<span style='display:none;mso-hide:all'>x</span>",
    ],
)
def test_what_a_reader_does_not_see_is_left_out(hidden: str):
    assert text_of(f"<p>before</p>{hidden}<p>after</p>").split() == ["before", "after"]


def test_a_page_that_hides_itself_until_its_script_runs_is_read_all_the_same():
    assert text_of("<body style='display:none'><main hidden><p>Minutes</p></main>") == "Minutes\n"


def test_a_page_that_hides_most_of_its_text_says_so():
    page = "<p>Seen.</p><div hidden>" + "unseen " * 20 + "</div>"
    assert "hidden" in decode(page.encode(), "page.html").warnings[0]


# tables


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        ("<tr><td>7.1<td>The Chair spoke.", "7.1\u00a0\u00a0The Chair spoke.\n"),
        ("<tr><td>(a)<td><p>One.</p><p>Two.</p>", "(a)\u00a0\u00a0One.\n\nTwo.\n"),
        (
            "<tr><td>C048/23<td><ol start=3><li>One.</ol>",
            "C048/23\u00a0\u00a03.\u00a0\u00a0One.\n",
        ),
        ("<tr><td><ol start=5><li></ol><td>Ponds", "5.\u00a0\u00a0Ponds\n"),
        ("<tr><td>Payee<td>Sum<tr><td>A. Bee<td>£4", "Payee | Sum\nA. Bee | £4\n"),
        ("<tr><th>No.<th>Item", "No.\u00a0\u00a0Item\n"),
        ("<tr><td>Date of decision:<td>10/09/2024", "Date of decision: 10/09/2024\n"),
        ("<tr><td>One.<tr><td>Two.", "One.\n\nTwo.\n"),
        ("<tr><td>2019<td>£300", "2019 | £300\n"),
        ("<tr><td>Ponds<td><h3>Minutes:</h3>Noted.", "Ponds\n\nMinutes:\n\nNoted.\n"),
        (
            f"<tr><td>4<td>Bins<p>{'It was agreed to wait. ' * 5}<td>AB",
            f"4\u00a0\u00a0Bins\n\n{('It was agreed to wait. ' * 5).strip()}\n\nAB\n",
        ),
        (
            f"<tr><td><p>{'left ' * 60}<p>a<td><p>{'right ' * 60}<p>b",
            f"{('left ' * 60).strip()}\n\na\n\n{('right ' * 60).strip()}\n\nb\n",
        ),
        ("<tr><td>3<td><table><tr><td>a<td>b</table>", "3\u00a0\u00a0a | b\n"),
    ],
)
def test_a_row_is_a_numbered_paragraph_or_cells_side_by_side_or_simply_its_lines(rows: str, text: str):
    assert text_of(f"<table>{rows}</table>") == text


# furniture

MINUTES = "<p>The Council resolved to mend the stile on path 7, as reported by the Clerk in March.</p>"


@pytest.mark.parametrize(
    "furniture",
    [
        "<nav><a href=x>Home</a></nav>",
        "<div role=navigation><a href=x>Home</a></div>",
        "<header><p>Home</p></header>",
        "<footer>Home</footer>",
        "<div id=cookie-bar>Home</div>",
        "<ol class='breadcrumbs'><li>Home</ol>",
        "<aside><h2>Links</h2><ul><li><a href=x>Home</a></ul></aside>",
        "<div aria-hidden=true><a href=x>Home</a></div>",
    ],
)
def test_menus_headers_and_footers_are_kept_and_declared(furniture: str):
    page = furniture + MINUTES
    assert "Home" in text_of(page)
    assert any("Home" in part for part in furniture_of(page))
    assert not any("stile" in part for part in furniture_of(page))


@pytest.mark.parametrize(
    "page",
    [
        f"<nav>{MINUTES}</nav>",
        f"<div class='cookie-consent-given'>{MINUTES}</div><p>Home</p>",
        f"<header><h1>Minutes</h1>{MINUTES}<footer>Home</footer>",
        f"<aside>{MINUTES}</aside><p>Home</p>",
        f"<main><header>{MINUTES}</header><p>{'More. ' * 40}</p></main>",
        f"<div aria-hidden=true>{MINUTES}</div><div role=dialog>We use cookies</div>",
        f"<footer><main>{MINUTES}</main></footer>{MINUTES * 3}",
    ],
)
def test_what_holds_the_minutes_is_never_furniture(page: str):
    assert not any("stile" in part for part in furniture_of(page))


def test_a_long_footer_is_furniture_where_the_page_names_its_main_part():
    page = f"<main>{MINUTES}</main><footer><p>{'Legal notice. ' * 50}</p></footer>"
    assert len(furniture_of(page)) == 1


def test_the_main_heading_is_never_furniture():
    page = f"<header><h1>Overton Parish Council</h1><p>Sign in</p></header>{MINUTES}"
    assert furniture_of(page) == ["Sign in"]


# bytes


@pytest.mark.parametrize(
    "data",
    [
        "<p>£5 – café".encode(),
        "\ufeff<p>£5 – café".encode(),
        "<p>£5 – café".encode("utf-16"),
        "<p>£5 – café".encode("cp1252"),
        "<meta charset=iso-8859-1><p>£5 – café".encode("cp1252"),
        "<meta http-equiv=content-type content='text/html; charset=macintosh'><p>£5 – café".encode(
            "mac-roman"
        ),
        "<meta charset=iso-8859-1><p>£5 – café".encode(),
        "<meta charset=nonsense><p>£5 – café".encode("cp1252"),
        "<?xml version='1.0' encoding='windows-1252'?><html><p>£5 – café".encode("cp1252"),
    ],
)
def test_a_page_is_read_in_its_encoding(data: bytes):
    assert decode(data, "page.html").text == "£5 – café\n"


def test_a_few_damaged_characters_do_not_spoil_the_others_and_are_counted():
    decoded = decode("<p>£1 £2 £3 ".encode() + b"\xa34", "page.html")
    assert decoded.text == "£1 £2 £3 �4\n"
    assert decoded.warnings[0].startswith("1 characters are damaged")


def test_empty_tags_of_xhtml_are_closed():
    page = (
        b"<?xml version='1.0'?><html><head><title/><script src='x'/></head><body><p>a<br/>b</p></body></html>"
    )
    assert decode(page, "page.xhtml").text == "a\nb\n"


# hostile pages


def test_binary_data_is_refused_by_name():
    with pytest.raises(UnreadableSource, match="is binary"):
        decode(b"\x89PNG\r\n\x00\x00" * 40, "x.html")


@pytest.mark.parametrize("tag", ["div", "table", "blockquote", "ul"])
def test_nesting_beyond_reason_is_refused_in_one_line(tag: str):
    with pytest.raises(UnreadableSource, match=r"^x.html .*nested too deep.*$"):
        decode(f"<{tag}>".encode() * 100_000 + b"text", "x.html")


def test_hundreds_of_fonts_that_are_never_closed_are_no_obstacle():
    page = "".join(f"<p><font color=red><b>{n}. Text.</p>" for n in range(1, 400))
    assert text_of(page).split("\n\n")[398] == "399. Text.\n"


def test_a_picture_held_in_the_page_is_no_obstacle():
    page = f"<p>a<img src='data:image/png;base64,{'A' * 11_000_000}'>b</p>"
    assert text_of(page) == "ab\n"


def test_one_endless_line_is_refused_in_one_line():
    with pytest.raises(UnreadableSource, match="too long"):
        decode(b"<p>" + b"word " * 10_000_000, "x.html")


def test_entities_are_never_expanded():
    bomb = "<!DOCTYPE html [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]><p>&b;</p>"
    assert "ha" not in text_of(bomb)


def test_a_hundred_thousand_entries_are_all_numbered():
    text = text_of("<ol>" + "<li>x" * 100_000)
    assert text.endswith("\n\n100000.\u00a0\u00a0x\n")


def test_a_list_inside_a_list_ninety_deep_is_numbered_at_every_depth():
    lines = [line for line in text_of("<ol start=2><li>x" * 90).split("\n") if line]
    assert lines == ["2.\u00a0\u00a0x"] * 90

"""Lists of a page carry the numbers that a browser prints."""

# ruff: noqa: E501  (a page is as long as it is)

from __future__ import annotations

import re
from shutil import which

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest import check_conservation, parse
from ingest.formats.html import decode
from ingest.source import SourceText


def markers_of(page: str) -> list[tuple[str, str]]:
    """Marker and words of each line; "" for a line without a marker."""
    lines = [line for line in decode(page.encode(), "page.html").text.split("\n") if line]
    return [tuple(line.split("\u00a0\u00a0")) if "\u00a0\u00a0" in line else ("", line) for line in lines]


@pytest.mark.parametrize(
    ("page", "markers"),
    [
        ("<ol><li>x<li>x</ol>", ["1.", "2."]),
        ("<ol start=4><li>x</ol><p>y</p><ol start=5><li>x</ol>", ["4.", "", "5."]),
        ("<ol><li>x<li value=7>x<li>x</ol>", ["1.", "7.", "8."]),
        ("<ol reversed><li>x<li hidden>x<li>x</ol>", ["2.", "1."]),
        ("<ol reversed start=9><li>x<ol><li>x</ol><li>x</ol>", ["9.", "1.", "8."]),
        ("<ol type=a start=26><li>x<li>x</ol>", ["z.", "aa."]),
        ("<ol type=I><li>x<li value=14>x</ol>", ["I.", "XIV."]),
        ("<ol type=i start=0><li>x<li>x</ol>", ["0.", "i."]),
        ("<ol style='margin:0; LIST-STYLE-TYPE: upper-alpha'><li>x</ol>", ["A."]),
        ("<ol style='list-style: lower-roman inside'><li>x</ol>", ["i."]),
        ("<ol style='list-style:none'><li>x</ol>", [""]),
        ("<ol type=a><li style='list-style-type:decimal'>x<li type=I>x</ol>", ["1.", "II."]),
        ("<ul><li>x<ul><li>x</ul></ul>", ["•", "•"]),
        ("<ol><li>x<ol type=a><li>x<li>x</ol><li>x</ol>", ["1.", "a.", "b.", "2."]),
        ("<ol><li><p>x</p><p>y</p><li>x</ol>", ["1.", "", "2."]),
        ("<ol><li>x<br>y<li>x</ol>", ["1.", "", "2."]),
        ("<style>.k{list-style-type:lower-alpha}</style><ol class='c k'><li>x</ol>", ["a."]),
        ("<style>ol.k{list-style:none}</style><ol class=k><li>x</ol>", [""]),
        ("<style>.k{list-style:none}</style><ol class=k style='list-style:decimal'><li>x</ol>", ["1."]),
        ("<ol start=x><li>x</ol>", ["1."]),
        ("<ol start=99999999999999999999><li>x</ol>", ["1."]),
    ],
)
def test_a_list_is_numbered_by_its_markup(page: str, markers: list[str]):
    assert [marker for marker, _ in markers_of(page)] == markers


@pytest.mark.parametrize("number", ["7.1", "1.", "(a)", "a)", "(iv)", "12)", "•"])
def test_entries_that_bring_their_own_number_get_no_second_one(number: str):
    text = decode(f"<ol><li>{number} One.<li><b>{number}</b> Two.</ol>".encode(), "x").text
    assert text == f"{number} One.\n\n{number} Two.\n"


def test_one_entry_that_opens_with_a_figure_leaves_the_list_its_numbers():
    assert markers_of("<ol><li>Two plots.<li>2019. A good year.</ol>")[1] == ("2.", "2019. A good year.")


def test_an_empty_entry_shows_its_number_alone():
    assert decode(b"<ol><li></li><li>x</ol>", "x").text == "1.\n\n2.\u00a0\u00a0x\n"


@pytest.mark.parametrize(
    "comment", [("<![if !supportLists]>", "<![endif]>"), ("<!--[if !supportLists]-->", "<!--[endif]-->")]
)
def test_a_number_that_word_wrote_as_text_comes_out_once(comment: tuple[str, str]):
    before, after = comment
    page = f"<p>{before}<span style='mso-list:Ignore'>4.2<span>&nbsp;&nbsp; </span></span>{after}That it be so.</p>"
    assert decode(page.encode(), "x").text == "4.2\u00a0\u00a0 That it be so.\n"


# random lists against a numbering of our own


@st.composite
def lists(draw, depth: int = 3) -> tuple[str, list[str]]:
    """A list and the markers it should print, in the order of the page."""
    style = draw(st.sampled_from(["1", "a", "A", "i", "I", None]))
    start = draw(st.one_of(st.none(), st.integers(-3, 30)))
    backwards = draw(st.booleans())
    entries = draw(
        st.lists(
            st.tuples(
                st.one_of(st.none(), st.integers(-2, 40)), lists(depth=depth - 1) if depth else st.none()
            ),
            min_size=1,
            max_size=4,
        )
    )
    number = start if start is not None else len(entries) if backwards else 1
    head = "<ol" + (f" type={style}" if style else "") + (f" start={start}" if start is not None else "")
    out, markers = head + (" reversed>" if backwards else ">"), []
    for value, inner in entries:
        number = number if value is None else value
        markers.append(expected(number, style))
        out += "<li" + (f" value={value}" if value is not None else "") + ">words"
        number += -1 if backwards else 1
        if inner:
            out += inner[0]
            markers += inner[1]
        out += draw(st.sampled_from(["", "</li>"]))
    return out + "</ol>", markers


def expected(number: int, style: str | None) -> str:
    """By tables and counting, not by arithmetic: small numbers only."""
    if number > 0 and style in ("a", "A"):
        letters = [chr(97 + n) for n in range(26)]
        letter = (letters + [f"a{x}" for x in letters])[number - 1]
        return (letter if style == "a" else letter.upper()) + "."
    if number > 0 and style in ("i", "I"):
        ones = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"]
        tens = ["", "x", "xx", "xxx", "xl"]
        roman = tens[number // 10] + ones[number % 10]
        return (roman if style == "i" else roman.upper()) + "."
    return f"{number}."


@settings(max_examples=60, deadline=None)
@given(lists())
def test_any_nest_of_lists_is_numbered_as_html_says(case: tuple[str, list[str]]):
    page, markers = case
    assert [marker for marker, _ in markers_of(page)] == markers


@settings(max_examples=20, deadline=None)
@given(st.lists(lists(depth=1), min_size=1, max_size=3))
def test_what_is_parsed_of_any_lists_is_all_of_it(cases: list[tuple[str, list[str]]]):
    decoded = decode("".join(f"<p>Minutes:</p>{page}" for page, _ in cases).encode(), "page.html")
    source = SourceText(name="page.html", text=decoded.text, sha256="", headings=decoded.headings)
    assert check_conservation(parse(source)) == []


_PIECES = ["<p>", "</p>", "<li>", "<ol>", "</ol>", "<td>", "<tr>", "<table>", "</table>", "<nav>", "</nav>", "<br>",
           "<h2>", "</h2>", "<div hidden>", "</div>", "<!--", "-->", "<pre>", "</pre>", "&nbsp;", "1.", "(a)", "\n",
           "word", "RESOLVED", "<", ">", "\x0c", "<a>", "</a>", "|", "<footer>", "<q>", "<th>", "<ul>"]  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=60))
def test_any_soup_of_tags_gives_a_text_whose_spans_are_whole_lines(pieces: list[str]):
    decoded = decode(" ".join(pieces).encode(), "page.html")
    starts = {0, *(m.end() for m in re.finditer("\n", decoded.text))}
    ends = {m.start() for m in re.finditer("\n", decoded.text)}
    assert set(decoded.headings) <= starts
    assert all(part.start in starts and part.end in ends for part in decoded.furniture)
    source = SourceText(
        name="page.html", text=decoded.text, sha256="", furniture=decoded.furniture, headings=decoded.headings
    )
    assert check_conservation(parse(source)) == []


# a real browser


@pytest.mark.browser
def test_markers_are_those_of_a_real_browser():
    """Chromium tells its accessibility tree which marker it prints before each entry."""
    page = _IN_CHROMIUM
    mine = [marker for marker, _ in markers_of(page) if marker]
    assert mine == _chromium_markers(page)


_IN_CHROMIUM = """<ol start=3><li>a<li value=7>b<ol type=a><li>x<li>y</ol><li style="display:none">h<li>c
<li style="display:block">d<li>e</ol><ol reversed><li>a<li hidden>h<li>b<li>c</ol><ol start=0 type=i><li>z<li>z<li>z</ol>
<ol type=A start=26><li>q<li>r</ol><ul><li>u<ol><li>v</ol></ul><ol style="list-style-type:lower-greek"><li>g</ol>
<ol style="list-style:upper-roman inside"><li>g<li type=a>t</ol><ol style="list-style:none"><li>n</ol><li>orphan</li>
<ul style="list-style-type:'- '"><li>d</ul><ol start="x"><li>k</ol><ol start="4.7"><li>k</ol><ol><li value="-2">k<li>l</ol>
<ol style="list-style-type:foo"><li>w</ol><ol><div><li>in<li>second</div><li>third</ol><ul type=1><li>u</ul><ol type=disc><li>o</ol>
<ol type=a><li style="list-style-type:decimal">s<li type=I>t</ol><ol style="list-style-type:decimal-leading-zero"><li>w</ol>
<menu><li>m</menu><ol start=4000 type=I><li>b</ol><ol reversed start=2><li>a<li>b<li>c<li>d</ol><ol reversed><div><li>q<li>r</div><li>s</ol>
<ol><li>a<ul style="list-style-type:decimal"><li>x<li>y</ul><li>b</ol><ol type=a start=0><li>z</ol><dl><li>dl</dl>
<ol><li><p>one</p><p>two</p><li><table><tr><td>t</table></ol><ol start=" +5"><li>p<li>p</ol>"""


def _chromium_markers(page: str) -> list[str]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    found = next(
        (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := which(name))), None
    )
    if found is None:
        pytest.skip("no Chromium on this machine")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(
            executable_path=found, args=["--headless", "--no-sandbox", "--disable-gpu"]
        )
        tab = browser.new_page()
        tab.set_content(page)
        nodes = tab.context.new_cdp_session(tab).send("Accessibility.getFullAXTree")["nodes"]
        browser.close()
    known = {node["nodeId"]: node for node in nodes}
    markers, waiting = [], [nodes[0]["nodeId"]]
    while waiting:
        node = known[waiting.pop()]
        if node.get("role", {}).get("value") == "ListMarker":
            markers.append(node["name"]["value"].strip())
        waiting += reversed([child for child in node.get("childIds", []) if child in known])
    return markers

"""Taking away: what is saved holds what the page shows, and paper has the words without what there is to press."""

from __future__ import annotations

import base64
import csv
import io
import re

import openpyxl
import pypdfium2
import pytest

from assistant.web.conversation import render_conversation
from assistant.web.location import Asked, Chosen, Location
from assistant.web.responder import Exchange
from assistant.web.taking import take
from tests.assistant.export.papers import in_markdown, in_pdf, in_word
from tests.assistant.web.keyboard import Keyboard
from tests.assistant.web.reading import Read
from tests.assistant.web.records import answer, exchange, passage

MOVED = "Who moved the default 20 mph limit for villages at the Highways Board?"
REFUSED = "when is the next general election"
CALLED = re.compile(r"minutebook-\d{4}-\d\d-\d\d-moved-default-20-mph-limit\.(docx|pdf|md)")
WIDTHS = pytest.mark.parametrize("width", [1280, 390])


def taken(conversation, **asked):
    given = dict(Read(take(conversation, **asked)).attributes)
    return given["data-name"], base64.b64decode(given["data-content"])


TWO = (
    exchange(answer(("It meets.", passage(), "meet")), "Who met?"),
    exchange(answer(found=[passage()]), "Who flew?"),
)


def test_one_answer_is_taken_by_its_turn_and_all_without_one():
    alone, every = taken(TWO, suffix=".md", turn=1), taken(TWO, suffix=".md", turn=None)

    assert in_markdown(alone[1])[1][0] == "Who flew?"
    assert in_markdown(every[1])[1][0] == "2 questions to the minutes"
    assert alone[0].endswith("-flew.md")


def test_an_answer_says_what_it_was_narrowed_to_and_an_error_is_taken_along():
    asked = Asked(question="Who?", chosen=Chosen(body="Cabinet", since="2018-01-01"))
    narrow = Exchange(asked=asked, answer=answer(("It meets.", passage(), "meet")), done=True)
    failed = Exchange(asked=Asked(question="?", chosen=Chosen(since="soon")), error="No date.", done=True)
    text = taken((narrow, failed), suffix=".md", turn=None)[1].decode()

    assert "Narrowed to Cabinet, meetings from 1 January 2018." in text
    assert "No date." in text


@pytest.mark.parametrize(
    ("suffix", "turn"),
    [(".exe", 0), ("", 0), (None, None), ([".md"], 0), (".md", 2), (".md", -1), (".md", "0"), (".md", 1.5)],
)
def test_what_no_button_asks_for_is_not_made(suffix, turn):
    assert taken(TWO, suffix=suffix, turn=turn) == ("", b"")


def test_an_answer_that_is_not_whole_yet_cannot_be_taken():
    growing = Exchange(asked=Asked(question="Who?"), answer=TWO[0].answer)

    assert taken((growing,), suffix=".md", turn=0) == ("", b"")
    assert "Take away" not in Read(render_conversation((growing,), Location(asked=(growing.asked,)))).text


def test_the_whole_conversation_is_offered_where_there_is_more_than_one_answer():
    here = Location(asked=tuple(one.asked for one in TWO))
    both, one = (
        Read(render_conversation(TWO, here)),
        Read(render_conversation(TWO[:1], Location(asked=here.asked[:1]))),
    )

    assert both.by_class("mb-take-all") == ["Take the whole conversation awayWordPDFMarkdownPrint"]
    assert one.by_class("mb-take-all") == []
    assert one.by_class("mb-taking") == ["WordPDFMarkdownPrint"]


def saved(visitor, button):
    """What the browser saves when a button is pressed: its name and its content."""
    with visitor.page.expect_download() as waiting:
        button.press("Enter")
    assert visitor.page.locator(".mb-said").inner_text() == "Saved"
    return waiting.value.suggested_filename, waiting.value.path().read_bytes()


def reference_of(source):
    """A reference as the page shows it, without its tags."""
    return source.locator(".mb-reference").evaluate("e => e.firstChild.textContent")


def press_each(visitor, group):
    """Save in each format, by the keyboard."""
    names = [group.get_by_role("button", name=name) for name in ("Word", "PDF", "Markdown")]
    files = [saved(visitor, button) for button in names]
    assert all(CALLED.fullmatch(name) for name, _ in files)
    return [content for _, content in files]


@WIDTHS
@pytest.mark.browser
@pytest.mark.model
def test_an_answer_and_the_conversation_are_saved_in_each_format_with_the_words_of_the_page(
    chat, visit, width
):
    councillor = visit(chat, width=width)
    first = councillor.ask(MOVED)
    reference = reference_of(first.locator(".mb-source").first)
    words = " ".join(first.locator(".mb-words").first.inner_text().split())
    councillor.ask(REFUSED)
    summary = first.get_by_text("Take away")
    summary.focus()
    summary.press("Enter")
    alone = press_each(councillor, first.get_by_role("group", name="Take this answer away"))
    every = press_each(councillor, councillor.page.get_by_role("group", name="whole conversation"))
    councillor.picture(f"take-away-{width}")

    for (word, pdf, markdown), title in ((alone, MOVED), (every, "2 questions to the minutes")):
        lines = in_word(word)
        assert lines[0] == ("Heading 1", title)
        assert words.replace(" [1]", "\u00a0[1]") in [text for _, text in lines]
        assert ("List", f"[1]\t{reference}. Draft minutes.") in lines
        in_one = " ".join(in_pdf(pdf).split())
        assert title in in_one
        assert f"{reference}. Draft minutes." in in_one
        assert in_markdown(markdown)[1][0] == title
        assert f"[1] {reference}. Draft minutes." in in_markdown(markdown)[1]
    assert REFUSED in " ".join(in_pdf(every[1]).split())
    assert REFUSED not in in_pdf(alone[1])


@pytest.mark.browser
@pytest.mark.model
def test_a_file_is_taken_with_the_keyboard_alone(chat, visit):
    councillor = visit(chat)
    councillor.ask(MOVED)
    keys = Keyboard(councillor.page)
    keys.to(".mb-take summary", "Shift+Tab")
    keys.press("Enter")
    keys.to('[data-take=".pdf"]')
    with councillor.page.expect_download() as waiting:
        keys.press("Enter")

    assert CALLED.fullmatch(waiting.value.suggested_filename)
    assert keys.is_at('[data-take=".pdf"]')
    keys.press("Escape")
    keys.arrives_at(".mb-take:not([open]) summary")


def on_paper(visitor, folder):
    """What the page prints: the text of each sheet, and the width of the first in points."""
    visitor.page.pdf(path=folder / "paper.pdf", format="A4", prefer_css_page_size=True)
    with pypdfium2.PdfDocument(folder / "paper.pdf") as paper:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in paper], paper[
            0
        ].get_width()


@WIDTHS
@pytest.mark.browser
@pytest.mark.model
def test_a_conversation_prints_with_its_references_and_without_what_is_pressed(chat, visit, width, tmp_path):
    councillor = visit(chat, width=width, scheme="dark")
    first = councillor.ask(MOVED)
    councillor.ask(REFUSED)
    references = [reference_of(source) for source in councillor.page.locator(".mb-source").all()]
    sheets, across = on_paper(councillor, tmp_path)
    printed = " ".join(sheets)

    assert across == pytest.approx(595, abs=1)
    assert MOVED in printed
    assert REFUSED in printed
    assert all(reference in printed for reference in references)
    assert "It is not the record" in printed
    assert re.search(r"Printed on \d+ \w+ \d{4}\.", printed)
    for pressed in (
        "Copy answer",
        "Take",
        "Is this wrong?",
        "Your question",
        "Search in",
        "Timeline",
        "Skip to",
    ):
        assert pressed not in printed
    councillor.open(first.locator(".mb-cite").first)
    assert MOVED in on_paper(councillor, tmp_path)[0][0]


@pytest.mark.browser
@pytest.mark.model
def test_one_answer_of_several_can_be_printed_alone(chat, visit, tmp_path):
    councillor = visit(chat)
    first = councillor.ask(MOVED)
    councillor.ask(REFUSED)
    # A browser without a screen has no dialog to print with; the page is printed where it would open.
    councillor.page.evaluate("window.asked = 0; void (window.print = () => { window.asked += 1; })")
    first.get_by_text("Take away").click()
    first.get_by_role("button", name="Print this answer").click()
    alone = " ".join(on_paper(councillor, tmp_path)[0])
    councillor.page.evaluate("dispatchEvent(new Event('afterprint'))")
    councillor.page.get_by_role("button", name="Print the whole conversation").click()
    every = " ".join(on_paper(councillor, tmp_path)[0])

    assert councillor.page.evaluate("window.asked") == 2
    assert MOVED in alone
    assert REFUSED not in alone
    assert REFUSED in every


@WIDTHS
@pytest.mark.browser
@pytest.mark.model
def test_registers_are_saved_as_they_are_shown_and_print_as_a_table(chat, visit, width, tmp_path):
    councillor = visit(chat, width=width)
    for view, where in (
        ("decisions", "?show=decisions&body=Highways&outcome=recommended"),
        ("actions", "?show=actions&sort=owner"),
        ("timeline", "?show=timeline&search=accommodation"),
    ):
        councillor.look(where)
        shown = councillor.page.locator(".mb-table tbody tr").count()
        names = {}
        for button in councillor.page.get_by_role("button", name="Save as").all():
            name, content = saved(councillor, button)
            names[name.rpartition(".")[2]] = content
            assert re.match(rf"minutebook-\d{{4}}-\d\d-\d\d-{view}[a-z-]*\.", name)
        rows = list(csv.reader(io.StringIO(names["csv"].decode("utf-8-sig"))))
        (sheet,) = openpyxl.load_workbook(io.BytesIO(names["xlsx"])).worksheets
        sheets, across = on_paper(councillor, tmp_path)

        assert set(names) == {"csv", "xlsx", *(["svg"] if view == "timeline" else [])}
        assert len(rows) == sheet.max_row == shown + 1 > 1
        assert [cell.value for cell in sheet[1]] == rows[0]
        assert across == pytest.approx(842, abs=1)
        assert all(re.search(r"Date Body \w+", text) for text in sheets[1:])
        assert "Save as" not in " ".join(sheets)
        assert {
            "decisions": "Recommended.",
            "actions": "By owner.",
            "timeline": "Searched for “accommodation”.",
        }[view] in sheets[0]

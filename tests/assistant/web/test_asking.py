"""Asking as a councillor meets it: a real Chromium on the real store, embedder, assistant and server."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from eval.cases import read_cases

pytestmark = [pytest.mark.browser, pytest.mark.model]

MOVED = "Who moved the default 20 mph limit for villages at the Highways Board?"
ELECTED = "Who was elected chair of the Secure Accommodation Panel?"
WIDTHS = pytest.mark.parametrize("width", [1280, 390])


def flat(text):
    return " ".join(text.split())


def in_view(page, selector):
    """Whether the top of an element stands inside the window."""
    top = page.locator(selector).first.bounding_box()["y"]
    return 0 <= top < page.viewport_size["height"]


@WIDTHS
def test_an_answer_cites_a_paragraph_that_opens_marked_in_its_place_and_closes_again(chat, visit, width):
    councillor = visit(chat, width=width)
    councillor.picture(f"welcome-{width}")
    exchange = councillor.ask(MOVED)
    councillor.picture(f"answer-{width}")
    reference = exchange.locator(".mb-source .mb-reference").first.evaluate("e => e.firstChild.textContent")
    words = exchange.locator(".mb-words").first.inner_text()
    record = councillor.open(exchange.locator(".mb-cite").first)
    councillor.picture(f"record-{width}")

    assert re.search(r"key point 7$", reference)
    assert f"{reference}." in record.inner_text()
    assert "Draft minutes" in record.locator(".mb-masthead").inner_text()
    assert flat(record.locator("mark").inner_text()) in flat(words)
    assert record.locator(".mb-passage").count() > 5
    assert in_view(councillor.page, "mark")
    assert in_view(councillor.page, ".mb-panel-title")
    assert councillor.page.evaluate("document.documentElement.scrollWidth") <= width
    record.get_by_role("link", name="Close").click()
    councillor.page.wait_for_function("document.activeElement.className === 'mb-cite'")
    assert exchange.is_visible()
    assert in_view(councillor.page, ".mb-cite")


def test_one_click_copies_a_reference_for_a_report_or_a_motion_the_words_or_a_link(chat, visit):
    councillor = visit(chat)
    exchange = councillor.ask(MOVED)
    record = councillor.open(exchange.locator(".mb-cite").first)
    copied = {}
    for name in ("Copy for a report", "Copy for a motion", "Copy the words", "Copy link"):
        record.get_by_role("button", name=name, exact=True).click()
        copied[name] = councillor.copied()

    assert copied["Copy for a report"].endswith("key point 7.")
    assert copied["Copy for a motion"].startswith("This Council notes that the draft minutes of")
    assert flat(record.locator("mark").inner_text())[:40] in copied["Copy the words"]
    councillor.load(copied["Copy link"].removeprefix(chat))
    assert councillor.reading().locator(".mb-this").inner_text() == "Opened: key point 7"


def test_a_link_to_an_answer_gives_the_same_answer_to_whoever_opens_it(chat, visit):
    councillor, colleague = visit(chat), visit(chat)
    councillor.narrow(body="Highways and Transport Board")
    councillor.ask(MOVED)
    second = councillor.ask("and who seconded that?")
    second.get_by_role("button", name="Copy link to this answer").click()
    link = councillor.copied()
    third = councillor.ask(ELECTED)
    colleague.load(link.removeprefix(chat))

    assert colleague.texts(".mb-words") == councillor.texts(".mb-words")[: len(colleague.texts(".mb-words"))]
    assert colleague.texts(".mb-coverage") == councillor.texts(".mb-coverage")[:2]
    assert colleague.texts(".mb-narrowed") == ["Highways and Transport Board"]
    assert third.inner_text() not in colleague.texts(".mb-turn")


def test_back_leads_from_the_record_to_the_answer_to_the_one_before_and_to_the_beginning(chat, visit):
    councillor = visit(chat)
    page = councillor.page
    councillor.ask(MOVED)
    exchange = councillor.ask(ELECTED)
    councillor.open(exchange.locator(".mb-cite").first)

    page.go_back()
    page.locator(".mb-panel-empty").wait_for()
    assert page.title() == f"{ELECTED} – Minutebook"
    page.go_back()
    councillor.wait(1)
    assert councillor.texts(".mb-question") == [MOVED]
    page.go_forward()
    councillor.wait(2)
    page.go_back()
    page.go_back()
    page.locator(".mb-welcome").wait_for()
    assert page.title() == "Minutebook"


def test_neighbouring_paragraphs_and_items_can_be_turned_to(chat, visit):
    councillor = visit(chat)
    record = councillor.open(councillor.ask(MOVED).locator(".mb-cite").first)
    item = record.locator(".mb-item").inner_text()
    record.locator(".mb-passage:not(.mb-passage-cited) .mb-printed").first.click()
    councillor.reading()
    assert record.locator(".mb-item").inner_text() == item
    assert record.locator(".mb-this").inner_text().startswith("Opened: ")
    record.locator(".mb-turn-to").first.click()
    councillor.reading()
    assert record.locator(".mb-item").inner_text() != item


def test_a_filter_holds_for_the_conversation_and_a_new_conversation_clears_it(chat, visit):
    councillor = visit(chat)
    councillor.narrow(body="Highways and Transport Board", since="2018-01-01")
    narrowed = councillor.texts(".mb-narrowed")
    first, second = councillor.ask(ELECTED).inner_text(), councillor.ask(MOVED).inner_text()
    councillor.reload()
    councillor.wait(2)
    kept = councillor.texts(".mb-narrowed")
    councillor.page.get_by_role("link", name="New conversation").click()
    councillor.page.locator(".mb-welcome").wait_for()
    without = councillor.ask(ELECTED).inner_text()

    assert narrowed == kept == ["Highways and Transport Board, from 1 January 2018"]
    for shown in (first, second):
        assert "Searched 1 meeting of Highways and Transport Board, 14 February 2019." in shown
        assert "Narrowed to Highways and Transport Board, meetings from 1 January 2018." in shown
    assert "7 July 2015" in without
    assert "Narrowed" not in without


def test_outcomes_only_cites_nothing_else_and_says_so(chat, visit):
    councillor = visit(chat)
    councillor.narrow(outcomes=True)
    exchange = councillor.ask("What did the Secure Accommodation Panel agree?")

    assert "Narrowed to outcomes only." in exchange.inner_text()
    for n in range(min(2, exchange.locator(".mb-source").count())):
        record = councillor.open(exchange.locator(".mb-source").nth(n))
        assert re.match("Decision|Recommendation|Action", record.locator(".mb-file").inner_text())


def test_we_is_said_once_and_then_asked_of_those_minutes(chat, visit):
    councillor = visit(chat)
    page = councillor.page
    councillor.narrow()
    page.locator(".mb-we summary").click()
    page.get_by_label("My committee").select_option("Highways and Transport Board")
    cookies = page.context.cookies()
    ours = councillor.ask("What did we decide?").inner_text()
    theirs = councillor.ask(ELECTED).inner_text()
    councillor.reload()
    councillor.wait(2)

    assert "Narrowed to Highways and Transport Board." in ours
    assert "Narrowed" not in theirs
    assert cookies == []
    assert page.locator(".mb-we-said").text_content() == "Highways and Transport Board"
    assert councillor.texts(".mb-narrowed") == ["all minutes"]


def test_a_follow_up_is_understood_from_the_question_before_it(chat, visit):
    one, other = visit(chat), visit(chat)
    one.type(MOVED)
    other.type(ELECTED)
    one.wait(1)
    other.wait(1)

    assert "14 February 2019" in one.ask("and who seconded that?").locator(".mb-source").first.inner_text()
    assert "7 July 2015" in other.ask("and who seconded that?").locator(".mb-source").first.inner_text()
    assert one.texts(".mb-question")[0] == MOVED
    assert other.texts(".mb-question")[0] == ELECTED


@WIDTHS
def test_a_question_that_the_minutes_do_not_answer_is_refused_with_what_was_searched(chat, visit, width):
    councillor = visit(chat, width=width)
    exchange = councillor.ask("when is the next general election")
    refusal = exchange.locator(".mb-refusal").inner_text()
    councillor.picture(f"refusal-{width}")
    record = councillor.open(exchange.locator(".mb-hit").first)

    assert re.search(r"Searched: \d+ meetings", refusal)
    assert exchange.locator(".mb-cite").count() == 0
    assert record.locator(".mb-this").inner_text().startswith("Opened: ")


def test_what_cannot_be_asked_is_politely_refused_and_stays_in_its_box(chat, visit):
    councillor = visit(chat)
    problem = councillor.page.locator(".mb-problem")
    councillor.type("why " * 300)
    assert "Please keep it to 1,000" in problem.inner_text()
    assert councillor.page.get_by_label("Your question").input_value() == "why " * 300

    councillor.narrow(since="2019-01-01", until="2018-01-01")
    councillor.type(ELECTED)
    assert "The first date is after the last" in problem.inner_text()
    assert councillor.page.locator(".mb-turn").count() == 0


def test_an_address_that_leads_nowhere_says_so(chat, visit):
    councillor = visit(chat)
    councillor.go("?q=" + "x" * 1001 + "&passage=nowhere.txt%231")
    councillor.wait(1)

    assert "Please keep it to 1,000" in councillor.texts(".mb-turn .mb-error")[0]
    assert "no such passage, or no longer" in councillor.reading().inner_text()


def test_an_empty_store_says_what_to_run_and_offers_nothing_that_leads_nowhere(empty_chat, visit):
    councillor = visit(empty_chat)

    assert "minutebook ingest" in councillor.page.locator(".mb-empty").inner_text()
    assert (
        councillor.page.locator("button:visible, textarea:visible, input:visible, select:visible").count()
        == 0
    )


def cases_of(line):
    return {case.id: case for case in read_cases(Path(line.split(" in ")[1].split(";")[0]))}


@WIDTHS
def test_a_wrong_paragraph_is_kept_as_a_case_with_the_right_one(chat, visit, width):
    councillor = visit(chat, width=width)
    councillor.narrow(body="Secure Accommodation Panel")
    exchange = councillor.ask(ELECTED)
    exchange.get_by_text("Is this wrong?").click()
    exchange.get_by_role("button", name="Save as a test").click()
    assert exchange.locator(".mb-unjudged").inner_text() == "Say first what is wrong."
    exchange.get_by_label("It cites the wrong paragraph").check()
    exchange.get_by_role("button", name="Save as a test").click()
    assert "Choose the passage" in exchange.locator(".mb-unjudged").inner_text()
    right = exchange.locator('.mb-choice:has([type="checkbox"])').nth(1)
    right.click()
    councillor.picture(f"wrong-{width}")
    exchange.get_by_role("button", name="Save as a test").click()
    line = exchange.locator(".mb-saved").inner_text()
    case = cases_of(line)[re.search(r"feedback-[\d-]+", line)[0]]

    assert case.request.question == ELECTED
    assert case.request.filters.body == "Secure Accommodation Panel"
    assert case.answerable
    ((unit,),) = case.golds
    assert unit.doc == "2015-07-07-secure-accommodation-panel.txt"


def test_should_have_refused_is_kept_as_a_question_without_an_answer(chat, visit):
    councillor = visit(chat)
    exchange = councillor.ask(MOVED)
    exchange.get_by_text("Is this wrong?").click()
    exchange.get_by_label("it should have refused", exact=False).check()
    exchange.get_by_role("button", name="Save as a test").click()
    line = exchange.locator(".mb-saved").inner_text()
    case = cases_of(line)[re.search(r"feedback-[\d-]+", line)[0]]

    assert not case.answerable
    assert case.golds == ((),)


def test_should_have_answered_is_kept_with_any_paragraph_that_is_open_in_the_record(chat, visit):
    councillor = visit(chat)
    councillor.ask(ELECTED)
    exchange = councillor.ask("when is the next general election")
    record = councillor.open(exchange.locator(".mb-hit").first)
    printed = record.locator(".mb-passage-cited .mb-printed").inner_text().strip(" .")
    exchange.get_by_text("Is this wrong?").click()
    exchange.get_by_label("it should have answered", exact=False).check()
    exchange.get_by_label("The paragraph that is open in the record").check()
    exchange.get_by_role("button", name="Save as a test").click()
    line = exchange.locator(".mb-saved").inner_text()
    file = Path(line.split(" in ")[1].split(";")[0])
    last = json.loads(file.read_text("utf-8").splitlines()[-1])

    assert last["answerable"]
    assert last["history"] == [ELECTED]
    assert (last["gold"][0]["printed"] or "¶").strip("()") in printed

"""The chat as a councillor meets it: a real Chromium on the real store, embedder, assistant and server."""

from __future__ import annotations

import re

import pytest

from tests.assistant.web.hostile import FILE_NAME, HOSTILE_BODY, PAYLOADS

pytestmark = [pytest.mark.browser, pytest.mark.model]

MOVED = "Who moved the default 20 mph limit for villages at the Highways Board?"
ELECTED = "Who was elected chair of the Secure Accommodation Panel?"
OURS = {
    *("ARTICLE", "BUTTON", "DETAILS", "DIV", "H2", "H3", "H4", "INPUT", "LABEL", "LI", "MARK"),
    *("OL", "OPTGROUP", "OPTION", "P", "SELECT", "SPAN", "SUMMARY", "TEXTAREA", "UL"),
}


def batched(several, size):
    return [several[start : start + size] for start in range(0, len(several), size)]


def flat(text):
    return " ".join(text.split())


def in_view(page, selector):
    """Whether the top of an element stands inside the window."""
    top = page.locator(selector).first.bounding_box()["y"]
    return 0 <= top < page.viewport_size["height"]


def elements(page):
    """The names of all elements made from records, and their attributes that could load or run something."""
    return page.evaluate(
        """() => {
            const inside = [...document.querySelectorAll('.mb-log *, .mb-panel *, .mb-filters *')];
            const could = /^(on.*|src|srcset|href|style|action|formaction|xlink:href|background|poster)$/;
            const names = inside.flatMap(element => [...element.attributes].map(attribute => attribute.name));
            return {
                tags: [...new Set(inside.map(element => element.tagName))],
                attributes: names.filter(name => could.test(name)),
            };
        }"""
    )


def test_an_answer_cites_a_paragraph_that_opens_marked_in_its_place_with_its_reference(chat, visit):
    councillor = visit(chat)
    exchange = councillor.ask(MOVED)
    reference = exchange.locator(".mb-source .mb-reference").first.evaluate("e => e.firstChild.textContent")
    panel = councillor.open(exchange.locator(".mb-cite").first)

    assert re.search(r"key point 7$", reference)
    assert panel.get_by_label("Full reference").input_value() == reference
    assert "Draft minutes" in panel.locator(".mb-tags").inner_text()
    marked = flat(panel.locator("mark").inner_text())
    assert marked in flat(exchange.locator(".mb-words").first.inner_text())
    assert panel.locator(".mb-passage").count() > 5
    assert in_view(councillor.page, "mark")


def test_the_reference_is_copied_and_closing_gives_the_focus_back_to_the_citation(chat, visit):
    councillor = visit(chat)
    exchange = councillor.ask(MOVED)
    panel = councillor.open(exchange.locator(".mb-cite").first)
    panel.get_by_role("button", name="Copy reference").click()
    councillor.page.get_by_text("Copied", exact=True).wait_for()
    copied = councillor.page.evaluate("navigator.clipboard.readText()")
    reference = panel.get_by_label("Full reference").input_value()
    panel.get_by_role("button", name="Close").click()
    councillor.page.locator(".mb-panel-empty").wait_for()

    assert copied == reference
    assert councillor.page.evaluate("document.activeElement.className") == "mb-cite"


def test_everything_can_be_done_with_the_keyboard(chat, visit):
    councillor = visit(chat)
    councillor.page.get_by_role("button", name="What did we agree on").first.focus()
    councillor.page.keyboard.press("Enter")
    councillor.wait(1)
    councillor.page.locator("button[data-turn]").first.focus()
    councillor.page.keyboard.press("Enter")
    councillor.page.locator(".mb-panel-open").wait_for()

    assert councillor.page.evaluate("document.activeElement.className") == "mb-panel-title"


def test_a_follow_up_is_understood_from_the_question_before_it(chat, visit):
    one, other = visit(chat), visit(chat)
    one.ask(MOVED)
    other.ask(ELECTED)

    assert "14 February 2019" in one.ask("and who seconded that?").locator(".mb-source").first.inner_text()
    assert "7 July 2015" in other.ask("and who seconded that?").locator(".mb-source").first.inner_text()


def test_a_filter_holds_for_the_conversation_and_a_new_conversation_clears_it(chat, visit):
    councillor = visit(chat)
    page = councillor.page
    page.get_by_label("Body").select_option("Highways and Transport Board")
    page.get_by_label("From").fill("2018-01-01")
    narrowed = page.locator(".mb-narrowed").inner_text()
    first, second = councillor.ask(ELECTED).inner_text(), councillor.ask(MOVED).inner_text()
    page.get_by_role("button", name="New conversation").click()
    page.locator(".mb-welcome").wait_for()
    page.wait_for_function("document.querySelector('.mb-narrowed').textContent === 'all minutes'")
    without = councillor.ask(ELECTED).inner_text()

    assert narrowed == "Highways and Transport Board, from 1 January 2018"
    assert "Searched: 1 meeting (Highways and Transport Board), from 14 February 2019" in first
    assert "Searched 1 meeting of Highways and Transport Board, 14 February 2019" in second
    assert "7 July 2015" in without


def test_a_question_that_the_minutes_do_not_answer_is_refused_with_what_was_searched(chat, visit):
    councillor = visit(chat)
    exchange = councillor.ask("when is the next general election")
    refusal = exchange.locator(".mb-refusal").inner_text()
    panel = councillor.open(exchange.locator(".mb-hit").first)

    assert re.search(r"Searched: \d+ meetings", refusal)
    assert exchange.locator(".mb-cite").count() == 0
    assert panel.locator(".mb-this").inner_text().startswith("Found: ")


def test_a_question_too_long_is_politely_refused_and_stays_in_its_box(chat, visit):
    councillor = visit(chat)
    councillor.type("why " * 300)
    alert = councillor.page.get_by_role("alert")
    alert.wait_for()

    assert "Please keep it to 1,000" in alert.inner_text()
    assert councillor.page.get_by_label("Your question").input_value() == "why " * 300
    assert councillor.page.locator(".mb-turn").count() == 0


def test_dates_the_wrong_way_round_are_refused_in_one_line(chat, visit):
    councillor = visit(chat)
    councillor.page.get_by_label("From").fill("2019-01-01")
    councillor.page.get_by_label("To").fill("2018-01-01")
    councillor.type(ELECTED)
    alert = councillor.page.get_by_role("alert")
    alert.wait_for()

    assert "The first date is after the last" in alert.inner_text()


def test_two_people_at_once_get_their_own_answers(chat, visit):
    one, other = visit(chat), visit(chat)
    one.type(MOVED)
    other.type(ELECTED)
    one.wait(1)
    other.wait(1)

    assert "14 February 2019" in one.texts(".mb-turn")[0]
    assert "7 July 2015" in other.texts(".mb-turn")[0]
    assert one.texts(".mb-question span:last-child") == [MOVED]
    assert other.texts(".mb-question span:last-child") == [ELECTED]


def test_an_empty_store_says_what_to_run_and_offers_nothing_that_leads_nowhere(empty_chat, visit):
    councillor = visit(empty_chat)

    assert "minutebook ingest" in councillor.page.locator(".mb-empty").inner_text()
    assert (
        councillor.page.locator(
            "button:visible, textarea:visible, input:visible, select:visible, a:visible"
        ).count()
        == 0
    )


def test_hostile_minutes_names_and_questions_are_shown_as_text_and_do_nothing(chat, visit):
    councillor = visit(chat)
    councillor.page.get_by_label("Body").select_option(HOSTILE_BODY)
    exchange = councillor.ask(f"What was discussed about the lantern festival? {PAYLOADS[0]} {PAYLOADS[3]}")
    panel = councillor.open(exchange.locator("button[data-turn]").first)
    shown = flat(panel.inner_text())
    found = elements(councillor.page)

    assert [payload for payload in PAYLOADS if flat(payload) not in shown] == []
    assert FILE_NAME in shown
    assert HOSTILE_BODY in shown
    assert HOSTILE_BODY in councillor.page.locator(".mb-narrowed").inner_text()
    assert PAYLOADS[0] in exchange.locator(".mb-question").inner_text()
    assert set(found["tags"]) <= OURS
    assert found["attributes"] == []
    assert councillor.page.evaluate("window.hit") is None


def test_hostile_questions_are_inert(chat, visit):
    councillor = visit(chat)
    for payloads in batched(PAYLOADS, 13):
        exchange = councillor.ask(" ".join(payloads))
        asked = flat(exchange.locator(".mb-question").inner_text())
        assert [payload for payload in payloads if flat(payload) not in asked] == []
    found = elements(councillor.page)

    assert set(found["tags"]) <= OURS
    assert found["attributes"] == []
    assert councillor.page.evaluate("window.hit") is None


def test_an_inline_handler_would_not_run_even_if_markup_slipped_through(chat, visit):
    councillor = visit(chat)
    councillor.page.evaluate(
        "document.querySelector('.mb-welcome').innerHTML += '<img src=x onerror=\"window.hit=1\">'"
    )
    councillor.page.wait_for_timeout(300)
    refused = [line for line in councillor.complaints if "Content Security Policy" in line]
    councillor.complaints.clear()

    assert councillor.page.evaluate("window.hit") is None
    assert refused


def test_the_page_points_nowhere_else(chat, visit):
    councillor = visit(chat)
    addresses = councillor.page.evaluate(
        "[...document.querySelectorAll('[src], [href], [action]')].map(e => e.src || e.href || e.action)"
    )
    fonts = councillor.page.evaluate("[...document.fonts].map(font => font.family)")

    assert [address for address in addresses if not str(address).startswith((chat, "data:"))] == []
    assert fonts == []
    assert "Gradio" not in councillor.page.inner_text("body")


@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_is_wider_than_the_window(chat, visit, width):
    councillor = visit(chat, width=width, height=844)
    exchange = councillor.ask(MOVED)
    councillor.open(exchange.locator(".mb-cite").first)

    assert councillor.page.evaluate("document.documentElement.scrollWidth") <= width
    assert in_view(councillor.page, ".mb-panel-title")

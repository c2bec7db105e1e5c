"""Every flow with the keyboard alone: no click anywhere, the focus shows at each step, and it is never lost."""

from __future__ import annotations

import pytest

from tests.assistant.web.keyboard import Keyboard

pytestmark = [pytest.mark.browser, pytest.mark.model]

WIDTHS = pytest.mark.parametrize("width", [1280, 390])
ELECTED = "Who was elected chair of the Secure Accommodation Panel?"


@pytest.fixture
def councillor(chat, visit):
    """Somebody with a keyboard who has just opened the page, as wide as asked for."""

    def arrive(width=1280):
        visitor = visit(chat, width=width)
        visitor.keys = Keyboard(visitor.page)
        return visitor

    return arrive


@WIDTHS
def test_a_citation_is_followed_turned_copied_and_closed_where_the_reader_was(councillor, width):
    one = councillor(width)
    keys = one.keys
    keys.press("Tab")
    assert keys.is_at(".mb-skip")
    keys.press("Enter")
    assert keys.is_at("#mb-content")
    keys.to(".mb-example")
    keys.press("Enter")
    one.wait(1)
    keys.arrives_at(".mb-question")
    keys.to(".mb-cite")
    keys.press("Enter")
    shown = one.reading()
    keys.arrives_at(".mb-panel-title")
    cited = shown.locator(".mb-this").inner_text()
    keys.to(".mb-place")
    keys.to(".mb-passage:not(.mb-passage-cited) .mb-printed")
    keys.press("Enter")
    one.reading()
    keys.arrives_at(".mb-panel-title")
    assert shown.locator(".mb-this").inner_text() != cited
    copied = []
    for button in ('[aria-label="Copy for a report"]', '[aria-label="Copy for a motion"]', "[data-link]"):
        keys.to(f".mb-panel {button}")
        keys.press("Enter")
        copied.append(one.copied())
        keys.arrives_at(f".mb-panel {button}")
    keys.press("Escape")
    one.page.locator(".mb-panel-open").wait_for(state="detached")
    keys.arrives_at(".mb-cite")

    assert copied[0].endswith(".")
    assert copied[1].startswith("This Council notes")
    assert "passage=" in copied[2]


def test_asking_judging_an_answer_and_beginning_anew(councillor):
    one = councillor()
    keys = one.keys
    keys.to("#mb-question")
    keys.type(ELECTED)
    keys.press("Enter")
    one.wait(1)
    keys.arrives_at("#mb-question")
    keys.to(".mb-cite", "Shift+Tab")
    keys.to(".mb-feedback summary")
    keys.press("Enter")
    keys.to(".mb-judging [type=radio]")
    keys.press("Space")
    keys.press("Escape")
    keys.arrives_at(".mb-feedback summary")
    keys.press("Enter")
    keys.to(".mb-judging [type=checkbox]")
    keys.press("Space")
    keys.to("[data-judge]")
    keys.press("Enter")
    keys.arrives_at(".mb-saved")
    keys.to(".mb-restart")
    keys.press("Enter")
    one.page.locator(".mb-welcome").wait_for()
    keys.arrives_at("#mb-question")


def test_what_is_searched_and_who_we_are_is_chosen(councillor):
    one = councillor()
    keys = one.keys
    keys.to(".mb-filters > summary")
    if one.page.locator(".mb-filters").get_attribute("open") is None:
        keys.press("Enter")
    keys.to("#mb-filter-body")
    keys.type("High")
    keys.to("#mb-filter-from")
    keys.type("01012018")
    keys.to('[data-filter="outcomes"]')
    keys.press("Space")
    narrowed = one.texts(".mb-narrowed")
    keys.to(".mb-clear")
    keys.press("Enter")
    keys.to(".mb-we summary")
    keys.press("Enter")
    keys.to("#mb-we-body")
    keys.type("Secure")
    keys.press("Escape")
    keys.arrives_at(".mb-we summary")
    said = one.texts(".mb-we-said")

    assert narrowed == ["Highways and Transport Board, from 1 January 2018, outcomes only"]
    assert one.texts(".mb-narrowed") == ["all minutes"]
    assert said == ["Secure Accommodation Panel"]


def look(one, page):
    """Follow the link to a view, from wherever the focus is."""
    one.keys.to(f'.mb-view-link[data-page="{page}"]', "Shift+Tab")
    one.keys.press("Enter")
    one.page.wait_for_function("() => document.querySelector('.mb-view')?.dataset.at === location.search")
    one.keys.arrives_at(f'.mb-view-link[data-page="{page}"]')


def open_and_close(one):
    """Open the first passage of a view and close it again."""
    one.keys.to("#mb-view .mb-open")
    one.keys.press("Enter")
    one.reading()
    one.keys.arrives_at(".mb-panel-title")
    one.keys.press("Escape")
    one.keys.arrives_at("#mb-view .mb-open")


@WIDTHS
def test_the_registers_are_searched_sorted_opened_and_saved(councillor, width):
    one = councillor(width)
    keys = one.keys
    keys.to("#mb-question")
    look(one, "decisions")
    keys.to("#mb-search")
    keys.type("panel")
    one.page.wait_for_function("location.search.includes('search=panel')")
    keys.to("#mb-option-outcome")
    keys.type("Dec")
    keys.to("#mb-option-sort")
    keys.type("Old")
    one.page.wait_for_function("() => document.querySelector('.mb-view')?.dataset.at === location.search"
                               " && location.search.includes('sort=oldest')")  # fmt: skip
    keys.to('[data-export=".csv"]')
    with one.page.expect_download() as saved:
        keys.press("Enter")
    open_and_close(one)
    look(one, "actions")
    open_and_close(one)

    assert saved.value.suggested_filename.endswith("-decisions-panel.csv")


def test_a_topic_is_traced_its_picture_followed_and_the_page_about_read(councillor):
    one = councillor()
    keys = one.keys
    keys.to("#mb-question")
    look(one, "timeline")
    keys.to("#mb-search")
    keys.type("accommodation")
    keys.press("Enter")
    one.page.locator(".mb-picture").wait_for()
    keys.arrives_at("#mb-search")
    keys.to(".mb-picture a")
    keys.press("Enter")
    one.reading()
    keys.press("Escape")
    keys.arrives_at(".mb-picture a")
    open_and_close(one)
    look(one, "about")
    assert one.page.locator("#mb-view h2").inner_text() == "About Minutebook"

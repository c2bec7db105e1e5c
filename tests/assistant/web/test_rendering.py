"""What a person sees of an answer, of a passage in its place, and of the form that narrows the search."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from assistant.web.conversation import render_conversation, render_nothing_ingested, render_welcome
from assistant.web.filters import render_filters
from assistant.web.panel import render_opened
from assistant.web.responder import Exchange, Opened
from assistant.web.wording import held, searched
from ingest import Citation, Kind, Status
from tests.assistant.web.reading import Read
from tests.assistant.web.records import COVERAGE, answer, exchange, passage
from vectorstore import Coverage

OURS = {"div", "article", "p", "span", "button", "h2", "h3", "ol", "ul", "li", "details", "summary"}
PANEL = {"div", "p", "span", "button", "h2", "h3", "h4", "label", "textarea", "mark"}


def show(*answers):
    return Read(render_conversation(tuple(exchange(one) for one in answers)))


def test_each_claim_is_followed_by_a_button_that_names_its_paragraph():
    page = show(answer(("It meets twice a year.", passage(), "meet twice a year")))

    assert page.by_class("mb-cite") == ["[1]"]
    assert ("aria-label", "Citation 1: read paragraph 7.3 in its place") in page.attributes


def test_a_bracketed_number_in_the_words_of_the_minutes_is_not_made_a_citation():
    page = show(answer(("The report [1] was noted.", passage(), "x"), ("So was annex [2].", passage(), "x")))

    assert page.by_class("mb-words") == ["The report [1] was noted. [1]", "So was annex [2]. [2]"]
    assert page.by_class("mb-cite") == ["[1]", "[2]"]


def test_an_answer_shows_its_references_notices_and_what_was_searched():
    page = show(answer(("It meets.", passage(), "meet"), notices=("The index is being rebuilt.",)))

    assert page.by_class("mb-source") == [
        "1Ambridge, Cabinet, 24 November 2014, Secure accommodation, paragraph 7.3"
    ]
    assert page.by_class("mb-notice") == ["The index is being rebuilt."]
    assert page.by_class("mb-coverage") == [
        "Searched 2 meetings of Cabinet and Highways Board, 24 November 2014 to 11 March 2016."
    ]


def test_draft_and_exempt_passages_are_labelled_where_they_are_cited():
    page = show(answer(("It meets.", passage(status=Status.DRAFT, exempt=True), "meet")))

    assert page.by_class("mb-tag") == ["Draft minutes", "Exempt: not public"]


def test_a_refusal_says_so_and_lists_the_passages_that_came_nearest():
    refusal = answer(found=[passage("Ponies were not discussed.")])
    page = show(replace(refusal, text="The minutes do not say. Searched 2 meetings.\n\nNearest:\n- Ponies"))

    assert page.by_class("mb-refusal") == ["The minutes do not say. Searched 2 meetings."]
    assert "Ponies were not discussed." in page.by_class("mb-hit")[0]
    assert ("data-hit", "1") in page.attributes


def test_a_refusal_with_nothing_near_is_told_in_full():
    page = show(replace(answer(), text="The minutes do not say.\n\nNothing matches the filters."))

    assert page.by_class("mb-refusal") == ["The minutes do not say.", "Nothing matches the filters."]


def test_an_answer_folds_away_the_other_passages_and_leaves_out_the_cited_one():
    cited, other = passage(), passage("The fee was 5 pounds.", printed="7.4")
    page = show(answer(("It meets.", cited, "meet"), found=[cited, other]))

    assert "details" in page.tags
    assert [("7.4" in hit, "7.3" in hit) for hit in page.by_class("mb-hit")] == [(True, False)]


def test_an_answer_that_is_still_growing_is_marked_busy_and_not_yet_called_a_refusal():
    page = Read(render_conversation((Exchange(question="Q", answer=answer()),)))

    assert ("aria-busy", "true") in page.attributes
    assert page.by_class("mb-refusal") == []


def test_an_error_is_one_line_in_the_conversation():
    page = Read(render_conversation((Exchange(question="Q", error="the store is busy", done=True),)))

    assert page.by_class("mb-error") == ["the store is busy"]


@given(st.lists(st.text(), min_size=8, max_size=8))
def test_no_text_of_minutes_questions_or_names_adds_an_element_to_a_conversation(words):
    hostile = [f"<img src=x>{word}<svg onload=y>" for word in words]
    one = passage(hostile[0], source=hostile[1], council=hostile[2], body=hostile[3], item_title=hostile[4])
    what = answer((hostile[5], one, hostile[0]), found=[one], notices=(hostile[6],))
    page = Read(render_conversation((exchange(what, question=hostile[7]),)))

    assert set(page.tags) <= OURS
    assert not [
        name for name, _ in page.attributes if name.startswith("on") or name in ("src", "href", "style")
    ]


@given(st.lists(st.text(), min_size=5, max_size=5))
def test_no_text_of_minutes_adds_an_element_to_the_passage_panel(words):
    hostile = [f"</textarea><form>{word}<iframe>" for word in words]
    one = passage(hostile[0], source=hostile[1], council=hostile[2], body=hostile[3], item_title=hostile[4])
    opened = Opened(passage=one, quote=hostile[0])
    other = passage(hostile[1], printed="9")
    page = Read(render_opened(opened, [one, other], 0, {"cite": 1}))

    assert set(page.tags) <= PANEL


def item():
    heading = passage("SECURE ACCOMMODATION", printed="1", heading=True)
    return [heading, passage("Before.", printed="7.2"), passage(), passage("After.", printed="7.4")]


def test_a_passage_opens_among_its_neighbours_with_only_the_quoted_words_marked():
    opened = Opened(passage=passage(), quote="meet twice a year")
    page = Read(render_opened(opened, item(), 0, {"cite": 1}))

    assert page.by_class("mb-text") == ["7.2 Before.", "7.3 That the Panel meet twice a year.", "7.4 After."]
    assert page.by_class("mb-heading") == ["1 SECURE ACCOMMODATION"]
    assert page.tags.count("mark") == 1
    assert page.by_class("mb-this") == ["Cited: paragraph 7.3"]


def test_a_passage_without_a_quote_is_marked_whole():
    markup = render_opened(Opened(passage=passage(), quote=""), item(), 0, {"hit": 1})

    assert "<mark>7.3 That the Panel meet twice a year.</mark>" in markup
    assert Read(markup).by_class("mb-this") == ["Found: paragraph 7.3"]


def test_the_panel_gives_the_full_reference_to_copy_and_the_meeting_item_and_file():
    markup = render_opened(Opened(passage=passage(status=Status.DRAFT), quote=""), item(), 0, {"cite": 1})
    page = Read(markup)

    assert passage(status=Status.DRAFT).reference in page.text
    assert page.by_class("mb-meeting") == ["Ambridge, Cabinet, 24 November 2014"]
    assert page.by_class("mb-item") == ["Item 7: Secure accommodation"]
    assert page.by_class("mb-file") == ["From the file cabinet.txt"]
    assert page.by_class("mb-tag") == ["Paragraph", "Draft minutes"]


def test_a_passage_that_its_item_no_longer_holds_is_shown_by_itself():
    page = Read(
        render_opened(Opened(passage=passage(), quote=""), [passage("Other.", printed="1")], 0, {"cite": 1})
    )

    assert page.by_class("mb-text") == ["7.3 That the Panel meet twice a year."]


def test_a_meeting_without_date_or_title_is_said_to_have_none():
    lone = passage(
        "Noted.",
        printed=None,
        citation=Citation(meeting="m", item="~1", noun="paragraph"),
        held_on=None,
        item_title="",
        kind=Kind.AGENDA_TEXT,
    )
    page = Read(render_opened(Opened(passage=lone, quote=""), [lone], 0, {"cite": 1}))

    assert page.by_class("mb-meeting") == ["Ambridge, Cabinet, date not stated"]
    assert page.by_class("mb-item") == ["Agenda item without a title"]


def test_the_form_offers_each_council_and_its_bodies_and_dates():
    form = Read(render_filters({"Ambridge": ["Cabinet", "Council"], "Borchester": ["Council"]}))

    assert [value for name, value in form.attributes if name == "data-filter"] == [
        "council",
        "body",
        "from",
        "to",
    ]
    assert [value for name, value in form.attributes if name == "label"] == ["Ambridge", "Borchester"]
    assert form.tags.count("label") == 4


def test_a_choice_of_one_council_and_one_body_is_left_out_of_the_form():
    form = Read(render_filters({"Ambridge": ["Cabinet"]}))

    assert "select" not in form.tags


def test_the_welcome_offers_questions_and_says_what_can_be_asked_about():
    page = Read(render_welcome(COVERAGE, ["What did we agree on potholes?"]))

    assert page.by_class("mb-example") == ["What did we agree on potholes?"]
    assert "2 meetings of Cabinet and Highways Board" in page.text


def test_an_empty_store_says_what_to_run():
    page = Read(render_nothing_ingested())

    assert "minutebook ingest" in page.text
    assert not {"button", "input", "textarea", "a"} & set(page.tags)


def test_many_bodies_are_counted_and_undated_meetings_said_to_be_so():
    many = Coverage(meetings=9, first=None, last=None, bodies=("A", "B", "C", "D"))

    assert held(many) == "9 meetings of 4 bodies, dates not stated"


def test_a_search_that_no_meeting_fits_says_that_the_filters_are_the_reason():
    none = Coverage(meetings=0, first=None, last=None, bodies=())

    assert searched(none) == "No meeting in the minutes fits what you narrowed the search to."


def test_one_day_is_not_written_as_a_span():
    one = Coverage(meetings=1, first=date(2020, 1, 2), last=date(2020, 1, 2), bodies=("Council",))

    assert searched(one) == "Searched 1 meeting of Council, 2 January 2020."

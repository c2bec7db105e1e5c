"""What a person sees of an answer, of a passage in its place, and of the form that narrows the search."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from assistant.web.conversation import render_conversation, render_nothing_ingested, render_welcome
from assistant.web.filters import render_filters
from assistant.web.frame import render_composer, render_header
from assistant.web.location import Asked, Chosen, Location
from assistant.web.panel import render_opened
from assistant.web.responder import Exchange, Opened
from assistant.web.wording import for_motion
from assistant.wording import held, searched
from ingest import Citation, Kind, Status
from tests.assistant.web.reading import Read
from tests.assistant.web.records import COVERAGE, answer, exchange, passage
from vectorstore import Coverage

OURS = {
    *(
        "a",
        "div",
        "section",
        "article",
        "p",
        "span",
        "button",
        "h2",
        "h3",
        "ol",
        "ul",
        "li",
        "details",
        "summary",
    ),
    *("fieldset", "legend", "label", "input"),
}
PANEL = {"a", "b", "div", "p", "span", "button", "h2", "h3", "h4", "mark"}
HERE = Location(asked=(Asked(question="What was agreed?"),))
KEY = "cabinet.txt%237%2Fparagraph%2F7.3%2F1-1%2F%2F"


def show(*answers):
    return Read(render_conversation(tuple(exchange(one) for one in answers), HERE))


def opened(one=None, *, quotes=(), item=None, **around):
    one = one or passage()
    return render_opened(Opened(passage=one, quotes=quotes, item=item or (one,), **around), HERE)


def inert(page):
    """Whether nothing but a link within the page can be followed, loaded or run."""
    could = [
        value
        for name, value in page.attributes
        if name.startswith("on")
        or name in ("src", "style", "action")
        or (name == "href" and not value.startswith("?"))
    ]
    return not could


def test_each_claim_is_followed_by_a_link_that_names_its_paragraph_and_keeps_the_conversation():
    page = show(answer(("It meets twice a year.", passage(), "meet twice a year")))

    assert page.by_class("mb-cite") == ["[1]"]
    assert ("aria-label", "Citation 1: read paragraph 7.3 in its place") in page.attributes
    assert ("href", f"?q=What+was+agreed%3F&passage={KEY}") in page.attributes


def test_what_stands_in_quotation_marks_is_set_as_the_record():
    page = show(answer(("Cabinet decided: “That it meet.”", passage(), "meet")))

    assert page.by_class("mb-quote") == ["“That it meet.”"]


def test_every_answer_can_be_linked_to_with_the_questions_that_led_to_it():
    asked = (Asked(question="One?"), Asked(question="Two?"))
    conversation = tuple(exchange(answer(), question=one.question) for one in asked)
    page = Read(render_conversation(conversation, Location(asked=asked)))

    assert [value for name, value in page.attributes if name == "data-link"] == [
        "?q=One%3F",
        "?q=One%3F&q=Two%3F",
    ]


def test_an_answer_is_copied_with_its_references():
    page = show(answer(("It meets.", passage(), "meet")))

    assert ("data-copy", f"It meets. [1]\n\n[1] {passage().reference}") in page.attributes


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


def test_what_a_question_was_narrowed_to_is_shown_with_its_answer():
    asked = Asked(
        question="Q", chosen=Chosen(council="Ambridge", body="Cabinet", until="2016-01-31", outcomes="1")
    )
    page = Read(render_conversation((Exchange(asked=asked, answer=answer(), done=True),), HERE))

    (line,) = page.by_class("mb-coverage")
    assert line.endswith("Narrowed to Ambridge, Cabinet, meetings to 31 January 2016, outcomes only.")


def test_draft_and_exempt_passages_are_labelled_where_they_are_cited():
    page = show(answer(("It meets.", passage(status=Status.DRAFT, exempt=True), "meet")))

    assert page.by_class("mb-tag") == ["Draft minutes", "Exempt: not public"]


def test_a_refusal_says_so_and_lists_the_passages_that_came_nearest():
    refusal = answer(found=[passage("Ponies were not discussed.")])
    page = show(replace(refusal, text="The minutes do not say. Searched 2 meetings.\n\nNearest:\n- Ponies"))

    assert page.by_class("mb-refusal") == ["The minutes do not say. Searched 2 meetings."]
    assert "Ponies were not discussed." in page.by_class("mb-hit")[0]
    assert ("href", f"?q=What+was+agreed%3F&passage={KEY}") in page.attributes


def test_a_refusal_with_nothing_near_is_told_in_full():
    page = show(replace(answer(), text="The minutes do not say.\n\nNothing matches the filters."))

    assert page.by_class("mb-refusal") == ["The minutes do not say.", "Nothing matches the filters."]


def test_an_answer_folds_away_the_other_passages_and_leaves_out_the_cited_one():
    cited, other = passage(), passage("The fee was 5 pounds.", printed="7.4")
    page = show(answer(("It meets.", cited, "meet"), found=[cited, other]))

    assert "details" in page.tags
    assert [("7.4" in hit, "7.3" in hit) for hit in page.by_class("mb-hit")] == [(True, False)]


def test_an_answer_that_is_still_growing_is_marked_busy_and_not_yet_called_a_refusal():
    page = Read(render_conversation((Exchange(asked=Asked(question="Q"), answer=answer()),), HERE))

    assert ("aria-busy", "true") in page.attributes
    assert page.by_class("mb-refusal") == []


def test_a_conversation_is_busy_until_all_that_the_address_asks_is_answered():
    two = Location(asked=(Asked(question="One?"), Asked(question="Two?")))
    page = Read(render_conversation((exchange(answer(), question="One?"),), two))

    assert ("aria-busy", "true") in page.attributes


def test_an_error_is_one_line_in_the_conversation():
    failed = Exchange(asked=Asked(question="Q"), error="the store is busy", done=True)
    page = Read(render_conversation((failed,), HERE))

    assert page.by_class("mb-error") == ["the store is busy"]


@given(st.lists(st.text(), min_size=8, max_size=8))
def test_no_text_of_minutes_questions_or_names_adds_an_element_to_a_conversation(words):
    hostile = [f"<img src=x>{word}<svg onload=y>" for word in words]
    one = passage(hostile[0], source=hostile[1], council=hostile[2], body=hostile[3], item_title=hostile[4])
    what = answer((hostile[5], one, hostile[0]), found=[one], notices=(hostile[6],))
    page = Read(render_conversation((exchange(what, question=hostile[7]),), HERE))

    assert set(page.tags) <= OURS
    assert inert(page)


@given(st.lists(st.text(), min_size=5, max_size=5))
def test_no_text_of_minutes_adds_an_element_to_the_record(words):
    hostile = [f"</textarea><form>{word}<iframe>" for word in words]
    one = passage(hostile[0], source=hostile[1], council=hostile[2], body=hostile[3], item_title=hostile[4])
    other = passage(hostile[1], printed="9", item_title=hostile[2])
    page = Read(opened(one, quotes=(hostile[0],), item=(one, other), before=other, after=other))

    assert set(page.tags) <= PANEL
    assert inert(page)


def item():
    heading = passage("SECURE ACCOMMODATION", printed="1", heading=True)
    return heading, passage("Before.", printed="7.2"), passage(), passage("After.", printed="7.4")


def test_a_passage_opens_among_its_neighbours_with_only_the_quoted_words_marked():
    page = Read(opened(quotes=("meet twice a year",), item=item()))

    assert page.by_class("mb-text") == ["Before.", "That the Panel meet twice a year.", "After."]
    assert page.by_class("mb-printed") == ["7.2", "7.3", "7.4"]
    assert page.by_class("mb-heading") == ["1 SECURE ACCOMMODATION"]
    assert page.tags.count("mark") == 1
    assert page.by_class("mb-this") == ["Cited: paragraph 7.3"]


def test_all_that_the_conversation_quotes_of_a_passage_is_marked():
    markup = opened(quotes=("a year", "the Panel", "not there"))

    assert "That <mark>the Panel</mark> meet twice <mark>a year</mark>." in markup


def test_a_passage_without_a_quote_is_marked_whole():
    markup = opened()

    assert "<mark>That the Panel meet twice a year.</mark>" in markup
    assert Read(markup).by_class("mb-this") == ["Opened: paragraph 7.3"]


def test_the_record_says_who_met_when_and_that_it_is_a_draft():
    page = Read(opened(passage(status=Status.DRAFT)))

    assert page.by_class("mb-council") == ["Ambridge"]
    assert page.by_class("mb-body") == ["Cabinet"]
    assert page.by_class("mb-day") == ["24 November 2014"]
    assert page.by_class("mb-item") == ["7. Secure accommodation"]
    assert page.by_class("mb-tag") == ["Draft minutes"]
    assert page.by_class("mb-file") == ["Paragraph from the file cabinet.txt"]


def test_the_items_on_either_side_can_be_turned_to():
    other = passage(
        "Other.", printed="8.1", item_title="Ponies", citation=replace(passage().citation, item="8")
    )

    assert Read(opened(after=other)).by_class("mb-turn-to") == ["Next item: 8. Ponies"]
    assert Read(opened(before=other)).by_class("mb-turn-to") == ["Item before: 8. Ponies"]


def test_a_passage_is_cited_for_a_report_and_for_a_motion_and_linked_by_itself():
    one = passage("That “the” Panel meet.", status=Status.DRAFT)
    page = Read(opened(one, quotes=("“the” Panel",)))
    copied = [value for name, value in page.attributes if name == "data-copy"]

    assert copied == [
        "Ambridge, Cabinet, 24 November 2014, draft minutes, Secure accommodation, paragraph 7.3.",
        "This Council notes that the draft minutes of Cabinet, Ambridge, 24 November 2014"
        " (Secure accommodation, paragraph 7.3), record: “‘the’ Panel”",
        f"“‘the’ Panel” ({one.reference})",
    ]
    assert ("data-link", f"?passage={KEY}") in page.attributes


def test_a_motion_cites_a_meeting_of_unknown_day_and_body_by_its_file():
    lone = passage(council=None, body=None, held_on=None)

    assert for_motion(lone, "It meets.").startswith(
        "This Council notes that the minutes of cabinet.txt, a date not stated ("
    )


def test_closing_the_record_leads_back_to_the_conversation_alone():
    assert ("href", "?q=What+was+agreed%3F") in Read(opened()).attributes


def test_a_meeting_without_date_or_title_is_said_to_have_none():
    lone = passage(
        "Noted.",
        printed=None,
        citation=Citation(meeting="m", item="~1", noun="paragraph"),
        held_on=None,
        item_title="",
        kind=Kind.AGENDA_TEXT,
    )
    page = Read(opened(lone))

    assert page.by_class("mb-day") == ["Date not stated"]
    assert page.by_class("mb-item") == ["Agenda item without a title"]
    assert page.by_class("mb-printed") == ["¶"]


def test_the_page_has_a_way_past_its_head_and_names_its_views():
    page = Read(render_header("Minutebook"))

    assert page.by_class("mb-skip") == ["Skip to the content"]
    assert page.by_class("mb-view-link") == ["Ask", "Decisions", "Actions", "Timeline", "About"]


def test_whoever_may_load_minutes_finds_the_view_to_do_it_in():
    page = Read(render_header("Minutebook", may_load=True))

    assert page.by_class("mb-view-link") == [
        "Ask",
        "Decisions",
        "Actions",
        "Timeline",
        "Load minutes",
        "About",
    ]
    assert ("href", "?show=loading") in Read(render_nothing_ingested(may_load=True)).attributes


def test_the_question_box_has_a_label():
    page = Read(render_composer())

    assert ("for", "mb-question") in page.attributes
    assert ("id", "mb-question") in page.attributes


def test_the_form_offers_each_council_and_its_bodies_and_dates():
    form = Read(render_filters({"Ambridge": ["Cabinet", "Council"], "Borchester": ["Council"]}))

    assert [value for name, value in form.attributes if name == "data-filter"] == [
        "council",
        "body",
        "from",
        "to",
        "outcomes",
    ]
    assert [value for name, value in form.attributes if name == "data-we"] == ["council", "body"]
    assert [value for name, value in form.attributes if name == "label"] == ["Ambridge", "Borchester"] * 2


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


def test_whoever_asks_before_everything_is_loaded_is_told_why_it_takes_longer():
    waiting = {
        starting: Read(render_conversation((Exchange(asked=Asked(question="Q"), starting=starting),), HERE))
        for starting in (True, False)
    }

    assert waiting[True].by_class("mb-waiting") == [
        "Getting ready… The first answer takes some seconds longer."
    ]
    assert waiting[False].by_class("mb-waiting") == ["Searching the minutes…"]
    assert [name for name, _ in waiting[False].attributes if name == "data-say"] == []

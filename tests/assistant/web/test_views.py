"""What a person sees of the registers, of a topic through the meetings and of the quality; what is saved as a file."""

from __future__ import annotations

import base64
import csv
import io
from datetime import date
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from assistant.quality import Measure, Quality
from assistant.register import Action, Decision, Mention, Outcome, Standing, Stop, Timeline
from assistant.web.about import render_about
from assistant.web.actions import in_order, render_actions
from assistant.web.decisions import render_decisions
from assistant.web.location import Location
from assistant.web.timeline import render_timeline
from assistant.web.views import Views
from ingest import Status
from tests.assistant.web.reading import Read
from tests.assistant.web.records import COVERAGE, passage

HERE = Location(page="decisions")
KEY = "cabinet.txt%237%2Fparagraph%2F7.3%2F1-1%2F%2F"
OURS = {
    *(
        "section",
        "div",
        "h2",
        "h3",
        "p",
        "span",
        "b",
        "a",
        "label",
        "input",
        "select",
        "option",
        "button",
        "ul",
        "li",
    ),
    *("table", "caption", "thead", "tbody", "tr", "th", "td", "code"),
}
DRAWN = {"svg", "title", "desc", "g", "path", "rect", "circle", "text"}


def inert(page):
    return not [
        value
        for name, value in page.attributes
        if name.startswith("on")
        or name in ("src", "style", "action", "xlink:href")
        or (name == "href" and not value.startswith("?"))
    ]


def decision(**given):
    one = given.pop("passage", passage())
    return Decision(**{"passage": one, "outcome": Outcome.DECIDED, **given})


def action(**given):
    later = passage("The Clerk had written.", printed="8.1", held_on=date(2015, 3, 9))
    mention = Mention(passage=later, quote="The Clerk had written.", done=True)
    told = {"passage": passage(), "task": "Write.", "standing": Standing.DISCHARGED, "mentions": (mention,)}
    return Action(**{**told, **given})


def stop(one, outcome=Outcome.DECIDED):
    return Stop(
        meeting="m", held_on=one.held_on, council=one.council, body=one.body, outcome=outcome, shown_by=one,
        passages=(one,),
    )  # fmt: skip


def timeline(*stops, **given):
    return Timeline(topic="the Panel", stops=stops, coverage=COVERAGE, **given)


def test_a_decision_is_shown_with_its_words_mover_and_vote_and_opens_its_passage():
    one = decision(mover="Cllr Ode", seconder="Cllr Bly", vote="5 to 4", passage=passage(status=Status.DRAFT))
    page = Read(render_decisions([one], HERE))

    assert "That the Panel meet twice a year." in page.text
    assert "Moved by Cllr Ode, seconded by Cllr Bly" in page.text
    assert "Vote: 5 to 4" in page.text
    assert page.by_class("mb-tag") == ["Draft minutes"]
    assert ("href", f"?show=decisions&passage={KEY}") in page.attributes


def test_a_register_says_how_many_there_are_and_shows_the_first_two_hundred():
    page = Read(render_decisions([decision()] * 201, HERE))

    assert page.by_class("mb-count") == [
        "201 decisions, the first 200 shown: narrow the search or take the file"
    ]
    assert page.tags.count("tr") == 201


def test_an_empty_register_says_so_and_offers_no_file():
    page = Read(render_decisions([], HERE))

    assert page.by_class("mb-none") == ["Nothing in the minutes fits."]
    assert "button" not in page.tags


def test_an_action_shows_its_standing_with_the_sentence_that_shows_it():
    page = Read(render_actions([action(owner="Clerk", due="June")], Location(page="actions")))

    assert "Clerk, by June" in page.text
    assert "Discharged 9 march 2015".casefold() in page.text.casefold()
    assert "“The Clerk had written.”" in page.text


def test_actions_are_sorted_by_their_owner_with_the_unowned_last():
    several = [action(), action(owner="Zed"), action(owner="ann")]
    here = Location(page="actions", options=(("sort", "owner"),))

    assert [one.owner for one in in_order(several, here)] == ["ann", "Zed", None]


def test_a_topic_is_drawn_and_told_in_a_table_that_says_the_same():
    first, last = passage(), passage("Other.", held_on=date(2016, 1, 2), body="Council")
    page = Read(render_timeline(timeline(stop(first), stop(last, Outcome.LOST)), Location(page="timeline")))

    assert "svg" in page.tags
    assert page.tags.count("tr") == 3
    assert page.by_class("mb-in-short")[0].startswith("Yes, at 2 meetings: first 24 November 2014 (Cabinet)")
    assert page.text.count("2 January 2016") >= 2


def test_a_topic_that_never_came_up_is_an_honest_no_with_what_came_nearest():
    page = Read(render_timeline(timeline(nearest=(passage(),)), Location(page="timeline")))

    assert page.by_class("mb-in-short")[0].startswith("No: ")
    assert "Nearest, but not about it:" in page.text
    assert "svg" not in page.tags


def test_before_a_topic_is_named_there_is_only_the_question():
    page = Read(render_timeline(None, Location(page="timeline")))

    assert page.by_class("mb-count") == []
    assert "input" in page.tags


def test_about_says_that_nobody_measured_or_what_was_measured():
    measure = Measure(name="joint", meaning="all of it right", mean=0.581, low=0.5, high=0.662)
    measured = Quality(on="2026-11-22", questions=154, source="questions.jsonl", measures=(measure,))

    assert "Nobody has measured it" in Read(render_about(COVERAGE, None)).text
    page = Read(render_about(COVERAGE, measured))
    assert "Measured on 22 November 2026 with 154 questions" in page.text
    assert "50% to 66%" in page.text


@given(st.lists(st.text(), min_size=6, max_size=6))
def test_no_text_of_minutes_adds_an_element_to_a_view(words):
    hostile = [f"</table><img src=x>{word}<svg onload=y>" for word in words]
    one = passage(hostile[0], source=hostile[1], council=hostile[2], body=hostile[3], item_title=hostile[4])
    here = Location(page="decisions", options=(("search", hostile[5]),))
    mention = Mention(passage=one, quote=hostile[5], done=False)
    drawn = [
        render_decisions([decision(passage=one, mover=hostile[1], vote=hostile[2])], here),
        render_actions([action(passage=one, owner=hostile[3], due=hostile[4], mentions=(mention,))], here),
        render_timeline(timeline(stop(one), notices=(hostile[5],)), here),
        render_timeline(timeline(nearest=(one,)), here),
    ]
    for markup in drawn:
        page = Read(markup)
        assert set(page.tags) <= OURS | DRAWN
        assert inert(page)


@pytest.fixture(scope="module")
def views(assistant):
    return Views(assistant)


def content(views, query, suffix):
    given = dict(Read(views.save(Location.read(query), suffix)).attributes)
    return given["data-name"], base64.b64decode(given["data-content"])


@pytest.mark.model
def test_what_is_found_is_what_is_saved(views):
    query = "?show=decisions&body=Highways"
    name, data = content(views, query, ".csv")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    (count,) = Read(views.render(Location.read(query))).by_class("mb-count")

    assert name == f"minutebook-{date.today()}-decisions.csv"
    assert count == f"{len(rows)} decisions"
    assert len(rows) > 0
    with ZipFile(io.BytesIO(content(views, "?show=actions", ".xlsx")[1])) as sheet:
        assert "xl/worksheets/sheet1.xml" in sheet.namelist()


@pytest.mark.model
def test_filters_and_options_of_the_address_hold_for_the_views(views):
    every = Read(views.render(Location.read("?show=decisions"))).by_class("mb-count")[0]
    some = Read(views.render(Location.read("?show=decisions&body=Highways"))).by_class("mb-count")[0]
    recommended = Read(views.render(Location.read("?show=decisions&outcome=recommended"))).by_class(
        "mb-count"
    )[0]
    oldest = Read(views.render(Location.read("?show=decisions&sort=oldest"))).by_class("mb-date")

    assert int(some.split()[0]) < int(every.split()[0])
    assert int(recommended.split()[0]) < int(every.split()[0])
    latest = Read(views.render(Location.read("?show=decisions"))).by_class("mb-date")
    assert oldest[0] == latest[-1] != latest[0]


@pytest.mark.model
def test_what_is_wrong_with_an_address_is_told_in_one_line(views):
    for query in ("?show=decisions&from=soon", "?show=timeline&search=%3F", "?show=timeline&search=the"):
        page = Read(views.render(Location.read(query)))
        assert len(page.by_class("mb-error")) == 1


@pytest.mark.model
@pytest.mark.parametrize("query", ["?show=timeline", "?show=about", "?"])
def test_nothing_is_saved_where_there_is_nothing_to_save(views, query):
    assert content(views, query, ".csv") == ("", b"")
    assert content(views, query, ".svg") == ("", b"")


@pytest.mark.model
@pytest.mark.parametrize("view", ["decisions", "actions", "timeline&search=accommodation"])
def test_no_view_is_saved_as_what_no_button_offers(views, view):
    assert content(views, f"?show={view}", ".exe") == ("", b"")


@pytest.mark.model
def test_the_picture_of_a_topic_is_saved_under_the_topic(views):
    name, data = content(views, "?show=timeline&search=Secure+accommodation", ".svg")

    assert name == f"minutebook-{date.today()}-timeline-secure-accommodation.svg"
    assert etree.fromstring(data).tag == "{http://www.w3.org/2000/svg}svg"

"""Answers from the registers: the first and the latest time in the words of the record, or no; what is not done."""

from __future__ import annotations

import re

import pytest

from assistant import render
from assistant.answering import Assistant
from assistant.model import Turn
from assistant.opening import open_embedder
from ingest import parse, read_source
from tests.assistant.conftest import SAMPLES
from vectorstore import Filters, MinutesStore, load

pytestmark = pytest.mark.model


def dates(answer):
    return [str(cited.passage.held_on) for cited in answer.citations]


def test_have_we_discussed_it_is_answered_with_the_first_and_the_latest_time(assistant):
    answer = assistant.ask("Have we ever discussed secure accommodation before?")

    assert answer.text.startswith("Yes, at ")
    assert len(answer.claims) == 2
    assert dates(answer) == sorted(dates(answer))
    for claim, cited in zip(answer.claims, answer.citations, strict=True):
        assert cited.quote in cited.passage.text
        assert claim.citations == (cited.n,)


@pytest.mark.parametrize(("asked", "one"), [("first", 0), ("last", -1)])
def test_when_it_was_first_or_last_discussed_cites_that_meeting_alone(assistant, asked, one):
    stops = assistant.timeline("secure accommodation").stops
    answer = assistant.ask(f"When was secure accommodation {asked} discussed?")

    assert dates(answer) == [str(stops[one].held_on)]
    assert f"{stops[one].held_on.day} {stops[one].held_on:%B %Y}" in answer.text.split("\n")[0]


def test_how_often_cites_every_meeting(assistant):
    stops = assistant.timeline("secure accommodation").stops
    answer = assistant.ask("How often has secure accommodation come up?")

    assert dates(answer) == [str(stop.held_on) for stop in stops]


def test_what_never_came_up_is_an_honest_no(assistant):
    answer = assistant.ask("Have we ever discussed trams?")

    assert not answer.answered
    assert answer.text.startswith("No: no passage has all words of “trams”. Searched: 5 meetings")
    assert "Nearest, but not an answer:" in answer.text


def test_a_named_body_is_asked_about_alone(assistant):
    answer = assistant.ask("Has the Highways and Transport Board ever discussed secure accommodation?")

    assert not answer.answered
    assert answer.text.startswith("No: no passage ")


def test_a_topic_of_the_question_before_is_recalled_too(assistant):
    history = [Turn(question="What was said about secure accommodation?")]
    answer = assistant.ask("When did we first discuss it?", history=history)

    assert dates(answer) == [str(assistant.timeline("secure accommodation").first.held_on)]


def test_what_is_outstanding_is_answered_from_the_register_of_actions(assistant):
    answer = assistant.ask("What is still outstanding on secure accommodation?")

    assert "shown as done in the minutes" in answer.text.split("\n")[0]
    assert all(cited.quote in cited.passage.text for cited in answer.citations)
    stands = ("Raised, and no later", "Mentioned since", "Not seen again", "Shown as done", "Since then")
    assert all(claim.text.startswith(stands) for claim in answer.claims)


@pytest.fixture(scope="module")
def followed(tmp_path_factory):
    """Two meetings of one body: the later shows what became of what was asked for at the earlier."""
    embedder = open_embedder()
    with MinutesStore.open(tmp_path_factory.mktemp("followed") / "store", embedder, create=True) as store:
        names = ("2014-11-24-education-scrutiny.txt", "2015-03-09-education-scrutiny.txt")
        load(store, [parse(read_source(SAMPLES / name)) for name in names], embedder)
        yield Assistant(store, embedder)


def test_whether_an_action_was_done_cites_the_later_passage_that_shows_it(followed):
    answer = followed.ask("Has the action on the oversight of secure accommodation been done?")
    raised = next(n for n, claim in enumerate(answer.claims) if claim.text.startswith("Shown as done"))

    assert answer.claims[raised + 1].text.startswith("Since then: ")
    assert answer.citations[raised].passage.held_on < answer.citations[raised + 1].passage.held_on


def test_filters_hold_for_what_is_recalled(assistant):
    answer = assistant.ask(
        "Have we ever discussed secure accommodation?", filters=Filters(body="Highways and Transport Board")
    )

    assert not answer.answered


def test_where_the_registers_have_nothing_the_words_of_the_minutes_answer(assistant):
    answer = assistant.ask("What is still outstanding on the moon?")

    assert answer.text.startswith("The minutes do not")


def test_the_sentence_of_the_register_stands_over_a_growing_answer(assistant):
    grown = list(assistant.stream("Have we ever discussed secure accommodation before?"))

    assert all(answer.text.startswith("Yes, at ") for answer in grown)
    for answer in grown:  # it cites what has been said by then, and nothing else
        opening = answer.text.split("\n\n")[0]
        assert re.findall(r"\[(\d+)\]", opening) == [str(cited.n) for cited in answer.citations]
    assert len(grown) > 1
    assert "Yes, at " in render.answer(grown[-1])

"""The register of decisions: what was decided is never mixed up with what was moved, lost or recommended."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.register.decisions import decisions, entries
from assistant.register.model import Outcome
from ingest import Kind
from tests.assistant.register.meetings import meeting, store_of
from vectorstore import Filters

MARCH, MAY = date(2020, 3, 3), date(2020, 5, 5)


def read(*said, **told):
    """The entries of one item of one meeting; `told` gives passages, by their place from 1, what was read in them."""
    _, *passages = meeting(MARCH, ("Speed limits", said)).passages()
    passages = [replace(p, **told.get(f"p{n}", {})) for n, p in enumerate(passages, 1)]
    return list(entries(passages))


def test_a_resolution_is_decided_and_a_recommendation_is_not():
    found = read(("That the limit be 20 mph.", Kind.DECISION), ("That it be signed.", Kind.RECOMMENDATION))
    assert [entry.outcome for entry in found] == [Outcome.DECIDED, Outcome.RECOMMENDED]


def test_a_resolution_that_asks_another_body_to_decide_is_a_recommendation():
    (entry,) = read(("That cabinet be recommended to set a limit of 20 mph.", Kind.DECISION))
    assert entry.outcome is Outcome.RECOMMENDED


def test_a_resolution_on_a_recommendation_of_others_is_decided():
    (entry,) = read(
        ("That the report, whose authors and readers had long asked for it, be published.", Kind.DECISION)
    )
    assert entry.outcome is Outcome.DECIDED


def test_a_motion_that_lost_its_vote_is_lost_and_shown_by_the_vote():
    (entry,) = read(
        ("That the limit be 40 mph.", Kind.MOTION), ("The motion was lost by 3 votes to 5.", Kind.VOTE)
    )
    assert entry.outcome is Outcome.LOST
    assert entry.shown_by.words == "The motion was lost by 3 votes to 5."
    assert entry.vote == "The motion was lost by 3 votes to 5."


def test_a_motion_whose_own_words_say_it_fell_is_lost():
    (entry,) = read(("It was moved that the limit be 40 mph. The motion was not carried.", Kind.MOTION))
    assert entry.outcome is Outcome.LOST
    assert entry.shown_by is None


def test_a_motion_with_no_result_printed_or_withdrawn_was_only_moved():
    for vote in (), (("The motion was withdrawn, having been lost in May.", Kind.VOTE),):
        (entry,) = read(("That the limit be 40 mph.", Kind.MOTION), *vote)
        assert entry.outcome is Outcome.MOVED


def test_a_vote_on_an_amendment_tells_of_the_amendment_alone():
    motion, amendment = read(
        ("That the limit be 40 mph.", Kind.MOTION),
        ("To put 30 for 40.", Kind.MOTION),
        ("The amendment was lost.", Kind.VOTE),
    )
    assert (motion.outcome, amendment.outcome) == (Outcome.MOVED, Outcome.LOST)


def test_a_line_that_only_names_who_moved_gives_its_names_to_the_motion_above_it():
    (entry,) = read(
        ("That the limit be 40 mph.", Kind.MOTION),
        ("The motion was proposed by Cllr Ames and seconded by Cllr Boyd.", Kind.MOTION),
        p2={"mover": "Cllr Ames", "seconder": "Cllr Boyd"},
    )
    assert (entry.mover, entry.seconder) == ("Cllr Ames", "Cllr Boyd")


def test_remarks_agenda_text_actions_and_headings_are_no_decisions():
    kinds = [Kind.PARAGRAPH, Kind.AGENDA_TEXT, Kind.ACTION, Kind.QUESTION, Kind.REASON, Kind.ADMIN]
    assert read(*((f"That sign {n} be moved.", kind) for n, kind in enumerate(kinds))) == []


@given(
    st.lists(
        st.sampled_from([Kind.DECISION, Kind.RECOMMENDATION, Kind.MOTION, Kind.VOTE, Kind.PARAGRAPH]),
        max_size=8,
    )
)
def test_no_motion_and_no_recommendation_is_ever_called_decided(kinds):
    """Whatever follows whatever: only what was read as a decision can be called decided; each entry is there once."""
    found = read(*((f"That sign {n} be moved.", kind) for n, kind in enumerate(kinds)))
    assert [e.passage.kind for e in found] == [k for k in kinds if k not in (Kind.VOTE, Kind.PARAGRAPH)]
    assert all(e.passage.kind is Kind.DECISION for e in found if e.outcome is Outcome.DECIDED)


def test_the_register_is_filtered_searched_and_sorted_latest_first(folder):
    held = [
        meeting(MARCH, ("Limits", [("That the limit be 20 mph.", Kind.DECISION), ("Later.", Kind.MOTION)])),
        meeting(MAY, ("Ponds", [("That the ponds be cleared.", Kind.DECISION)])),
        meeting(None, ("Ponds", [("That a pond be dug.", Kind.DECISION)])),
    ]
    with store_of(folder, *held) as store:
        assert [d.passage.held_on for d in decisions(store)] == [MAY, MARCH, MARCH, None]
        assert [d.passage.held_on for d in decisions(store, Filters(date_to=MARCH))] == [MARCH, MARCH]
        assert [d.passage.held_on for d in decisions(store, outcomes=[Outcome.MOVED])] == [MARCH]
        assert [d.passage.held_on for d in decisions(store, search="pond clear")] == [MAY]
        assert decisions(store, search="ponds limit") == []


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("A moved that the sailing be withdrawn. The motion was lost by 1 vote to 3.", Outcome.LOST),
        ("A moved that the code be adopted. On being put to the vote the motion was lost.", Outcome.LOST),
        ("A moved, and B seconded, that the offer be rejected.", Outcome.MOVED),
        ("A moved that the talks be deferred. The motion was withdrawn.", Outcome.MOVED),
    ],
)
def test_what_a_motion_asks_for_is_not_taken_for_what_became_of_it(words, outcome):
    (entry,) = read((words, Kind.MOTION))
    assert entry.outcome is outcome

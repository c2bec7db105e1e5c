"""The check of a draft: what the cited passage does not carry is told from what it does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.checking import Fault, find_fault
from ingest import Kind
from tests.assistant.language.reading import evidence

BATHS = (
    "That the swimming baths be kept open on Sundays from 1 June 2019, that £1.2 million be set aside for the roof, "
    "and that five lifeguards be engaged. Councillor Mary Brown moved and Councillor John Smith seconded."
)
LOST = "The amendment to close the swimming baths was put and lost by 12 votes to 7."
MAYBE = "Officers may close the small pool if the boiler fails."
REFUSED = "That the application for a bar at the baths be refused."


@pytest.mark.parametrize(
    "sentence",
    [
        "The Leisure Committee agreed that the swimming baths be kept open on Sundays.",
        "The baths were kept open on Sundays from 1 June 2019.",
        "The baths are to be kept open on Sundays from June 2019.",
        "On 14 May 2019 the Committee decided to engage five lifeguards.",
        "5 lifeguards be engaged.",
        "£1.2m was set aside for the roof.",
        "£1,200,000 is set aside for the roof.",
        "Councillor Mary Brown moved and Cllr John Smith seconded.",
        "Ambridge Borough Council resolved that the baths be kept “open on Sundays”.",
    ],
)
def test_a_sentence_in_the_words_of_its_passage_is_kept(sentence):
    assert find_fault(sentence, evidence(BATHS)) is None


@pytest.mark.parametrize(
    ("sentence", "fault"),
    [
        ("The Committee agreed to build a new library.", Fault.WORDS),
        ("Six lifeguards be engaged.", Fault.NUMBERS),
        ("£1.3 million was set aside for the roof.", Fault.NUMBERS),
        ("1.2 million was set aside for the roof.", Fault.NUMBERS),
        ("14 lifeguards be engaged.", Fault.NUMBERS),
        ("The baths are kept open on Sundays from 1 July 2019.", Fault.DATES),
        ("On 15 May 2019 the Committee decided to engage five lifeguards.", Fault.DATES),
        ("In 2018 five lifeguards were engaged.", Fault.DATES),
        ("Councillor John Brown moved.", Fault.NAMES),
        ("Councillor John Smith moved and Councillor Mary Brown seconded.", Fault.COMPANY),
        ("Brown seconded and Smith moved.", Fault.COMPANY),
        ("The swimming baths were not kept open on Sundays.", Fault.TURNED),
        ("The swimming baths may be kept open on Sundays.", Fault.TURNED),
        ("All lifeguards be engaged.", Fault.TURNED),
        ("They engaged five lifeguards.", Fault.TURNED),
        ("The baths be kept “open on all Sundays”.", Fault.NAMES),
        ("The baths be kept open on Sundays. <b>", Fault.MARKUP),
        ("The baths be kept [open](https://evil.example) on Sundays.", Fault.MARKUP),
        ("The baths be kept open on \x1b[31mSundays.", Fault.MARKUP),
        ("The baths be kept open on \u202eSundays.", Fault.MARKUP),
    ],
)
def test_a_sentence_that_says_anything_else_is_dropped(sentence, fault):
    assert find_fault(sentence, evidence(BATHS)) is fault


def test_numbers_of_a_date_count_nothing():
    """The fourteen of "14 May" is no number of lifeguards."""
    said = evidence("On 14 May 2018 lifeguards were engaged.")
    assert find_fault("14 lifeguards were engaged.", said) is Fault.NUMBERS


def test_a_number_keeps_its_company():
    said = evidence("The Committee has three wardens at the park and five cooks at the school.")
    assert find_fault("The Committee has five cooks at the school.", said) is None
    assert find_fault("The Committee has five wardens at the park.", said) is Fault.COMPANY


def test_who_did_a_thing_is_not_turned_round():
    """A real model drafted this of an election that the clerk only chaired."""
    said = evidence("Chaired by the Parish Clerk, the meeting heard that a new Chair was to be elected.")
    assert find_fault("The new Chair was elected by the Parish Clerk.", said) is Fault.COMPANY


def test_what_was_lost_refused_or_conditional_stays_so():
    assert (
        find_fault("The amendment to close the swimming baths was lost by 12 votes to 7.", evidence(LOST))
        is None
    )
    assert (
        find_fault("The Committee agreed the amendment to close the baths.", evidence(LOST)) is Fault.TURNED
    )
    assert find_fault("The application for a bar was agreed.", evidence(REFUSED)) is Fault.TURNED
    assert find_fault("Officers close the small pool.", evidence(MAYBE)) is Fault.TURNED
    assert find_fault("Officers may close the small pool if the boiler fails.", evidence(MAYBE)) is None


@pytest.mark.parametrize(
    ("kind", "said", "unsaid"),
    [
        (Kind.MOTION, "The motion was that the baths be sold.", "The baths be sold."),
        (Kind.RECOMMENDATION, "It was recommended that the baths be sold.", "The baths be sold."),
        (Kind.AGENDA_TEXT, "The agenda has that the baths be sold.", "The baths be sold."),
    ],
)
def test_what_settles_nothing_is_called_what_it_is(kind, said, unsaid):
    words = "That the baths be sold."
    assert find_fault(said, evidence(words, kind=kind)) is None
    assert find_fault(unsaid, evidence(words, kind=kind)) is Fault.KIND
    assert (
        find_fault("The Committee agreed that the baths be sold.", evidence(words, kind=kind)) is Fault.KIND
    )


def test_only_an_outcome_may_be_called_agreed():
    words = "That the baths be sold."
    sentence = "The Committee agreed that the baths be sold."
    assert find_fault(sentence, evidence(words, kind=Kind.DECISION)) is None
    assert find_fault(sentence, evidence(words, kind=Kind.PARAGRAPH)) is Fault.WORDS


def test_sentences_far_apart_are_not_run_together():
    words = "The baths were opened. Tea was taken. The bridge was closed."
    assert find_fault("The baths were closed.", evidence(words)) is Fault.WORDS
    assert find_fault("The bridge was closed.", evidence(words)) is None


@given(
    st.lists(
        st.sampled_from(["Sundays", "lifeguards", "roof", "library", "£9", "not", "Smith", "2031"]),
        max_size=6,
    )
)
def test_nothing_that_holds_a_strange_word_or_number_is_ever_kept(words):
    """Whatever is drafted, "library", "£9" and "2031" stand nowhere in the evidence, and no denial does."""
    kept = find_fault(" ".join(["The", *words, "be kept open."]), evidence(BATHS)) is None
    assert not (kept and {"library", "£9", "not", "2031"} & set(words))

"""What a language model may do to an answer: put checked sentences in front of the quotes, and nothing else."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.drafting import ModelFailed
from assistant.rewording import IN_THE_RECORD, reword
from tests.assistant.language.reading import Script, answer

OPEN = (
    "That the swimming baths be kept open on Sundays from 1 June 2019, and that five lifeguards be engaged."
)
ROOF = "That £1.2 million be set aside for the roof of the swimming baths."
LEAD = "The Leisure Committee agreed that five lifeguards be engaged. [1]"


def last(given_answer, drafter):
    return list(reword(given_answer, drafter))[-1]


def test_a_carried_sentence_stands_before_the_quotes():
    quoted = answer(OPEN, ROOF)
    worded = last(quoted, Script(LEAD))
    assert worded.text == f"{LEAD}\n\n{IN_THE_RECORD}\n\n{quoted.text}"
    assert worded.claims[0].text == LEAD.removesuffix(" [1]")
    assert worded.claims[0].citations == (1,)
    assert worded.claims[1:] == quoted.claims
    assert (worded.writer, worded.dropped) == ("model:a:model", 0)
    assert worded.notices[0] == "said before"
    assert "checked" in worded.notices[1]


def test_what_is_not_carried_is_dropped_counted_and_told():
    quoted = answer(OPEN, ROOF)
    draft = (
        f"{LEAD} Six lifeguards be engaged. [1] It was a good day. £1.2 million be set aside. [7] Roof. [2]"
    )
    worded = last(quoted, Script(draft))
    assert worded.claims[1:] == quoted.claims
    assert worded.dropped == 4
    assert "4 sentences of its draft left out" in worded.notices[-1]


def test_a_draft_of_which_nothing_is_left_leaves_the_quoted_answer_as_it_was():
    quoted = answer(OPEN)
    worded = last(quoted, Script("The moon landed in 1969. [1]"))
    assert (worded.text, worded.claims, worded.writer) == (quoted.text, quoted.claims, "quoting")
    assert worded.dropped == 1
    assert worded.notices[-1] == (
        "The answer is in the words of the record alone. a:model was asked: 1 sentence of its draft left out as not "
        "carried by the minutes."
    )


@pytest.mark.parametrize("draft", ["", "   \n", "?!"], ids=["nothing", "blanks", "marks"])
def test_an_empty_draft_leaves_the_quoted_answer_as_it_was(draft):
    quoted = answer(OPEN)
    worded = last(quoted, Script(draft))
    assert (worded.text, worded.writer) == (quoted.text, "quoting")
    assert "in the words of the record alone" in worded.notices[-1]


def test_markers_whose_passage_does_not_carry_the_sentence_are_taken_off():
    worded = last(answer(OPEN, ROOF), Script("Five lifeguards be engaged. [2][1][9]"))
    assert worded.claims[0].citations == (1,)
    assert worded.dropped == 0


def test_two_passages_are_never_added_up_to_carry_one_sentence():
    worded = last(
        answer(OPEN, ROOF), Script("Five lifeguards be engaged and £1.2 million be set aside. [1][2]")
    )
    assert (worded.writer, worded.dropped) == ("quoting", 1)


def test_a_draft_that_repeats_the_quote_or_itself_adds_nothing():
    worded = last(answer(OPEN, ROOF), Script(f"{ROOF} [2] {LEAD} {LEAD}"))
    assert [claim.citations for claim in worded.claims] == [(1,), (1,), (2,)]
    assert worded.dropped == 0


def test_a_refusal_stays_a_refusal_and_the_model_is_not_asked():
    script = Script(LEAD)
    refused = answer()
    assert list(reword(refused, script)) == [refused]
    assert script.asked == 0


def test_a_model_that_fails_half_way_keeps_what_was_checked():
    quoted = answer(OPEN)
    worded = last(quoted, Script(f"{LEAD} And then", ModelFailed("went away")))
    assert worded.writer == "model:a:model"
    assert "it went away" in worded.notices[-1]


def test_a_model_that_fails_at_once_leaves_the_quotes_and_one_line():
    quoted = answer(OPEN)
    worded = last(quoted, Script("", ModelFailed("could not be reached")))
    assert (worded.text, worded.writer, worded.dropped) == (quoted.text, "quoting", 0)
    assert worded.notices[1:] == (
        "The answer is in the words of the record alone. a:model was asked: it could not be reached.",
    )


def test_the_quotes_are_shown_at_once_and_nothing_shown_is_taken_back():
    steps = list(reword(answer(OPEN, ROOF), Script(f"{LEAD} £1.2 million be set aside. [2]")))
    assert steps[0].text == answer(OPEN, ROOF).text
    assert [len(step.claims) for step in steps] == [2, 3, 4, 4]
    for before, after in pairwise(steps[1:]):
        lead = before.text.split(IN_THE_RECORD)[0].strip()
        assert after.text.startswith(lead)
    assert [bool(step.notices) for step in steps] == [False, False, False, True]


def test_a_model_is_shown_the_quotes_under_the_numbers_of_the_answer():
    script = Script("")
    last(answer(OPEN, ROOF), script)
    assert [(e.n, e.words) for e in script.shown] == [(1, OPEN), (2, ROOF)]


_WORDS = st.sampled_from(
    "The baths lifeguards five six be kept open engaged on Sundays not roof £1.2 million set aside library . ? [1] [2] "
    "[3] [12] ] [ \n <b> ”".split(" ")
)


@given(st.lists(_WORDS, max_size=25).map(" ".join))
def test_whatever_is_drafted_the_quotes_citations_and_numbers_stay(draft):
    """The promise behind "quality not below the quoting writer's"."""
    quoted = answer(OPEN, ROOF)
    worded = last(quoted, Script(draft))
    assert worded.answered
    assert worded.citations == quoted.citations
    assert worded.text.endswith(quoted.text)
    assert worded.claims[len(worded.claims) - 2 :] == quoted.claims
    lead = worded.claims[:-2]
    assert all(set(claim.citations) <= {1, 2} for claim in lead)
    assert all(claim.citations for claim in lead)
    assert not any(word in claim.text for claim in lead for word in ("six", "library", "not", "<b>", "["))

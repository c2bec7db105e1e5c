"""The quoting writer: the record's own words, behind who and when, and the kind told honestly."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from assistant.model import Claim
from assistant.quoting import compose, quote_from, tidy, write
from assistant.ranking import Ranked
from ingest import Kind, Status

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def read(assistant):
    """A question with what was found for it, best first."""

    def read(text: str):
        from assistant.answering import Asked

        question = assistant._understand(Asked(text=text))
        return question, assistant._retrieve(question).ranked

    return read


@pytest.fixture(scope="module")
def units(read):
    return read("how many secure units have shut in recent months?")


def _with(ranked: Ranked, **changes) -> Ranked:
    passage = replace(ranked.passage, **changes)
    return replace(ranked, hit=replace(ranked.hit, passage=passage))


def test_every_quote_of_everything_found_is_a_slice_of_its_passage(units):
    _, ranked = units
    assert len(ranked) > 20
    for one in ranked:
        for whole in (False, True):
            quote = quote_from(one, whole=whole)
            assert quote.strip()
            assert quote in one.passage.text


def test_a_long_passage_is_cut_to_its_best_sentences_and_a_whole_one_is_not(units):
    _, ranked = units
    long = [one for one in ranked if len(one.passage.words.split()) > 120]
    assert long
    for one in long:
        assert len(quote_from(one).split()) < len(one.passage.words.split())
        assert quote_from(one, whole=True) == one.passage.words.strip()


def test_claims_and_citations_are_numbered_from_1_in_their_order(units):
    question, ranked = units
    claims, cited = write(question, ranked[:3])
    assert [claim.citations for claim in claims] == [(1,), (2,), (3,)]
    assert [(c.n, c.passage) for c in cited] == [(n, one.passage) for n, one in enumerate(ranked[:3], 1)]
    assert all(claim.supported for claim in claims)


@pytest.mark.parametrize(
    ("kind", "lead"),
    [
        (Kind.DECISION, "Cabinet decided on 3 May 2016"),
        (Kind.RECOMMENDATION, "Cabinet recommended on 3 May 2016"),
        (Kind.ACTION, "Cabinet asked for action on 3 May 2016"),
        (Kind.MOTION, "A motion (not a decision) was put at Cabinet on 3 May 2016"),
        (Kind.AGENDA_TEXT, "The agenda (not a decision) said at Cabinet on 3 May 2016"),
        (Kind.PARAGRAPH, "The minutes of Cabinet, 3 May 2016 say"),
    ],
)
def test_a_claim_begins_with_who_did_what_and_when(units, kind, lead):
    question, ranked = units
    there = _with(ranked[0], kind=kind, body="Cabinet", held_on=date(2016, 5, 3), status=Status.CONFIRMED)
    (claim,), _ = write(question, [there])
    assert claim.text.startswith(f"{lead}: “")


def test_every_kind_of_passage_can_be_told(units):
    question, ranked = units
    for kind in Kind:
        (claim,), _ = write(question, [_with(ranked[0], kind=kind)])
        assert "“" in claim.text


def test_draft_minutes_are_said_to_be_drafts(units):
    question, ranked = units
    (claim,), _ = write(question, [_with(ranked[0], status=Status.DRAFT)])
    assert "(draft minutes)" in claim.text.partition("“")[0]


def test_minutes_without_body_and_date_are_quoted_without_inventing_either(units):
    question, ranked = units
    (claim,), _ = write(question, [_with(ranked[0], body=None, council=None, held_on=None)])
    assert claim.text.startswith(("The minutes say: “", "It was decided: “", "Action was agreed: “"))


def test_an_answer_is_its_claims_with_their_markers_a_line_each():
    claims = [Claim(text="One: “a”", citations=(1,)), Claim(text="Two: “b”", citations=(2, 3))]
    assert compose(claims) == "One: “a” [1]\n\nTwo: “b” [2][3]"


def test_line_breaks_of_the_source_are_no_part_of_a_quote_for_people():
    assert tidy(" one\n  two\u00a0three ") == "one two three"

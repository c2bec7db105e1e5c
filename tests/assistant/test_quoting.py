"""The quoting writer: the record's own words, behind who and when, and the kind told honestly."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from assistant.matching import SentenceMatch
from assistant.model import Claim
from assistant.quoting import as_quoted, compose, quote_from, write
from assistant.ranking import Ranked
from ingest import Kind, Status, split_sentences

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
        (Kind.DECISION, "Cabinet decided on 3 May 2016 ({place})"),
        (Kind.RECOMMENDATION, "Cabinet recommended on 3 May 2016 ({place})"),
        (Kind.ACTION, "Cabinet asked for action on 3 May 2016 ({place})"),
        (Kind.MOTION, "A motion (not a decision) was put at Cabinet on 3 May 2016 ({place})"),
        (Kind.AGENDA_TEXT, "The agenda (not a decision) said at Cabinet on 3 May 2016 ({place})"),
        (Kind.PARAGRAPH, "The minutes of Cabinet, 3 May 2016 ({place}) say"),
    ],
)
def test_a_claim_begins_with_who_did_what_and_when_under_which_number(units, kind, lead):
    question, ranked = units
    there = _with(ranked[0], kind=kind, body="Cabinet", held_on=date(2016, 5, 3), status=Status.CONFIRMED)
    (claim,), _ = write(question, [there])
    assert there.passage.citation.printed is not None
    assert claim.text.startswith(f"{lead.format(place=there.passage.citation.label)}: “")


def test_what_else_was_considered_is_not_told_as_the_reason(units):
    question, ranked = units
    address = replace(ranked[0].passage.citation, noun="2nd alternative considered")
    (other,), _ = write(question, [_with(ranked[0], kind=Kind.REASON, citation=address, body="Cabinet")])
    (reason,), _ = write(question, [_with(ranked[0], kind=Kind.REASON, body="Cabinet")])
    assert other.text.startswith("An alternative was considered at Cabinet on ")
    assert reason.text.startswith("The reason was given at Cabinet on ")


def test_a_passage_without_a_number_is_placed_by_that_of_its_item(units):
    question, ranked = units
    address = replace(ranked[0].passage.citation, item="AO/31", printed=None)
    (claim,), _ = write(question, [_with(ranked[0], citation=address)])
    assert "(item AO/31)" in claim.text.partition("“")[0]


_SPEECH = "The officer said much about the weather and the state of the paths in that part of the park. " * 8
_OUTCOME = "It was resolved that the swings be mended."


def _read_anew(ranked: Ranked, text: str, form: str = "", **changes) -> Ranked:
    """The ranked passage with another text; its sentences meet the question alike, those with `form` in its form."""
    again = _with(ranked, text=text, words_from=0, **changes)
    found = tuple(SentenceMatch(s, 0.5, form in s.text) for s in split_sentences(text))
    return replace(again, match=replace(again.match, passage=again.passage, sentences=found))


def test_of_a_long_decision_the_part_that_decides_is_quoted(units):
    question, ranked = units
    long = _read_anew(ranked[0], _SPEECH + _OUTCOME, kind=Kind.DECISION, body="Cabinet")
    (claim,), (cited,) = write(question, [long])
    assert cited.quote.endswith(_OUTCOME)
    assert claim.text.startswith("Cabinet decided")


def test_a_vote_that_the_quote_leaves_out_is_told_in_the_lead(units):
    question, ranked = units
    long = _read_anew(
        ranked[0], _OUTCOME + " " + _SPEECH + "All in favour.", kind=Kind.DECISION, vote="All in favour"
    )
    (claim,), _ = write(question, [long])
    assert "vote: “All in favour”" in claim.text.partition(": “It was")[0]


def test_a_quote_in_which_nothing_is_settled_is_not_said_to_decide(units):
    question, ranked = units
    told = _read_anew(ranked[0], "It cost £5. " + _SPEECH + _OUTCOME, form="£", kind=Kind.DECISION)
    (claim,), (cited,) = write(question, [told])
    assert cited.quote.startswith("It cost £5.")
    assert "resolved" not in cited.quote
    assert claim.text.startswith("The minutes")


def test_what_was_agreed_to_be_recommended_to_others_is_told_as_recommended(units):
    question, ranked = units
    told = _read_anew(
        ranked[0], "It was agreed to recommend to Cabinet that the baths stay open.", kind=Kind.DECISION
    )
    (claim,), _ = write(question, [told])
    assert " recommended " in claim.text.partition("“")[0]


def test_every_kind_of_passage_can_be_told(units):
    question, ranked = units
    for kind in Kind:
        (claim,), _ = write(question, [_with(ranked[0], kind=kind)])
        assert "“" in claim.text


def test_draft_minutes_are_said_to_be_drafts(units):
    question, ranked = units
    (claim,), _ = write(question, [_with(ranked[0], status=Status.DRAFT)])
    assert "draft minutes)" in claim.text.partition("“")[0]


def test_minutes_without_body_and_date_are_quoted_without_inventing_either(units):
    question, ranked = units
    (claim,), _ = write(question, [_with(ranked[0], body=None, council=None, held_on=None)])
    place = ranked[0].passage.citation.label
    assert claim.text.startswith((f"The minutes ({place}) say: “", f"It was decided ({place}): “"))


def test_an_answer_is_its_claims_with_their_markers_a_line_each():
    claims = [Claim(text="One: “a”", citations=(1,)), Claim(text="Two: “b”", citations=(2, 3))]
    assert compose(claims) == "One: “a” [1]\n\nTwo: “b” [2][3]"


def test_line_breaks_of_the_source_are_no_part_of_a_quote_for_people():
    assert as_quoted(" one\n  two\u00a0three ") == "one two three"


def test_markup_of_the_file_is_no_part_of_a_quote_for_people():
    assert (
        as_quoted("> the river\n> from **Parkhead**</span>&nbsp;to Govan, 3 < 4")
        == "the river from Parkhead to Govan, 3 < 4"
    )

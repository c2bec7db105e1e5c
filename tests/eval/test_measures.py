"""Each measure, worked by hand, and what must hold of all of them for any answer."""

import dataclasses
import json

import pytest
from hypothesis import given

from assistant.contract import Request
from eval.cases import Case, Unit, read_cases
from eval.matching import Matcher
from eval.measures.catalogue import MEASURES
from eval.measures.citing import (
    all_numbered,
    best_gold,
    citation_precision,
    citation_recall,
    exact_quotes,
    printed_right,
    wrong_paragraph,
)
from eval.measures.ranking import recall_at, reciprocal_rank
from eval.measures.saying import nuggets_said
from eval.measures.scoring import failed, score
from eval.shown import Prediction, Shown, read_prediction
from tests.eval.drawing import UNITS, predictions, questions

PANEL = Unit(doc="panel.txt", anchor="quarterly meetings", printed="4")
REPORT = Unit(doc="panel.txt", anchor="annual report", printed="5")
ACTION = Unit(doc="panel.txt", anchor="report back")
BUDGET = Unit(doc="budget.txt", anchor="no budget", printed="9.2")
MATCHER = Matcher([PANEL, REPORT, ACTION, BUDGET])


def shown(unit, printed="", quote=None):
    """A citation of exactly `unit`, under its own number unless another is given."""
    text = f"That there be {unit.anchor}."
    number = unit.printed if printed == "" else printed
    return Shown(source=unit.doc, text=text, printed=number, quote=text if quote is None else quote)


def case(*gold, also=(), forbidden=(), nuggets=(), alt=()):
    return Case(
        id="1",
        type="decision",
        answerable=True,
        request=Request(question="what was agreed?"),
        golds=(gold, *alt),
        also=also,
        forbidden=forbidden,
        nuggets=nuggets,
    )


def test_recall_counts_the_gold_units_among_the_first_k_hits():
    hits = [shown(BUDGET), shown(PANEL), shown(ACTION), shown(REPORT)]
    assert recall_at(hits, [PANEL, REPORT], 1, MATCHER) == 0
    assert recall_at(hits, [PANEL, REPORT], 2, MATCHER) == 0.5
    assert recall_at(hits, [PANEL, REPORT], 4, MATCHER) == 1


def test_the_reciprocal_rank_is_one_over_the_first_gold_hit():
    assert reciprocal_rank([shown(BUDGET), shown(PANEL)], [PANEL], MATCHER) == 1 / 2
    assert reciprocal_rank([shown(BUDGET)], [PANEL], MATCHER) == 0


def test_an_eleventh_hit_has_no_rank():
    hits = [shown(BUDGET)] * 10 + [shown(PANEL)]
    assert reciprocal_rank(hits, [PANEL], MATCHER) == 0


def test_precision_is_the_share_of_citations_that_may_be_cited():
    cited = [shown(PANEL), shown(ACTION), shown(BUDGET), shown(BUDGET)]
    assert citation_precision(case(PANEL, also=(ACTION,)), cited, MATCHER) == 2 / 4


def test_precision_is_nothing_without_citations():
    assert citation_precision(case(PANEL), [], MATCHER) == 0


def test_a_forbidden_unit_before_the_right_one_takes_all_precision():
    asked = case(PANEL, forbidden=(BUDGET,))
    assert citation_precision(asked, [shown(BUDGET), shown(PANEL)], MATCHER) == 0
    assert citation_precision(asked, [shown(PANEL), shown(BUDGET)], MATCHER) == 1 / 2


def test_recall_of_citations_is_the_share_of_gold_units_cited():
    assert citation_recall([shown(PANEL), shown(BUDGET)], [PANEL, REPORT], MATCHER) == 1 / 2


def test_of_two_equally_right_golds_the_one_that_is_cited_counts():
    asked = case(PANEL, REPORT, alt=((ACTION,),))
    assert best_gold(asked, [shown(ACTION)], MATCHER) == (ACTION,)
    assert best_gold(asked, [shown(BUDGET)], MATCHER) == (PANEL, REPORT)


def test_a_citation_counts_as_printed_right_under_its_number_or_that_of_its_item():
    under_its_item = dataclasses.replace(shown(PANEL, printed=None), item="(4)")
    cited = [shown(PANEL, printed="4."), shown(PANEL, printed="7"), under_its_item]
    assert printed_right(cited, [PANEL, ACTION], MATCHER) == (1, 0, 1)


def test_a_number_is_asked_only_of_units_that_print_one():
    assert all_numbered([shown(PANEL)], [PANEL, ACTION], MATCHER)
    assert not all_numbered([shown(PANEL, printed="7")], [PANEL], MATCHER)
    assert not all_numbered([], [PANEL], MATCHER)


def test_a_quote_is_exact_when_it_stands_in_its_passage_whatever_its_blanks():
    cited = [
        shown(PANEL, quote="there  be\nquarterly"),
        shown(PANEL, quote="monthly"),
        shown(PANEL, quote=""),
    ]
    assert exact_quotes(cited) == (1, 0, 0)


def test_a_nugget_is_said_as_whole_words_in_any_case():
    asked = case(PANEL, nuggets=("10 pounds", "Wound up"))
    assert nuggets_said(asked, "It was WOUND UP.") == (False, True)
    assert nuggets_said(asked, "It cost 110 pounds.") == (False, False)
    assert nuggets_said(case(PANEL), "Anything.") == ()


def test_the_wrong_paragraph_is_one_of_the_right_document():
    assert wrong_paragraph(case(PANEL), [shown(REPORT)], MATCHER) == 1
    assert wrong_paragraph(case(PANEL), [shown(REPORT), shown(PANEL)], MATCHER) == 0
    assert wrong_paragraph(case(PANEL), [shown(BUDGET)], MATCHER) == 0


def test_a_whole_page_is_no_exact_citation():
    page = Shown(source="panel.txt", text="quarterly meetings and an annual report", printed="4")
    assert not MATCHER.is_unit(page, PANEL)
    assert Matcher([PANEL]).is_unit(page, PANEL)


@pytest.mark.parametrize(
    ("spoilt", "joint"),
    [
        ({}, 1),
        ({"answer": "Meetings."}, 0),
        ({"citations": (shown(PANEL), shown(BUDGET))}, 0),
        ({"citations": ()}, 0),
        ({"citations": (shown(PANEL, printed="5"),)}, 0),
        ({"citations": (shown(PANEL, quote="monthly meetings"),)}, 0),
        ({"answered": False}, 0),
    ],
    ids=["all right", "nugget unsaid", "one wrong", "none cited", "wrong number", "bad quote", "refused"],
)
def test_joint_wants_all_of_it_right_at_once(spoilt, joint):
    good = Prediction(
        answered=True, answer="Quarterly meetings.", citations=(shown(PANEL),), hits=(shown(PANEL),)
    )
    asked = case(PANEL, nuggets=("quarterly meetings",))
    assert score(asked, dataclasses.replace(good, **spoilt), MATCHER)["joint"] == (joint,)


def test_a_refusal_still_shows_what_was_found():
    refusal = Prediction(answered=False, hits=(shown(PANEL),), citations=(shown(PANEL),))
    scores = score(case(PANEL), refusal, MATCHER)
    assert (scores["recall5"], scores["rr"]) == ((1,), (1,))
    assert (scores["prec"], scores["rec"], scores["nug"], scores["printed"]) == ((0,), (0,), (0,), ())


def scores_of(type_, *, answered, answerable=False):
    """The scores of an answer without hits, citations or claims."""
    asked = dataclasses.replace(case(PANEL), type=type_, answerable=answerable)
    return score(asked, Prediction(answered=answered), MATCHER)


def test_a_refusal_is_recalled_of_what_cannot_be_answered_and_false_of_what_can():
    assert scores_of("unanswerable", answered=False)["abstain_recall"] == (1,)
    assert scores_of("unanswerable", answered=True)["abstain_recall"] == (0,)
    assert scores_of("fact", answered=False, answerable=True)["false_refusal"] == (1,)
    assert scores_of("fact", answered=True, answerable=True)["false_refusal"] == (0,)


def test_the_precision_of_refusals_is_told_by_those_that_are_refused():
    assert scores_of("unanswerable", answered=False)["abstain_precision"] == (1,)
    assert scores_of("fact", answered=False, answerable=True)["abstain_precision"] == (0,)
    assert "abstain_precision" not in scores_of("fact", answered=True, answerable=True)


def test_near_misses_and_false_premises_are_counted_apart():
    near, premise = (scores_of(t, answered=False) for t in ("unanswerable-near-miss", "false-premise"))
    assert (near["abstain_near_miss"], near.get("abstain_false_premise")) == ((1,), None)
    assert (premise["abstain_false_premise"], premise.get("abstain_near_miss")) == ((1,), None)
    assert near["abstain_recall"] == premise["abstain_recall"] == (1,)


def test_what_failed_is_wrong_in_every_respect_and_no_refusal():
    asked = case(PANEL)
    assert failed(asked)["false_refusal"] == (1,)
    assert {name for name, values in failed(asked).items() if values != (0,)} == {"false_refusal"}
    unanswerable = dataclasses.replace(asked, answerable=False)
    assert failed(unanswerable) == {"abstain_recall": (0,)}


def test_f1_is_the_harmonic_mean_of_precision_and_recall():
    """One of two citations right, one of two gold units cited: 2 * 1/2 * 1/2 / 1; then 2 * 1 * 1/2 / (3/2)."""
    asked = case(PANEL, REPORT)
    half = Prediction(answered=True, citations=(shown(PANEL), shown(BUDGET)))
    assert score(asked, half, MATCHER)["f1"] == (1 / 2,)
    whole = Prediction(answered=True, citations=(shown(PANEL),))
    assert score(asked, whole, MATCHER)["f1"] == pytest.approx((2 / 3,))
    assert score(asked, Prediction(answered=True), MATCHER)["f1"] == (0,)


def test_every_nugget_is_asked_for_and_half_of_them_is_not_every():
    asked = case(PANEL, nuggets=("quarterly", "town hall"))
    scores = score(asked, Prediction(answered=True, answer="Quarterly."), MATCHER)
    assert (scores["nug"], scores["nug_all"]) == ((1 / 2,), (0,))


CITED = {
    "n": 1,
    "source": "board.txt",
    "reference": "Oldtown, Amenities Committee, 14 May 2019, paragraph 7.2",
    "date": "2019-05-14",
    "text": "That £1,200 be spent on the fence, on the motion of Councillor Mary Brown.",
}


@pytest.mark.parametrize(
    ("claim", "numbers", "names"),
    [
        ("The Amenities Committee agreed on 14 May 2019 to spend £1,200.", 0, 0),
        ("It agreed to spend £1,300.", 1, 0),
        ("It was moved by Councillor Trevor Brown.", 0, 1),
        ("It cost 120.", 1, 0),
        ("Trevor began. It was Mary’s motion.", 0, 0),
    ],
    ids=["all there", "another sum", "another name", "a part of a number", "a name that begins a sentence"],
)
def test_a_claim_is_unsupported_by_a_number_or_name_that_no_passage_it_cites_holds(claim, numbers, names):
    told = {"answered": True, "answer": claim, "citations": [CITED]}
    in_claims = read_prediction(told | {"claims": [{"text": claim, "citations": [1]}]})
    as_one = read_prediction(told | {"answer": f"{claim} [1]"})
    for prediction in (in_claims, as_one):
        scores = score(case(PANEL), prediction, MATCHER)
        assert (scores["unsupported_numbers"], scores["unsupported_names"]) == ((numbers,), (names,))


def test_a_claim_is_held_to_the_passages_that_it_cites_itself():
    other = {"n": 2, "text": "It cost £900."}
    claims = [{"text": "It cost £900.", "citations": [n]} for n in (1, 2)]
    told = {"answered": True, "answer": "", "citations": [CITED, other], "claims": claims}
    assert score(case(PANEL), read_prediction(told), MATCHER)["unsupported_numbers"] == (1, 0)


def drawn(question, tmp_path_factory):
    """The case of a drawn question."""
    path = tmp_path_factory.mktemp("drawn") / "questions.jsonl"
    path.write_text(json.dumps(question | {"id": "1"}), "utf-8")
    return read_cases(path)[0]


@given(question=questions(), prediction=predictions())
def test_every_measure_lies_between_0_and_1_and_recall_grows_with_k(tmp_path_factory, question, prediction):
    asked = drawn(question, tmp_path_factory)
    matcher = Matcher(Unit(**unit) for unit in UNITS)
    scores = score(asked, read_prediction(prediction), matcher)
    assert ("joint" in scores) == asked.answerable
    assert set(scores) <= set(MEASURES)
    assert all(0 <= value <= 1 for values in scores.values() for value in values)
    if asked.answerable:
        only = {name: values[0] for name, values in scores.items() if len(values) == 1}
        assert only["recall1"] <= only["recall5"] <= only["recall10"]
        assert (only["ndcg10"] > 0) == (only["recall10"] > 0) == (only["rr"] > 0)
        assert only["joint"] <= min(only["prec"], only["rec"], only["f1"], only["nug"], only["nug_all"])
        assert not (only["wrong_para"] and only["prec"])


@given(question=questions())
def test_a_run_of_nothing_scores_0_on_all_but_refusals(tmp_path_factory, question):
    asked = drawn(question, tmp_path_factory)
    for answered in (True, False):
        scores = score(asked, read_prediction({"answered": answered}), Matcher())
        told = {name: value for name, values in scores.items() for value in values if "nug" not in name}
        refusals = {"abstain_recall", "abstain_precision", "false_refusal"}
        assert {name for name, value in told.items() if value} <= (set() if answered else refusals)


@given(question=questions())
def test_citing_exactly_the_gold_in_its_words_scores_1_on_everything(tmp_path_factory, question):
    whole = {"answerable": True, "gold": UNITS[:2], "alt": [], "forbidden": []}
    asked = drawn(question | whole, tmp_path_factory)
    gold = tuple(shown(unit) for unit in asked.golds[0])
    perfect = Prediction(answered=True, answer=" ".join(asked.nuggets), citations=gold, hits=gold)
    scores = score(asked, perfect, Matcher(Unit(**unit) for unit in UNITS))
    full = ("recall5", "recall10", "ndcg10", "rr", "prec", "rec", "f1", "nug", "nug_all", "joint")
    assert {name: scores[name] for name in full} == dict.fromkeys(full, (1,))

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
from eval.measures.scoring import score
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
def test_citing_exactly_the_gold_in_its_words_scores_1_on_everything(tmp_path_factory, question):
    whole = {"answerable": True, "gold": UNITS[:2], "alt": [], "forbidden": []}
    asked = drawn(question | whole, tmp_path_factory)
    gold = tuple(shown(unit) for unit in asked.golds[0])
    perfect = Prediction(answered=True, answer=" ".join(asked.nuggets), citations=gold, hits=gold)
    scores = score(asked, perfect, Matcher(Unit(**unit) for unit in UNITS))
    full = ("recall5", "recall10", "ndcg10", "rr", "prec", "rec", "f1", "nug", "nug_all", "joint")
    assert {name: scores[name] for name in full} == dict.fromkeys(full, (1,))

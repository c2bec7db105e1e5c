"""A system that breaks one promise shows it in the measure meant for that, and nowhere else.

Real answers to every third sample question, over a real store of the sample minutes, are spoilt in one way each.
"""

import json

import pytest

from eval import samples
from eval.asking import Asking
from eval.cases import read_cases, read_units
from eval.changes import compare_reports
from eval.opening import open_over
from eval.report import Report
from eval.run import evaluate
from tests.eval import breaking
from tests.eval.breaking import Broken
from tests.eval.conftest import assert_agree, write_lines

pytestmark = pytest.mark.model

CASES = read_cases(samples.QUESTIONS)[::3]
UNITS = read_units(samples.UNITS)
SAYING = {"unsupported_numbers", "unsupported_names"}


@pytest.fixture(scope="module")
def asked(tmp_path_factory):
    """What was told for each case, and for the text of each passage the one after it."""
    assistant = open_over(samples.MINUTES, tmp_path_factory.mktemp("broken") / "store")
    with assistant.store as store:
        told = {}
        evaluate(Asking(assistant), CASES, on_row=lambda case, row, answer: told.update({case.id: answer}))
        passages = list(store.passages())
        following = {
            one.text: {"text": other.text, "quote": other.text, "printed": other.citation.printed}
            for one, other in zip(passages, [*passages[1:], passages[0]], strict=True)
        }
    return told, following


@pytest.fixture(scope="module")
def moved(asked):
    """The report of the real answers, and the measures that a break moves: those that fell, those that rose."""
    told, _ = asked
    real = Report(tuple(evaluate(Broken(told, dict), CASES, UNITS)))
    assert real.metrics["joint"].mean > 0.4
    assert 0 < real.metrics["abstain_recall"].mean < 1

    def compare(spoil):
        broken = Report(tuple(evaluate(Broken(told, spoil), CASES, UNITS)))
        found = compare_reports(real, broken)
        return (
            broken.metrics,
            {change.name for change in found.fallen},
            {change.name for change in found.risen},
        )

    return compare


@pytest.mark.parametrize(
    "spoil",
    [
        dict,
        breaking.always_answer,
        breaking.always_refuse,
        breaking.drop_quotes,
        breaking.shift_numbers,
        breaking.say_nothing,
        breaking.reverse_hits,
    ],
)
def test_the_other_scorer_says_the_same_of_it(scorer, asked, tmp_path, spoil):
    told = {id_: spoil(dict(answer.record)) for id_, answer in asked[0].items()}
    lines = samples.QUESTIONS.read_text("utf-8").splitlines()[::3]
    questions = write_lines(tmp_path / "questions.jsonl", map(json.loads, lines))
    answers = write_lines(tmp_path / "answers.jsonl", told.values())
    report = Report(tuple(evaluate(Broken(asked[0], spoil), CASES, UNITS)))
    assert_agree(report, scorer(questions, answers, samples.UNITS))


def test_one_that_always_answers_refuses_nothing_it_ought_to(moved):
    metrics, fallen, _ = moved(breaking.always_answer)
    assert metrics["abstain_recall"].mean == metrics["false_refusal"].mean == 0
    assert metrics["abstain_precision"].n == 0
    assert {"abstain_recall", "abstain_near_miss", "abstain_false_premise"} <= fallen


def test_one_that_always_refuses_refuses_all_that_it_ought_to_answer(moved):
    metrics, fallen, risen = moved(breaking.always_refuse)
    assert metrics["false_refusal"].mean == metrics["abstain_recall"].mean == 1
    assert metrics["abstain_precision"].mean == sum(not case.answerable for case in CASES) / len(CASES)
    assert {"joint", "prec", "rec", "f1", "nug", "nug_all", "false_refusal"} <= fallen
    assert not {"recall1", "recall5", "recall10", "ndcg10", "rr"} & (fallen | risen)


def test_one_that_cites_the_next_paragraph_cites_the_wrong_one_of_the_right_meeting(moved, asked):
    metrics, fallen, risen = moved(breaking.shift_citations(asked[1]))
    assert metrics["wrong_para"].mean > 0.5
    assert metrics["prec"].mean < 0.3
    assert metrics["exact_quote"].mean == 1
    assert fallen <= {"prec", "rec", "f1", "joint", "wrong_para", "printed"} | SAYING
    assert risen == set()


def test_one_that_cites_whole_pages_cites_no_unit(moved, asked):
    metrics, fallen, risen = moved(breaking.cite_pages(asked[1]))
    assert metrics["prec"].mean < 0.3
    assert (fallen - {"printed"}, risen) == ({"prec", "rec", "f1", "joint", "wrong_para"}, set())


def test_one_that_drops_its_quotes_is_not_exact(moved):
    metrics, *changed = moved(breaking.drop_quotes)
    assert metrics["exact_quote"].mean == metrics["joint"].mean == 0
    assert changed == [{"exact_quote", "joint"}, set()]


def test_one_that_numbers_by_itself_loses_the_printed_numbers(moved):
    metrics, *changed = moved(breaking.shift_numbers)
    assert metrics["printed"].mean == 0
    assert changed == [{"printed", "joint"}, set()]


def test_one_that_adds_sums_and_names_is_unsupported(moved):
    metrics, *changed = moved(breaking.invent)
    assert metrics["unsupported_numbers"].mean == metrics["unsupported_names"].mean == 1
    assert changed == [SAYING, set()]


def test_one_that_does_not_say_it_lacks_the_nuggets(moved):
    metrics, *changed = moved(breaking.say_nothing)
    assert metrics["nug_all"].mean < 0.2
    assert changed == [{"nug", "nug_all", "joint"}, set()]


def test_one_that_shows_the_best_last_ranks_badly(moved):
    _, *changed = moved(breaking.reverse_hits)
    assert changed == [{"recall1", "recall5", "ndcg10", "rr"}, set()]

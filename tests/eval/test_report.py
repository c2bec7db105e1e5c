"""The report: means with intervals, a table that names what failed, JSON, and limits."""

import json
import math

import pytest

from eval.measures import Scores
from eval.report import MEANINGS, Report
from eval.run import Row

GOOD = Scores(
    recall5=1,
    recall10=1,
    rr=1,
    prec=1,
    rec=1,
    nug=1,
    joint=1,
    wrong_para=0,
    printed=(1, 1),
    exact_quote=(1, 1),
)
BAD = Scores(
    recall5=0, recall10=0, rr=0, prec=0, rec=0, nug=0, joint=0, wrong_para=1, printed=(0,), exact_quote=(1,)
)


def row(id_, *, scores=None, answered=True, kind="fact", error=""):
    return Row(
        id=id_, type=kind, answerable=scores is not None, answered=answered, scores=scores, error=error
    )


REPORT = Report(
    (
        row("a", scores=GOOD),
        row("b", scores=BAD),
        row("c", scores=BAD, answered=False, error="the store is gone"),
        row("d", kind="offtopic"),
        row("e", kind="offtopic", answered=False),
        row("f", kind="offtopic", answered=False),
    )
)


def test_each_measure_is_the_mean_over_the_answerable_questions():
    assert REPORT.metrics["joint"].mean == pytest.approx(1 / 3)
    assert REPORT.metrics["joint"].n == 3


def test_numbers_and_quotes_are_means_over_citations():
    assert (REPORT.metrics["printed"].mean, REPORT.metrics["printed"].n) == (2 / 4, 4)
    assert (REPORT.metrics["exact_quote"].mean, REPORT.metrics["exact_quote"].n) == (1, 4)


def test_refusals_are_counted_over_what_they_ought_to_be():
    means = {name: measured.mean for name, measured in REPORT.metrics.items()}
    assert means["abstain_recall"] == pytest.approx(2 / 3)
    assert means["false_refusal"] == pytest.approx(1 / 3)
    assert means["abstain_precision"] == pytest.approx(2 / 3)


def test_the_interval_holds_the_mean_and_is_the_same_every_time():
    first, again = REPORT.metrics["joint"], Report(REPORT.rows).metrics["joint"]
    assert first == again
    assert first.low <= first.mean <= first.high
    assert first.low < first.high


def test_the_table_explains_every_measure_and_names_the_failed_case():
    table = REPORT.table()
    assert all(name in table and meaning in table for name, meaning in MEANINGS.items())
    assert "6 questions, 3 answerable" in table
    assert "c failed: the store is gone" in table


def test_every_measure_has_a_meaning():
    assert list(REPORT.metrics) == list(MEANINGS)


def test_the_json_holds_the_measures_and_the_rows():
    record = json.loads(REPORT.as_json())
    assert record["metrics"]["recall5"]["mean"] == pytest.approx(1 / 3)
    assert [r["id"] for r in record["rows"]] == ["a", "b", "c", "d", "e", "f"]
    assert record["rows"][0]["scores"]["joint"] == 1
    assert record["rows"][3]["scores"] is None


def test_a_measure_of_nothing_is_null_in_the_json_and_fails_any_limit():
    report = Report((row("d"),))
    assert math.isnan(report.metrics["joint"].mean)
    assert json.loads(report.as_json())["metrics"]["joint"]["mean"] is None
    assert report.failures({"joint": 0}, {}) != []
    assert report.failures({}, {"false_refusal": 1}) != []


def test_limits_are_told_with_what_came_out():
    assert REPORT.failures({"joint": 0.5, "recall5": 0.3}, {"wrong_para": 0.1}) == [
        "joint is 0.333, below 0.5",
        "wrong_para is 0.667, above 0.1",
    ]
    assert REPORT.failures({"joint": 1 / 3}, {"wrong_para": 0.67}) == []

"""The report: means with intervals, groups, latency, limits; as a table, as JSON, and read again."""

import json
import math

import pytest

from eval.measures.catalogue import MEASURES
from eval.placing import Place
from eval.report import About, Report
from eval.report_json import read_report, write_report
from eval.run import Row
from eval.tables import table
from ingest import UnreadableSource

RIGHT = dict.fromkeys(("recall5", "prec", "joint"), (1.0,)) | {"printed": (1.0, 1.0), "false_refusal": (0.0,)}
WRONG = dict.fromkeys(("recall5", "prec", "joint"), (0.0,)) | {"printed": (0.0,), "false_refusal": (0.0,)}
REFUSED = {"abstain_recall": (1.0,), "abstain_precision": (1.0,)}


def row(id_, scores, *, kind="fact", answered=True, error="", council="Oldtown", seconds=None):
    return Row(
        id=id_,
        type=kind,
        answerable="joint" in scores,
        answered=answered,
        scores=scores,
        place=Place(council=council),
        seconds=seconds or {},
        peak_memory=ord(id_),
        error=error,
    )


REPORT = Report(
    (
        row("a", RIGHT, seconds={"retrieve": 0.1, "total": 0.2}),
        row("b", WRONG, council="Newtown", seconds={"retrieve": 0.3, "total": 0.4}),
        row("c", WRONG, answered=False, error="the store is gone"),
        row("d", {"abstain_recall": (0.0,)}, kind="offtopic"),
        row("e", REFUSED, kind="offtopic", answered=False),
    ),
    About(system="minutebook", questions="questions.jsonl", documents=2),
)


def test_a_measure_is_the_mean_over_all_values_of_the_questions_that_have_any():
    assert REPORT.metrics["joint"].mean == pytest.approx(1 / 3)
    assert REPORT.metrics["joint"].n == 3
    assert (REPORT.metrics["printed"].mean, REPORT.metrics["printed"].n) == (2 / 4, 4)
    assert (REPORT.metrics["abstain_recall"].mean, REPORT.metrics["abstain_precision"].mean) == (1 / 2, 1)


def test_every_measure_of_the_catalogue_is_reported_and_no_other():
    assert list(REPORT.metrics) == list(MEASURES)


def test_groups_part_the_questions_by_type_council_collection_and_format():
    assert {name: len(rows) for name, rows in REPORT.apart("type").items()} == {"fact": 3, "offtopic": 2}
    assert REPORT.groups["council"]["Newtown"]["joint"].mean == 0
    assert REPORT.groups["council"]["Oldtown"]["joint"].mean == 1 / 2
    assert list(REPORT.groups["format"]) == ["none"]


def test_latency_is_told_by_stage_over_the_questions_that_were_timed():
    latency = REPORT.latency
    assert list(latency) == ["retrieve", "total"]
    assert (latency["retrieve"].p50, latency["retrieve"].p95, latency["retrieve"].n) == pytest.approx(
        (0.2, 0.29, 2)
    )


def test_the_table_explains_every_measure_and_names_the_failed_case():
    told = table(REPORT)
    assert all(name in told and measure.meaning in told for name, measure in MEASURES.items())
    assert "5 questions, 3 answerable" in told
    assert "c failed: the store is gone" in told
    assert "Newtown" in told
    assert "retrieve" in told


def test_a_written_report_holds_everything_and_its_rows_can_be_read_again(tmp_path):
    path = tmp_path / "report.json"
    write_report(path, REPORT, lambda row: {"question": f"{row.id}?"})
    assert read_report(path) == REPORT
    record = json.loads(path.read_text("utf-8"))
    assert record["schema"] == 1
    assert record["metrics"]["joint"]["n"] == 3
    assert record["groups"]["council"]["Newtown"]["n"] == 1
    assert record["latency"]["total"]["p50"] == pytest.approx(0.3)
    assert record["peak_memory"] == ord("e")
    assert record["measures"]["wrong_para"]["rises"] is False
    assert [r["question"] for r in record["rows"]] == ["a?", "b?", "c?", "d?", "e?"]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"schema": 2, "rows": []}', "\x00"])
def test_what_is_no_report_is_told_in_one_line(tmp_path, text):
    path = tmp_path / "report.json"
    path.write_text(text, "utf-8")
    with pytest.raises(UnreadableSource, match=r"report\.json is no report"):
        read_report(path)


def test_a_measure_of_nothing_is_null_in_the_json_and_fails_any_limit(tmp_path):
    report = Report((row("d", {"abstain_recall": (0.0,)}),))
    assert math.isnan(report.metrics["joint"].mean)
    write_report(tmp_path / "report.json", report, lambda row: {})
    record = json.loads((tmp_path / "report.json").read_text("utf-8"))
    assert record["metrics"]["joint"]["mean"] is None
    assert report.failures({"joint": 0}, {}) != []
    assert report.failures({}, {"false_refusal": 1}) != []


def test_limits_are_told_with_what_came_out():
    assert REPORT.failures({"joint": 0.5, "recall5": 0.3}, {"joint": 0.1}) == [
        "joint is 0.333, below 0.5",
        "joint is 0.333, above 0.1",
    ]
    assert REPORT.failures({"joint": 1 / 3}, {"joint": 0.34}) == []

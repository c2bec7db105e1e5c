"""What the chat tells of a report is what the report says, and nothing that it could not measure."""

from __future__ import annotations

from eval.publishing import in_short
from eval.report import About, Report
from eval.run import Row


def row(n, joint):
    return Row(id=str(n), type="who", answerable=True, answered=True, scores={"joint": (joint,), "prec": ()})


def test_a_report_in_short_has_its_day_its_questions_and_the_measures_it_could_take():
    about = About(system="minutebook", questions="ours.jsonl", made_at="2026-11-22T10:00:00+00:00")
    report = Report(tuple(row(n, joint) for n, joint in enumerate((1.0, 0.0, 1.0, 1.0))), about)
    told = in_short(report)

    assert (told.on, told.questions, told.source) == ("2026-11-22", 4, "ours.jsonl")
    (joint,) = told.measures
    assert joint.name == "joint"
    assert joint.mean == 0.75
    assert (joint.low, joint.high) == (report.metrics["joint"].low, report.metrics["joint"].high)

"""What the chat tells of a report is what the report says, and nothing that it could not measure."""

from __future__ import annotations

import json

import pytest

from assistant.cli import main
from assistant.opening import open_assistant
from assistant.web.location import Location
from assistant.web.views import Views
from eval.publishing import in_short
from eval.report import About, Report
from eval.run import Row
from tests.assistant.web.reading import Read


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


@pytest.mark.model
def test_what_was_measured_on_a_store_stands_in_the_view_about_of_its_chat(tmp_path, minutes, capsys):
    store, questions = tmp_path / "store", tmp_path / "questions.jsonl"
    asked = {"id": "a", "question": "what does 5.2 say?", "type": "number-lookup", "answerable": True}
    gold = {"doc": "panel.txt", "anchor": "no budget for biscuits", "printed": "5.2"}
    questions.write_text(json.dumps(asked | {"gold": [gold], "nuggets": ["biscuits"]}), "utf-8")
    assert main(["ingest", str(minutes), "--store", str(store)]) == 0
    views = Views(open_assistant(store))
    before = Read(views.render(Location(page="about"))).text
    assert main(["eval", str(questions), "--store", str(store), "--publish"]) == 0
    about = Read(views.render(Location(page="about")))

    assert "Nobody has measured it" in before
    assert "with 1 question (questions.jsonl)" in about.text
    assert "Answers with all of it right at once100%" in about.text

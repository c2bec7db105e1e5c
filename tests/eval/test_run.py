"""Cases are asked through the assistant that people use: its answer is judged, its errors are rows."""

import json
import subprocess
import sys

import pytest

from assistant.answering import Assistant
from assistant.contract import Request
from eval.cases import Case, Unit
from eval.run import evaluate
from ingest import parse, read_source
from tests.vectorstore.hashing import HashEmbedder
from vectorstore import MinutesStore, load

TEXT = """Rotherbourne Council
Minutes of the Secure Accommodation Panel held on 7 July 2015

5. TERMS OF REFERENCE

5.1 The Panel considered how often it should meet. The chair proposed quarterly meetings in the town hall.

5.2 The treasurer said that there would be no budget for biscuits at any meeting.
"""
BISCUITS = {"doc": "panel.txt", "anchor": "no budget for biscuits", "printed": "5.2"}


@pytest.fixture
def minutes(tmp_path):
    folder = tmp_path / "minutes"
    folder.mkdir()
    (folder / "panel.txt").write_text(TEXT, "utf-8")
    return folder


@pytest.fixture
def assistant(tmp_path, minutes):
    embedder = HashEmbedder()
    with MinutesStore.open(tmp_path / "store", embedder, create=True) as store:
        load(store, [parse(read_source(minutes / "panel.txt"))], embedder)
        yield Assistant(store, embedder)


def case(id_, question, *gold, type_="number-lookup"):
    request = Request(question=question)
    return Case(
        id=id_, type=type_, answerable=bool(gold), request=request, golds=(gold,), nuggets=("biscuits",)
    )


def test_an_answer_is_judged_by_what_it_shows(assistant):
    (row,) = evaluate(assistant, [case("a", "what does 5.2 say?", Unit(**BISCUITS))])
    assert row.answered
    assert (row.scores.joint, row.scores.recall5, row.scores.printed) == (1, 1, (1,))
    shown = json.loads(row.record)
    assert (shown["id"], shown["citations"][0]["printed"]) == ("a", "5.2")


def test_a_case_that_fails_is_a_row_and_the_next_is_asked(assistant):
    gold = Unit(**BISCUITS)
    first, second = evaluate(assistant, [case("a", "?", gold), case("b", "what does 5.2 say?", gold)])
    assert "empty" in first.error
    assert (first.answered, first.scores.joint, first.record) == (False, 0, "")
    assert second.scores.joint == 1


def test_an_unanswerable_case_is_judged_by_being_refused_only(assistant):
    (row,) = evaluate(assistant, [case("a", "who flew the helicopter to Madagascar?")])
    assert row.scores is None
    assert not row.answered


def test_progress_is_told_case_by_case(assistant):
    told = []
    cases = [case("a", "what does 5.2 say?"), case("b", "what does 5.1 say?")]
    evaluate(assistant, cases, on_progress=lambda done, of: told.append((done, of)))
    assert told == [(1, 2), (2, 2)]


def run_eval(*arguments):
    return subprocess.run(
        [sys.executable, "-m", "eval", *map(str, arguments)], capture_output=True, text=True
    )


@pytest.fixture
def questions(tmp_path):
    record = {"id": "a", "question": "what does 5.2 say?", "type": "number-lookup", "answerable": True}
    path = tmp_path / "questions.jsonl"
    path.write_text(json.dumps(record | {"gold": [BISCUITS], "nuggets": ["biscuits"]}), "utf-8")
    return path


@pytest.mark.model
def test_the_command_prints_the_table_writes_the_files_and_holds_the_limits(tmp_path, minutes, questions):
    out, answers = tmp_path / "report.json", tmp_path / "answers.jsonl"
    over = ("--questions", questions, "--minutes", minutes, "--store", tmp_path / "kept")
    done = run_eval(*over, "--out", out, "--answers", answers, "--fail-below", "joint=1", "printed=1")
    assert (done.returncode, done.stderr) == (0, "")
    assert "1 questions, 1 answerable" in done.stdout
    assert json.loads(out.read_text("utf-8"))["metrics"]["joint"]["mean"] == 1
    assert json.loads(answers.read_text("utf-8"))["id"] == "a"
    failed = run_eval(*over, "--fail-above", "joint=0.5")
    assert (failed.returncode, failed.stderr) == (1, "eval: joint is 1.000, above 0.5\n")


def test_a_missing_question_file_is_one_line_and_status_1(tmp_path):
    done = run_eval("--questions", tmp_path / "none.jsonl")
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "none.jsonl cannot be read" in done.stderr


@pytest.mark.parametrize("limit", ["speed=1", "joint=much", "joint"])
def test_a_limit_that_is_none_is_bad_usage(limit):
    done = run_eval("--fail-below", limit)
    assert done.returncode == 2
    assert "--fail-below" in done.stderr

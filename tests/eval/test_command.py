"""`minutebook eval`: prints the table, keeps the evidence in a folder, holds limits, goes on where it stopped."""

import json
import subprocess
import sys
import time

import pytest

BISCUITS = {"doc": "panel.txt", "anchor": "no budget for biscuits", "printed": "5.2"}
ASKED = {"id": "a", "question": "what does 5.2 say?", "type": "number-lookup", "answerable": True}


@pytest.fixture
def questions(tmp_path):
    path = tmp_path / "questions.jsonl"
    path.write_text(json.dumps(ASKED | {"gold": [BISCUITS], "nuggets": ["biscuits"]}), "utf-8")
    return path


def run_eval(*arguments):
    return subprocess.run(
        [sys.executable, "-m", "assistant", "eval", *map(str, arguments)], capture_output=True, text=True
    )


@pytest.mark.model
def test_the_command_prints_the_table_keeps_the_report_and_holds_the_limits(tmp_path, minutes, questions):
    over = (questions, "--minutes", minutes, "--out", tmp_path / "out")
    done = run_eval(*over, "--fail-below", "joint=1,printed=1")
    assert (done.returncode, done.stderr) == (0, "")
    assert "1 questions, 1 answerable" in done.stdout
    report = json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))
    assert report["metrics"]["joint"]["mean"] == 1
    (row,) = report["rows"]
    assert (row["question"], row["answer"]["citations"][0]["printed"]) == ("what does 5.2 say?", "5.2")
    assert row["gold"][0][0]["text"].startswith("5.2 The treasurer said")
    page = (tmp_path / "out" / "report.html").read_text("utf-8")
    assert "0 of 1 questions" in page
    failed = run_eval(*over, "--fail-above", "joint=0.5")
    assert (failed.returncode, failed.stderr) == (1, "minutebook: joint is 1.000, above 0.5\n")


@pytest.mark.model
@pytest.mark.kill
def test_a_run_that_was_killed_goes_on_where_it_stopped(tmp_path, minutes):
    """Killed after its first answer, the same command keeps that answer, byte for byte, and asks the others."""
    questions, answers = tmp_path / "questions.jsonl", tmp_path / "out" / "answers.jsonl"
    asked = [
        ASKED | {"id": f"q{n}", "question": f"what does 5.2 say of biscuit {n}?", "gold": [BISCUITS]}
        for n in range(40)
    ]
    questions.write_text("".join(f"{json.dumps(one)}\n" for one in asked), "utf-8")
    command = [
        sys.executable,
        "-m",
        "assistant",
        "eval",
        questions,
        "--minutes",
        minutes,
        "--out",
        tmp_path / "out",
    ]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as running:
        while running.poll() is None and not (answers.exists() and b"\n" in answers.read_bytes()):
            time.sleep(0.001)
        running.kill()
    *kept, _ = answers.read_bytes().split(b"\n")
    assert 1 <= len(kept) < len(asked)
    done = run_eval(*command[4:])
    assert (done.returncode, done.stderr) == (0, "")
    *whole, end = answers.read_bytes().split(b"\n")
    assert (whole[: len(kept)], end) == (kept, b"")
    assert [json.loads(line)["id"] for line in whole] == [one["id"] for one in asked]


def test_a_missing_question_file_is_one_line_and_status_1(tmp_path):
    done = run_eval(tmp_path / "none.jsonl")
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "none.jsonl cannot be read" in done.stderr


@pytest.mark.parametrize("limit", ["speed=1", "joint=much", "joint", "joint=0.5,"])
def test_a_limit_that_is_none_is_bad_usage(limit):
    done = run_eval("--fail-below", limit)
    assert done.returncode == 2
    assert "--fail-below" in done.stderr


def test_a_store_and_a_folder_of_minutes_are_not_both_asked(tmp_path):
    done = run_eval("--store", tmp_path, "--minutes", tmp_path)
    assert done.returncode == 2
    assert "not allowed with" in done.stderr

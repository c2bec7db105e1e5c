"""`minutebook eval` on other systems: answers from a file in place of ours, rivals and peers in one table with ours."""

import json

import pytest

from assistant.cli import main

TEXT = """Rotherbourne Council
Minutes of the Secure Accommodation Panel held on 7 July 2015

5. TERMS OF REFERENCE

5.1 The Panel considered how often it should meet. The chair proposed quarterly meetings in the town hall.

5.2 The treasurer said that there would be no budget for biscuits at any meeting.
"""
BISCUITS = {"doc": "panel.txt", "anchor": "no budget for biscuits", "printed": "5.2"}
ASKED = {"id": "a", "question": "what does 5.2 say?", "type": "number-lookup", "answerable": True}
CITED = {
    "source": "panel.txt",
    "text": "5.2 The treasurer said that there would be no budget for biscuits at any meeting.",
    "printed": "5.2",
    "quote": "no budget for biscuits",
}
ANSWER = {
    "id": "a",
    "answered": True,
    "answer": "There would be no budget.",
    "citations": [CITED],
    "hits": [CITED],
}


@pytest.fixture
def questions(tmp_path):
    path = tmp_path / "questions.jsonl"
    path.write_text(json.dumps(ASKED | {"gold": [BISCUITS], "nuggets": ["no budget"]}), "utf-8")
    return str(path)


@pytest.fixture
def answers(tmp_path):
    path = tmp_path / "theirs.jsonl"
    path.write_text(json.dumps(ANSWER), "utf-8")
    return str(path)


@pytest.fixture
def minutes(tmp_path):
    folder = tmp_path / "minutes"
    folder.mkdir()
    (folder / "panel.txt").write_text(TEXT, "utf-8")
    return str(folder)


def test_answers_of_a_file_are_judged_without_a_store_and_without_minutes(
    tmp_path, capsys, questions, answers, monkeypatch
):
    monkeypatch.setenv("MINUTEBOOK_STORE", str(tmp_path / "none"))
    out = tmp_path / "out"
    assert main(["eval", questions, "--answers", answers, "--out", str(out), "--fail-below", "joint=1"]) == 0
    assert "1 questions, 1 answerable" in capsys.readouterr().out
    report = json.loads((out / "report.json").read_text("utf-8"))
    assert (report["about"]["system"], report["metrics"]["joint"]["mean"]) == ("theirs", 1)


def test_a_peer_has_a_line_beside_the_system_that_is_judged(capsys, questions, answers):
    assert main(["eval", questions, "--answers", answers, "--peer", f"cairn={answers}"]) == 0
    table = capsys.readouterr().out.splitlines()[-4:]
    assert table[0].startswith("| system | recall5 loose | recall5 |")
    assert [line.split(" | ")[0] for line in table[2:]] == ["| cairn", "| theirs"]


@pytest.mark.model
def test_rivals_and_ours_stand_in_one_table_and_keep_their_reports(tmp_path, capsys, questions, minutes):
    out = tmp_path / "out"
    assert main(["eval", questions, "--minutes", minutes, "--rivals", "--out", str(out)]) == 0
    names = [line.split(" | ")[0].removeprefix("| ") for line in capsys.readouterr().out.splitlines()[-5:]]
    assert names == ["always-refuse", "bm25", "naive", "copy-top-1", "minutebook"]
    kept = {path.parent.name for path in (out / "rivals").glob("*/report.json")}
    assert kept == {"always-refuse", "bm25", "naive", "copy-top-1"}


def test_a_peer_that_cannot_be_read_is_told_before_anything_is_judged(tmp_path, capsys, questions, answers):
    out = tmp_path / "out"
    peer = f"cairn={tmp_path / 'none.jsonl'}"
    assert main(["eval", questions, "--answers", answers, "--peer", peer, "--out", str(out)]) == 1
    assert "none.jsonl cannot be read" in capsys.readouterr().err
    assert not (out / "report.json").exists()


def test_rivals_without_a_folder_of_minutes_are_one_line_that_says_what_to_name(capsys, questions, answers):
    assert main(["eval", questions, "--answers", answers, "--rivals"]) == 1
    assert capsys.readouterr().err == (
        "minutebook: --rivals reads the minutes as files: name their folder with --minutes FOLDER\n"
    )


def test_answers_that_are_none_are_one_line_and_status_1(tmp_path, capsys, questions):
    assert main(["eval", questions, "--answers", str(tmp_path / "none.jsonl")]) == 1
    assert "none.jsonl cannot be read" in capsys.readouterr().err


@pytest.mark.parametrize(
    "bad", ["cairn", "=answers.jsonl", "cairn=", "../cairn=answers.jsonl", "..=answers.jsonl", "a|b=c"]
)
def test_a_peer_without_a_name_that_can_be_a_folder_or_without_a_file_is_bad_usage(bad, capsys, questions):
    with pytest.raises(SystemExit) as told:
        main(["eval", questions, "--peer", bad])
    assert told.value.code == 2
    assert "--peer" in capsys.readouterr().err

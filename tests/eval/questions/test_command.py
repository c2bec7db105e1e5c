"""`minutebook questions`: findings on standard output and exit status 1, drafts that pass the check."""

import json

import pytest

from assistant.cli import main
from eval import samples
from ingest import find_sources, parse, read_source
from tests.vectorstore.hashing import HashEmbedder
from vectorstore import MinutesStore, load


@pytest.fixture
def store(tmp_path):
    embedder = HashEmbedder()
    with MinutesStore.open(tmp_path / "store", embedder, create=True) as opened:
        load(opened, (parse(read_source(path)) for path in find_sources(samples.MINUTES)), embedder)
    return tmp_path / "store"


def test_the_samples_pass_the_check(capsys):
    over = ("--minutes", str(samples.MINUTES), "--units", str(samples.UNITS))
    assert main(["questions", "check", str(samples.QUESTIONS), *over]) == 0
    assert capsys.readouterr() == ("", "no findings\n")


def test_findings_are_lines_on_standard_output_and_status_1(tmp_path, capsys, store):
    path = tmp_path / "questions.jsonl"
    path.write_text('{"id": "a"}\n{', "utf-8")
    assert main(["questions", "check", str(path), "--store", str(store)]) == 1
    told = capsys.readouterr()
    assert told.out.count("\n") == 5
    assert told.out.splitlines()[0] == f"{path} line 1 (a): 'question' is a required property"
    assert told.err == "5 findings\n"


def test_drafts_are_marked_and_pass_the_check(tmp_path, capsys, store):
    path = tmp_path / "drafts.jsonl"
    assert main(["questions", "draft", "--store", str(store), "--n", "12", "--out", str(path)]) == 0
    drafts = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert [draft["draft"] for draft in drafts] == [True] * 12
    assert main(["questions", "check", str(path), "--store", str(store)]) == 0
    assert capsys.readouterr() == ("", "no findings\n")


def test_drafts_go_to_standard_output_and_a_store_that_yields_too_few_says_so(capsys, store):
    assert main(["questions", "draft", "--store", str(store), "--n", "5000"]) == 0
    told = capsys.readouterr()
    assert f"the store yields {len(told.out.splitlines())} of 5000 questions" in told.err


def test_a_file_that_is_there_is_not_written_over(tmp_path, capsys, store):
    path = tmp_path / "mine.jsonl"
    path.write_text("precious", "utf-8")
    assert main(["questions", "draft", "--store", str(store), "--out", str(path)]) == 1
    assert capsys.readouterr().err == f"minutebook: {path} exists: name a new file, or take it away first\n"
    assert path.read_text("utf-8") == "precious"


@pytest.mark.parametrize("bad", ["0", "-1", "many"])
def test_a_number_of_drafts_that_is_none_is_bad_usage(bad, capsys):
    with pytest.raises(SystemExit) as told:
        main(["questions", "draft", "--n", bad])
    assert told.value.code == 2
    assert "--n" in capsys.readouterr().err

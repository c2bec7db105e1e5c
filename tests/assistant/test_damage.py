"""The index beside the database may be harmed in any way: answers stay, a line says so, and it can be mended."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from assistant.cli import main
from vectorstore import SentenceTransformerEmbedder

pytestmark = pytest.mark.model
QUESTIONS = ["what did we agree on secure accommodation?", "what was decided on school crossing patrols?"]


def _delete(index: Path) -> None:
    for generation in index.glob("g*"):
        shutil.rmtree(generation)


def _truncate(index: Path) -> None:
    for file in index.glob("g*/**/*"):
        if file.is_file():
            os.truncate(file, file.stat().st_size // 2)


def _scribble(index: Path) -> None:
    for file in index.glob("g*/**/*"):
        if file.is_file():
            content = bytearray(file.read_bytes())
            middle = len(content) // 2
            content[middle : middle + 64] = os.urandom(len(content[middle : middle + 64]))
            file.write_bytes(content)


def _ask(store: Path, capsys) -> list[dict[str, object]]:
    capsys.readouterr()
    assert main(["ask", *QUESTIONS, "--json", "--store", str(store)]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@pytest.fixture
def before(store_copy, capsys):
    """The answers of the store before it is harmed."""
    answers = _ask(store_copy, capsys)
    assert [answer["notices"] for answer in answers] == [[], []]
    return answers


@pytest.mark.parametrize("harm", [_delete, _truncate, _scribble, shutil.rmtree])
def test_answers_stay_when_the_index_is_harmed_and_a_line_says_so(store_copy, before, capsys, harm):
    harm(store_copy / "index")
    harmed = _ask(store_copy, capsys)
    for answer in harmed:
        (notice,) = answer["notices"]
        assert "run `minutebook index`" in notice
    assert [answer | {"notices": []} for answer in harmed] == before


def test_a_harmed_index_is_mended_without_embedding(store_copy, before, capsys, monkeypatch):
    _scribble(store_copy / "index")
    embedded = []
    with monkeypatch.context() as watched:
        watched.setattr(
            SentenceTransformerEmbedder, "embed_passages", lambda self, texts: embedded.append(texts)
        )
        assert main(["index", "--store", str(store_copy)]) == 0
    assert embedded == []
    assert "built: " in capsys.readouterr().out
    assert _ask(store_copy, capsys) == before


def test_an_answer_for_people_says_below_that_the_index_is_harmed(store_copy, capsys):
    _delete(store_copy / "index")
    capsys.readouterr()
    main(["ask", QUESTIONS[0], "--store", str(store_copy)])
    out, err = capsys.readouterr()
    assert out.count("Note: ") == 1
    assert "run `minutebook index`" in out
    assert err == ""

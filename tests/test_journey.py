"""The whole way in one sitting: minutes go in, a question comes out cited, the citation opens, a file is forgotten."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import eval as evaluation
from assistant.cli import main

pytestmark = pytest.mark.model

SAMPLES = Path(evaluation.__file__).parent / "data" / "minutes"
FIRST, SECOND = "2014-11-24-education-scrutiny.txt", "2016-03-11-social-care-board.txt"
SECURE = "what did we agree on secure accommodation?"


def test_from_minutes_to_a_cited_answer_and_back_to_the_page(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("MINUTEBOOK_STORE", str(tmp_path / "store"))

    def run(*words: str) -> str:
        capsys.readouterr()
        assert main(words) == 0
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return out

    assert "2  read\n" in run("ingest", str(SAMPLES / FIRST), str(SAMPLES / SECOND))
    assert run("status").startswith("2 meetings")

    answer = json.loads(run("ask", "--json", SECURE))
    (cited,) = answer["citations"]
    assert answer["answer"].endswith("[1]")
    assert (cited["source"], cited["printed"], cited["kind"]) == (FIRST, None, "action")
    assert cited["reference"].endswith("action (unnumbered, 2nd of 3 after 7.7)")
    text = (SAMPLES / FIRST).read_text("utf-8")
    assert text[cited["start"] : cited["end"]] == cited["text"]
    assert cited["quote"] in cited["text"]

    shown = run("show", cited["key"])
    assert shown.startswith(cited["reference"])
    assert "\n> Report back to the sub-committee" in shown
    assert "7.7" in shown

    refused = json.loads(run("ask", "--json", "what did we agree about the lighthouse on the moon?"))
    assert (refused["answered"], refused["citations"]) == (False, [])
    assert refused["coverage"]["meetings"] == 2

    run("forget", FIRST)
    forgotten = json.loads(run("ask", "--json", SECURE))
    assert all(cited["source"] == SECOND for cited in forgotten["citations"])
    assert forgotten["coverage"]["meetings"] == 1

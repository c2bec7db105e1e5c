"""The real `minutebook ingest`, killed and run again, and met by a second beside it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import eval as evaluation
from vectorstore import MinutesStore, SentenceTransformerEmbedder

pytestmark = [pytest.mark.kill, pytest.mark.model]

SAMPLES = Path(evaluation.__file__).parent / "data" / "minutes"
CHOSEN = ["2014-11-24-education-scrutiny.txt", "2015-07-07-secure-accommodation-panel.txt"]
SECURE = "what did we agree on secure accommodation?"


def _command(*words: object, failpoint: str = "") -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "assistant", *map(str, words)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "MINUTEBOOK_FAILPOINT": failpoint},
    )


def _documents(folder: Path) -> list[str]:
    with MinutesStore.open(folder, None) as store:
        return [document.source for document in store.documents()]


def test_an_ingestion_killed_half_way_is_whole_and_is_completed_by_running_it_again(tmp_path):
    folder, paths = tmp_path / "store", [SAMPLES / name for name in CHOSEN]

    killed = _command("ingest", *paths, "--store", folder, failpoint="after-commit")
    killed.communicate()
    assert killed.returncode == -signal.SIGKILL
    assert _documents(folder) == CHOSEN[:1]

    asked = _command("ask", SECURE, "--json", "--store", folder)
    answer = json.loads(asked.communicate()[0])
    assert answer["citations"][0]["label"] == "action (unnumbered, 2nd of 3 after 7.7)"
    assert "run `minutebook index`" in answer["notices"][0]

    again = _command("ingest", *paths, "--store", folder)
    out, _ = again.communicate()
    assert again.returncode == 0
    assert [line.split() for line in out.splitlines()[:3]] == [
        ["1", "read"],
        ["0", "changed"],
        ["1", "unchanged"],
    ]
    assert _documents(folder) == CHOSEN


def test_a_second_ingestion_says_at_once_who_holds_the_store_and_embeds_nothing(sample_pair, tmp_path):
    """The holder is this process, by the lock that any ingestion takes; the second never loads its model."""
    late = tmp_path / "late.txt"
    late.write_text("1. Lighthouse\n\n1.1 The lighthouse was agreed.\n", "utf-8")
    with MinutesStore.open(sample_pair, None) as store, store.writing("ingest"):
        second = _command("ingest", late, "--store", sample_pair)
        out, err = second.communicate()
        assert (second.returncode, out) == (1, "")
        assert err.startswith("minutebook: ")
        assert err.count("\n") == 1
        assert f"process {os.getpid()} " in err
        assert [document.source for document in store.documents()] == CHOSEN
    assert _documents(sample_pair) == CHOSEN


@pytest.fixture
def sample_pair(tmp_path: Path) -> Path:
    """A store of the two, loaded in this process."""
    from ingest import parse, read_source
    from vectorstore import load

    embedder = SentenceTransformerEmbedder()
    with MinutesStore.open(tmp_path / "pair", embedder, create=True) as store:
        load(store, [parse(read_source(SAMPLES / name)) for name in CHOSEN], embedder)
    return tmp_path / "pair"

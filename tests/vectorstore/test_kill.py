"""Killed at any moment, the store holds each document whole or not at all, and answers rightly."""

from __future__ import annotations

import os
import random
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ingest import Kind
from tests.vectorstore.hashing import HashEmbedder
from tests.vectorstore.loader import DOCUMENTS, PARAGRAPHS, document
from vectorstore import FAILPOINTS, Filters, MinutesStore, Retriever, load, reach
from vectorstore.schema import DATABASE_NAME

ROOT = Path(__file__).parents[2]
EDITION = re.compile(r"in edition (\d+)")
EXACTLY = Filters(kinds=tuple(Kind))
SEED, KILLS = 20141124, 60


def start(folder: Path, edition: int, failpoint: str = "") -> subprocess.Popen[bytes]:
    environment = {**os.environ, "MINUTEBOOK_FAILPOINT": failpoint}
    command = [sys.executable, "-m", "tests.vectorstore.loader", str(folder), str(edition)]
    return subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.PIPE)


def check(folder: Path, editions: range) -> int:
    """Assert that what is there is whole and is found; returns how many documents there are."""
    embedder = HashEmbedder()
    with MinutesStore.open(folder, embedder) as store:
        with store.snapshot() as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
            stray = "SELECT count(*) FROM vectors WHERE id NOT IN (SELECT vector FROM windows)"
            assert connection.execute(stray).fetchone() == (0,)
            stray = "SELECT count(*) FROM sentences WHERE id NOT IN (SELECT sentences FROM passages WHERE NOT heading)"
            assert connection.execute(stray).fetchone() == (0,)
            bare = "SELECT count(*) FROM passages WHERE NOT heading AND sentences IS NULL"
            assert connection.execute(bare).fetchone() == (0,)
            assert connection.execute("SELECT count(*) FROM terms WHERE vector IS NULL").fetchone() == (0,)
            indexed = "SELECT (SELECT count(*) FROM lexicon), (SELECT count(*) FROM windows)"
            assert connection.execute(indexed).fetchone() == (len(store.documents()) * PARAGRAPHS,) * 2
        for stored in store.documents():
            text = store.source_text(stored.source)
            edition = int(EDITION.search(text)[1])
            assert edition in editions
            whole = document(int(stored.source[:2]), edition)
            assert (stored.sha256, text) == (whole.sha256, whole.text)
            assert list(store.passages(Filters(sources=(stored.source,)))) == list(whole.passages())
        retriever = Retriever(store, embedder)
        for question in ("Ward 6 got 36 pounds", "grants in edition 1"):
            assert retriever.search(question) == retriever.search(question, filters=EXACTLY)
        retriever.search("ward")
        notices = retriever.notices
        retriever.close()
        assert all("run `minutebook index`" in notice for notice in notices)
        return len(store.documents())


def finish(folder: Path, edition: int) -> None:
    """Assert that loading again completes what was cut short."""
    embedder = HashEmbedder()
    with MinutesStore.open(folder, embedder, create=True) as store:
        load(store, [document(number, edition) for number in range(DOCUMENTS)], embedder)
        assert sorted(path.name for path in (folder / "index").iterdir())[0] == "CURRENT"
        retriever = Retriever(store, embedder)
        retriever.search("ward")
        assert retriever.notices == ()
        retriever.close()
    assert check(folder, range(edition, edition + 1)) == DOCUMENTS


def test_failpoints_do_nothing_unless_asked_for():
    for name in FAILPOINTS:
        reach(name)
    with pytest.raises(ValueError, match="no such failpoint"):
        reach("after-lunch")


@pytest.mark.kill
@pytest.mark.parametrize("failpoint", FAILPOINTS)
def test_a_kill_at_a_named_step_loses_nothing_that_was_stored(tmp_path, failpoint):
    folder = tmp_path / "store"
    loader = start(folder, 0, failpoint)
    loader.communicate()
    assert loader.returncode == -signal.SIGKILL
    expected = FAILPOINTS.index(failpoint)
    stored = check(folder, range(1))
    assert stored == (0 if expected < 4 else 1 if expected == 4 else DOCUMENTS)
    finish(folder, 0)


@pytest.mark.kill
def test_kills_at_random_moments_lose_nothing_that_was_stored(tmp_path):
    """Sixty SIGKILLs of loaders of edition after edition, most of them while documents are written."""
    folder = tmp_path / "store"
    begun = time.monotonic()
    assert start(folder, 0).wait() == 0
    whole = time.monotonic() - begun
    moments = random.Random(SEED)  # noqa: S311 - moments, not secrets
    killed = edition = 0
    while killed < KILLS and edition < 3 * KILLS:
        edition += 1
        loader = start(folder, edition)
        time.sleep(moments.uniform(0.1, whole if edition % 4 == 0 else whole / 4))
        loader.send_signal(signal.SIGKILL)
        loader.communicate()
        if loader.returncode == -signal.SIGKILL:
            killed += 1
        else:
            whole *= 0.8  # it was done before: the machine is less busy than when it was timed
        assert check(folder, range(edition + 1)) == DOCUMENTS
    assert killed == KILLS
    assert (folder / DATABASE_NAME).exists()
    finish(folder, edition + 1)

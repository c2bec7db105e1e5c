"""One writer at a time, named to the one who is refused; readers are never stopped."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from ingest import StoreBusy
from tests.vectorstore.builder import Item, minutes
from vectorstore import MinutesStore, Retriever, load, rebuild_index
from vectorstore.lock import LOCK_NAME, writer_lock

ROOT = Path(__file__).parents[2]
HOLD = (
    "import sys, time, pathlib; from vectorstore.lock import writer_lock\n"
    "with writer_lock(pathlib.Path(sys.argv[1]), 'ingest'):\n    print('held', flush=True); time.sleep(600)\n"
)


@pytest.fixture
def holder(store):
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(store.folder)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.communicate()


def test_a_second_writer_is_told_who_writes(store, embedder, parenting, holder):
    for write in (
        lambda: load(store, [parenting], embedder),
        lambda: rebuild_index(store),
        lambda: store.forget("parenting.txt"),
    ):
        with pytest.raises(StoreBusy) as error:
            write()
        assert f"process {holder.pid} on " in str(error.value)
        assert "(ingest, since " in str(error.value)
    assert store.documents() == []


def test_a_dead_writers_lock_is_free_at_once(store, embedder, parenting, holder):
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    assert load(store, [parenting], embedder, index=False).new == 1


def test_readers_are_not_stopped_by_a_writer(store, embedder, parenting, holder):
    with MinutesStore.open(store.folder, embedder) as reading:
        assert reading.documents() == []
        assert Retriever(reading, embedder).search("anything") == []


def test_two_threads_of_one_process_do_not_write_at_once(store, folder):
    with writer_lock(folder, "ingest"), pytest.raises(StoreBusy, match=f"process {os.getpid()} "):
        store.forget("anything")


def test_a_lock_file_of_any_content_is_no_lock(store, folder, embedder, parenting):
    (folder / LOCK_NAME).write_bytes(b"\xff{not json")
    assert load(store, [parenting], embedder, index=False).new == 1


def test_many_threads_read_whole_documents_while_another_process_writes(store, embedder):
    """Each reading sees one edition of the document, never a mixture, and finds a passage each time."""
    paragraphs = 20
    load(store, [minutes("00.txt", [Item("Grants", ["Ward got pounds"] * 1)])], embedder, index=False)
    writer = subprocess.Popen(
        [sys.executable, "-m", "tests.vectorstore.loader", str(store.folder), "1"], cwd=ROOT
    )
    retriever = Retriever(store, embedder)
    mixed, failed = [], []

    def read():
        try:
            while writer.poll() is None:
                for stored in store.documents():
                    if stored.passages not in (1, paragraphs):
                        mixed.append(stored)
                if not retriever.search("Ward got pounds"):
                    mixed.append("nothing found")
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=read) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert writer.returncode == 0
    assert (mixed, failed) == ([], [])
    assert len(store.documents()) == 24
    retriever.search("Ward got pounds")
    assert retriever.notices == ()

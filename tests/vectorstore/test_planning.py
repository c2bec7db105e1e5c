"""What is read again and what is not; documents that share a name live side by side and keep their names."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from ingest import MeetingFacts, Workers, find, hash_sources, read_all, reader_version
from tests.vectorstore.hashing import HashEmbedder
from vectorstore import LoadReport, MinutesStore, load, plan

TEXT = (
    "Ashby Parish Council\n\nMinutes of the meeting held on 3 March 2020\n\n1. Café\n\n1.1 The café was {}.\n"
)
LONG_AGO = (1_600_000_000, 1_600_000_000)


class Desk:
    """An officer's folder of minutes and the store it is loaded into, time after time."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.embedder = HashEmbedder()
        self.report: LoadReport | None = None

    def write(self, name: str, word: str = "agreed", *, settled: bool = True) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT.format(word), "utf-8")
        if settled:
            os.utime(path, LONG_AGO)
        return path

    def ingest(
        self,
        *names: str,
        facts: MeetingFacts = MeetingFacts(),  # noqa: B008 - frozen
    ) -> tuple[list[str], list[str], list[str]]:
        """Load; the names of what was read, of what was known to be unchanged, and of the copies."""
        paths = [self.root / name for name in names] or [self.root]
        with MinutesStore.open(self.root.parent / "store", self.embedder, create=True) as store:
            with Workers(1) as workers:
                planned = plan(store, find(paths, workers).origins, facts, workers)
                store.renew(planned.renewed)
                arriving = (done.result for done in read_all(planned.jobs, workers) if done.result)
                self.report = load(
                    store, arriving, self.embedder, facts=facts, provenance=planned.provenance, index=False
                )
            self.stored = {one.source: store.source_text(one.source) for one in store.sources()}
        copies = [str(origin.path.relative_to(self.root)) for origin in planned.copies]
        return [job.name for job in planned.jobs], list(planned.unchanged), copies


@pytest.fixture
def desk(tmp_path) -> Desk:
    (tmp_path / "minutes").mkdir()
    return Desk(tmp_path / "minutes")


def test_what_did_not_change_is_not_read(desk):
    desk.write("a.txt")
    assert desk.ingest() == (["a.txt"], [], [])
    assert desk.ingest() == ([], ["a.txt"], [])


def test_a_file_that_was_only_touched_is_known_by_its_bytes_and_then_by_its_new_time(desk):
    path = desk.write("a.txt")
    desk.ingest()
    os.utime(path, (1_700_000_000, 1_700_000_000))
    assert desk.ingest() == ([], ["a.txt"], [])
    path.chmod(0o644)
    with MinutesStore.open(desk.root.parent / "store", None) as store:
        assert store.sources()[0].provenance.stamp.startswith("1700000000000000000:")


def test_a_change_that_keeps_size_and_time_within_the_clocks_grain_is_seen(desk):
    """Written a moment ago, a file may be written again without its time telling: its bytes are looked at."""
    path = desk.write("a.txt", "agreed", settled=False)
    desk.ingest()
    before = path.stat()
    desk.write("a.txt", "denied", settled=False)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert desk.ingest() == (["a.txt"], [], [])
    assert "denied" in desk.stored["a.txt"]


def test_a_changed_sidecar_or_word_of_the_officer_reads_the_file_again(desk):
    desk.write("a.txt")
    desk.ingest()
    sidecar = desk.root / "a.minutes.toml"
    sidecar.write_text('[meeting]\ncouncil = "Oldtown Town Council"\n')
    os.utime(sidecar, LONG_AGO)
    assert desk.ingest()[0] == ["a.txt"]
    assert desk.ingest()[1] == ["a.txt"]
    sidecar.write_text('[meeting]\ncouncil = "Newtown Town Council"\n')
    assert desk.ingest()[0] == ["a.txt"]
    sidecar.unlink()
    assert desk.ingest()[0] == ["a.txt"]
    assert desk.ingest(facts=MeetingFacts(body="Cabinet"))[0] == ["a.txt"]


def test_namesakes_of_one_run_are_told_apart_by_the_shortest_end_of_their_paths(desk):
    desk.write("2019/minutes.txt", "agreed")
    desk.write("2020/minutes.txt", "refused")
    desk.write("2020/other.txt", "deferred")
    assert desk.ingest()[0] == ["2019/minutes.txt", "2020/minutes.txt", "other.txt"]
    assert "refused" in desk.stored["2020/minutes.txt"]
    assert desk.ingest()[1] == ["2019/minutes.txt", "2020/minutes.txt", "other.txt"]


def test_folders_of_one_name_are_told_apart_by_theirs(desk):
    desk.write("audit/2019/minutes.txt", "agreed")
    desk.write("cabinet/2019/minutes.txt", "refused")
    assert desk.ingest()[0] == ["audit/2019/minutes.txt", "cabinet/2019/minutes.txt"]


def test_a_namesake_of_a_later_run_leaves_the_first_its_name_and_its_text(desk):
    desk.write("2019/minutes.txt", "agreed")
    assert desk.ingest()[0] == ["minutes.txt"]
    desk.write("2020/minutes.txt", "refused")
    assert desk.ingest("2020") == (["2020/minutes.txt"], [], [])
    assert "agreed" in desk.stored["minutes.txt"]
    assert "refused" in desk.stored["2020/minutes.txt"]
    desk.write("2019/minutes.txt", "deferred")
    os.utime(desk.root / "2019/minutes.txt")
    assert desk.ingest() == (["minutes.txt"], ["2020/minutes.txt"], [])
    assert "deferred" in desk.stored["minutes.txt"]


def test_a_moved_file_is_known_by_name_and_bytes_and_a_changed_one_then_replaces_it(desk):
    desk.write("a.txt", "agreed")
    desk.ingest()
    (desk.root / "archive").mkdir()
    shutil.move(desk.root / "a.txt", desk.root / "archive" / "a.txt")
    assert desk.ingest() == ([], ["a.txt"], [])
    desk.write("archive/a.txt", "refused")
    os.utime(desk.root / "archive" / "a.txt")
    assert desk.ingest() == (["a.txt"], [], [])
    assert list(desk.stored) == ["a.txt"]


def test_a_copy_under_the_same_name_is_no_second_document_until_it_differs(desk):
    desk.write("a.txt")
    desk.write("copy/a.txt")
    assert desk.ingest() == (["a.txt"], [], ["copy/a.txt"])
    assert desk.ingest() == ([], ["a.txt"], ["copy/a.txt"])
    desk.write("copy/a.txt", "refused")
    assert desk.ingest()[0] == ["copy/a.txt"]
    assert "agreed" in desk.stored["a.txt"]


def test_a_file_that_took_the_place_of_a_moved_one_does_not_take_its_text(desk):
    desk.write("a.txt", "agreed")
    desk.ingest()
    (desk.root / "old").mkdir()
    shutil.move(desk.root / "a.txt", desk.root / "old" / "a.txt")
    desk.write("a.txt", "refused")
    os.utime(desk.root / "a.txt")
    desk.ingest()
    assert sorted("agreed" in text for text in desk.stored.values()) == [False, True]


def test_one_changed_paragraph_embeds_one_window(desk):
    desk.write("a.txt")
    desk.ingest()
    desk.write("a.txt", "refused")
    os.utime(desk.root / "a.txt")
    desk.ingest()
    assert (desk.report.changed, desk.report.windows_embedded) == (1, 1)


def test_a_change_of_the_code_that_reads_is_a_change_of_its_version(tmp_path):
    (tmp_path / "formats").mkdir()
    (tmp_path / "formats" / "plain.py").write_text("x = 1\n")
    before = hash_sources(tmp_path)
    (tmp_path / "formats" / "plain.py").write_text("x = 2\n")
    assert hash_sources(tmp_path) != before
    assert len(reader_version()) == 64

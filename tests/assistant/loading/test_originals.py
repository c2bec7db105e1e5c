"""The files that were added are known again, wherever their store is copied to, and go when their document goes."""

from __future__ import annotations

import os
import shutil

import pytest

from assistant.cli import main
from assistant.loading.originals import Originals
from assistant.loading.tray import Tray
from ingest import Job, MeetingFacts, Origin, read_here, stamp_of
from tests.assistant.loading.conftest import BANDSTAND
from tests.vectorstore.hashing import HashEmbedder
from vectorstore import MinutesStore, Provenance, load

LONG_AGO = (1_600_000_000, 1_600_000_000)


@pytest.fixture
def kept(store):
    """A loaded original, as a settled file."""
    path = store.folder.resolve() / "minutes" / "bandstand.txt"
    path.parent.mkdir()
    path.write_text(BANDSTAND)
    os.utime(path, LONG_AGO)
    put(store, path)
    return path


def put(store, path):
    minutes = read_here(Job(origin=Origin(path), name=path.name, facts=MeetingFacts()))
    known = Provenance(path.as_posix(), stamp_of(Origin(path)), "")
    load(store, [minutes], HashEmbedder(), provenance={path.name: known})


def left(store):
    return Originals(store.folder).unfinished(store.sources())


def test_what_is_loaded_is_finished_and_what_is_not_is_not(store, kept):
    assert left(store) == []
    (kept.parent / "ferry.txt").write_text(BANDSTAND.replace("Parks", "Ferry"))
    assert left(store) == ["ferry.txt"]


def test_a_file_or_its_sidecar_that_has_changed_since_is_unfinished(store, kept):
    kept.with_name("bandstand.txt.minutes.toml").write_text('[meeting]\nbody = "Trees Committee"\n')
    assert left(store) == ["bandstand.txt"]
    put(store, kept)
    assert left(store) == []
    kept.write_text(BANDSTAND.replace("green", "blue"))
    assert left(store) == ["bandstand.txt"]


def test_a_store_that_was_copied_elsewhere_knows_its_originals(store, kept, tmp_path):
    shutil.copytree(store.folder, tmp_path / "copy")
    (tmp_path / "copy" / "minutes" / "bandstand.txt").touch()
    with MinutesStore.open(tmp_path / "copy", None) as copy:
        assert left(copy) == []


def test_a_file_moves_with_its_sidecar_and_an_old_sidecar_goes(store, kept):
    tray, originals = Tray(store.folder), Originals(store.folder)
    beside = kept.with_name("bandstand.txt.minutes.toml")
    tray.take("bandstand.txt", [b"new"])
    tray.take("bandstand.txt.minutes.toml", [b"[meeting]\n"])
    tray.move("bandstand.txt", originals)
    assert (kept.read_text(), beside.read_text()) == ("new", "[meeting]\n")
    assert list(tray.folder.iterdir()) == []
    tray.take("bandstand.txt", [b"newer"])
    tray.move("bandstand.txt", originals)
    assert kept.read_text() == "newer"
    assert not beside.exists()


def test_what_is_forgotten_is_no_file_of_the_store_any_more(sample_store, tmp_path, capsys):
    folder = tmp_path / "store"
    shutil.copytree(sample_store, folder)
    with MinutesStore.open(folder, None) as store:
        source = store.sources()[0]
        others = [other.source for other in store.sources()[1:]]
    kept = folder / "minutes" / source.source
    kept.parent.mkdir()
    for name in (source.source, others[0]):
        shutil.copy(source.provenance.origin.replace(source.source, name), kept.parent / name)
    assert main(["forget", source.source, "--store", str(folder)]) == 0
    assert capsys.readouterr().out.endswith(f"and its file {kept} is removed\n")
    assert not kept.exists()
    assert [path.name for path in kept.parent.iterdir()] == [others[0]]

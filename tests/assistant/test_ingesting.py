"""`minutebook ingest` again and again: nothing is embedded twice and nothing takes another's place."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from assistant.cli import main
from vectorstore import MinutesStore

pytestmark = pytest.mark.model


def _report(out: str) -> dict[str, int]:
    found = re.findall(
        r"([\d,]+) +(read|changed|unchanged|failed|passed over|copies|passages stored|embedded)", out
    )
    return {name: int(number.replace(",", "")) for number, name in found}


@pytest.fixture
def folder(samples, tmp_path) -> Path:
    """A folder with two of the samples, to be edited."""
    folder = tmp_path / "minutes"
    folder.mkdir()
    for path in samples[:2]:
        shutil.copy(path, folder)
    return folder


@pytest.fixture
def ingest(capsys, tmp_path):
    """Load paths into a store of this test; gives the status and what was counted."""

    def ingest(*paths: Path) -> tuple[int, dict[str, int]]:
        capsys.readouterr()
        status = main(["ingest", *map(str, paths), "--store", str(tmp_path / "store")])
        return status, _report(capsys.readouterr().out)

    return ingest


def test_a_second_run_embeds_nothing(folder, ingest):
    status, first = ingest(folder)
    assert (status, first["read"]) == (0, 2)
    assert first["embedded"] > 20
    status, second = ingest(folder)
    assert (status, second) == (
        0,
        {"read": 0, "changed": 0, "unchanged": 2, "failed": 0, "passages stored": 0, "embedded": 0},
    )


def test_a_changed_file_embeds_only_what_changed_and_replaces_what_was(folder, ingest, capsys, tmp_path):
    ingest(folder)
    path = folder / "2014-11-24-education-scrutiny.txt"
    text = path.read_text("utf-8")
    path.write_text(text.replace("two units having shut", "nine units having shut"), "utf-8")
    status, report = ingest(folder)
    assert (status, report["changed"], report["unchanged"], report["embedded"]) == (0, 1, 1, 1)
    main(["show", path.name, "7.3", "--store", str(tmp_path / "store")])
    shown = " ".join(capsys.readouterr().out.split())
    assert "nine units having shut" in shown
    assert "two units having shut" not in shown


def test_a_file_named_twice_is_read_once(folder, ingest):
    path = sorted(folder.iterdir())[0]
    status, report = ingest(path, folder, folder / ".." / folder.name / path.name)
    assert (status, report["read"], report["unchanged"]) == (0, 2, 0)


def test_two_documents_of_one_name_are_both_there_and_told_apart_by_their_folders(
    folder, ingest, capsys, tmp_path
):
    path = sorted(folder.iterdir())[0].rename(folder / "minutes.txt")
    other = folder / "2020" / path.name
    other.parent.mkdir()
    other.write_text("1. Lighthouse\n\n1.1 The lighthouse was agreed.\n", "utf-8")
    assert ingest(folder)[1]["read"] == 3
    main(["status", "--files", "--store", str(tmp_path / "store")])
    listed = capsys.readouterr().out
    assert f"  2020/{path.name}  " in listed
    assert f"  minutes/{path.name}  " in listed
    assert ingest(other)[1]["unchanged"] == 1
    other.write_text("1. Lighthouse\n\n1.1 The lighthouse was refused.\n", "utf-8")
    assert ingest(folder)[1] | {"passages stored": 0, "embedded": 0} == {
        "read": 0, "changed": 1, "unchanged": 2, "failed": 0, "passages stored": 0, "embedded": 0
    }  # fmt: skip
    with MinutesStore.open(tmp_path / "store", None) as store:
        assert "was refused" in store.source_text(f"2020/{path.name}")
        assert store.source_text(f"minutes/{path.name}") == path.read_text("utf-8")


def test_an_unchanged_folder_is_known_without_reading_it_and_without_the_model(folder, ingest, tmp_path):
    """Nothing of the embedder's library is imported, and no child that reads is started."""
    for path in folder.iterdir():
        os.utime(path, (1_600_000_000, 1_600_000_000))  # settled long ago
    ingest(folder)
    code = (
        "import multiprocessing, sys; from assistant.cli import main\n"
        f"status = main(['ingest', {str(folder)!r}, '--store', {str(tmp_path / 'store')!r}])\n"
        "heavy = {'torch', 'sentence_transformers', 'transformers', 'chromadb', 'pebble', 'lxml'} & set(sys.modules)\n"
        "print(status, sorted(heavy), multiprocessing.active_children())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "0 [] []"
    assert _report(done.stdout)["unchanged"] == 2


def test_the_table_names_what_failed_and_what_was_passed_over_and_the_rest_is_stored(
    folder, capsys, tmp_path
):
    (folder / "empty.txt").touch()
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    assert main(["ingest", str(folder), "--store", str(tmp_path / "store")]) == 3
    out, err = capsys.readouterr()
    lines = out.splitlines()
    assert [line.split(maxsplit=1) for line in lines[:4]] == [
        ["2", "read"], ["0", "changed"], ["0", "unchanged"], ["1", "failed"]
    ]  # fmt: skip
    assert lines[4].strip() == f"{folder / 'empty.txt'} is empty: there is no text to read"
    assert lines[5].strip() == "1  passed over (1 .jpg)"
    assert err.endswith("minutebook: 1 of 3 files failed: see the lines above\n")


def test_a_zip_is_read_without_being_unpacked(folder, ingest, capsys, tmp_path):
    packed = tmp_path / "minutes.zip"
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for path in folder.iterdir():
            archive.write(path, f"2014/{path.name}")
    before = sorted(tmp_path.rglob("*.txt"))
    assert ingest(packed)[1]["read"] == 2
    assert sorted(tmp_path.rglob("*.txt")) == before
    main(["ask", "what is the Multi-Agency Safeguarding Hub?", "--json", "--store", str(tmp_path / "store")])
    told = json.loads(capsys.readouterr().out)
    assert told["citations"][0]["source"] == "2014-11-24-education-scrutiny.txt"
    assert ingest(packed)[1]["unchanged"] == 2
    assert ingest(folder)[1]["copies"] == 2


def test_what_was_ingested_answers_at_once(folder, ingest, capsys, tmp_path):
    ingest(folder)
    question = "what is the Multi-Agency Safeguarding Hub?"
    main(["ask", question, "--json", "--store", str(tmp_path / "store")])
    told = json.loads(capsys.readouterr().out)
    assert told["citations"][0]["printed"] == "7.5"

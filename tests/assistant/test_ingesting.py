"""`minutebook ingest` again and again: nothing is embedded twice and nothing takes another's place."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from assistant.cli import main

pytestmark = pytest.mark.model


def _report(out: str) -> dict[str, int]:
    found = re.findall(r"(\d+) (new|changed|unchanged|passages stored|embedded)", out)
    return {name: int(number) for number, name in found}


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
    assert (status, first["new"]) == (0, 2)
    assert first["embedded"] > 20
    status, second = ingest(folder)
    assert (status, second) == (
        0,
        {"new": 0, "changed": 0, "unchanged": 2, "passages stored": 0, "embedded": 0},
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
    assert (status, report["new"], report["unchanged"]) == (0, 2, 0)


def test_two_files_of_one_name_are_refused_and_both_named_and_nothing_is_lost(
    folder, ingest, capsys, tmp_path
):
    ingest(folder)
    path = sorted(folder.iterdir())[0]
    other = tmp_path / "other" / path.name
    other.parent.mkdir()
    other.write_text("1. Lighthouse\n\n1.1 The lighthouse was agreed.\n", "utf-8")
    capsys.readouterr()
    assert main(["ingest", str(folder), str(other), "--store", str(tmp_path / "store")]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert str(path) in err
    assert str(other) in err
    assert ingest(folder)[1]["unchanged"] == 2


def test_what_was_ingested_answers_at_once(folder, ingest, capsys, tmp_path):
    ingest(folder)
    question = "what is the Multi-Agency Safeguarding Hub?"
    main(["ask", question, "--json", "--store", str(tmp_path / "store")])
    told = json.loads(capsys.readouterr().out)
    assert told["citations"][0]["printed"] == "7.5"

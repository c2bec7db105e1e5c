"""A folder of hostile files: each gets one clear line or its minutes, in bounded time and memory; the rest is read."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from ingest import Done, Job, Limits, MeetingFacts, Minutes, Workers, check_conservation, find, read_all

GOOD = """Ashby Parish Council

Minutes of the meeting held on 3 March 2020

1. Café

1.1 The café was agreed.
"""
LIMITS = Limits(seconds=20, memory=1 << 30)


def read(folder: Path) -> dict[str, Done[Job, Minutes]]:
    """Read all that is found in a folder, by name."""
    with Workers(2, LIMITS) as workers:
        found = find([folder], workers)
        jobs = [Job(origin=o, name=o.name, facts=MeetingFacts()) for o in found.origins]
        return {done.job.name: done for done in read_all(jobs, workers)}


def _office(part: str, xml: str) -> bytes:
    """A document of zipped XML with one part."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        packed.writestr(part, xml)
    return buffer.getvalue()


def _laughs(root: str) -> str:
    """Ten entities, each ten of the one before: a gigabyte of laughter."""
    entities = '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    return f'<?xml version="1.0"?><!DOCTYPE r [{entities}]><{root}>&a9;</{root}>'


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")
_PDF = (
    b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[2 0 R]/Count 999999999>>endobj\n"
)

REFUSED: dict[str, Callable[[], bytes]] = {
    "truncated.pdf": lambda: b"%PDF-1.7\n1 0 obj\n<</Type /Cat",
    "garbage.pdf": lambda: b"%PDF-1.4\n" + random.Random(1).randbytes(5000),  # noqa: S311
    "loop.pdf": lambda: _PDF + b"xref\n0 1\ntrailer<</Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF",
    "not.pdf": lambda: random.Random(2).randbytes(3000),  # noqa: S311
    "truncated.docx": lambda: _office("word/document.xml", "<w/>" * 1000)[:200],
    "garbage.docx": lambda: b"PK\x03\x04" + random.Random(3).randbytes(3000),  # noqa: S311
    "locked.docx": lambda: _OLE,
    "laughs.docx": lambda: _office("word/document.xml", _laughs("w")),
    "laughs.odt": lambda: _office("content.xml", _laughs("o")),
    "bomb.docx": lambda: _office("word/document.xml", "<a>" + " " * (150 << 20) + "</a>"),
    "sheet.docx": lambda: _office("xl/workbook.xml", "<w/>"),
    "zip.docx": lambda: _office("a.txt", "1. Apologies"),
    "sealed.txt": lambda: b"1. Apologies\x00\x00 for absence",
    "oneline.txt": lambda: b"minutes of the meeting " * (50 << 20 >> 4),
    "empty.html": lambda: b"",
    "image.txt": lambda: b"\x89PNG\r\n\x1a\n",
}


@pytest.fixture(scope="module")
def refused(tmp_path_factory) -> dict[str, Done[Job, Minutes]]:
    """The results of reading all that must be refused, and one good file among them."""
    folder = tmp_path_factory.mktemp("refused")
    for name, make in REFUSED.items():
        (folder / name).write_bytes(make())
    (folder / "z.txt").write_text(GOOD, "utf-8")
    return read(folder)


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_minutes_gets_one_clear_line(refused, name):
    done = refused[name]
    line = str(done.error)
    assert done.result is None
    assert name in line
    assert "\n" not in line
    assert len(line) < 400
    assert "fault of ours" not in line
    assert "crash" not in line


def test_the_good_file_among_them_is_read(refused):
    assert refused["z.txt"].result is not None


def _deep(tag: str) -> str:
    return f"<html><body>{f'<{tag}>' * 50_000}1. Apologies{f'</{tag}>' * 50_000}</body></html>"


READ: dict[str, Callable[[], bytes]] = {
    "line.txt": lambda: b"the committee heard that " * 40_000,
    "spaces.txt": lambda: GOOD.encode() + b" " * 1_000_000,
    "blanks.txt": lambda: GOOD.encode() + b"\n" * 500_000,
    "deep.html": lambda: _deep("div").encode(),
    "deep_lists.html": lambda: _deep("ol><li").encode(),
    "entities.html": lambda: (
        b"<!DOCTYPE html [<!ENTITY a 'b'>]><html><p>1. &a; &amp; &#x202e;minutes</p></html>"
    ),
    "marks.txt": lambda: GOOD.replace("agreed", "\u202eagreed\u202c\u200b\ufeff").encode(),
    "homoglyph.txt": lambda: GOOD.replace("1.", "\u0661.").encode(),
    "ends.txt": lambda: GOOD.replace("\n", "\r").encode() + b"\x0c\x0b\x85",
    "named.txt": lambda: f"<!DOCTYPE html><html><body><pre>{GOOD}</pre></body></html>".encode(),
}


@pytest.fixture(scope="module")
def strange(tmp_path_factory) -> dict[str, Done[Job, Minutes]]:
    folder = tmp_path_factory.mktemp("strange")
    for name, make in READ.items():
        (folder / name).write_bytes(make())
    return read(folder)


@pytest.mark.parametrize("name", READ)
def test_what_is_strange_and_no_more_is_read_whole_or_given_one_line(strange, name):
    done = strange[name]
    if done.result is not None:
        assert check_conservation(done.result) == []
    else:
        assert name in str(done.error)
        assert "fault of ours" not in str(done.error)
        assert "\n" not in str(done.error)


def test_a_page_named_as_text_is_read_as_a_page_with_a_warning(strange):
    minutes = strange["named.txt"].result
    assert "<pre>" not in minutes.text
    assert any("read as web pages" in warning for warning in minutes.warnings)


CODE_PAGES = (
    "utf-8-sig",
    "utf-16",
    "cp1252",
    "latin-1",
    "cp850",
    "cp437",
    "mac_roman",
    "iso8859_15",
    "cp1250",
    "koi8_r",
)


def test_minutes_in_any_code_page_are_read_or_refused_and_never_lose_a_character(tmp_path):
    for encoding in CODE_PAGES:
        (tmp_path / f"{encoding}.txt").write_bytes(GOOD.replace("é", "e").encode(encoding))
    for encoding in ("cp1252", "utf-8", "utf-16", "latin-1"):
        (tmp_path / f"accented-{encoding}.txt").write_bytes(GOOD.encode(encoding))
    results = read(tmp_path)
    assert len(results) == len(CODE_PAGES) + 4
    for done in results.values():
        assert check_conservation(done.result) == []
    assert all("café" in results[name].result.text for name in results if name.startswith("accented"))


@pytest.fixture
def odd_places(tmp_path) -> Path:
    """A folder of what is in folders beside files."""
    (tmp_path / "good.txt").write_text(GOOD, "utf-8")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "device.txt").symlink_to("/dev/zero")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    (tmp_path / "folder.txt").mkdir()
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_text(GOOD, "utf-8")
    (tmp_path / "two\nlines.txt").write_text(GOOD, "utf-8")
    return tmp_path


def test_pipes_devices_and_loops_of_links_are_passed_over_and_odd_names_refused(odd_places):
    with Workers(1, LIMITS) as workers:
        found = find([odd_places], workers)
    assert [origin.name for origin in found.origins] == ["good.txt"]
    assert sorted(origin.name for origin in found.skipped) == [
        "device.txt",
        "gone.txt",
        "loop",
        "pipe.txt",
        "self.txt",
    ]
    assert len(found.refused) == 2
    assert all("rename the file" in line and "\n" not in line for line in found.refused)


def test_a_pipe_or_a_device_that_is_named_is_refused_at_once(odd_places):
    with Workers(1, LIMITS) as workers:
        found = find([odd_places / "pipe.txt", odd_places / "device.txt"], workers)
        jobs = [Job(origin=o, name=o.name, facts=MeetingFacts()) for o in found.origins]
        errors = [str(done.error) for done in read_all(jobs, workers)]
    assert len(errors) == 2
    assert all("no file but a device or a pipe" in error for error in errors)


def test_a_file_that_vanishes_before_its_turn_is_one_line(tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(GOOD, "utf-8")
    with Workers(1, LIMITS) as workers:
        found = find([tmp_path], workers)
        (tmp_path / "a.txt").unlink()
        jobs = [Job(origin=o, name=o.name, facts=MeetingFacts()) for o in found.origins]
        gone, there = read_all(jobs, workers)
    assert "does not exist" in str(gone.error)
    assert there.result is not None


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read anything")
def test_a_file_without_permission_is_one_line(tmp_path):  # pragma: no cover
    (tmp_path / "a.txt").write_text(GOOD, "utf-8")
    (tmp_path / "a.txt").chmod(0)
    assert "check its permissions" in str(read(tmp_path)["a.txt"].error)

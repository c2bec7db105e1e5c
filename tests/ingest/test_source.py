"""Reading files: encodings that councils use, and one clear line for what cannot be read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ingest import NothingToIngest, UnreadableSource, find_sources, read_source


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"], ids=["utf-8", "with a mark", "utf-16", "windows"]
)
def test_text_of_every_common_encoding_comes_out_the_same(tmp_path: Path, encoding: str):
    path = tmp_path / "a.txt"
    path.write_bytes("Café – £5\r\nend".encode(encoding))
    assert read_source(path).text == "Café – £5\r\nend"


def test_the_name_is_the_last_component_and_the_hash_is_of_the_bytes(tmp_path: Path):
    path = tmp_path / "a.md"
    path.write_bytes(b"x")
    source = read_source(path)
    assert source.name == "a.md"
    assert source.sha256 == "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t", "empty"),
        ("a.txt", b"ab\x00cd", "binary"),
        ("a.txt", b"\x89PNG\x01\x02", "image"),
        ("a.pdf", b"%PDF-1.7", "damaged"),
        ("a.docx", b"PK", "no Word file, whatever its suffix says"),
        ("a.pdf", b"1. Apologies", "no PDF file, whatever its suffix says"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Office"),
        ("a.doc", b"{\\rtf1 minutes}", "rich text"),
        ("a.json", b"{}", ".json is not read"),
        ("a", b"1. Apologies", "without a suffix is not read"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_line(tmp_path: Path, name: str, data: bytes, says: str):
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(UnreadableSource) as caught:
        read_source(path)
    assert says in str(caught.value)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_path_and_a_folder_are_unreadable(tmp_path: Path):
    for path in (tmp_path / "none.txt", tmp_path):
        with pytest.raises(UnreadableSource):
            read_source(path)


def test_a_folder_gives_its_files_sorted_without_hidden_and_foreign_ones(tmp_path: Path):
    for name in ("b.md", "a.txt", ".hidden.txt", "c.json", "sub/d.text", ".git/e.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    assert [p.relative_to(tmp_path).as_posix() for p in find_sources(tmp_path)] == [
        "a.txt",
        "b.md",
        "sub/d.text",
    ]


def test_a_folder_without_minutes_says_so(tmp_path: Path):
    with pytest.raises(NothingToIngest):
        find_sources(tmp_path)
    with pytest.raises(UnreadableSource):
        find_sources(tmp_path / "none")


def test_a_file_name_that_is_no_text_is_refused_in_one_line(tmp_path):
    """A name in another encoding could stand in no citation."""
    named = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    named.write_text("1. Apologies")
    with pytest.raises(UnreadableSource, match=r"not text: rename the file$"):
        read_source(named)


def test_a_path_too_long_for_this_machine_is_refused_in_one_line():
    with pytest.raises(UnreadableSource, match="cannot be looked up"):
        find_sources(Path("a" * 5000))


@pytest.mark.parametrize("name", ["page.html", "page.txt", "page.aspx", "page", "page.pdf"])
def test_a_page_is_read_as_a_page_whatever_it_is_called(tmp_path: Path, name: str):
    path = tmp_path / name
    path.write_text(
        "\ufeff <!-- saved --> <!DOCTYPE html><html><body><p>1. Apologies</p></body></html>", "utf-8"
    )
    source = read_source(path)
    assert "<p>" not in source.text
    assert "1. Apologies" in source.text
    assert bool(source.warnings) == (name != "page.html")


def test_text_that_only_speaks_of_pages_is_text(tmp_path: Path):
    path = tmp_path / "a.txt"
    path.write_text("The clerk wrote <html> on the board.", "utf-8")
    assert read_source(path).text == "The clerk wrote <html> on the board."


def test_a_name_told_is_the_name_that_citations_use(tmp_path: Path):
    (tmp_path / "a.txt").write_text("1. Apologies", "utf-8")
    assert read_source(tmp_path / "a.txt", "2020/a.txt").name == "2020/a.txt"

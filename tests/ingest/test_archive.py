"""Archives: names that lead astray, sizes that lie, members that are locked; nothing is unpacked to disk."""

from __future__ import annotations

import stat
import struct
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from ingest import Origin, UnreadableSource, Workers, archive, find, read_source


@pytest.fixture
def pack(tmp_path):
    """Make an archive of names and bytes."""

    def pack(*members: tuple[str | ZipInfo, bytes]) -> Path:
        path = tmp_path / "minutes.zip"
        with ZipFile(path, "w", ZIP_DEFLATED) as packed:
            for name, data in members:
                packed.writestr(name, data)
        return path

    return pack


def _flagged(path: Path, flag: int) -> Path:
    """The same archive with a flag set on every member, in both of its headers."""
    data = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            (flags,) = struct.unpack_from("<H", data, at + offset)
            struct.pack_into("<H", data, at + offset, flags | flag)
            at = data.find(mark, at + 4)
    path.write_bytes(data)
    return path


def test_members_are_listed_sorted_without_folders_and_hidden_files(pack):
    path = pack(
        ("b.txt", b"b"), ("2019/a.txt", b"a"), (".git/x", b""), ("__MACOSX/a.txt", b""), ("sub/", b"")
    )
    listed = archive.list_members(path)
    assert [member.name for member in listed.members] == ["2019/a.txt", "b.txt"]
    assert listed.refused == ()


def _link() -> ZipInfo:
    info = ZipInfo("link.txt")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("../../etc/passwd.txt", "leads out of the archive"),
        ("a/../../b.txt", "leads out of the archive"),
        ("/etc/passwd.txt", "leads out of the archive"),
        ("\\windows\\a.txt", "leads out of the archive"),
        ("..\\a.txt", "leads out of the archive"),
        ("C:\\a.txt", "leads out of the archive"),
        (_link(), "is a link"),
        ("fdp.\u202etxt", "not plain text"),
        ("a\nb.txt", "not plain text"),
        ("more.zip", "archive within an archive"),
    ],
)
def test_a_trick_is_refused_by_name_in_one_line_and_the_others_are_read(pack, name, says):
    listed = archive.list_members(pack(("good.txt", b"1. Apologies"), (name, b"/etc/passwd")))
    assert [member.name for member in listed.members] == ["good.txt"]
    (line,) = listed.refused
    assert says in line
    assert "\n" not in line
    assert "\u202e" not in line


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("second", ["a.txt", "A.TXT", "\uff41.txt"], ids=["same", "case", "look-alike"])
def test_of_two_members_that_pass_for_each_other_the_second_is_refused(pack, second):
    path = pack(("a.txt", b"first"), (second, b"second"))
    listed = archive.list_members(path)
    assert [member.name for member in listed.members] == ["a.txt"]
    assert "twice" in listed.refused[0]
    assert archive.read_member(path, "a.txt") == b"first"


def test_a_locked_member_is_told_apart_from_a_damaged_one(pack):
    with pytest.raises(UnreadableSource, match="protected by a password"):
        archive.read_member(_flagged(pack(("a.txt", b"a" * 50)), 1), "a.txt")


def test_a_damaged_member_and_a_damaged_archive_are_one_line(pack, tmp_path):
    path = pack(("a.txt", b"minutes of the meeting " * 50))
    data = bytearray(path.read_bytes())
    data[40:50] = b"\xff" * 10
    path.write_bytes(data)
    with pytest.raises(UnreadableSource, match=r"a\.txt is damaged"):
        archive.read_member(path, "a.txt")
    path.write_bytes(data[:60])
    with pytest.raises(UnreadableSource, match="no archive that can be read"):
        archive.list_members(path)
    with pytest.raises(UnreadableSource, match="does not exist"):
        archive.read_member(pack(("a.txt", b"")), "b.txt")


def test_a_bomb_is_stopped_while_it_unpacks(pack):
    path = pack(("bomb.txt", bytes(30 << 20)))
    assert path.stat().st_size < 100_000
    with pytest.raises(UnreadableSource, match="more than 100 times its size"):
        archive.read_member(path, "bomb.txt")


def test_a_bomb_that_calls_itself_small_gives_no_more_than_it_says(pack):
    path = pack(("bomb.txt", bytes(30 << 20)))
    data = bytearray(path.read_bytes())
    struct.pack_into("<I", data, data.find(b"PK\x01\x02") + 24, 1000)
    path.write_bytes(data)
    with pytest.raises(UnreadableSource, match="is damaged"):
        archive.read_member(path, "bomb.txt")


def test_an_archive_of_too_many_files_is_refused(pack):
    path = pack(*((f"{n}.txt", b"") for n in range(archive.MEMBERS + 1)))
    with pytest.raises(UnreadableSource, match="10,001 files"):
        archive.list_members(path)


def test_a_member_is_called_by_its_own_name_and_its_sidecar_counts(pack):
    path = pack(
        ("2019/july.txt", b"1. Apologies\n\n1.1 There were none.\n"),
        ("2019/july.minutes.toml", b'[meeting]\ncouncil = "Oldtown Town Council"\n'),
        ("2019/photo.jpg", b""),
    )
    with Workers(1) as workers:
        found = find([path], workers)
    (origin,) = found.origins
    assert origin == Origin(path.resolve(), "2019/july.txt")
    assert read_source(origin).name == "july.txt"
    assert [skipped.name for skipped in found.skipped] == ["photo.jpg"]


def test_a_changed_sidecar_changes_the_stamp_of_its_member(pack):
    def stamp(council: bytes) -> str:
        path = pack(("a.txt", b"1. Apologies"), ("a.minutes.toml", b'[meeting]\ncouncil = "%s"\n' % council))
        with Workers(1) as workers:
            (origin,) = find([path], workers).origins
        return origin.stamp

    assert stamp(b"Oldtown") == stamp(b"Oldtown") != stamp(b"Newtown")

"""Archives (.zip) of minutes: what is in one, and the bytes of a member. Nothing is ever unpacked to disk.

An archive is somebody else's word about itself: its names may point anywhere and its sizes may lie. So names
are only ever names, and bytes are counted as they come out.
"""

from __future__ import annotations

import lzma
import stat
import struct
import unicodedata
import zlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo

from ingest.errors import UnreadableSource

SUFFIX = ".zip"
MEMBERS = 10_000
MEMBER_BYTES = 100 << 20
ALL_BYTES = 4 << 30
RATIO = 100  # unpacked to packed; minutes pack to a third, a page of nothing but markup to a thirtieth
_SMALL = 1 << 20  # bytes; below that no ratio is dangerous
_PIECE = 1 << 16
FAILURES = (
    *(BadZipFile, EOFError, NotImplementedError, OSError, RuntimeError, ValueError),
    *(lzma.LZMAError, struct.error, zlib.error),
)  # every way in which an archive says no
_HIDDEN = (".", "~", "__MACOSX")
_ODD = ("Cc", "Cf", "Cn", "Cs")  # control and invisible characters, half ones, none at all


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive: its `name` there, and a `stamp` that its content would change."""

    name: str
    stamp: str


@dataclass(frozen=True, slots=True)
class Contents:
    """What an archive holds: files by the names they are looked up by, and one line for each refused."""

    members: tuple[Member, ...]
    refused: tuple[str, ...]


def is_odd(name: str) -> bool:
    r"""Whether a name holds what nobody sees, or would break a line: no citation can carry that.

    >>> is_odd("minutes of 7 May.pdf"), is_odd("fdp.sko.\u202etxt"), is_odd("a\nb")
    (False, True, True)
    """
    return any(unicodedata.category(character) in _ODD for character in name)


def list_members(path: Path) -> Contents:
    """The files in an archive, sorted; folders and hidden files are passed over, tricks are refused by name.

    Raises:
        UnreadableSource: it is damaged, holds too many files, or would unpack to too much.
    """
    there = [info for info in _open(path, _stamp(path)).archive.infolist() if not info.is_dir()]
    if len(there) > MEMBERS:
        raise UnreadableSource(f"{path} holds {len(there):,} files, more than {MEMBERS:,}: split it")
    if sum(info.file_size for info in there) > ALL_BYTES:
        raise UnreadableSource(f"{path} would unpack to more than {ALL_BYTES >> 30} GB: split it")
    members: dict[str, Member] = {}
    refused: list[str] = []
    alike: set[str] = set()
    for info in there:
        name = _name(info)
        fault = _fault(info, name, alike)
        if fault:
            refused.append(f"{path}/{_shown(name)} {fault}")
        elif not any(part.startswith(_HIDDEN) for part in name.split("/")):
            members[name] = Member(name, f"{info.CRC:08x}:{info.file_size}")
        alike.add(_folded(name))
    return Contents(tuple(members[name] for name in sorted(members)), tuple(refused))


def holds(path: Path, name: str) -> bool:
    """Whether a member of that name is in the archive.

    Raises:
        UnreadableSource: the archive cannot be opened.
    """
    return _find(path, name) is not None


def read_member(path: Path, name: str) -> bytes:
    """The bytes of one member, by the name that `list_members` gave it.

    Raises:
        UnreadableSource: it is not there, is encrypted, damaged, or unpacks to too much.
    """
    called = f"{path}/{_shown(name)}"
    info = _find(path, name)
    if info is None:
        raise UnreadableSource(f"{called} does not exist: check the path")
    if info.flag_bits & 1:
        raise UnreadableSource(f"{called} is protected by a password: make the archive anew without")
    try:
        return _counted(_open(path, _stamp(path)).archive, info, called)
    except FAILURES as error:
        raise UnreadableSource(f"{called} is damaged ({error}): make the archive anew") from error


def _counted(archive: ZipFile, info: ZipInfo, called: str) -> bytes:
    """Unpack piece by piece and stop at the limit, whatever the archive says of the size."""
    most = min(MEMBER_BYTES, max(_SMALL, RATIO * info.compress_size))
    pieces, size = [], 0
    with archive.open(info) as member:
        while piece := member.read(_PIECE):
            pieces.append(piece)
            size += len(piece)
            if size > most:
                times = (
                    f"more than {RATIO} times its size" if most < MEMBER_BYTES else f"over {most >> 20} MB"
                )
                raise UnreadableSource(f"{called} unpacks to {times}: it is refused as no honest file")
    return b"".join(pieces)


def _fault(info: ZipInfo, name: str, alike: set[str]) -> str:
    """Why a member is refused, "" if it is not."""
    place = PurePosixPath(name)
    if is_odd(name) or not place.name:
        return "has a name that is not plain text: rename it"
    if place.is_absolute() or ".." in place.parts or name[1:2] == ":":
        return "is refused: its name leads out of the archive"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "is a link, not a file: put the file itself into the archive"
    if _folded(name) in alike:
        return "is in the archive twice: remove one of the two"
    if place.suffix.lower() == SUFFIX:
        return "is an archive within an archive: unpack it first"
    return ""


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()


def _shown(name: str) -> str:
    """A name fit for a message: one line, nothing invisible, not too long."""
    plain = "".join("?" if is_odd(character) else character for character in name)
    return plain if len(plain) <= 120 else f"{plain[:60]} ... {plain[-50:]}"


def _find(path: Path, name: str) -> ZipInfo | None:
    return _open(path, _stamp(path)).by_name.get(name)


def _stamp(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError as error:
        raise UnreadableSource(f"{path} cannot be read ({error.strerror}): check the path") from error
    return found.st_mtime_ns, found.st_size


@dataclass(frozen=True, slots=True)
class _Opened:
    """An archive, and its files by name; of two that share one, the first."""

    archive: ZipFile
    by_name: dict[str, ZipInfo]


@lru_cache(maxsize=1)
def _open(path: Path, stamp: tuple[int, int]) -> _Opened:
    """Kept open for the next member: reading the list of thousands takes longer than reading one of them."""
    try:
        archive = ZipFile(path)
    except FAILURES as error:
        raise UnreadableSource(f"{path} is no archive that can be read ({error}): make it anew") from error
    by_name: dict[str, ZipInfo] = {}
    for info in archive.infolist():
        by_name.setdefault(_name(info), info)
    return _Opened(archive, by_name)


def _name(info: ZipInfo) -> str:
    return info.filename.replace("\\", "/")

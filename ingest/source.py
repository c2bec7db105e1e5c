"""A place becomes text: where documents lie, which of them are read, and what is said of those that are not."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ingest import archive, formats, recognition
from ingest.errors import NothingToIngest, UnreadableSource
from ingest.formats import SUFFIXES
from ingest.model import Residue

LARGEST = {"pdf": 100 << 20}  # bytes; pages of pictures and fonts
LARGEST_ELSE = 25 << 20  # bytes of any other format: a book of minutes has two
LARGEST_FILE = max(LARGEST.values())
"""Bytes; whatever is larger is read by no decoder."""


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """Where a document lies: a file at `path`, or the member of that name in the archive at `path`.

    `stamp` is what the archive says of the member's content, "" for a file.
    """

    path: Path
    member: str | None = None
    stamp: str = field(default="", compare=False)

    def __str__(self) -> str:
        return str(self.path) if self.member is None else f"{self.path}/{self.member}"

    @property
    def parts(self) -> tuple[str, ...]:
        """The folders that lead to it (an archive is one) and its own name, last."""
        inside = self.member.split("/") if self.member else ()
        return (*self.path.parts, *inside)

    @property
    def key(self) -> str:
        """The parts as one string, the same on every system."""
        return self.path.as_posix() if self.member is None else f"{self.path.as_posix()}/{self.member}"

    @property
    def name(self) -> str:
        """The last component."""
        return self.parts[-1]

    @property
    def suffix(self) -> str:
        """What follows the last full stop of the name, the stop included, lower case."""
        return Path(self.name).suffix.lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceText:
    """The text of one file as decoded, newlines as they are, byte order mark dropped.

    Attributes:
        name: what citations call it: the last component of the path, more where two would share that.
        sha256: of the bytes, in hexadecimal.
        furniture, headings, warnings: what only the file's format knows, as in `Decoded`.
    """

    name: str
    text: str
    sha256: str
    furniture: tuple[Residue, ...] = ()
    headings: tuple[int, ...] = ()
    warnings: tuple[str, ...] = ()


def read_source(place: Path | Origin, name: str | None = None) -> SourceText:
    """Read one document by the decoder of its format, which its content decides before its suffix.

    `name` is what citations shall call it, its last component if None.

    Raises:
        UnreadableSource: missing, a folder, empty, binary, too large, no permission or of no format that is read.
    """
    origin = place if isinstance(place, Origin) else Origin(place)
    data = read_bytes(origin)
    format_, warning = recognition.recognise(data, origin.suffix, str(origin))
    most = LARGEST.get(format_.module, LARGEST_ELSE)
    if len(data) > most:
        raise UnreadableSource(f"{origin} is {len(data) >> 20} MB, more than {most >> 20} MB: split it")
    decoded = formats.decode(data, format_, str(origin))
    if not decoded.text.strip():
        raise UnreadableSource(f"{origin} is empty: there is no text to read")
    return SourceText(
        name=name or origin.name,
        text=decoded.text,
        sha256=hashlib.sha256(data).hexdigest(),
        furniture=decoded.furniture,
        headings=decoded.headings,
        warnings=((warning,) if warning else ()) + decoded.warnings,
    )


def read_bytes(origin: Origin) -> bytes:
    """What lies there, at most the size of the largest file that is read and one byte.

    Raises:
        UnreadableSource: missing, a folder or a device, or no permission.
    """
    if origin.member is not None:
        return archive.read_member(origin.path, origin.member)
    path = origin.path
    check_name(path)
    if path.is_dir():
        raise UnreadableSource(f"{path} is a folder: name a file, or ingest the folder as a whole")
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise UnreadableSource(f"{path} is no file but a device or a pipe: name a file")
        if found.st_size > LARGEST_FILE:
            size = f"{found.st_size >> 20} MB, more than {LARGEST_FILE >> 20} MB"
            raise UnreadableSource(f"{path} is {size}: split it")
        with path.open("rb") as file:
            return file.read(LARGEST_FILE + 1)
    except FileNotFoundError as error:
        raise UnreadableSource(f"{path} does not exist: check the path") from error
    except (OSError, ValueError) as error:
        raise UnreadableSource(f"{path} cannot be read ({_cause(error)}): check its permissions") from error


def find_sources(path: Path) -> list[Path]:
    """List the files to read, sorted: a file gives itself, a folder all files of the formats that are read.

    Hidden files and folders are passed over, archives too (`find` lists their members).

    Raises:
        UnreadableSource: the path does not exist.
        NothingToIngest: the folder holds no such file.
    """
    check_name(path)
    if not path.is_dir():
        if not path.exists():
            raise UnreadableSource(f"{path} does not exist: check the path")
        return [path]
    found = [p for p in walk(path) if p.suffix.lower() in SUFFIXES and p.is_file()]
    if not found:
        raise NothingToIngest(f"{path} holds no minutes: what is read is {recognition.READ}")
    return found


def walk(folder: Path, faults: list[str] | None = None) -> Iterator[Path]:
    """What lies in a folder and the folders in it, sorted, but for what is hidden.

    Links to folders are given, not followed; a folder that cannot be looked into adds a line to `faults`.
    """

    def note(error: OSError) -> None:
        if faults is not None:
            faults.append(f"{error.filename} cannot be looked into ({error.strerror}): check its permissions")

    found: list[Path] = []
    for top, folders, files in os.walk(folder, onerror=note):
        folders[:] = [name for name in folders if not _is_hidden(name)]
        found += [Path(top, name) for name in files if not _is_hidden(name)]
        found += [link for name in folders if (link := Path(top, name)).is_symlink()]
    yield from sorted(found)


def check_name(path: Path) -> None:
    """Refuse a name that no citation could carry, or that this machine cannot look up.

    Raises:
        UnreadableSource: with what to do.
    """
    try:
        str(path).encode()
        path.exists()
    except UnicodeEncodeError:
        shown = str(path).encode(errors="backslashreplace").decode()
        raise UnreadableSource(f"the name {shown} is not text: rename the file") from None
    except (OSError, ValueError) as error:
        raise UnreadableSource(f"{str(path)[:80]!r} ... cannot be looked up ({_cause(error)})") from error
    if archive.is_odd(path.name):
        shown = str(path).encode("unicode_escape").decode()
        raise UnreadableSource(f"the name {shown} holds invisible characters: rename the file")


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~"))


def _cause(error: OSError | ValueError) -> str:
    return error.strerror or str(error) if isinstance(error, OSError) else str(error)

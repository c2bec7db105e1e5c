"""A path becomes text: which files are read, in which encodings, and what is said of those that are not."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from ingest.errors import NothingToIngest, UnreadableSource

SUFFIXES = (".txt", ".text", ".md", ".markdown")
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_FORMATS = "plain text and Markdown (" + ", ".join(SUFFIXES) + ")"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceText:
    """The text of one file as decoded, newlines as they are, byte order mark dropped.

    Attributes:
        name: the last component of the path.
        sha256: of the bytes, in hexadecimal.
    """

    name: str
    text: str
    sha256: str


def read_source(path: Path) -> SourceText:
    """Read one file: UTF-8, UTF-16 with a byte order mark, else Windows-1252.

    Raises:
        UnreadableSource: missing, a folder, empty, binary, no permission or not a format that is read today.
    """
    _check_name(path)
    if path.is_dir():
        raise UnreadableSource(f"{path} is a folder: name a file, or ingest the folder as a whole")
    if path.suffix.lower() not in SUFFIXES and path.exists():
        raise UnreadableSource(
            f"{path}: {path.suffix or 'a file without a suffix'} is not read; today that is {_FORMATS}"
        )
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableSource(f"{path} does not exist: check the path") from error
    except (OSError, ValueError) as error:
        raise UnreadableSource(f"{path} cannot be read ({_cause(error)}): check its permissions") from error
    text = _decode(data, path)
    if not text.strip():
        raise UnreadableSource(f"{path} is empty: there is no text to read")
    return SourceText(name=path.name, text=text, sha256=hashlib.sha256(data).hexdigest())


def find_sources(path: Path) -> list[Path]:
    """List the files to read, sorted: a file gives itself, a folder all files of the formats that are read.

    Hidden files and folders are passed over.

    Raises:
        UnreadableSource: the path does not exist.
        NothingToIngest: the folder holds no such file.
    """
    _check_name(path)
    if path.is_file():
        return [path]
    if not path.is_dir():
        raise UnreadableSource(f"{path} does not exist: check the path")
    found = sorted(
        p for p in path.rglob("*") if p.suffix.lower() in SUFFIXES and _visible(p, path) and p.is_file()
    )
    if not found:
        raise NothingToIngest(f"{path} holds no minutes: what is read is {_FORMATS}")
    return found


def _check_name(path: Path) -> None:
    """Refuse a name that no citation could carry, or that this machine cannot look up."""
    try:
        str(path).encode()
        path.exists()
    except UnicodeEncodeError:
        shown = str(path).encode(errors="backslashreplace").decode()
        raise UnreadableSource(f"the name {shown} is not text: rename the file") from None
    except OSError as error:
        raise UnreadableSource(f"{str(path)[:80]} ... cannot be looked up ({error.strerror})") from error


def _visible(path: Path, root: Path) -> bool:
    return not any(part.startswith((".", "~")) for part in path.relative_to(root).parts)


def _cause(error: OSError | ValueError) -> str:
    return error.strerror or str(error) if isinstance(error, OSError) else str(error)


def _decode(data: bytes, path: Path) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    elif b"\x00" in data:
        raise UnreadableSource(f"{path} is binary, not text: export it as plain text first")
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _BINARY.search(text):
            raise UnreadableSource(f"{path} is binary, not text: export it as plain text first")
        return text
    raise UnreadableSource(f"{path} is in no encoding that is known: save it as UTF-8")

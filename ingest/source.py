"""A path becomes text: which files are read, and what is said of those that are not."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from ingest import formats
from ingest.errors import NothingToIngest, UnreadableSource
from ingest.formats import FORMATS, SUFFIXES
from ingest.model import Residue

_FORMATS = "; ".join(f"{f.name} ({', '.join(f.suffixes)})" for f in FORMATS)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceText:
    """The text of one file as decoded, newlines as they are, byte order mark dropped.

    Attributes:
        name: the last component of the path.
        sha256: of the bytes, in hexadecimal.
        furniture, headings, warnings: what only the file's format knows, as in `Decoded`.
    """

    name: str
    text: str
    sha256: str
    furniture: tuple[Residue, ...] = ()
    headings: tuple[int, ...] = ()
    warnings: tuple[str, ...] = ()


def read_source(path: Path) -> SourceText:
    """Read one file by the decoder of its format.

    Raises:
        UnreadableSource: missing, a folder, empty, binary, no permission or not a format that is read today.
    """
    _check_name(path)
    if path.is_dir():
        raise UnreadableSource(f"{path} is a folder: name a file, or ingest the folder as a whole")
    format_ = formats.format_of(path.suffix)
    if format_ is None and path.exists():
        raise UnreadableSource(
            f"{path}: {path.suffix or 'a file without a suffix'} is not read; today that is {_FORMATS}"
        )
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableSource(f"{path} does not exist: check the path") from error
    except (OSError, ValueError) as error:
        raise UnreadableSource(f"{path} cannot be read ({_cause(error)}): check its permissions") from error
    assert format_ is not None  # noqa: S101 - a file that is there and of no format was refused above
    decoded = formats.decode(data, format_, str(path))
    if not decoded.text.strip():
        raise UnreadableSource(f"{path} is empty: there is no text to read")
    return SourceText(
        name=path.name,
        text=decoded.text,
        sha256=hashlib.sha256(data).hexdigest(),
        furniture=decoded.furniture,
        headings=decoded.headings,
        warnings=decoded.warnings,
    )


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

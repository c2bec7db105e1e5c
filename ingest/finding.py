"""What there is to read in the files, folders and archives that were named; what is passed over is told too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ingest import archive, recognition
from ingest.errors import UnreadableSource
from ingest.formats import SUFFIXES
from ingest.intake import sidecar_members
from ingest.source import Origin, check_name, walk
from ingest.workers import Workers

_SIDECAR = ".toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Documents to read, each once however often it was named; what is of no format that is read; what was refused.

    Attributes:
        skipped: files in folders and archives whose names and first bytes promise no minutes.
        refused: one line for each file that ought to be read and cannot even be opened.
    """

    origins: tuple[Origin, ...]
    skipped: tuple[Origin, ...]
    refused: tuple[str, ...]


def find(paths: Iterable[Path], workers: Workers) -> Found:
    """Look through files, folders and archives; archives are opened in `workers`, for they may be hostile.

    Raises:
        UnreadableSource: a path that was named does not exist.
    """
    files: dict[Path, None] = {}  # in order, each once
    skipped: list[Origin] = []
    refused: list[str] = []
    for path in paths:
        for file in _files(path, skipped, refused):
            files.setdefault(_whole(file))
    archives = [file for file in files if file.suffix.lower() == archive.SUFFIX]
    listed = {done.job: done for done in workers.run(archive.list_members, archives)}
    origins: list[Origin] = []
    for file in files:
        if file not in listed:
            origins.append(Origin(file))
        elif (contents := listed[file].result) is None:
            refused.append(str(listed[file].error))
        else:
            refused += contents.refused
            within = [Origin(file, member.name, member.stamp) for member in contents.members]
            origins += _with_sidecars(
                [origin for origin in within if origin.suffix in SUFFIXES], contents.members
            )
            skipped += [o for o in within if o.suffix not in SUFFIXES and o.suffix != _SIDECAR]
    return Found(origins=tuple(origins), skipped=tuple(skipped), refused=tuple(refused))


def _files(path: Path, skipped: list[Origin], refused: list[str]) -> Sequence[Path]:
    """The files to open at a path: itself, whatever it is, or those in the folder that may be minutes."""
    check_name(path)
    if not path.is_dir():
        if not path.exists():
            raise UnreadableSource(f"{path} does not exist: check the path")
        return [path]
    found: list[Path] = []
    for file in walk(path, refused):
        try:
            if _may_be_minutes(file):
                check_name(file)
                found.append(file)
            elif file.suffix.lower() != _SIDECAR:
                skipped.append(Origin(file))
        except UnreadableSource as error:
            refused.append(str(error))
        except OSError as error:
            refused.append(f"{file} cannot be read ({error.strerror}): check its permissions")
    return found


def _may_be_minutes(file: Path) -> bool:
    """By its suffix, else by its first bytes: pages are saved as .aspx, documents without any suffix."""
    if not file.is_file():
        return False
    if file.suffix.lower() in (*SUFFIXES, archive.SUFFIX):
        return True
    if file.suffix.lower() == _SIDECAR:
        return False
    with file.open("rb") as opened:
        return recognition.is_recognised(opened.read(recognition.SNIFFED))


def _whole(file: Path) -> Path:
    """The path from the root on, links followed: by it a file is known however it was named."""
    try:
        return file.resolve()
    except (OSError, RuntimeError) as error:  # a loop of links
        raise UnreadableSource(f"{file} cannot be looked up: {error}") from error


def _with_sidecars(origins: Sequence[Origin], members: Sequence[archive.Member]) -> list[Origin]:
    """The members, each with a stamp that a change of its sidecar changes too."""
    stamps = {member.name: member.stamp for member in members}

    def stamp(member: str) -> str:
        return " ".join(stamps[name] for name in (member, *sidecar_members(member)) if name in stamps)

    return [replace(origin, stamp=stamp(str(origin.member))) for origin in origins]

"""Documents are read where they can do no harm: each in a killable child, thousands in bounded memory.

What is known of a document without reading it is here too, so that what did not change is not read again.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath

from ingest import archive
from ingest.corrections import correct
from ingest.errors import UnreadableSource
from ingest.grammar import parse
from ingest.model import MeetingFacts, Minutes
from ingest.sidecar import SUFFIX, Sidecar, parse_sidecar, read_sidecar, sidecar_of, stamp
from ingest.source import Origin, read_bytes, read_source
from ingest.workers import Done, Workers

MOST_PASSAGES = 50_000  # of one document; the minutes of a year, bound, have ten thousand
_SETTLED = 2.0  # seconds after which a change of a file is sure to show in its time


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A document to be read: where it lies, what citations call it, what an officer said about it."""

    origin: Origin
    name: str
    facts: MeetingFacts

    def __str__(self) -> str:
        return str(self.origin)


def read_all(jobs: Iterable[Job], workers: Workers) -> Iterator[Done[Job, Minutes]]:
    """Read documents and their sidecars in `workers`; in order, each with its minutes or one line that says why not."""
    return workers.run(read_here, jobs)


def read_one(path: Path, facts: MeetingFacts = MeetingFacts()) -> Minutes:  # noqa: B008 - frozen
    """Read one file and its sidecar in a child of its own.

    Raises:
        UnreadableSource: it gives no text, or took too much time or memory.
        BadSidecar: the sidecar cannot be read.
    """
    with Workers(1) as workers:
        (done,) = read_all([Job(origin=Origin(path), name=path.name, facts=facts)], workers)
    if done.result is None:
        raise done.error or UnreadableSource(f"{path} cannot be read")
    return done.result


def read_here(job: Job) -> Minutes:
    """Read a document and its sidecar in this process: what a child does.

    Raises:
        UnreadableSource: it gives no text, or too many passages.
        BadSidecar: the sidecar cannot be read.
    """
    minutes = parse(read_source(job.origin, job.name), job.facts)
    beside = _sidecar(job.origin)
    if beside is not None:
        minutes = correct(minutes, beside, job.facts)
    count = sum(1 for _ in minutes.passages())
    if count > MOST_PASSAGES:
        raise UnreadableSource(f"{job} gives {count:,} passages, more than {MOST_PASSAGES:,}: split it")
    return minutes


def hash_of(origin: Origin) -> str:
    """The `Minutes.sha256` that reading the document would give: of its bytes and those of its sidecar.

    Raises:
        MinutesError: either cannot be read.
    """
    return stamp(hashlib.sha256(read_bytes(origin)).hexdigest(), _sidecar(origin))


def stamp_of(origin: Origin) -> str:
    """What changes when the document or its sidecar does, known without opening them; "" if it is not known yet.

    A file changed a moment ago may change again without its time telling.
    """
    if origin.member is not None:
        return origin.stamp
    try:
        beside = sidecar_of(origin.path)
        found = [path.stat() for path in (origin.path, beside) if path]
    except OSError:
        return ""
    if max(one.st_mtime for one in found) > time.time() - _SETTLED:
        return ""
    return " ".join(f"{one.st_mtime_ns}:{one.st_size}" for one in found)


def sidecar_members(member: str) -> list[str]:
    """What the sidecar of an archive's member may be called, the first that is there counts."""
    place = PurePosixPath(member)
    return [str(place.with_name(name + SUFFIX)) for name in (place.name, place.stem)]


@cache
def reader_version() -> str:
    """Names the code that reads: a better parser reads again what did not change."""
    return hash_sources(Path(__file__).parent)


def hash_sources(package: Path) -> str:
    """The sha256, in hexadecimal, of all Python files of a package, names included."""
    digest = hashlib.sha256()
    for path in sorted(package.rglob("*.py")):
        data = path.read_bytes()
        digest.update(f"{path.relative_to(package).as_posix()}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()


def _sidecar(origin: Origin) -> Sidecar | None:
    """The sidecar beside a file, or beside a member in its archive."""
    if origin.member is None:
        beside = sidecar_of(origin.path)
        return read_sidecar(beside) if beside else None
    for member in sidecar_members(origin.member):
        if archive.holds(origin.path, member):
            return parse_sidecar(archive.read_member(origin.path, member), f"{origin.path}/{member}")
    return None

"""Documents are read where they can do no harm: each in a killable child, thousands in bounded memory."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ingest.errors import UnreadableSource
from ingest.grammar import parse
from ingest.model import MeetingFacts, Minutes
from ingest.source import Origin, read_source
from ingest.workers import Done, Workers

MOST_PASSAGES = 50_000  # of one document; the minutes of a year, bound, have ten thousand


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A document to be read: where it lies, what citations call it, what an officer said about it."""

    origin: Origin
    name: str
    facts: MeetingFacts

    def __str__(self) -> str:
        return str(self.origin)


@dataclass(frozen=True, slots=True)
class Read:
    """A document as read, and the sha256 of its bytes alone, in hexadecimal."""

    minutes: Minutes
    sha256: str


def read_all(jobs: Iterable[Job], workers: Workers) -> Iterator[Done[Job, Read]]:
    """Read documents in `workers`; in order, each with its minutes or with the one line that says why not."""
    return workers.run(_read, jobs)


def read_one(path: Path, facts: MeetingFacts = MeetingFacts()) -> Minutes:  # noqa: B008 - frozen
    """Read one file in a child of its own.

    Raises:
        UnreadableSource: it gives no text, or took too much time or memory.
    """
    with Workers(1) as workers:
        (done,) = read_all([Job(origin=Origin(path), name=path.name, facts=facts)], workers)
    if done.result is None:
        raise done.error or UnreadableSource(f"{path} cannot be read")
    return done.result.minutes


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


def _read(job: Job) -> Read:
    source = read_source(job.origin, job.name)
    minutes = parse(source, job.facts)
    count = sum(len(item.passages) for meeting in minutes.meetings for item in meeting.items)
    if count > MOST_PASSAGES:
        raise UnreadableSource(f"{job} gives {count:,} passages, more than {MOST_PASSAGES:,}: split it")
    return Read(minutes, source.sha256)

"""Files that wait are read in a killable child, one after the other, at low priority; remembered until they change."""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Collection
from pathlib import Path

from assistant.loading.model import MeetingRead, Particulars, Reading
from assistant.loading.priority import give_way
from assistant.parse_report import report
from ingest import (
    Job,
    Meeting,
    MeetingFacts,
    Minutes,
    MinutesError,
    Origin,
    UnreadableSource,
    Workers,
    parse,
    read_here,
    read_source,
    sidecar_of,
)

_LINES = 3000  # of a report; `minutebook parse` prints the rest
_Stamp = tuple[int, ...]


def read_waiting(job: Job) -> Reading:
    """Read one file in this process, which is a child.

    Raises:
        MinutesError: it gives no text, or its sidecar cannot be read.
    """
    give_way()
    path = job.origin.path
    minutes = read_here(job)
    alone = parse(read_source(path)) if sidecar_of(path) else minutes
    passages = [passage for passage in minutes.passages() if not passage.heading]
    with path.open("rb") as file:
        whole = hashlib.file_digest(file, "sha256").hexdigest()
    return Reading(
        meetings=tuple(
            MeetingRead(found=particulars_of(found), now=particulars_of(now))
            for found, now in zip(alone.meetings, minutes.meetings, strict=True)
        ),
        items=sum(len(meeting.items) for meeting in minutes.meetings),
        passages=len(passages),
        doubts=tuple(_doubts(minutes)),
        report=_report(minutes),
        sha256=(whole, minutes.sha256),
    )


def particulars_of(meeting: Meeting) -> Particulars:
    """What a meeting is known by."""
    return Particulars(
        council=meeting.council, body=meeting.body, held_on=meeting.held_on, status=meeting.status
    )


class Readings:
    """What was read of the files of one folder. Many threads may ask."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._known: dict[Path, tuple[_Stamp, Reading | MinutesError]] = {}
        self._queue: dict[Path, _Stamp] = {}
        self._thread: threading.Thread | None = None
        self._closed = False

    def of(self, path: Path) -> Reading | MinutesError | None:
        """What was read of a file, or why nothing could be; None while it is being read, which this begins."""
        stamp = _stamp(path)
        with self._guard:
            known = self._known.get(path)
            if known is not None and known[0] == stamp:
                return known[1]
            self._queue[path] = stamp
            if not self._closed and (self._thread is None or not self._thread.is_alive()):
                self._thread = threading.Thread(target=self._read_all, name="minutebook-reading", daemon=True)
                self._thread.start()
        return None

    def last(self, path: Path) -> Reading | None:
        """What was last read of a file that is still the same, whatever its sidecar is by now."""
        with self._guard:
            known = self._known.get(path)
        same = known is not None and known[0][:2] == _stamp(path)[:2]
        return known[1] if known and same and isinstance(known[1], Reading) else None

    def keep_only(self, paths: Collection[Path]) -> None:
        """Forget what was read of other files, and read none of them."""
        with self._guard:
            for gone in [path for path in self._known if path not in paths]:
                del self._known[gone]
            for gone in [path for path in self._queue if path not in paths]:
                del self._queue[gone]

    def close(self) -> None:
        """Read no more."""
        with self._guard:
            self._closed = True
            self._queue.clear()

    def _read_all(self) -> None:
        with Workers(1) as workers:
            while (following := self._next()) is not None:
                path, stamp = following
                found = _read(path, workers)
                with self._guard:
                    if self._queue.get(path) == stamp:  # else it has changed meanwhile, or is gone
                        del self._queue[path]
                        self._known[path] = stamp, found

    def _next(self) -> tuple[Path, _Stamp] | None:
        """The next to read; None, and the thread is done, where there is none."""
        with self._guard:
            for following in self._queue.items():
                return following
            self._thread = None
            return None


def _read(path: Path, workers: Workers) -> Reading | MinutesError:
    job = Job(origin=Origin(path), name=path.name, facts=MeetingFacts())
    try:
        (done,) = workers.run(read_waiting, [job])
    except MinutesError as error:  # no child can be started
        return error
    if done.result is not None:
        return done.result
    told = str(done.error).replace(f"{path.parent}{os.sep}", "")  # where the tray lies helps nobody
    return UnreadableSource(told)


def _stamp(path: Path) -> _Stamp:
    """What changes when a file or its sidecar does."""
    beside = sidecar_of(path)
    told: list[int] = []
    for one in (path, beside):
        try:
            found = one.stat() if one else None
        except FileNotFoundError:
            found = None
        told += [found.st_mtime_ns, found.st_size] if found else [0, 0]
    return tuple(told)


def _doubts(minutes: Minutes) -> list[str]:
    return [warning.removeprefix(f"{minutes.source}: ") for warning in minutes.warnings]


def _report(minutes: Minutes) -> tuple[str, ...]:
    lines = tuple(report(minutes))
    more = len(lines) - _LINES
    return (*lines[:_LINES], f"({more:,} more lines: `minutebook parse` prints them)") if more > 0 else lines

"""The records of loading: what is known of a meeting, what was read of a file that waits, how a load goes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ingest import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Particulars:
    """Whose minutes they are, of which day and what they are; None and UNKNOWN where nobody says."""

    council: str | None = None
    body: str | None = None
    held_on: date | None = None
    status: Status = Status.UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRead:
    """One meeting of a file: what its text says of it, and what it will be loaded as, the officer's word included."""

    found: Particulars
    now: Particulars


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was read of a file that waits.

    Attributes:
        meetings: in the order of the text.
        items, passages: how many there are in all of them; headings are no passages.
        doubts: what is uncertain, a line each.
        report: what `minutebook parse` prints, in lines.
        sha256: of the file alone, and with its sidecar as a store knows it.
    """

    meetings: tuple[MeetingRead, ...]
    items: int
    passages: int
    doubts: tuple[str, ...]
    report: tuple[str, ...]
    sha256: tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A file on the tray.

    Attributes:
        reading: what was read of it, None if nothing was; before its sidecar was changed, while `being_read`.
        being_read: more will be known in a moment.
        problem: the line that says why it cannot be read.
        conflicts: what of it the store holds already.
    """

    name: str
    size: int
    reading: Reading | None = None
    being_read: bool = False
    problem: str = ""
    conflicts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """A document that a load has brought into the store: its meetings there."""

    source: str
    meetings: tuple[Particulars, ...]
    passages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """A load that runs, or the last one that ran.

    Attributes:
        files: how many were to be loaded.
        read, stored: how many have been; stored ones can be asked about.
        running: whether it goes on.
        added: what came of it; filled at the end. unchanged: how many the store held already.
        failures: a line for each file that could not be loaded and waits on the tray again.
        problem: why it ended early, "" if it did not; what was not loaded is unfinished.
    """

    files: int
    read: int = 0
    stored: int = 0
    running: bool = True
    added: tuple[Added, ...] = ()
    unchanged: int = 0
    failures: tuple[str, ...] = ()
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """All that there is to see: what waits, what was added and never loaded, how a load goes, names known already."""

    waiting: tuple[Waiting, ...] = ()
    unfinished: tuple[str, ...] = ()
    load: Load | None = None
    councils: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()

    @property
    def is_busy(self) -> bool:
        """Whether it will look different in a moment."""
        reading = any(waiting.being_read for waiting in self.waiting)
        return reading or (self.load is not None and self.load.running)

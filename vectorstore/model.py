"""The records of retrieval: what narrows a search, what comes back, what the store holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from pathlib import PurePosixPath

from ingest import Kind, Passage, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What a search is narrowed to; None and () leave a side open.

    Attributes:
        council, body: part of the name, any case.
        date_from, date_to: inclusive; a meeting without a date is left out once either is set.
        kinds: only these kinds.
        sources: only these source names.
    """

    council: str | None = None
    body: str | None = None
    date_from: date | None = None
    date_to: date | None = None
    kinds: tuple[Kind, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A passage found, with its fused score (higher is better) and rank (from 1).

    Attributes:
        similarity: cosine of question and the passage's best window, -1 to 1; None if only found by words.
        lexical: bm25 made positive (higher is better); None if only found by meaning.
    """

    passage: Passage
    score: float
    rank: int
    similarity: float | None = None
    lexical: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What was searched: how many meetings, from when to when, of which bodies."""

    meetings: int
    first: date | None
    last: date | None
    bodies: tuple[str, ...]
    councils: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a document was read, and by what it is known again without being opened; "" where not known.

    Attributes:
        origin: the whole path of its file; of the member of an archive, the archive's and its own.
        stamp: what a change of the file would change.
        told: names what else the reading depends on: the officer's word and the code that read it.
    """

    origin: str = ""
    stamp: str = ""
    told: str = ""

    def is_surely(self, now: Provenance) -> bool:
        """Whether a document of this provenance is the same as it was, by all that is known."""
        return bool(now.stamp) and self == now


@dataclass(frozen=True, slots=True)
class StoredSource:
    """A document in the store: its name, the sha256 that its reading had, and where it came from."""

    source: str
    sha256: str
    provenance: Provenance

    @property
    def parts(self) -> tuple[str, ...]:
        """Of the path it was read from, or of its name if that is all there is."""
        return PurePosixPath(self.provenance.origin or self.source).parts


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredDocument:
    """One meeting in the store; a source that holds two meetings is listed twice.

    Attributes:
        source: name of the file. sha256: of its bytes, as read.
        meeting: id of the meeting.
        passages: how many it has, headings not counted.
        added_at: when this version was stored, ISO 8601, UTC.
    """

    source: str
    sha256: str
    meeting: str
    council: str | None
    body: str | None
    held_on: date | None
    status: Status
    passages: int
    added_at: str
    began_at: time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Where a load stands: `documents` done so far, the one just done, what became of it."""

    documents: int
    source: str
    outcome: str  # "new", "changed" or "unchanged"
    passages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexReport:
    """What became of the Chroma generation.

    Attributes:
        generation: name of the one now current, None if there is none.
        vectors: how many it holds. built: whether this call made it.
        notice: what to tell the person, "" if all is well.
    """

    generation: str | None
    vectors: int
    built: bool
    notice: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadReport:
    """What a load did: documents `new`, `changed` and `unchanged`, passages stored, windows embedded anew."""

    new: int
    changed: int
    unchanged: int
    passages: int
    windows_embedded: int
    index: IndexReport

    @property
    def read(self) -> int:
        """How many documents were looked at."""
        return self.new + self.changed + self.unchanged

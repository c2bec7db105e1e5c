"""The records of retrieval: what narrows a search, what comes back, what the store holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ingest import Kind, Passage


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

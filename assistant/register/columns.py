"""The registers as tables: of each the columns, their headings, and what stands in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from assistant.register.model import Action, Decision, Stop
from assistant.tidying import tidy
from ingest import Passage

T = TypeVar("T")
Cell = date | str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Column(Generic[T]):
    """One column: its name for programs and for people, its width in characters, and its cell of an entry."""

    key: str
    heading: str
    width: int
    cell: Callable[[T], Cell]


def _of(key: str, heading: str, width: int, cell: Callable[[T], Cell]) -> Column[T]:
    return Column(key=key, heading=heading, width=width, cell=cell)


def _item(passage: Passage) -> str:
    """The agenda item's number and title, as far as they are printed."""
    return " ".join(part for part in (passage.item, passage.item_title) if part)


def _closed(passage: Passage) -> str:
    return "closed to the public" if passage.exempt else "open"


DECISIONS: tuple[Column[Decision], ...] = (
    _of("date", "Date", 12, lambda d: d.passage.held_on),
    _of("council", "Council", 24, lambda d: d.passage.council),
    _of("body", "Body", 28, lambda d: d.passage.body),
    _of("item", "Item", 32, lambda d: _item(d.passage)),
    _of("outcome", "Outcome", 16, lambda d: str(d.outcome)),
    _of("words", "Words", 70, lambda d: tidy(d.passage.words)),
    _of("label", "Printed as", 18, lambda d: d.passage.citation.label),
    _of("mover", "Moved by", 20, lambda d: d.mover),
    _of("seconder", "Seconded by", 20, lambda d: d.seconder),
    _of("vote", "Vote", 24, lambda d: d.vote),
    _of("status", "Minutes", 12, lambda d: d.passage.status.value),
    _of("session", "Session", 14, lambda d: _closed(d.passage)),
    _of("reference", "Cite as", 50, lambda d: d.passage.reference),
    _of("source", "File", 30, lambda d: d.passage.source),
    _of("key", "Key", 40, lambda d: d.passage.key),
)

ACTIONS: tuple[Column[Action], ...] = (
    _of("date", "Raised on", 12, lambda a: a.passage.held_on),
    _of("council", "Council", 24, lambda a: a.passage.council),
    _of("body", "Body", 28, lambda a: a.passage.body),
    _of("item", "Item", 32, lambda a: _item(a.passage)),
    _of("task", "Task", 50, lambda a: a.task),
    _of("owner", "Owner", 20, lambda a: a.owner),
    _of("due", "Due", 16, lambda a: a.due),
    _of("standing_in_full", "As far as the minutes show", 30, lambda a: a.status),
    _of("shown_by", "Shown by", 70, lambda a: a.shown_by.quote if a.shown_by else None),
    _of("shown_in", "Shown in", 50, lambda a: a.shown_by.passage.reference if a.shown_by else None),
    _of("words", "Words", 70, lambda a: tidy(a.passage.words)),
    _of("standing", "Standing", 16, lambda a: str(a.standing)),
    _of("shown_on", "Shown on", 12, lambda a: a.shown_by.passage.held_on if a.shown_by else None),
    _of("label", "Printed as", 18, lambda a: a.passage.citation.label),
    _of("status", "Minutes", 12, lambda a: a.passage.status.value),
    _of("session", "Session", 14, lambda a: _closed(a.passage)),
    _of("reference", "Cite as", 50, lambda a: a.passage.reference),
    _of("source", "File", 30, lambda a: a.passage.source),
    _of("key", "Key", 40, lambda a: a.passage.key),
)

STOPS: tuple[Column[Stop], ...] = (
    _of("date", "Date", 12, lambda s: s.held_on),
    _of("council", "Council", 24, lambda s: s.council),
    _of("body", "Body", 28, lambda s: s.body),
    _of("outcome", "Outcome", 18, lambda s: str(s.outcome)),
    _of("words", "Words", 70, lambda s: tidy(s.shown_by.words)),
    _of("item", "Item", 32, lambda s: _item(s.shown_by)),
    _of("label", "Printed as", 18, lambda s: s.shown_by.citation.label),
    _of("passages", "Passages on it", 14, lambda s: str(len(s.passages))),
    _of("status", "Minutes", 12, lambda s: s.shown_by.status.value),
    _of("session", "Session", 14, lambda s: _closed(s.shown_by)),
    _of("reference", "Cite as", 50, lambda s: s.shown_by.reference),
    _of("source", "File", 30, lambda s: s.shown_by.source),
    _of("key", "Key", 40, lambda s: s.shown_by.key),
)

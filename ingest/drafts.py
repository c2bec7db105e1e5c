"""Meetings, items and passages in the making; what is final is in `model`."""

# ruff: noqa: E501  (a phrase is one line)

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.block import Block
from ingest.model import Kind

NOUNS = {
    Kind.PARAGRAPH: "paragraph", Kind.DECISION: "decision", Kind.RECOMMENDATION: "recommendation", Kind.ACTION: "action",
    Kind.VOTE: "vote", Kind.MOTION: "motion", Kind.QUESTION: "question", Kind.REASON: "reason",
    Kind.AGENDA_TEXT: "agenda text", Kind.ADMIN: "note",
}  # fmt: skip


@dataclass(slots=True)
class Draft:
    """A passage in the making."""

    block: Block
    kind: Kind
    noun: str
    captioned: bool = False
    within: tuple[str, ...] = ()
    printed: str | None = None
    after: str | None = None
    note: str = ""
    list_at: int = 0  # where the caption or lead-in of its list stands
    heading: bool = False
    lead: str = ""
    under: str = ""
    movers: str = ""
    early: bool = False  # stands in the published decision, above "Minutes:"


@dataclass(slots=True)
class ItemDraft:
    """An item of business in the making; `exempt` says how, where the public was shut out."""

    number: str | None
    title: str = ""
    drafts: list[Draft] = field(default_factory=list)
    exempt: str = ""


@dataclass(slots=True)
class Sitting:
    """A meeting in the making."""

    items: list[ItemDraft] = field(default_factory=lambda: [ItemDraft(None)])

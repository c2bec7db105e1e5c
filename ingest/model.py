"""The records of minutes: a source is read into Minutes, which hold Meetings, AgendaItems and Passages.

Standard library only, frozen, built whole by the parser. What the world leaves blank is None and the docstring
says when; nothing is guessed. JSON and databases are other rooms' business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from ingest.citation import Citation


class Kind(StrEnum):
    """What a passage is; "what did we agree" is answered from outcomes only."""

    PARAGRAPH = "paragraph"
    DECISION = "decision"
    RECOMMENDATION = "recommendation"
    ACTION = "action"
    VOTE = "vote"
    MOTION = "motion"
    QUESTION = "question"
    REASON = "reason"
    AGENDA_TEXT = "agenda_text"
    ADMIN = "admin"

    @property
    def is_outcome(self) -> bool:
        """Whether a passage of this kind records what the meeting settled."""
        return self in (Kind.DECISION, Kind.RECOMMENDATION, Kind.ACTION)


class Status(StrEnum):
    """Draft minutes become the record only when a later meeting confirms them."""

    DRAFT = "draft"
    CONFIRMED = "confirmed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """The citable unit and the unit of retrieval: one numbered (or honestly unnumbered) paragraph.

    Attributes:
        citation: its address.
        kind: what it is.
        text: verbatim source text from `start` to `end`, printed number included, less any page
            furniture declared inside it.
        start, end: character offsets in the source text, end exclusive.
        words_from: offset within `text` where the words begin after the printed number.
        source: name of the file, its last path component.
        council, body: as the minutes (or the officer) name them, None where unknown.
        held_on: date of the meeting, None where unknown.
        item_title: title of the agenda item, "" where it has none.
        lead: the lead-in that governs the passage ("The Board Recommends:"), "" where there is none.
        heading: it is only a heading or a caption: kept so that no text is lost, never an answer.
        exempt: it stands in a part of the meeting closed to the public.
        speakers: who speaks in it, as printed. mover, seconder, vote, owner, due: as printed, None
            where not printed.
    """

    citation: Citation
    kind: Kind
    text: str
    start: int
    end: int
    source: str
    words_from: int = 0
    council: str | None = None
    body: str | None = None
    held_on: date | None = None
    status: Status = Status.UNKNOWN
    item_title: str = ""
    lead: str = ""
    heading: bool = False
    exempt: bool = False
    speakers: tuple[str, ...] = ()
    mover: str | None = None
    seconder: str | None = None
    vote: str | None = None
    owner: str | None = None
    due: str | None = None

    @property
    def key(self) -> str:
        """Unique name of the passage in a store."""
        return self.citation.key

    @property
    def words(self) -> str:
        """The text without its printed number."""
        return self.text[self.words_from :]

    @property
    def item(self) -> str | None:
        """The agenda item's number as printed, or None."""
        return None if self.citation.item.startswith("~") else self.citation.item

    @property
    def reference(self) -> str:
        """The citation in full, as one would write it in a report.

        "Southwark, 24 November 2014, Child Sexual Exploitation - follow up work, paragraph 7.3"
        """
        day = f"{self.held_on.day} {self.held_on:%B %Y}" if self.held_on else "date not stated"
        who = [name for name in (self.council, self.body) if name]
        if self.council and self.body and self.council.casefold() in self.body.casefold():
            who = [self.body]
        draft = ["draft minutes"] if self.status is Status.DRAFT else []
        named = who or [self.source]
        dated = [] if self.held_on and day in self.citation.note else [day]
        item = [f"item {self.item}"] if self.item and not self._says_item else []
        titled = [self.item_title] if self.item_title else []
        return ", ".join([*named, *dated, *draft, *item, *titled, self.citation.label])

    @property
    def _says_item(self) -> bool:
        """Whether the passage's own number begins with that of its item: 7.3 stands in item 7."""
        numbers = (*self.citation.within, self.citation.printed or "")
        return re.match(rf"{re.escape(self.item or '')}(?![0-9A-Za-z])", numbers[0]) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """One item of business: its printed number (None if it has none), title and passages in order."""

    number: str | None
    title: str
    passages: tuple[Passage, ...]
    exempt: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One meeting of one body; council, body, held_on and began_at are None where neither text nor officer says."""

    id: str
    source: str
    council: str | None
    body: str | None
    held_on: date | None
    status: Status
    attendance: tuple[str, ...]
    items: tuple[AgendaItem, ...]
    began_at: time | None = None

    def passages(self) -> Iterator[Passage]:
        """All passages in the order of the text."""
        for item in self.items:
            yield from item.passages


@dataclass(frozen=True, slots=True)
class Residue:
    """Text that is in no passage: page furniture, declared with the reason it was set aside."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes:
    """Everything read from one source; every character is in one passage, in the residue, or blank.

    `sha256` is of the file's bytes, and of the sidecar's where there is one.
    """

    source: str
    text: str
    sha256: str
    meetings: tuple[Meeting, ...]
    residue: tuple[Residue, ...]
    warnings: tuple[str, ...]

    def passages(self) -> Iterator[Passage]:
        """All passages of all meetings in the order of the text."""
        for meeting in self.meetings:
            yield from meeting.passages()


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingFacts:
    """What an officer says about a meeting where the text does not; None leaves it to the text."""

    council: str | None = None
    body: str | None = None
    held_on: date | None = None
    status: Status | None = None
    began_at: time | None = None

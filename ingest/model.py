"""The records of minutes: a source is read into Minutes, which hold Meetings, AgendaItems and Passages.

Standard library only, frozen, built whole by the parser. What the world leaves blank is None and the docstring
says when; nothing is guessed. JSON and databases are other rooms' business.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from urllib.parse import quote, unquote


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


_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def ordinal(n: int) -> str:
    """Write a position in figures.

    >>> [ordinal(n) for n in (1, 2, 3, 4, 11, 22)]
    ['1st', '2nd', '3rd', '4th', '11th', '22nd']
    """
    suffix = "th" if 10 <= n % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{suffix}"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Citation:
    """The address of one passage: what a person would say to find it in the printed minutes.

    Attributes:
        meeting: id of the meeting (the source's name; `name~2` for the second meeting of one file).
        item: the agenda item's number as printed, or `~2` for the second item where none is printed.
        noun: what the list calls its members: "paragraph", "key point", "recommendation", "action".
        captioned: the noun comes from a caption printed over the list, not from the passage's kind.
        printed: the number as printed without its closing punctuation (`7.3`, `11`, `(b)`), or None.
        nth, of: which of how many share this address: twice so numbered, or the unnumbered passages
            that follow one another. Both from 1.
        after: for an unnumbered passage, the printed number it follows, or None at the start.
    """

    meeting: str
    item: str
    noun: str
    captioned: bool = False
    printed: str | None = None
    nth: int = 1
    of: int = 1
    after: str | None = None

    @property
    def list(self) -> str | None:
        """The caption of the list that the number belongs to, or None if it has none."""
        return self.noun if self.captioned else None

    @property
    def label(self) -> str:
        """How a person would call the passage within its item.

        >>> Citation(meeting="m", item="7", noun="paragraph", printed="7.3").label
        'paragraph 7.3'
        >>> Citation(meeting="m", item="7", noun="action", nth=2, of=3, after="7.7").label
        'action (unnumbered, 2nd of 3 after 7.7)'
        """
        if self.printed is not None:
            twice = ""
            if self.of > 1:
                nth = _ORDINALS[self.nth - 1] if self.nth <= len(_ORDINALS) else ordinal(self.nth)
                count = _COUNTS[self.of - 1] if self.of <= len(_COUNTS) else str(self.of)
                twice = f" ({nth} of {count} so numbered)"
            return f"{self.noun} {self.printed}{twice}"
        after = f" after {self.after}" if self.after else ""
        return f"{self.noun} (unnumbered, {ordinal(self.nth)} of {self.of}{after})"

    @property
    def key(self) -> str:
        """The address as one string, unique in a store; `parse` reads it back."""
        noun = self.noun + ("*" if self.captioned else "")
        parts = (self.item, noun, self.printed or "", f"{self.nth}-{self.of}", self.after or "")
        return f"{quote(self.meeting, safe=' ~')}#" + "/".join(quote(p, safe=" ~*()") for p in parts)

    @classmethod
    def parse(cls, key: str) -> Citation:
        """Read back what `key` wrote.

        Raises:
            ValueError: `key` is not an address.
        """
        meeting, _, place = key.partition("#")
        parts = [unquote(p) for p in place.split("/")]
        if not meeting or len(parts) != 5:
            raise ValueError(f"not a citation key: {key!r}")
        item, noun, printed, position, after = parts
        nth, _, of = position.partition("-")
        return cls(
            meeting=unquote(meeting),
            item=item,
            noun=noun.removesuffix("*"),
            captioned=noun.endswith("*"),
            printed=printed or None,
            nth=int(nth),
            of=int(of),
            after=after or None,
        )


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
        item = f"item {self.item}" if self.item and not self.item_title else self.item_title
        named = who or [self.source]
        return ", ".join([*named, day, *draft, *([item] if item else []), self.citation.label])


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """One item of business: its printed number (None if it has none), title and passages in order."""

    number: str | None
    title: str
    passages: tuple[Passage, ...]
    exempt: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One meeting of one body; council, body and held_on are None where neither text nor officer says."""

    id: str
    source: str
    council: str | None
    body: str | None
    held_on: date | None
    status: Status
    attendance: tuple[str, ...]
    items: tuple[AgendaItem, ...]

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
    """Everything read from one source; every character is in one passage, in the residue, or blank."""

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

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
_TELLING = ("preamble", "attendance", "agenda")  # notes that tell which passage is meant, alone of its kind
_LETTERS = re.compile(r"[a-z]{1,6}")
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
        noun: what the list calls its members: "paragraph", "key point", "recommendation", "action";
            "2nd resolution" for the second list of that name in an item; "bullet" in a bulleted list.
        captioned: the noun comes from a caption printed over the list, not from the passage's kind.
        within: the numbers of the paragraphs that hold it, outermost first: ("2", "a") for 2(a)(i).
        printed: the number as printed without its closing punctuation (`7.3`, `11`, `(b)`), or None.
        nth, of: which of how many share this address: twice so numbered, or the unnumbered passages
            that follow one another. Both from 1.
        after: for an unnumbered passage, the printed number it follows, or None at the start.
        note: what a person would add: "Part 2", "agenda", "attendance", "meeting of 3 May 2016"; "" if nothing.
    """

    meeting: str
    item: str
    noun: str
    captioned: bool = False
    within: tuple[str, ...] = ()
    printed: str | None = None
    nth: int = 1
    of: int = 1
    after: str | None = None
    note: str = ""

    @property
    def list(self) -> str | None:
        """The caption of the list that the number belongs to, or None if it has none."""
        return self.noun if self.captioned else None

    @property
    def label(self) -> str:
        """How a person would call the passage within its item.

        >>> Citation(meeting="m", item="7", noun="paragraph", printed="7.3").label
        'paragraph 7.3'
        >>> Citation(meeting="m", item="7", noun="paragraph", within=("2",), printed="a").label
        'paragraph 2(a)'
        >>> Citation(meeting="m", item="7", noun="resolution", captioned=True, within=("7.3",), printed="(i)").label
        '7.3, resolution (i)'
        >>> Citation(meeting="m", item="7", noun="action", nth=2, of=3, after="7.7").label
        'action (unnumbered, 2nd of 3 after 7.7)'
        >>> Citation(meeting="m", item="7", noun="bullet", nth=2, of=3).label
        'bullet 2 of 3'
        """
        return f"{self._place} ({self.note})" if self.note else self._place

    @property
    def _place(self) -> str:
        if self.printed is not None:
            twice = ""
            if self.of > 1:
                twice = f" ({_spelt(self.nth, _ORDINALS)} of {_spelt(self.of, _COUNTS)} so numbered)"
            if self.captioned and self.within:
                return f"{_nested(self.within)}, {self._list_name} {_nested((self.printed,))}{twice}"
            return f"{self._list_name} {_nested((*self.within, self.printed))}{twice}"
        after = f" after {self.after}" if self.after else ""
        if self.noun.endswith("bullet"):
            return f"{self.noun} {self.nth} of {self.of}{after}"
        if self.of == 1 and self.note in _TELLING:
            return self.noun
        return f"{self.noun} (unnumbered, {ordinal(self.nth)} of {self.of}{after})"

    @property
    def _list_name(self) -> str:
        """The noun, set apart by a comma where it begins with an ordinal: "2nd resolution, i"."""
        return f"{self.noun}," if self.noun[:1].isdigit() else self.noun

    @property
    def key(self) -> str:
        """The address as one string, unique in a store; `parse` reads it back."""
        noun = self.noun + ("*" if self.captioned else "")
        number = "|".join(map(_quoted, (*self.within, self.printed or "")))
        rest = (f"{self.nth}-{self.of}", self.after or "", self.note)
        return "/".join(
            (
                f"{quote(self.meeting, safe=' ~')}#{_quoted(self.item)}",
                _quoted(noun),
                number,
                *map(_quoted, rest),
            )
        )

    @classmethod
    def parse(cls, key: str) -> Citation:
        """Read back what `key` wrote.

        Raises:
            ValueError: `key` is not an address.
        """
        meeting, _, place = key.partition("#")
        parts = place.split("/")
        if not meeting or len(parts) != 6:
            raise ValueError(f"not a citation key: {key!r}")
        *within, printed = map(unquote, parts[2].split("|"))
        item, noun, _, position, after, note = map(unquote, parts)
        nth, _, of = position.partition("-")
        return cls(
            meeting=unquote(meeting),
            item=item,
            noun=noun.removesuffix("*"),
            captioned=noun.endswith("*"),
            within=tuple(within),
            printed=printed or None,
            nth=int(nth),
            of=int(of),
            after=after or None,
            note=note,
        )


def _quoted(part: str) -> str:
    return quote(part, safe=" ~*()")


def _spelt(n: int, words: tuple[str, ...]) -> str:
    if n <= len(words):
        return words[n - 1]
    return ordinal(n) if words is _ORDINALS else str(n)


def _nested(numbers: tuple[str, ...]) -> str:
    """Numbers of paragraphs within paragraphs as one: ("2", "a") is "2(a)"; a lower-case letter stands in brackets."""
    first, *rest = (f"({n})" if _LETTERS.fullmatch(n) else n for n in numbers)
    return first + "".join(n if n.startswith("(") else f"({n})" for n in rest)


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
        dated = [] if self.held_on and day in self.citation.note else [day]
        return ", ".join([*named, *dated, *draft, *([item] if item else []), self.citation.label])


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

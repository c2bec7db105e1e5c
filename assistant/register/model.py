"""The records of the registers: a decision, an action with what became of it, a topic through the meetings.

Each holds the passages it was read from; who met, when, and the words as printed are the passage's own
(`passage.held_on`, `.council`, `.body`, `.item_title`, `.words`, `.citation.printed`, `.citation.label`, `.key`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assistant.wording import in_words
from ingest import Passage
from vectorstore import Coverage


class Outcome(StrEnum):
    """What came of a matter at a meeting; only DECIDED is what was agreed."""

    DECIDED = "decided"  # resolved, agreed, approved, noted
    RECOMMENDED = "recommended"  # put to another body, which may say no
    LOST = "motion lost"  # put to the vote and not carried
    MOVED = "motion, no result printed"  # moved, withdrawn or deferred: nothing says that it was carried
    ACTION = "action"  # somebody is to do something; nothing else was settled
    DISCUSSED = "discussed, nothing decided"


class Standing(StrEnum):
    """How far the later minutes show what became of an action."""

    RAISED = "raised"  # it stands in the last meeting loaded of its body: no later minutes can tell
    MENTIONED = "mentioned"  # a later meeting came back to it and does not say that it was done
    DISCHARGED = "discharged"  # a later meeting says that it was done
    NOT_SEEN = "not seen again"  # later meetings are loaded, and none comes back to it


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Something that a meeting settled, recommended or was asked to settle.

    Attributes:
        passage: its words as printed; `passage.status` says whether the minutes are a draft.
        outcome: never ACTION or DISCUSSED.
        mover, seconder, vote: as printed in the passage or in the line that goes with it, None where not printed.
        shown_by: the passage that tells the outcome where `passage` does not ("The motion was lost"), else None.
    """

    passage: Passage
    outcome: Outcome
    mover: str | None = None
    seconder: str | None = None
    vote: str | None = None
    shown_by: Passage | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A later passage that comes back to an action.

    Attributes:
        passage: the later passage.
        quote: the sentence of it that shows what it is taken to show, verbatim.
        done: whether that sentence says that the thing was done.
    """

    passage: Passage
    quote: str
    done: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Something that somebody is to do, with what the later minutes show of it.

    Attributes:
        passage: where it was raised.
        task: the sentence of it that says what is to be done, verbatim; all its words where none stands out.
        owner, due: who is to do it and by when, as printed; None where not printed.
        standing: how it stands, as far as the meetings loaded show.
        mentions: what shows it, in order of date, each of a later meeting; () for RAISED and NOT_SEEN.
        last_meeting: day of the last meeting loaded that could have come back to it; None where no meeting of
            that body has a date.
    """

    passage: Passage
    task: str
    standing: Standing
    owner: str | None = None
    due: str | None = None
    mentions: tuple[Mention, ...] = ()
    last_meeting: date | None = None

    @property
    def status(self) -> str:
        """The standing in words, with the day it rests on.

        "discharged 7 July 2015", "not seen again up to 14 February 2019"
        """
        if self.standing is Standing.NOT_SEEN:
            return f"{self.standing} up to {_day(self.last_meeting)}"
        if self.standing is Standing.RAISED:
            return f"{self.standing}, no later meeting loaded"
        return f"{self.standing} {_day(self.shown_by.passage.held_on if self.shown_by else None)}"

    @property
    def shown_by(self) -> Mention | None:
        """The mention that the standing rests on: the one that says it was done, else the latest."""
        done = [mention for mention in self.mentions if mention.done]
        return max(done or self.mentions, key=lambda m: m.passage.held_on or date.min, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """One meeting at which a topic came up.

    Attributes:
        meeting: id of the meeting (`citation.meeting` of its passages).
        held_on, council, body: None where the minutes do not say.
        outcome: the weightiest outcome on the topic at this meeting.
        shown_by: the passage that the outcome rests on; for DISCUSSED the one that is most about the topic.
        passages: all that are about the topic, in the order of the text, at least one.
    """

    meeting: str
    held_on: date | None
    council: str | None
    body: str | None
    outcome: Outcome
    shown_by: Passage
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """A topic through the meetings.

    Attributes:
        topic: as typed.
        stops: in order of date, meetings without a date last; () where the minutes do not have the topic.
        coverage: what was searched.
        nearest: where there are no stops, the passages that came nearest, best first: they are not about the topic.
        notices: lines for the person beside it (a misspelt word mended, a damaged index).
    """

    topic: str
    stops: tuple[Stop, ...]
    coverage: Coverage
    nearest: tuple[Passage, ...] = ()
    notices: tuple[str, ...] = ()

    @property
    def first(self) -> Stop | None:
        """The earliest meeting of known date at which the topic came up, or None."""
        return next(self._dated(), None)

    @property
    def latest(self) -> Stop | None:
        """The latest meeting of known date at which the topic came up, or None."""
        return next(reversed(list(self._dated())), None)

    def _dated(self) -> Iterator[Stop]:
        return (stop for stop in self.stops if stop.held_on)


def _day(day: date | None) -> str:
    return in_words(day) if day else "(date not stated)"

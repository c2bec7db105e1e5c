"""The record of an understood question: what is asked about, what would answer it, and where to look."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from ingest import Kind
from vectorstore import Filters


class Wanted(StrEnum):
    """The form that an answer must have; ANYTHING asks for no form."""

    PERSON = "person"
    MONEY = "money"
    NUMBER = "number"
    DATE = "date"
    DURATION = "duration"
    VOTE = "vote"
    REASON = "reason"
    ANYTHING = "anything"


class Scope(StrEnum):
    """How much of the record answers."""

    ONE = "one"  # the passage that answers best
    ALL = "all"  # everything of a kind that was settled at one meeting
    EACH_COUNCIL = "each council"  # the best passage of each council
    EACH_MEETING = "each meeting"  # the best passage of each meeting, in order of date


class Recalled(StrEnum):
    """What is asked of the registers instead of the words of a passage."""

    EVER = "ever"  # whether a topic came up
    FIRST = "first"  # when it first did
    LATEST = "latest"  # when it last did
    EACH = "each"  # how often, or at which meetings
    OPEN = "open"  # what is still to be done
    STANDING = "standing"  # whether what was to be done is done


@dataclass(frozen=True, slots=True)
class Recall:
    """A question that the registers answer: what it asks, and the topic in its own words ("" for all actions)."""

    asks: Recalled
    topic: str


@dataclass(frozen=True, slots=True)
class Place:
    """A printed number that is looked up.

    Attributes:
        noun: what the list is called that it is said to stand in, None if that is not said.
        part: the number of what stands within it: "(b)" of "HF/42 (b)".
    """

    number: str
    noun: str | None = None
    part: str | None = None

    def __str__(self) -> str:
        return " ".join(filter(None, (self.noun or "paragraph", self.number, self.part)))


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `first` to `last`, both inclusive."""

    first: date
    last: date

    def holds(self, day: date | None) -> bool:
        """Whether the day lies in the period; an unknown day never does."""
        return day is not None and self.first <= day <= self.last


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question as understood.

    Attributes:
        text: as typed.
        query: what is searched for: spelling mended, earlier questions of a follow-up put before it.
        subject: folded content words asked about, without the words that only frame a question.
        names: those of `subject` that were typed as proper names: nothing else can stand for them.
        expansions: for a word of the subject, what these minutes may call it (a long form, another word).
        wanted, scope: the form and the amount of the answer.
        outcomes: what was settled is asked for, not what was said.
        kinds: the only kinds that can answer, () for any.
        places: printed numbers looked up.
        periods, councils, bodies: named in the question; they steer, while `filters` exclude.
        recall: what is asked of the registers, None where only the words of passages can answer.
        topic: where there is a `recall`, its topic, understood as a question of its own.
        notices: what was understood differently from what was typed, one line each.
    """

    text: str
    query: str
    subject: tuple[str, ...]
    names: frozenset[str] = frozenset()
    expansions: dict[str, tuple[str, ...]] = field(default_factory=dict)
    wanted: Wanted = Wanted.ANYTHING
    scope: Scope = Scope.ONE
    outcomes: bool = False
    kinds: tuple[Kind, ...] = ()
    places: tuple[Place, ...] = ()
    periods: tuple[Period, ...] = ()
    councils: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    filters: Filters = field(default_factory=Filters)
    recall: Recall | None = None
    topic: Question | None = None
    notices: tuple[str, ...] = ()

    @property
    def is_look_up(self) -> bool:
        """Whether a number is all that is asked for, or is named with its list: then nothing else can answer."""
        return any(place.noun for place in self.places) or bool(self.places and not self.subject)

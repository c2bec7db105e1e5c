"""What happens between a typed question and the page: checked input, exchanges, and the passage to open.

Knows nothing of Gradio or HTML, so that a conversation can be read and tested as plain records.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from assistant.model import Answer, Turn
from ingest import BadQuestion, MinutesError, Passage, UnknownCitation
from vectorstore import Coverage, Filters

LONGEST_QUESTION = 1000
"""Characters; long enough for any question, short enough that nobody pastes a document."""


class Minutes(Protocol):
    """What the page needs of a store."""

    def coverage(self, filters: Filters, /) -> Coverage:
        """Which meetings fit."""

    def item_of(self, passage: Passage, /) -> Sequence[Passage]:
        """The passages of the same agenda item, in order."""


class Assistant(Protocol):
    """What the page needs of an assistant."""

    @property
    def store(self) -> Minutes:
        """The minutes it answers from."""

    def stream(
        self, question: str, *, history: Sequence[Turn] = (), filters: Filters = ...
    ) -> Iterator[Answer]:
        """The answer as it grows; the last one is whole."""

    def example_questions(self, n: int = 4) -> list[str]:
        """Questions that the minutes answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """One question of a conversation and what became of it.

    Attributes:
        answer: None until the first words arrive, or if it failed before.
        error: one line, where the question could not be answered at all.
        done: nothing more will come.
    """

    question: str
    answer: Answer | None = None
    error: str | None = None
    done: bool = False


Conversation = tuple[Exchange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A passage that a person chose to read, and what of it was quoted ("" if it was only found)."""

    passage: Passage
    quote: str


def read_question(typed: str) -> str:
    """Trim a typed question.

    Raises:
        BadQuestion: nothing is asked, or it is longer than `LONGEST_QUESTION`.
    """
    question = " ".join(typed.split())
    if not question:
        raise BadQuestion("Please type a question first.")
    if len(question) > LONGEST_QUESTION:
        raise BadQuestion(
            f"Your question is {len(question):,} characters long. "
            f"Please keep it to {LONGEST_QUESTION:,}: one question at a time works best."
        )
    return question


def read_filters(chosen: Mapping[str, str] | None) -> Filters:
    """Turn what was chosen on the page (council, body, from, to; "" leaves a side open) into filters.

    Raises:
        BadQuestion: a date cannot be read, or the dates are the wrong way round.
    """
    given = {name: str(value).strip() for name, value in (chosen or {}).items()}
    first, last = _read_date(given.get("from", "")), _read_date(given.get("to", ""))
    if first and last and first > last:
        raise BadQuestion("The first date is after the last: please change one of them.")
    return Filters(
        council=given.get("council") or None, body=given.get("body") or None, date_from=first, date_to=last
    )


def _read_date(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed) if typed else None
    except ValueError as error:
        raise BadQuestion(f"{typed!r} is not a date: please write it as 2024-05-31.") from error


def converse(
    assistant: Assistant, question: str, earlier: Conversation, filters: Filters
) -> Iterator[Conversation]:
    """Ask one more question; yields the conversation as it grows, the last one done."""
    history = [Turn(question=e.question, answer=e.answer.text) for e in earlier if e.answer is not None]
    exchange = Exchange(question=question)
    yield (*earlier, exchange)
    try:
        for answer in assistant.stream(question, history=history, filters=filters):
            exchange = replace(exchange, answer=answer)
            yield (*earlier, exchange)
    except MinutesError as error:
        exchange = replace(exchange, error=str(error))
    yield (*earlier, replace(exchange, done=True))


def find_opened(conversation: Conversation, turn: object, cite: object, hit: object) -> Opened:
    """Find the passage behind a citation number or a hit's rank (one of them None) in a given turn (from 0).

    Raises:
        UnknownCitation: the conversation has no such passage, or no longer.
    """
    answer = None
    if isinstance(turn, int) and 0 <= turn < len(conversation):
        answer = conversation[turn].answer
    if answer is not None:
        for cited in answer.citations:
            if cited.n == cite:
                return Opened(passage=cited.passage, quote=cited.quote)
        for found in answer.hits:
            if found.rank == hit:
                return Opened(passage=found.passage, quote="")
    raise UnknownCitation("That passage is not part of this conversation any more. Please ask again.")

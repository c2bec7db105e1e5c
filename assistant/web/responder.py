"""What happens between the address of the page and what it shows: checked input, exchanges, the passage to open.

Knows nothing of Gradio or HTML, so that a conversation can be read and tested as plain records. Nothing is kept here:
an address says all that was asked, so a link, the Back button and a server that was restarted meet the same answers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Protocol

from assistant.feedback import Judged, Verdict, save
from assistant.model import Answer, Turn
from assistant.register import Timeline
from assistant.web.location import Asked, Chosen
from ingest import BadQuestion, Kind, MinutesError, Passage, UnknownCitation
from vectorstore import Filters, MinutesStore

LONGEST_QUESTION = 1000
"""Characters; long enough for any question, short enough that nobody pastes a document."""

_OUTCOMES = tuple(kind for kind in Kind if kind.is_outcome)


class Assistant(Protocol):
    """What the page needs of an assistant."""

    @property
    def store(self) -> MinutesStore:
        """The minutes it answers from."""

    @property
    def ready(self) -> bool:
        """False while the first answer still has things to wait for."""

    def stream(
        self, question: str, *, history: Sequence[Turn] = (), filters: Filters = ...
    ) -> Iterator[Answer]:
        """The answer as it grows; the last one is whole."""

    def timeline(self, topic: str, filters: Filters | None = None) -> Timeline:
        """Follow a topic through the meetings."""

    def example_questions(self, n: int = 4) -> list[str]:
        """Questions that the minutes answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """One question of a conversation and what became of it.

    Attributes:
        asked: the question as it stands in the address, and what it was narrowed to.
        answer: None until the first words arrive, or if it failed before.
        error: one line, where the question could not be answered at all.
        done: nothing more will come.
        starting: it was asked before the assistant was ready, so it will take some seconds longer.
        saved: what was saved when somebody judged the answer, in one line.
    """

    asked: Asked
    answer: Answer | None = None
    error: str | None = None
    done: bool = False
    starting: bool = False
    saved: str = ""


Conversation = tuple[Exchange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A passage in its place.

    Attributes:
        quotes: the parts of it that the conversation quotes; () if it was only found.
        item: all passages of its agenda item, in order.
        before, after: the first passages of the items on either side, None at the ends of the meeting.
    """

    passage: Passage
    quotes: tuple[str, ...] = ()
    item: tuple[Passage, ...] = ()
    before: Passage | None = None
    after: Passage | None = None


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


def read_filters(chosen: Chosen) -> Filters:
    """Turn what was chosen on the page into filters.

    Raises:
        BadQuestion: a date cannot be read, or the dates are the wrong way round.
    """
    first, last = _read_date(chosen.since), _read_date(chosen.until)
    if first and last and first > last:
        raise BadQuestion("The first date is after the last: please change one of them.")
    return Filters(
        council=chosen.council.strip() or None,
        body=chosen.body.strip() or None,
        date_from=first,
        date_to=last,
        kinds=_OUTCOMES if chosen.outcomes else (),
    )


def _read_date(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed.strip()) if typed.strip() else None
    except ValueError as error:
        raise BadQuestion(f"{typed!r} is not a date: please write it as 2024-05-31.") from error


def converse(
    assistant: Assistant, asked: Sequence[Asked], earlier: Conversation = ()
) -> Iterator[Conversation]:
    """Bring a conversation to where the address is; yields it as it grows, at least once.

    What `earlier` has answered already is kept; the rest is asked, each question with those before it.
    """
    conversation = _in_common(asked, earlier)
    yield conversation
    for one in asked[len(conversation) :]:
        grown = conversation
        for grown in _exchange(assistant, one, conversation):
            yield grown
        conversation = grown


def _in_common(asked: Sequence[Asked], earlier: Conversation) -> Conversation:
    n = 0
    while n < min(len(asked), len(earlier)) and earlier[n].done and earlier[n].asked == asked[n]:
        n += 1
    return earlier[:n]


def _exchange(assistant: Assistant, asked: Asked, earlier: Conversation) -> Iterator[Conversation]:
    history = [
        Turn(question=" ".join(e.asked.question.split()), answer=e.answer.text)
        for e in earlier
        if e.answer is not None
    ]
    exchange = Exchange(asked=asked, starting=not assistant.ready)
    yield (*earlier, exchange)
    try:
        question, filters = read_question(asked.question), read_filters(asked.chosen)
        for answer in assistant.stream(question, history=history, filters=filters):
            exchange = replace(exchange, answer=answer)
            yield (*earlier, exchange)
    except MinutesError as error:
        exchange = replace(exchange, error=str(error))
    yield (*earlier, replace(exchange, done=True))


def open_passage(store: MinutesStore, key: str, conversation: Conversation = ()) -> Opened:
    """Find a passage, the agenda item it stands in and what the conversation quotes of it.

    Raises:
        UnknownCitation: the store has no such passage, or no longer.
    """
    try:
        passage = store.passage(key)
    except UnknownCitation:
        raise UnknownCitation(
            "The minutes here have no such passage, or no longer: they may have been loaded anew. "
            "Please ask again."
        ) from None
    meeting = [
        tuple(of_item)
        for (name, _), of_item in groupby(
            store.passages(Filters(sources=(passage.source,))),
            key=lambda p: (p.citation.meeting, p.citation.item),
        )
        if name == passage.citation.meeting
    ]
    here = next((n for n, item in enumerate(meeting) if any(p.key == key for p in item)), None)
    if here is None:
        return Opened(passage=passage, item=(passage,))
    return Opened(
        passage=passage,
        quotes=_quotes(key, conversation),
        item=meeting[here],
        before=_first(meeting[here - 1]) if here else None,
        after=_first(meeting[here + 1]) if here + 1 < len(meeting) else None,
    )


def _first(item: Sequence[Passage]) -> Passage:
    return next((passage for passage in item if not passage.heading), item[0])


def judge(
    store: MinutesStore, conversation: Conversation, *, turn: object, verdict: object, keys: object
) -> Conversation:
    """Keep a reader's judgement of one answer; the conversation comes back with a line that says where.

    What was judged comes from a browser, so nothing of it is believed.
    """
    if not isinstance(turn, int) or not 0 <= turn < len(conversation):
        return conversation
    exchange = conversation[turn]
    try:
        judged = Judged(
            verdict=Verdict(str(verdict)),
            question=exchange.asked.question,
            history=tuple(Turn(question=earlier.asked.question) for earlier in conversation[:turn]),
            filters=read_filters(exchange.asked.chosen),
            gold=tuple(store.passage(str(key)) for key in (keys if isinstance(keys, list) else [])),
        )
        saved = save(store, judged)
        line = f"Thank you. Kept as {saved.id} in {saved.file}; `minutebook eval {saved.file}` asks it again."
    except (MinutesError, ValueError) as error:
        line = f"Not kept: {error}"
    after = conversation[turn + 1 :]
    return (*conversation[:turn], replace(exchange, saved=line), *after)


def _quotes(key: str, conversation: Conversation) -> tuple[str, ...]:
    answers = (exchange.answer for exchange in conversation if exchange.answer is not None)
    quoted = (cited.quote for answer in answers for cited in answer.citations if cited.passage.key == key)
    return tuple(dict.fromkeys(filter(None, quoted)))

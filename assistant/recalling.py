"""What the registers answer: when a topic came up, first and last, and how what was to be done stands.

The register chooses the passages and says how they stand; what is claimed is their own words, each cited.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant import quoting
from assistant.model import Cited, Claim
from assistant.question import Question, Recall, Recalled
from assistant.ranking import Ranked
from assistant.register.actions import ActionRegister
from assistant.register.model import Action, Standing, Stop, Timeline
from assistant.register.rendering import in_short
from assistant.register.timeline import stands_in, trace
from assistant.words import stem, stems, words
from ingest import Passage
from vectorstore import MinutesStore

_MOST = 6  # meetings or actions that are quoted; the registers have all
_OPEN = (Standing.RAISED, Standing.MENTIONED, Standing.NOT_SEEN)
_STANDS = {
    Standing.RAISED: "Raised, and no later meeting is loaded",
    Standing.MENTIONED: "Mentioned since, not as done",
    Standing.NOT_SEEN: "Not seen again in later minutes",
    Standing.DISCHARGED: "Shown as done",
}


@dataclass(frozen=True, slots=True)
class Recollection:
    """What a register says: a sentence on what it holds, and the passages behind it; without any it is a no."""

    opening: str
    claims: tuple[Claim, ...] = ()
    cited: tuple[Cited, ...] = ()


@dataclass(frozen=True, slots=True)
class _Part:
    """A passage with the part of it to quote, and how it stands."""

    passage: Passage
    quote: str
    stands: str = ""


def recollect(
    recall: Recall, topic: Question, found: Sequence[Ranked], store: MinutesStore, register: ActionRegister
) -> Recollection | None:
    """Answer from the registers; None where they have nothing to say to the question.

    Args:
        recall: what is asked of them.
        topic: the topic as understood.
        found: the passages found for it, best first.
        store: where they stand.
        register: what is to be done in it.

    Raises:
        StoreUnusable: the store cannot be read.
    """
    if recall.asks in (Recalled.OPEN, Recalled.STANDING):
        return _of_actions(topic, recall, register)
    if not topic.subject:
        return None
    whole = trace(_named(topic, recall), topic, found, store)
    timeline = replace(whole, stops=tuple(stop for stop in whole.stops if _is_of(topic, stop)))
    if not timeline.stops:
        no = "No: no" if recall.asks is Recalled.EVER else "No"
        of = f" of {' or '.join(topic.bodies or topic.councils)}" if whole.stops else ""
        return Recollection(f"{no} passage{of} has all words of “{timeline.topic}”.")
    told = in_short(timeline)
    if recall.asks is not Recalled.EVER:
        told = _without_yes(told)
    by_key = {ranked.passage.key: ranked for ranked in found}
    return _quoted(told, [_part(stop, by_key) for stop in _stops(timeline, recall.asks)])


def _without_yes(told: str) -> str:
    rest = told.removeprefix("Yes, ")
    return rest[:1].upper() + rest[1:]


def _named(topic: Question, recall: Recall) -> str:
    """The topic as it was typed, or, where it was only pointed at, as the questions before named it."""
    named = set(words(recall.topic)) & set(topic.subject)
    return recall.topic if named else " ".join(topic.subject)


def _stops(timeline: Timeline, asks: Recalled) -> Sequence[Stop]:
    """The meetings that are quoted, in order of date."""
    if asks is Recalled.EACH:
        return timeline.stops[:_MOST]
    ends = {Recalled.FIRST: [timeline.first], Recalled.LATEST: [timeline.latest]}
    stops = ends.get(asks, [timeline.first, timeline.latest])
    dated = list({stop.meeting: stop for stop in stops if stop}.values())
    return dated or timeline.stops[:1]


def _part(stop: Stop, found: dict[str, Ranked]) -> _Part:
    """What a meeting is quoted with: the passage that its outcome rests on, or the one found first."""
    keys = (stop.shown_by.key, *(passage.key for passage in stop.passages))
    ranked = next(found[key] for key in keys if key in found)
    return _Part(ranked.passage, quoting.quote_from(ranked))


def _of_actions(topic: Question, recall: Recall, register: ActionRegister) -> Recollection | None:
    fitting = [action for action in register.actions(topic.filters) if _is_asked_for(topic, action)]
    if not fitting:
        return None
    on = f" on “{recall.topic}”" if recall.topic else ""
    open_ = [action for action in fitting if action.standing in _OPEN]
    shown = (open_ or fitting) if recall.asks is Recalled.OPEN else fitting
    told = _count(len(open_), len(fitting), on)
    if len(shown) > _MOST:
        told += f" The latest {_MOST} follow; the register of actions has them all."
    return _quoted(told, [part for action in shown[:_MOST] for part in _parts(action)])


def _count(not_done: int, all_: int, on: str) -> str:
    """How many actions are done, as far as the minutes show.

    >>> _count(3, 3, " on “fostering”")
    'None of the 3 actions on “fostering” is shown as done in the minutes.'
    """
    if all_ == 1:
        told = f"The one action{on} is {'not ' * not_done}shown as done"
    elif not_done == all_:
        told = f"None of the {all_} actions{on} is shown as done"
    elif not not_done:
        told = f"All {all_} actions{on} are shown as done"
    else:
        told = f"{not_done} of {all_} actions{on} {'is' if not_done == 1 else 'are'} not shown as done"
    return f"{told} in the minutes."


def _is_asked_for(topic: Question, action: Action) -> bool:
    """Whether an action is of the body and the time that are named, and about every word of the topic."""
    passage = action.passage
    named = {stem(word) for name in (*topic.bodies, *topic.councils) for word in words(name)}
    held = set(stems(" ".join([passage.item_title, passage.words, action.owner or ""])))
    return (
        _is_of(topic, passage)
        and (not topic.periods or any(period.holds(passage.held_on) for period in topic.periods))
        and all(stem(word) in named or stands_in(word, topic, held) for word in topic.subject)
    )


def _is_of(topic: Question, met: Passage | Stop) -> bool:
    """Whether it is of a body or council that the topic names, if it names one."""
    return (not topic.bodies or met.body in topic.bodies) and (
        not topic.councils or met.council in topic.councils
    )


def _parts(action: Action) -> Iterator[_Part]:
    """Where it was raised, and what a later meeting says of it."""
    yield _Part(action.passage, action.task, _STANDS[action.standing])
    if action.shown_by:
        yield _Part(action.shown_by.passage, action.shown_by.quote, "Since then")


def _quoted(opening: str, parts: Sequence[_Part]) -> Recollection:
    claims = tuple(
        Claim(
            text=": ".join(filter(None, (part.stands, quoting.say(part.passage, part.quote)))), citations=(n,)
        )
        for n, part in enumerate(parts, 1)
    )
    cited = tuple(Cited(n=n, passage=part.passage, quote=part.quote) for n, part in enumerate(parts, 1))
    return Recollection(opening, claims, cited)

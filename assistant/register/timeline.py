"""A topic through the meetings: where it came up, and what came of it each time.

A passage is about the topic if it and its heading hold every word of it, in any form: that is where searching stops,
not at a score. What came of it is read from these passages, and from the others of an item that is about nothing else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from assistant.question import Question
from assistant.ranking import Ranked
from assistant.register.decisions import entries
from assistant.register.model import Outcome, Stop, Timeline
from assistant.register.tasks import is_action
from assistant.words import stem, stems
from ingest import BadQuestion, Kind, Passage
from vectorstore import MinutesStore

LOOKED_THROUGH = 200  # passages found for a topic, of which those about it are kept

_ALL = 0.999  # of the topic's words; what a word merely like one asked for counts is less
_NEAREST = 3  # passages shown where none is about the topic
_NO_BUSINESS = (Kind.ADMIN, Kind.AGENDA_TEXT)
_WHAT_AN_ITEM_IS_ABOUT = (Kind.MOTION, Kind.QUESTION, Kind.RECOMMENDATION)
_WEIGHT = (
    Outcome.DECIDED,
    Outcome.RECOMMENDED,
    Outcome.LOST,
    Outcome.MOVED,
    Outcome.ACTION,
)  # the first that is


def trace(
    topic: str,
    question: Question,
    found: Sequence[Ranked],
    store: MinutesStore,
    notices: tuple[str, ...] = (),
) -> Timeline:
    """Follow a topic through the meetings.

    Args:
        topic: as typed.
        question: the topic as understood; a time named in it narrows the meetings.
        found: the passages found for it, best first.
        store: where the items of these passages are read.
        notices: lines for the person beside it.

    Raises:
        BadQuestion: the topic has no word that could be looked for.
        StoreUnusable: the store cannot be read.
    """
    if not question.subject:
        raise BadQuestion(f"{topic!r} names no topic: say what to look for (“secure accommodation”)")
    by_meeting: defaultdict[str, list[Ranked]] = defaultdict(list)
    for ranked in found:
        if is_about(question, ranked) and _is_in_time(question, ranked.passage):
            by_meeting[ranked.passage.citation.meeting].append(ranked)
    if sum(map(len, by_meeting.values())) >= LOOKED_THROUGH:
        notices = (
            *notices,
            f"Only the best {LOOKED_THROUGH} passages were followed: name a narrower topic or period.",
        )
    stops = [_stop(question, ranked, store) for ranked in by_meeting.values()]
    return Timeline(
        topic=topic,
        stops=tuple(sorted(stops, key=lambda s: (s.held_on is None, s.held_on or date.max, s.meeting))),
        coverage=store.coverage(question.filters),
        nearest=() if stops else tuple(ranked.passage for ranked in found[:_NEAREST]),
        notices=notices,
    )


def is_about(question: Question, ranked: Ranked) -> bool:
    """Whether a passage is about the topic: no word of the topic is missing in it and its heading."""
    return ranked.passage.kind not in _NO_BUSINESS and ranked.match.coverage >= _ALL


def _is_in_time(question: Question, passage: Passage) -> bool:
    return not question.periods or any(period.holds(passage.held_on) for period in question.periods)


def _stop(question: Question, ranked: Sequence[Ranked], store: MinutesStore) -> Stop:
    """One meeting, from its passages about the topic, best first."""
    about = {r.passage.key: r.passage for r in ranked}
    items = {r.passage.citation.item: store.item_of(r.passage) for r in ranked}
    for item in items.values():
        if _is_all_about(question, item, about):
            about |= {p.key: p for p in item if not p.heading and p.kind not in _NO_BUSINESS}
    text = sorted((p for item in items.values() for p in item), key=lambda p: p.start)
    by_themselves = [r.passage.key for r in ranked if r.match.itself >= _ALL]
    outcome, shown_by = _outcome(text, (by_themselves, [r.passage.key for r in ranked], list(about)))
    first = ranked[0].passage
    return Stop(
        meeting=first.citation.meeting,
        held_on=first.held_on,
        council=first.council,
        body=first.body,
        outcome=outcome,
        shown_by=shown_by or first,
        passages=tuple(p for p in text if p.key in about),
    )


def _is_all_about(question: Question, item: Sequence[Passage], about: dict[str, Passage]) -> bool:
    """Whether a whole item is about the topic: its title says so, or what was moved or asked in it."""
    title = set(stems(item[0].item_title))
    if all(stands_in(word, question, title) for word in question.subject):
        return True
    return any(p.kind in _WHAT_AN_ITEM_IS_ABOUT and p.key in about for p in item)


def stands_in(word: str, question: Question, title: set[str]) -> bool:
    """Whether a word of the subject, in any form, or what it is short for is among these stems."""
    meant = question.expansions.get(word, ())
    return stem(word) in title or any(set(stems(other)) <= title for other in meant)


def _outcome(text: Sequence[Passage], about: Iterable[Sequence[str]]) -> tuple[Outcome, Passage | None]:
    """The weightiest outcome on the topic and the passage that it rests on.

    Args:
        text: the items that it came up in, in order.
        about: keys of passages about the topic, best first, in groups: those that name it themselves, then those whose
            heading does, then all; the first group with an outcome tells.
    """
    came = [(entry.outcome, entry.passage) for entry in entries(text)]
    came += [(Outcome.ACTION, passage) for passage in text if is_action(passage)]
    for keys in about:
        for weightiest in _WEIGHT:
            shown = {p.key: p for outcome, p in came if outcome is weightiest and p.key in keys}
            if shown:
                return weightiest, next(shown[key] for key in keys if key in shown)
    return Outcome.DISCUSSED, None

"""What a store can be asked: passages by their number, and what its items came to, each with all that answers it."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ingest import Kind, Passage

_SEED = 7
_MOST_GOLD = 4
_TITLE = range(2, 13)  # words of a title that a question can name
_READABLE = range(8, 121)  # words of a passage that is worth asking for by its number
_TYPES = {
    Kind.DECISION: "decision",
    Kind.RECOMMENDATION: "recommendation",
    Kind.ACTION: "action",
    Kind.VOTE: "vote",
}


@dataclass(frozen=True, slots=True)
class Idea:
    """What may be asked: a type of question, and the passages of one item that answer it, all of them."""

    type: str
    gold: tuple[Passage, ...]

    @property
    def meeting(self) -> tuple[object, ...]:
        """The meeting that it is about."""
        return meeting_of(self.gold[0])


def meeting_of(passage: Passage) -> tuple[object, ...]:
    """What tells the meeting of a passage from all others."""
    return passage.source, passage.council, passage.body, passage.held_on


def find_ideas(passages: Sequence[Passage]) -> Iterator[Idea]:
    """Yield all ideas, the types in turn and each from the meeting asked about least so far; the same every time.

    Only of meetings with a date and a name, and nothing of what is closed to the public.
    """
    open_ones = [p for p in passages if not (p.heading or p.exempt) and p.held_on and (p.body or p.council)]
    return _in_turn([*_outcomes(open_ones), *_movers(open_ones), *_look_ups(open_ones)])


def _outcomes(passages: Iterable[Passage]) -> Iterator[Idea]:
    """What an item came to: all its passages of one kind of outcome, where they are few."""
    found: defaultdict[tuple[object, ...], list[Passage]] = defaultdict(list)
    for passage in passages:
        if passage.kind in _TYPES and len(passage.item_title.split()) in _TITLE:
            found[*meeting_of(passage), passage.item, passage.item_title, passage.kind].append(passage)
    for gold in found.values():
        if len(gold) <= _MOST_GOLD:
            yield Idea(_TYPES[gold[0].kind], tuple(gold))


def _movers(passages: Iterable[Passage]) -> Iterator[Idea]:
    """Who moved it, of items in which one thing only was moved."""
    found: defaultdict[tuple[object, ...], list[Passage]] = defaultdict(list)
    for passage in passages:
        if passage.mover and len(passage.item_title.split()) in _TITLE:
            found[*meeting_of(passage), passage.item, passage.item_title].append(passage)
    yield from (Idea("who", tuple(gold)) for gold in found.values() if len(gold) == 1)


def _look_ups(passages: Sequence[Passage]) -> Iterator[Idea]:
    """A passage by its number, where nothing else of the meeting is called so."""
    called = Counter((meeting_of(passage), passage.citation.label) for passage in passages)
    for passage in passages:
        alone = called[meeting_of(passage), passage.citation.label] == 1
        if passage.citation.printed and alone and len(passage.words.split()) in _READABLE:
            yield Idea("number-lookup", (passage,))


def _in_turn(ideas: Iterable[Idea]) -> Iterator[Idea]:
    chance = random.Random(_SEED)  # noqa: S311 - to mix, no secret
    waiting: defaultdict[str, list[Idea]] = defaultdict(list)
    for idea in ideas:
        waiting[idea.type].append(idea)
    for of_type in waiting.values():
        chance.shuffle(of_type)
    asked: Counter[tuple[object, ...]] = Counter()
    while waiting:
        for type_ in list(waiting):
            idea = min(waiting[type_], key=lambda one: asked[one.meeting])
            waiting[type_].remove(idea)
            asked[idea.meeting] += 1
            if not waiting[type_]:
                del waiting[type_]
            yield idea

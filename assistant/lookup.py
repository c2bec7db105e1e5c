"""A printed number is a look-up: the passages that carry it, or an honest word that none does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import permutations

from assistant.places import same_number
from assistant.question import Place, Question
from assistant.words import FUNCTION_WORDS, stem, words
from ingest import Kind, Passage
from vectorstore import Filters, MinutesStore

# Nouns by which people call any numbered paragraph, whatever its list is called.
_ANY_LIST = frozenset({None, "point", "paragraph", "minute", "item", "clause", "bullet"})
_MOST = 6
_TITLE = 12  # words; a numbered passage that has more is no mere title, and answers for its item


def find_numbered(question: Question, store: MinutesStore, *, most: int | None = _MOST) -> list[Passage]:
    """The passages that the question looks up by their printed number, narrowed by whatever else it names.

    In order of date and text. Several passages may carry one number: all are given, the first `most` of them,
    and none is guessed.
    """
    found: dict[str, Passage] = {}
    for place in question.places:
        for passage in _at(place, store, question.filters):
            found.setdefault(passage.key, passage)
    narrowed = _narrow(question, _held(question, list(found.values())))
    return sorted(narrowed, key=lambda p: (p.held_on is None, p.held_on, p.source, p.start))[:most]


def _held(question: Question, passages: Sequence[Passage]) -> list[Passage]:
    """Of two numbers one may hold the other: "paragraph (b) of HF/42" is no other (b), and not all of HF/42."""
    inner = [
        p
        for p in passages
        for place, other in permutations(question.places, 2)
        if same_number(p.citation.printed, place.number) and _stands_in(p, other.number)
    ]
    return inner or list(passages)


def _stands_in(passage: Passage, number: str) -> bool:
    """Whether a passage with a number of its own stands in the item, or the paragraph, of another."""
    holding = (passage.item, *passage.citation.within)
    return not same_number(passage.citation.printed, number) and any(same_number(n, number) for n in holding)


def _part_at(place: Place, part: str, store: MinutesStore, filters: Filters) -> list[Passage]:
    """What is printed as one number, "12(b)", else the (b) that stands in 12."""
    whole = _at(Place(f"{place.number}{part}", place.noun), store, filters)
    return whole or [
        p
        for p in store.numbered(part, filters)
        if same_number(p.citation.printed, part) and _stands_in(p, place.number) and not p.heading
    ]


def _at(place: Place, store: MinutesStore, filters: Filters) -> list[Passage]:
    if place.part is not None:
        return _part_at(place, place.part, store, filters)
    here = [p for p in store.numbered(place.number, filters) if not p.heading]
    own = [p for p in here if same_number(p.citation.printed, place.number)]
    if place.noun in ("item", "minute"):
        items: dict[tuple[str, str], list[Passage]] = {}
        for p in here:
            if same_number(p.item, place.number):
                items.setdefault((p.citation.meeting, p.citation.item), []).append(p)
        return [p for item in items.values() for p in _business(place, item)] or own
    if place.noun in _ANY_LIST:
        return own or _business(place, here)
    named = [p for p in own if _called(p, place.noun or "")]
    return named or [p for p in here if _called(p, place.noun or "")]


def _business(place: Place, item: Sequence[Passage]) -> list[Passage]:
    """What one agenda item says: its own paragraph where that is more than a title, else all but the formalities."""
    told = [
        p for p in item if same_number(p.citation.printed, place.number) and len(p.words.split()) > _TITLE
    ]
    return told or [p for p in item if p.kind is not Kind.ADMIN] or list(item)


def _called(passage: Passage, noun: str) -> bool:
    """Whether a person would call the passage that: "recommendation", "key point", "resolution"."""
    return stem(noun.split()[-1]) in {stem(w) for w in words(f"{passage.citation.noun} {passage.kind.value}")}


def _narrow(question: Question, passages: Sequence[Passage]) -> list[Passage]:
    """Keep those of the named date, council and body, or failing these those whose meeting or item is hinted at."""
    kept = list(passages)
    named: tuple[Callable[[Passage], bool], ...] = (
        lambda p: any(period.holds(p.held_on) for period in question.periods),
        lambda p: p.council in question.councils,
        lambda p: p.body in question.bodies,
    )
    for fits in named:
        kept = [p for p in kept if fits(p)] or kept
    hints = {stem(word) for word in question.subject if word not in FUNCTION_WORDS}
    shares = {p.key: len(hints & _surroundings(p)) for p in kept}
    most = max(shares.values(), default=0)
    return [p for p in kept if shares[p.key] == most]


def _surroundings(passage: Passage) -> set[str]:
    named = (passage.council, passage.body, passage.item_title, passage.source)
    return {stem(word) for part in named if part for word in words(part.replace("-", " ").replace("_", " "))}

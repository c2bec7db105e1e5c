"""Found passages in the order in which they answer: what was asked for comes before what is merely alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.forms import gives_reason
from assistant.matching import Match, Matcher
from assistant.question import Question, Wanted
from assistant.words import fold, stem, words
from ingest import Kind, Passage
from vectorstore import Hit

# What each sign is worth beside the cosine, the coverage and the focus, which are worth 1 each.
_OUTCOME, _ASKED_KIND, _WORDED_AS_OUTCOME = 0.35, 0.25, 0.2
_DECISION = 0.15  # a resolution settles more than a recommendation to others or a task
_PERIOD, _COUNCIL, _BODY = 0.8, 0.3, 0.5
_REASON = 0.3
_ITSELF = 0.4  # an outcome that names the subject, before one that only stands under its heading
_ADMIN, _AGENDA = -0.3, -0.4
_LIKENESS = 0.8
_IN_ITEM = 0.85  # for a share of the question that only the rest of the agenda item meets
_MOVED = 0.4  # who moved and seconded stands in a line of its own, without a word of the subject
_DEFINES = 0.3  # "CWB?": the passage in which the acronym is written out
_ANNOUNCED = -0.78  # "I will move at the next meeting that ...": what is announced is no answer yet
_KEPT = 20_000  # texts of which it is known whether they settle or announce something
_CLOSELY = 5  # passages whose sentences are compared one by one

_NOTICE = re.compile(r"(?:will|\bshall) (?:move|ask)\b|\bnotice of motion\b|\bI move\b", re.I)
_MOVED_BY = re.compile(r"\b(?:moved|proposed|seconded)\b", re.I)
_SETTLED = frozenset(
    stem(w)
    for w in "agreed resolved decided approved adopted recommended endorsed carried accepted granted noted".split()
)
# Not by their stems: "refuse" itself is collected on Mondays.
_ENDED = frozenset("refused rejected declined deferred ratified".split())


@dataclass(frozen=True, slots=True)
class Ranked:
    """A hit, how it meets the question, and the score that orders it."""

    hit: Hit
    match: Match
    score: float

    @property
    def passage(self) -> Passage:
        """The passage that was found."""
        return self.hit.passage


def rank(question: Question, hits: Sequence[Hit], matcher: Matcher) -> list[Ranked]:
    """Order hits by how they answer the question, best first; ties by the address."""
    matches = matcher.match(question, [hit.passage for hit in hits])
    ranked = _ordered(
        Ranked(hit, match, round(_score(question, hit, match), 4))
        for hit, match in zip(hits, matches, strict=True)
    )
    near = matcher.read_closely(question, [r.match for r in ranked[:_CLOSELY]])
    ranked[:_CLOSELY] = _ordered(
        replace(r, match=match, score=round(r.score + _LIKENESS * match.likeness, 4))
        for r, match in zip(ranked[:_CLOSELY], near, strict=True)
    )
    return [replace(r, hit=replace(r.hit, score=r.score, rank=n)) for n, r in enumerate(ranked, 1)]


def _ordered(ranked: Iterable[Ranked]) -> list[Ranked]:
    return sorted(ranked, key=lambda r: (-r.score, r.passage.key))


def records_outcome(passage: Passage) -> bool:
    """Whether a passage records something settled: by its kind, or, in running text, by its wording."""
    if passage.kind.is_outcome:
        return True
    if passage.kind not in (Kind.PARAGRAPH, Kind.VOTE):
        return False
    return settles(passage.words)


def names_mover(question: Question, passage: Passage) -> bool:
    """Whether who moved or seconded is asked for and the passage says who did."""
    return _MOVED_BY.search(question.query) is not None and _MOVED_BY.search(passage.words) is not None


@lru_cache(maxsize=_KEPT)
def settles(text: str) -> bool:
    """Whether a text has a word by which minutes settle something: "agreed", "resolved", "approved"."""
    held = words(text)
    return not (_ENDED.isdisjoint(held) and _SETTLED.isdisjoint(map(stem, held)))


@lru_cache(maxsize=_KEPT)
def _announces(text: str) -> bool:
    return _NOTICE.search(text) is not None


def _score(question: Question, hit: Hit, match: Match) -> float:
    reason = question.wanted is Wanted.REASON and any(gives_reason(s.sentence.text) for s in match.sentences)
    return (
        (hit.similarity or 0.0)
        + match.coverage
        + match.focus
        + _REASON * reason
        + _ITSELF * match.itself * question.outcomes
        + _IN_ITEM * (match.in_item - match.coverage)
        + _MOVED * names_mover(question, hit.passage)
        + _DEFINES * _defines(question, hit.passage)
        + _ANNOUNCED * _announces(hit.passage.words)
        + _by_kind(question, hit.passage)
        + _by_meeting(question, hit.passage)
    )


def _defines(question: Question, passage: Passage) -> bool:
    """Whether an acronym is all that is asked about, and the passage says what it stands for."""
    if len(question.subject) != 1:
        return False
    acronym, text = question.subject[0], fold(passage.words)
    meanings = question.expansions.get(acronym, ())
    return f"({acronym})" in text and any(fold(meaning) in text for meaning in meanings)


def _by_kind(question: Question, passage: Passage) -> float:
    worth = {Kind.ADMIN: _ADMIN, Kind.AGENDA_TEXT: _AGENDA}.get(passage.kind, 0.0)
    if question.outcomes and records_outcome(passage):
        worth += _OUTCOME if passage.kind.is_outcome else _WORDED_AS_OUTCOME
        worth += _DECISION * (passage.kind is Kind.DECISION)
    return worth + _ASKED_KIND * (passage.kind in question.kinds)


def _by_meeting(question: Question, passage: Passage) -> float:
    return (
        _PERIOD * any(period.holds(passage.held_on) for period in question.periods)
        + _COUNCIL * (passage.council in question.councils)
        + _BODY * (passage.body in question.bodies)
    )

"""Questions that the minutes of a store answer, proposed for a person to edit: look-ups by number, and outcomes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import cycle

from assistant.contract import Request
from eval.cases import Case, Unit
from eval.matching import fold, says
from eval.questions import units
from eval.questions.anchors import find_anchor
from eval.questions.documents import Find
from eval.questions.ideas import Idea, find_ideas, meeting_of
from eval.questions.nuggets import find_nuggets
from eval.questions.wordings import WORDINGS, in_sentence, named, when
from ingest import Passage

NOTE = (
    "a draft: read it against the minutes and word it as people would, then take this note and the mark away"
)
_MOST_NUGGETS = 3


def draft(passages: Sequence[Passage], find: Find) -> Iterator[Case]:
    """Propose questions about the passages of a store, as long as more are asked for and there are more.

    `find` is that of the same store: none is proposed whose gold would not pass the check. The same store gives
    the same questions.
    """
    voice = _Voice(passages)
    asked: set[str] = set()
    for idea in find_ideas(passages):
        gold = _gold(idea, find)
        question = voice.ask(idea) if gold else ""
        if not gold or fold(question) in asked:
            continue
        asked.add(fold(question))
        yield Case(
            id=f"draft-{len(asked):03}",
            type=idea.type,
            answerable=True,
            request=Request(question=question),
            golds=(gold,),
            nuggets=_nuggets(idea),
        )


class _Voice:
    """Words ideas, each way of its type in turn, and names meetings now by their day, now by their month."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        meetings = {meeting_of(p): p for p in passages if p.held_on}.values()
        self._in_month = Counter(_month(p) for p in meetings)
        self._councils = {(p.body, p.council) for p in meetings}
        self._ways = {type_: cycle(ways) for type_, ways in WORDINGS.items()}
        self._by_month = cycle((False, True, False))

    def ask(self, idea: Idea) -> str:
        """The question; a month names a meeting only where the body met once in it."""
        first = idea.gold[0]
        if first.held_on is None:
            raise ValueError("an idea is of a meeting with a date")
        by_month = next(self._by_month) and self._in_month[_month(first)] == 1
        return next(self._ways[idea.type]).format(
            body=self._name(first),
            title=in_sentence(first.item_title),
            when=when(first.held_on, month=by_month),
            label=first.citation.label,
        )

    def _name(self, passage: Passage) -> str:
        """Its body, with its council where several have a body of that name; the council where no body is named."""
        if not (passage.body and passage.council):
            return named(passage.body or passage.council or "council")
        several = sum(body == passage.body and bool(council) for body, council in self._councils) > 1
        return named(passage.body) + (f" of {passage.council}" if several else "")


def _month(passage: Passage) -> tuple[object, ...]:
    day = passage.held_on
    return (passage.body or passage.council, day and (day.year, day.month))


def _nuggets(idea: Idea) -> tuple[str, ...]:
    movers = [p.mover for p in idea.gold if p.mover and says(p.text, p.mover)]
    if idea.type == "who" and movers:
        return tuple(movers)
    return tuple(dict.fromkeys(n for p in idea.gold for n in find_nuggets(p.words)))[:_MOST_NUGGETS]


def _gold(idea: Idea, find: Find) -> tuple[Unit, ...] | None:
    """Its passages as units; None if one of them cannot be told from the rest of its document."""
    gold = []
    for passage in idea.gold:
        name = passage.source.rpartition("/")[2]
        documents = find(name)
        anchor = find_anchor(passage, documents[0]) if len(documents) == 1 else None
        if anchor is None:
            return None
        unit = Unit(
            doc=name,
            anchor=anchor,
            printed=passage.citation.printed or passage.item,
            kind=passage.kind.value,
            label=passage.citation.label,
        )
        if any(units.find_faults(unit, find)):
            return None
        gold.append(unit)
    return tuple(gold)

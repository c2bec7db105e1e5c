"""The assistant: a question, with the conversation before it, becomes an Answer."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from assistant import quoting
from assistant.chain.runnables import build_chain
from assistant.corpus import Corpus
from assistant.drafting import Drafter
from assistant.lookup import find_numbered
from assistant.matching import UNLIKE, Matcher
from assistant.model import Answer, Turn
from assistant.question import Question
from assistant.ranking import Ranked, rank
from assistant.recalling import Recollection, recollect
from assistant.refusing import refuse
from assistant.register.actions import ActionRegister
from assistant.register.model import Timeline
from assistant.register.timeline import LOOKED_THROUGH, trace
from assistant.rewording import reword
from assistant.selection import select
from assistant.understanding import understand
from assistant.words import typed
from ingest import BadQuestion
from vectorstore import Embedder, Filters, Hit, MinutesStore, Nearness, Retriever

if TYPE_CHECKING:
    from langchain_core.callbacks import BaseCallbackHandler
    from langchain_core.runnables import Runnable

_CANDIDATES = 40  # passages that are read closely
_DEPTH = 100  # passages that each way of searching brings
_OPENED = 15  # of which the agenda items are read too
_HITS = 10  # passages that an answer shows as found
_LONGEST = 2000  # characters of a question


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What goes into the chain: a question as typed, the turns before it, and what to search."""

    text: str
    history: tuple[Turn, ...] = ()
    filters: Filters = Filters()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A question with the passages that were found for it, best first, and those that its number names.

    `told` is what the registers say to it.
    """

    question: Question
    ranked: tuple[Ranked, ...]
    numbered: tuple[Ranked, ...] = ()
    told: Recollection | None = None


@dataclass(frozen=True, slots=True)
class _Reading:
    """What was read from one version of the store."""

    version: int
    corpus: Corpus
    matcher: Matcher


class Assistant:
    """Answers questions from one store. Many threads may ask at once.

    With a `drafter` (a language model) the quoted answer gets a lead in the model's words, checked. `ready` is False
    until it has written an answer: the first has libraries and the index to wait for.
    """

    def __init__(self, store: MinutesStore, embedder: Embedder, drafter: Drafter | None = None) -> None:
        self.store = store
        self.ready = False
        self._drafter = drafter
        self._embedder = embedder
        self._actions = ActionRegister(store)
        self._retriever = Retriever(store, embedder)
        self._reading: _Reading | None = None
        self._guard = threading.Lock()

    def with_drafter(self, drafter: Drafter | None) -> Assistant:
        """Another assistant over the same store, with another language model or none."""
        return Assistant(self.store, self._embedder, drafter)

    def ask(
        self,
        question: str,
        *,
        history: Sequence[Turn] = (),
        filters: Filters | None = None,
        callbacks: Sequence[BaseCallbackHandler] = (),
    ) -> Answer:
        """Answer a question from the minutes, or refuse; `callbacks` are LangChain's, told of each step.

        Raises:
            BadQuestion: it is empty or too long.
            StoreUnusable: the store cannot be read.
        """
        asked = _asked(question, history, filters)
        answer: Answer = self.chain.invoke(asked, {"callbacks": [*callbacks]})
        return answer

    def look_up(self, asked: Asked, most: int = _CANDIDATES) -> tuple[Question, tuple[Ranked, ...]]:
        """A question as understood and the passages found for it, best first: an answer before it is written.

        `most` is how many passages are found; those beside the best of them come on top.

        Raises:
            StoreUnusable: the store cannot be read.
        """
        question = self._understand(asked)
        return question, self._retrieve(question, most).ranked

    def timeline(self, topic: str, filters: Filters | None = None) -> Timeline:
        """A topic through the meetings, in order of date: where it came up, and what came of it each time.

        Raises:
            BadQuestion: it is empty, too long, or has no word that could be looked for.
            StoreUnusable: the store cannot be read.
        """
        question, found = self.look_up(_asked(topic, (), filters), most=LOOKED_THROUGH)
        return trace(topic, question, found, self.store, (*question.notices, *self._retriever.notices))

    def stream(
        self, question: str, *, history: Sequence[Turn] = (), filters: Filters | None = None
    ) -> Iterator[Answer]:
        """The answer as it grows, a claim at a time; the last is the whole."""
        yield from self.chain.stream(_asked(question, history, filters))

    def example_questions(self, n: int = 4) -> list[str]:
        """Questions that the loaded minutes can answer, one for each of some agenda items."""
        titles: dict[str, None] = {}
        for passage in self.store.passages():
            if passage.kind.is_outcome and not passage.heading and 2 <= len(passage.item_title.split()) <= 8:
                titles.setdefault(passage.item_title)
        spread = list(titles)[:: max(1, len(titles) // n)] if titles else []
        return [f"What did we agree on {_in_sentence(title)}?" for title in spread[:n]]

    @cached_property
    def chain(self) -> Runnable[Asked, Answer]:
        """The LangChain Runnable behind `ask`: Asked in, Answer out."""
        return build_chain(
            ("understand", self._understand),
            ("retrieve", self._retrieve),
            ("write", self._write),
            ("reword", self._reword),
        )

    def _understand(self, asked: Asked) -> Question:
        corpus = self._read().corpus
        return understand(asked.text, asked.history, asked.filters, corpus, self._embedder.is_word)

    def _retrieve(self, question: Question, most: int = _CANDIDATES) -> _Found:
        matcher = self._read().matcher
        hits = self._retriever.search(
            question.query or question.text,
            terms=[meaning for meanings in question.expansions.values() for meaning in meanings],
            filters=question.filters,
            k=most,
            beside=_OPENED,
            depth=max(most, _DEPTH),
        )
        ranked = rank(question, hits, matcher)
        if not question.places:
            return _Found(question=question, ranked=tuple(ranked), told=self._recollect(question))
        numbered = [
            Hit(passage=passage, score=1.0, rank=n)
            for n, passage in enumerate(find_numbered(question, self.store), 1)
        ]
        return _Found(
            question=question, ranked=tuple(ranked), numbered=tuple(rank(question, numbered, matcher))
        )

    def _recollect(self, question: Question) -> Recollection | None:
        if not (question.recall and question.topic):
            return None
        found = self._retrieve(question.topic, LOOKED_THROUGH).ranked
        return recollect(question.recall, question.topic, found, self.store, self._actions)

    def _write(self, found: _Found) -> Answer:
        question = found.question
        coverage = self.store.coverage(question.filters)
        shown = _first([*found.numbered, *found.ranked])
        told = found.told
        chosen = [] if told else select(question, found.ranked, found.numbered)
        claims, cited = (told.claims, told.cited) if told else quoting.write(question, chosen)
        opening = told.opening if told else ""
        text = quoting.compose(claims, opening) if claims else refuse(question, shown, coverage, opening)
        self.ready = True
        return Answer(
            question=question.text,
            text=text,
            claims=tuple(claims),
            citations=tuple(cited),
            hits=tuple(replace(r.hit, rank=n) for n, r in enumerate(shown, 1)),
            coverage=coverage,
            writer=quoting.NAME,
            opening=opening if claims else "",
            notices=(*question.notices, *_several(found, chosen), *self._retriever.notices),
        )

    def _reword(self, answer: Answer) -> Iterator[Answer]:
        if self._drafter is not None:
            yield from reword(answer, self._drafter)
            return
        for n in range(1, len(answer.claims)):
            claims = answer.claims[:n]
            text = quoting.compose(claims, answer.opening)
            yield replace(answer, claims=claims, citations=answer.citations[:n], text=text, notices=())
        yield answer

    def _read(self) -> _Reading:
        """The vocabulary of the store as it is now, read again when it has changed."""
        with self.store.snapshot() as connection:
            version = self.store.version(connection)
        with self._guard:
            if self._reading is None or self._reading.version != version:
                corpus = Corpus.read(self.store)
                nearness = Nearness(self.store, self._embedder, unlike=UNLIKE)
                self._reading = _Reading(version, corpus, Matcher(corpus, nearness, self.store.item_of))
            return self._reading


def _asked(question: str, history: Sequence[Turn], filters: Filters | None) -> Asked:
    text = typed(question).strip()
    if not any(c.isalnum() for c in text):
        raise BadQuestion("the question is empty: type what you want to know")
    if len(text) > _LONGEST:
        raise BadQuestion(f"the question is longer than {_LONGEST} characters: ask about one thing at a time")
    return Asked(
        text=text,
        history=tuple(replace(turn, question=typed(turn.question)) for turn in history),
        filters=filters or Filters(),
    )


def _several(found: _Found, chosen: Sequence[Ranked]) -> tuple[str, ...]:
    if not found.numbered or len(chosen) < 2:
        return ()
    return (
        f"{len(chosen)} passages are so numbered; name the list, the item or the meeting to have one of them.",
    )


def _first(ranked: Sequence[Ranked]) -> list[Ranked]:
    each: dict[str, Ranked] = {}
    for r in ranked:
        each.setdefault(r.passage.key, r)
    return list(each.values())[:_HITS]


def _in_sentence(title: str) -> str:
    """A title as it stands inside a sentence: capitals of a heading lowered, acronyms kept."""
    if title.isupper():
        return title.lower()
    return " ".join(w if w[1:2].isupper() else w.lower() for w in title.split())

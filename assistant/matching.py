"""How well a passage meets a question: which of the words asked about it holds, and whether in the wanted form.

A word is met by itself, by its stem, by what an acronym stands for, or, in part, by a word of like meaning: the
cosine of the two words' own embeddings. A proper name or a number is met by nothing but itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from assistant.corpus import Corpus
from assistant.forms import holds_form
from assistant.question import Question, Wanted
from assistant.words import FUNCTION_WORDS, stem, words
from ingest import Passage, Sentence, split_sentences
from vectorstore import Embedder

# Cosines of single words: below the first nothing is alike, from the second on two words are as good as one.
_UNLIKE, _ALIKE = 0.5, 0.85
_NEAR = 0.95  # the most that another word can stand for the one asked
_KEPT = 30_000  # vectors of words and sentences, 45 MB
_MISSING = 0.2  # a word met less than this is missing
_REST_OF_PASSAGE = 0.6  # what a word counts for a sentence when another sentence of the passage holds it


@dataclass(frozen=True, slots=True)
class SentenceMatch:
    """A sentence of a passage with the share of the question that it meets, 0 to 1."""

    sentence: Sentence
    coverage: float
    in_form: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """How a passage meets a question.

    Attributes:
        coverage: share of the words asked about that the passage or its heading meets, by rarity, 0 to 1.
        itself: the share that the passage meets without its heading.
        in_item: the share that it meets with the help of the rest of its agenda item: a reply seldom repeats the
            words of the question it replies to.
        focus: the best sentence's own share among those in the wanted form; 0 where none has it.
        missing: the words asked about that nothing in the passage meets even in part.
        likeness: cosine of the question and the passage's nearest sentence; 0 where it was not read closely.
        sentences: all sentences in order.
    """

    passage: Passage
    coverage: float
    itself: float
    in_item: float
    focus: float
    missing: tuple[str, ...]
    sentences: tuple[SentenceMatch, ...]
    likeness: float = 0.0

    @property
    def in_form(self) -> bool:
        """Whether any sentence has the wanted form."""
        return any(s.in_form for s in self.sentences)


class Matcher:
    """Matches passages to questions by the words of one corpus; keeps the vectors of words it has met."""

    def __init__(
        self, corpus: Corpus, embedder: Embedder, item_of: Callable[[Passage], Sequence[Passage]]
    ) -> None:
        self._corpus = corpus
        self._embedder = embedder
        self._item_of = item_of
        self._kept: Mapping[str, NDArray[np.float32]] = {}
        self._texts: dict[str, _Text] = {}
        self._items: dict[tuple[str, str], frozenset[str]] = {}

    def match(self, question: Question, passages: Sequence[Passage]) -> list[Match]:
        """Match each passage, in the order given."""
        texts = [self._text(passage) for passage in passages]
        likeness = self._likeness(
            question, {word for text in texts for word in text.own.plain | text.head.plain}
        )
        return [self._match(_Comparison(question, likeness), text) for text in texts]

    def read_closely(self, question: Question, matches: Sequence[Match]) -> list[Match]:
        """The same matches with the likeness of their sentences."""
        query = question.query or question.text
        texts = [[s.sentence.text for s in match.sentences] or [match.passage.words] for match in matches]
        vectors = self._vectors_of([query, *(text for each in texts for text in each)])
        nearest = [max(float(vectors[text] @ vectors[query]) for text in each) for each in texts]
        return [
            replace(match, likeness=round(cosine, 3)) for match, cosine in zip(matches, nearest, strict=True)
        ]

    def _match(self, asked_of: _Comparison, text: _Text) -> Match:
        question = asked_of.question
        head = [asked_of.met(word, text.head) for word in question.subject]
        itself = [asked_of.met(word, text.own) for word in question.subject]
        own = [max(pair) for pair in zip(head, itself, strict=True)]
        item = self._item(text.passage)
        in_item = [max(o, stem(word) in item) for o, word in zip(own, question.subject, strict=True)]
        weights = [self._corpus.rarity(word) for word in question.subject]
        asked = words(question.query)
        sentences = []
        for sentence, held in text.sentences:
            met = [
                max(h, asked_of.met(word, held), o * _REST_OF_PASSAGE)
                for h, o, word in zip(head, own, question.subject, strict=True)
            ]
            in_form = holds_form(question.wanted, sentence.text, asked)
            sentences.append(SentenceMatch(sentence, _share(met, weights), in_form))
        return Match(
            passage=text.passage,
            coverage=_share(own, weights),
            itself=_share(itself, weights),
            in_item=_share(in_item, weights),
            focus=max((s.coverage for s in sentences if s.in_form), default=0.0),
            missing=tuple(word for word, met in zip(question.subject, own, strict=True) if met < _MISSING),
            sentences=tuple(sentences),
        )

    def _text(self, passage: Passage) -> _Text:
        """The passage taken apart; each of one store is taken apart once."""
        if passage.key not in self._texts:
            if len(self._texts) >= _KEPT:
                self._texts = {}
            self._texts[passage.key] = _Text(passage)
        return self._texts[passage.key]

    def _item(self, passage: Passage) -> frozenset[str]:
        """The stems of all that stands in the passage's agenda item."""
        address = (passage.citation.meeting, passage.citation.item)
        if address not in self._items:
            if len(self._items) >= _KEPT:
                self._items = {}
            others = self._item_of(passage)
            self._items[address] = frozenset().union(*(_Held.of(other.words).stems for other in others))
        return self._items[address]

    def _likeness(self, question: Question, held: set[str]) -> dict[str, dict[str, float]]:
        """For each word asked about, the cosine of each word that the passages hold."""
        asked, others = list(question.subject), sorted(held)
        if not asked or not others:
            return {}
        vectors = self._vectors_of([*asked, *others])
        cosines = np.stack([vectors[w] for w in asked]) @ np.stack([vectors[w] for w in others]).T
        rounded = np.round(cosines, 3).tolist()  # the last digits depend on what was embedded together
        return {word: dict(zip(others, row, strict=True)) for word, row in zip(asked, rounded, strict=True)}

    def _vectors_of(self, texts: Sequence[str]) -> Mapping[str, NDArray[np.float32]]:
        """A vector for each word or sentence; those of earlier questions are kept, up to a bound."""
        kept = self._kept
        unknown = sorted({text for text in texts if text not in kept})
        if not unknown:
            return kept
        vectors = {**kept, **dict(zip(unknown, self._embedder.embed_passages(unknown), strict=True))}
        # Put in place whole: other threads go on reading the mapping that they hold.
        self._kept = vectors if len(vectors) < _KEPT else {text: vectors[text] for text in texts}
        return vectors


@dataclass(frozen=True, slots=True)
class _Held:
    """The words that a piece of text holds: their stems, and those of letters alone, which can be likened."""

    stems: frozenset[str]
    plain: frozenset[str]

    @classmethod
    def of(cls, text: str) -> _Held:
        found = {word for word in words(text) if word not in FUNCTION_WORDS}
        return cls(frozenset(map(stem, found)), frozenset(word for word in found if word.isalpha()))


class _Text:
    """The words of a passage: in its heading, in itself, and sentence by sentence."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        when = f"{passage.held_on:%d %B %Y}" if passage.held_on else ""
        named = (passage.council, passage.body, passage.item_title, passage.lead, when)
        self.head = _Held.of(" ".join(part for part in named if part))
        self.sentences = [(s, _Held.of(s.text)) for s in split_sentences(passage.text, passage.words_from)]
        self.own = _Held(
            frozenset().union(*(held.stems for _, held in self.sentences)),
            frozenset().union(*(held.plain for _, held in self.sentences)),
        )


@dataclass(frozen=True, slots=True)
class _Comparison:
    """A question held against texts, word by word."""

    question: Question
    likeness: dict[str, dict[str, float]]

    def met(self, word: str, held: _Held) -> float:
        """How far a text meets one word asked about, 0 to 1."""
        if stem(word) in held.stems:
            return 1.0
        for meaning in self.question.expansions.get(word, ()):
            if all(stem(part) in held.stems for part in words(meaning) if part not in FUNCTION_WORDS):
                return 1.0
        if word in self.question.names:
            return 0.0
        row = self.likeness.get(word, {})
        nearest = max((row[other] for other in held.plain), default=0.0)
        return _NEAR * min(1.0, max(0.0, (nearest - _UNLIKE) / (_ALIKE - _UNLIKE)))


def _share(met: Sequence[float], weights: Sequence[float]) -> float:
    total = sum(weights)
    return sum(m * w for m, w in zip(met, weights, strict=True)) / total if total else 1.0


def wants_form(question: Question) -> bool:
    """Whether the question asks for something that can be seen in a sentence."""
    return question.wanted not in (Wanted.ANYTHING, Wanted.REASON)

"""How well a passage meets a question: which of the words asked about it holds, and whether in the wanted form.

A word is met by itself, by its stem, by what an acronym stands for, or, in part, by a word of the minutes that means
something like it: the cosine of the two words' own vectors. A proper name or a number is met by nothing but itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.corpus import Corpus
from assistant.forms import holds_form
from assistant.question import Question, Wanted
from assistant.words import FUNCTION_WORDS, stem, words
from ingest import Passage, Sentence, split_sentences
from vectorstore import Nearness

# Cosines of single words: below the first nothing is alike, from the second on two words are as good as one.
UNLIKE, _ALIKE = 0.5, 0.85
_NEAR = 0.95  # the most that another word can stand for the one asked
_KEPT = 5000  # passages taken apart, and agenda items, 100 MB
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
    """Matches passages to questions by the words of one corpus."""

    def __init__(
        self, corpus: Corpus, nearness: Nearness, item_of: Callable[[Passage], Sequence[Passage]]
    ) -> None:
        """`nearness` knows words of like meaning: those whose cosine is above `UNLIKE`."""
        self._corpus = corpus
        self._nearness = nearness
        self._item_of = item_of
        self._items: dict[tuple[str, str], frozenset[str]] = {}

    def match(self, question: Question, passages: Sequence[Passage]) -> list[Match]:
        """Match each passage, in the order given."""
        likened = [word for word in question.subject if word not in question.names]
        like = dict(zip(likened, self._nearness.words_like(likened), strict=True))
        asked = _Asked(
            question=question,
            words=tuple(_Word.of(word, question, like.get(word, {})) for word in question.subject),
            weights=tuple(self._corpus.rarity(word) for word in question.subject),
            typed=tuple(words(question.query)),
        )
        return [self._match(asked, _take_apart(passage)) for passage in passages]

    def read_closely(self, question: Question, matches: Sequence[Match]) -> list[Match]:
        """The same matches with the likeness of their sentences."""
        texts = [[s.sentence.text for s in match.sentences] or [match.passage.words] for match in matches]
        cosines = self._nearness.nearest_sentences(question.query or question.text, texts)
        return [replace(match, likeness=cosine) for match, cosine in zip(matches, cosines, strict=True)]

    def _match(self, asked: _Asked, text: _Text) -> Match:
        question, weights = asked.question, asked.weights
        head = [word.met(text.head) for word in asked.words]
        itself = [word.met(text.own) for word in asked.words]
        own = [max(pair) for pair in zip(head, itself, strict=True)]
        in_item = own
        if min(own, default=1.0) < 1.0:  # else the rest of the item can add nothing
            item = self._item(text.passage)
            in_item = [max(o, float(word.stem in item)) for o, word in zip(own, asked.words, strict=True)]
        sentences = tuple(asked.match(sentence, held, head, itself) for sentence, held in text.sentences)
        return Match(
            passage=text.passage,
            coverage=_share(own, weights),
            itself=_share(itself, weights),
            in_item=_share(in_item, weights),
            focus=max((s.coverage for s in sentences if s.in_form), default=0.0),
            missing=tuple(word for word, met in zip(question.subject, own, strict=True) if met < _MISSING),
            sentences=sentences,
        )

    def _item(self, passage: Passage) -> frozenset[str]:
        """The stems of all that stands in the passage's agenda item."""
        address = (passage.citation.meeting, passage.citation.item)
        if address not in self._items:
            if len(self._items) >= _KEPT:
                self._items = {}
            self._items[address] = frozenset().union(
                *(_take_apart(other).own.stems for other in self._item_of(passage))
            )
        return self._items[address]


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
        self.head = _head(" ".join(part for part in named if part))
        self.sentences = [(s, _Held.of(s.text)) for s in split_sentences(passage.text, passage.words_from)]
        self.own = _Held(
            frozenset().union(*(held.stems for _, held in self.sentences)),
            frozenset().union(*(held.plain for _, held in self.sentences)),
        )


@lru_cache(maxsize=_KEPT)
def _take_apart(passage: Passage) -> _Text:
    """The words of a passage, whichever store and whichever version of it the passage stands in."""
    return _Text(passage)


@lru_cache(maxsize=_KEPT)
def _head(text: str) -> _Held:
    """What the heading of a passage holds: the passages of one item share it."""
    return _Held.of(text)


@dataclass(frozen=True, slots=True)
class _Word:
    """One word asked about, ready to be looked for.

    `meanings` are the stems of what an acronym stands for; `near` words of like meaning, best first, with their worth.
    """

    stem: str
    meanings: tuple[frozenset[str], ...]
    near: tuple[tuple[str, float], ...]

    @classmethod
    def of(cls, word: str, question: Question, like: Mapping[str, float]) -> _Word:
        meanings = tuple(
            frozenset(stem(part) for part in words(meaning) if part not in FUNCTION_WORDS)
            for meaning in question.expansions.get(word, ())
        )
        worth = {
            other: _NEAR * min(1.0, max(0.0, cosine - UNLIKE) / (_ALIKE - UNLIKE))
            for other, cosine in like.items()
        }
        return cls(stem(word), meanings, tuple(sorted(worth.items(), key=lambda near: -near[1])))

    def met(self, held: _Held) -> float:
        """How far a text meets the word, 0 to 1."""
        if self.stem in held.stems:
            return 1.0
        if self.meanings and any(meaning <= held.stems for meaning in self.meanings):
            return 1.0
        return next((worth for other, worth in self.near if other in held.plain), 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """A question taken apart: the words asked about, what each weighs, and all its words as typed, folded."""

    question: Question
    words: tuple[_Word, ...]
    weights: tuple[float, ...]
    typed: tuple[str, ...]

    def match(
        self, sentence: Sentence, held: _Held, head: Sequence[float], itself: Sequence[float]
    ) -> SentenceMatch:
        """How a sentence meets the question, given how the heading and the whole of its passage meet each word."""
        met = []
        for h, i, word in zip(head, itself, self.words, strict=True):
            least = max(h, i * _REST_OF_PASSAGE)
            # A sentence meets no word better than its passage does.
            met.append(max(least, word.met(held)) if i > least else least)
        wanted = self.question.wanted
        in_form = not wants_form(self.question) or holds_form(wanted, sentence.text, self.typed)
        return SentenceMatch(sentence, _share(met, self.weights), in_form)


def _share(met: Sequence[float], weights: Sequence[float]) -> float:
    total = sum(weights)
    return sum(m * w for m, w in zip(met, weights, strict=True)) / total if total else 1.0


def wants_form(question: Question) -> bool:
    """Whether the question asks for something that can be seen in a sentence."""
    return question.wanted not in (Wanted.ANYTHING, Wanted.REASON)

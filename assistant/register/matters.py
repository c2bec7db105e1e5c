"""Whether a later passage comes back to a matter: it is called the same, or shares more rare words than by chance.

Words are compared by their stems, without those that any agenda has and without names of people. Sharing words counts
as evidence in bits, by how seldom they occur in the minutes of that body or of all, less what so many tries would
bring by chance.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from assistant.register.tasks import label_of
from assistant.words import stem, stems
from ingest import Passage, split_sentences

_CHANCE = 1 / 100  # of one false mention in all the later minutes of the body, if words were independent
_OPENING = 12  # words at the start of a passage that may say what it is about
_ONE_MATTER = 400  # characters; a longer passage is looked at by pairs of sentences

# What the titles and the turns of any minutes are made of: no matter is known by these.
_STANDING = frozenset(
    stem(word)
    for word in """
    matters arising minutes correspondence other business aob aocb competent reports report back reporting planning
    applications application open forum public participation question questions apologies declarations interest finance
    financial accounts payments update updates review item items agenda note noted notes receive received discuss
    discussed discussion approve approved action actions meeting meetings council councils councillor councillors
    committee sub board cabinet panel member members officer officers clerk chair chairman secretary treasurer director
    head manager community parish town district county borough city local date dates next last previous current new
    work works working issue issues matter progress information details request requested contact write letter email
    ask asked advise advised agree agreed check arrange provide provided send sent circulate copy draft follow attend
    look take taken make made put bring brought raise raised consider considered support supported propose proposed
    suggested confirmed confirm concern concerns regarding regard respect behalf further additional also year years
    month months week weeks day days january february march april june july august september october november
    december monday tuesday wednesday thursday friday saturday sunday time first second two three four five number
    part people residents resident area site road street village place use used need needed required available
    possible possibility currently still ongoing forward pending response reply awaited await
    """.split()
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_PERSON = re.compile(
    r"\b(?:Cllrs?|Clirs?|Councillors?|Cr|Mr|Mrs|Ms|Miss|Dr)\b\.?\s+(?:[A-Z]\.?\s*){0,3}[A-Z][\w’'-]+(?:\s+[A-Z][a-z][\w’'-]+)?"
    r"|\b(?:[A-Z]\.\s?)+[A-Z][a-z’'-]\w+"
)


def telling(text: str, aside: frozenset[str]) -> tuple[str, ...]:
    """The stems by which a matter may be known again, in order, each once; `aside` are further ones that are not."""
    found = stems(_PERSON.sub(" ", text))
    return tuple(
        s for s in found if s not in _STANDING and s not in aside and len(s) > 2 and not _YEAR.fullmatch(s)
    )


@dataclass(slots=True)
class Commonness:
    """In how many passages each stem occurs, of all and of each body."""

    passages: Counter[str] = field(default_factory=Counter)
    of_body: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    _of_all: Counter[str] = field(default_factory=Counter)

    def add(self, body: str, passage: Passage) -> None:
        """Count a passage."""
        found = stems(passage.words)
        self.passages[body] += 1
        self.of_body[body].update(found)
        self._of_all.update(found)

    def bits(self, body: str, word: str) -> float:
        """How much it tells that a passage of this body holds a stem: -log2 of the share of other passages that do.

        The two passages compared hold it both: they are left out of the count.
        """
        here = (max(0, self.of_body[body][word] - 2) + 0.5) / (self.passages[body] + 1)
        anywhere = (max(0, self._of_all[word] - 2) + 0.5) / (self.passages.total() + 1)
        return -math.log2(min(1.0, max(here, anywhere)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """What an action is about.

    Attributes:
        body: whose minutes it was raised in, as `Commonness` counts them.
        raised_on: only later meetings can come back to it; None where the day is not known, and none can.
        label: stems of what its passage calls it, in order, () where it does not.
        title: stems of its item's title.
        words: stems of the task and what goes with it, those of the label included.
    """

    body: str
    raised_on: date | None
    label: tuple[str, ...]
    title: frozenset[str]
    words: frozenset[str]


class Matters:
    """The open matters of one body, each looked for in every later passage at once."""

    def __init__(self, matters: Sequence[Matter], commonness: Commonness) -> None:
        self._matters = matters
        self._commonness = commonness
        self._by_word: defaultdict[str, list[int]] = defaultdict(list)
        for n, matter in enumerate(matters):
            for word in matter.words | matter.title:
                self._by_word[word].append(n)

    def in_passage(self, passage: Passage, aside: frozenset[str]) -> Iterator[tuple[int, tuple[str, ...]]]:
        """The earlier matters that a passage comes back to, by their places, with the sentences that do, in order.

        `aside` are stems that tell nothing in these minutes: the names of the council and the body.
        """
        title = frozenset(telling(passage.item_title, aside))
        held = title.union(telling(passage.words, aside))
        shared = Counter(n for word in held for n in self._by_word.get(word, ()))
        near = sorted(
            n
            for n, count in shared.items()
            if _is_later(passage, self._matters[n])
            and (count > 1 or not held.isdisjoint(self._matters[n].label[:1]))
        )
        spans = [_Span.of(sentences, aside) for sentences in _spans(passage.words)] if near else []
        for n in near:
            found = [span.sentences for span in spans if self._comes_back(span, title, self._matters[n])]
            if found:
                yield n, tuple(dict.fromkeys(sentence for sentences in found for sentence in sentences))

    def _comes_back(self, span: _Span, title: frozenset[str], matter: Matter) -> bool:
        if len(title) > 1 and (title <= matter.words or set(matter.label) >= title):
            return True  # an item about this and nothing else
        if len(matter.title) > 1 and matter.title <= title and span.words & matter.words - title:
            return True  # the same item again; what stands under "Councillors' reports" must share a word as well
        return span.is_called(matter) or self._is_told(matter, span.words)

    def _is_told(self, matter: Matter, held: frozenset[str]) -> bool:
        """Whether a text shares more of the matter's words than chance would let it."""
        shared = matter.words & held
        if len(shared) < 2:
            return False
        evidence = sum(self._commonness.bits(matter.body, word) for word in shared)
        tries = self._commonness.passages[matter.body] * math.comb(len(matter.words), len(shared))
        return evidence - math.log2(max(1, tries)) >= -math.log2(_CHANCE)


def _is_later(passage: Passage, matter: Matter) -> bool:
    return matter.raised_on is not None and passage.held_on is not None and passage.held_on > matter.raised_on


@dataclass(frozen=True, slots=True, kw_only=True)
class _Span:
    """Sentences that are looked at together, with the stems of their label, of their first words and of all."""

    sentences: tuple[str, ...]
    label: tuple[str, ...]
    opening: frozenset[str]
    words: frozenset[str]

    @classmethod
    def of(cls, sentences: tuple[str, ...], aside: frozenset[str]) -> _Span:
        """Take the stems of some sentences."""
        first = sentences[0]
        return cls(
            sentences=sentences,
            label=telling(label_of(first), aside),
            opening=frozenset(telling(" ".join(first.split()[:_OPENING]), aside)),
            words=frozenset(telling(" ".join(sentences), aside)),
        )

    def is_called(self, matter: Matter) -> bool:
        """Whether they open with the name of the matter, or with the beginning of it."""
        label = set(matter.label)
        if len(matter.title) > 1 and matter.title <= self.opening:
            return True
        if len(label) > 1 and label <= self.opening:
            return True
        if len(self.label) > 1 and set(self.label) <= label | matter.words:
            return True
        return bool(label) and self.label[:1] == matter.label[:1] and min(len(self.label), len(label)) == 1


def _spans(words: str) -> list[tuple[str, ...]]:
    """The sentences of a short passage, or each sentence of a long one with the next."""
    sentences = [s.text for s in split_sentences(words)] or [words]
    if len(words) <= _ONE_MATTER:
        return [tuple(sentences)]
    return [tuple(sentences[n : n + 2]) for n in range(len(sentences))]

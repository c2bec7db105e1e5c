"""What the loaded minutes themselves tell about words and names: how rare a word is, what an acronym means, who met."""

from __future__ import annotations

import difflib
import math
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from assistant.words import FUNCTION_WORDS, fold, stem, unaccented, words
from vectorstore import MinutesStore

# Words that any council or body may have in its name: they tell none from another.
_GENERIC = frozenset(
    """council borough county district city town parish community metropolitan municipal unitary london royal of and
    the for committee sub board panel cabinet forum group working party full strategic policy joint special meeting
    ordinary monthly annual scrutiny overview select""".split()
)


@dataclass(frozen=True)
class Corpus:
    """The vocabulary and the names of a store.

    Attributes:
        passages: how many passages there are.
        frequency: in how many passages a stem occurs.
        surfaces: in how many passages each word occurs as written, folded.
        acronyms: short form as printed -> long form.
        councils, bodies: names as stored.
        meetings: of each dated meeting its day, council and body, by day.
    """

    passages: int
    frequency: Counter[str]
    surfaces: Counter[str]
    acronyms: dict[str, str]
    councils: tuple[str, ...]
    bodies: tuple[str, ...]
    meetings: tuple[tuple[date, str | None, str | None], ...] = ()

    @classmethod
    def read(cls, store: MinutesStore) -> Corpus:
        """Take the vocabulary and the names from a store as it is now."""
        vocabulary: Counter[str] = Counter()
        for word, seen in store.vocabulary().items():
            vocabulary[unaccented(word)] += seen
        documents = store.documents()
        passages = sum(document.passages for document in documents)
        frequency: Counter[str] = Counter()
        for word, seen in vocabulary.items():
            frequency[stem(word)] += seen
        return cls(
            passages=passages,
            frequency=Counter({word: min(seen, passages) for word, seen in frequency.items()}),
            surfaces=vocabulary,
            acronyms=store.acronyms(),
            councils=tuple(sorted({d.council for d in documents if d.council})),
            bodies=tuple(sorted({d.body for d in documents if d.body})),
            meetings=tuple(
                sorted(((d.held_on, d.council, d.body) for d in documents if d.held_on), key=lambda m: m[0])
            ),
        )

    @property
    def years(self) -> tuple[int, ...]:
        """The years in which there was a meeting."""
        return tuple(sorted({day.year for day, _, _ in self.meetings}))

    def last_meeting(self, councils: tuple[str, ...], bodies: tuple[str, ...]) -> date | None:
        """The day of the last meeting of those named, or of all where none is; None if no day is known."""
        named = [day for day, council, body in self.meetings if council in councils or body in bodies]
        return max(named or [day for day, _, _ in self.meetings], default=None)

    def rarity(self, word: str) -> float:
        """How much a word tells: 1 for one that no passage holds, towards 0 for one that all hold."""
        seen = self.frequency.get(stem(word), 0)
        return math.log(1 + (self.passages + 0.5) / (seen + 0.5)) / math.log(1 + (self.passages + 0.5) / 0.5)

    def knows(self, word: str) -> bool:
        """Whether the word, in some form, occurs in the minutes."""
        return word in self.surfaces or self.frequency.get(stem(word), 0) > 0

    def holds(self, term: str) -> bool:
        """Whether all words of a term occur in the minutes."""
        return all(self.knows(word) for word in words(term))

    def expansions(self, word: str) -> tuple[str, ...]:
        """Other ways to say a word: an acronym's long form."""
        return tuple(
            long for short, long in self.acronyms.items() if fold(short) in (word, word.removesuffix("s"))
        )

    def mend(self, word: str, is_real: Callable[[str], bool]) -> str:
        """The word of these minutes that a misspelt word was meant to be, or the word itself.

        Args:
            word: folded.
            is_real: whether the language knows a word: such a word is never changed, however near another is.
        """
        if len(word) < 4 or not word.isalpha() or self.knows(word) or word in FUNCTION_WORDS or is_real(word):
            return word
        near = difflib.get_close_matches(word, self._alike[(word[0], len(word))], n=3, cutoff=0.8)
        return max(
            near,
            key=lambda w: (difflib.SequenceMatcher(None, word, w).ratio(), self.surfaces[w], w),
            default=word,
        )

    def names_in(self, text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Councils and bodies that a question names, by the words that tell them from others.

        A body is named with what it is, "the accommodation panel": "accommodation" alone is a subject.
        """
        asked = set(words(text))
        bodies = tuple(name for name in self.bodies if set(words(name)) & _GENERIC & asked)
        return self._named(self.councils, asked), self._named(bodies, asked)

    def _named(self, names: tuple[str, ...], asked: set[str]) -> tuple[str, ...]:
        hits = {}
        for name in names:
            # "Cabinet" has no word but one that any council's bodies may have: there it tells all the same.
            telling = set(words(name)) - _GENERIC or set(words(name)) - FUNCTION_WORDS
            hits[name] = len(telling & asked) / max(1, len(telling))
        best = max(hits.values(), default=0.0)
        return tuple(name for name, share in hits.items() if share == best and best >= 0.5)

    @cached_property
    def _alike(self) -> defaultdict[tuple[str, int], list[str]]:
        """Words by first letter and length (one letter more or less, two for long words)."""
        alike: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
        for word in sorted(self.surfaces):
            if word.isalpha() and len(word) >= 3:
                for length in range(len(word) - 2, len(word) + 3):
                    alike[(word[0], length)].append(word)
        return alike

"""The records of an answer: claims in the words of the record, each with the passages that carry it."""

from __future__ import annotations

from dataclasses import dataclass

from ingest import Passage
from vectorstore import Coverage, Hit


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A passage that the answer cites: its number in the answer (from 1) and the part used, verbatim."""

    n: int
    passage: Passage
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One sentence of an answer, the numbers of the citations behind it, and whether they carry it."""

    text: str
    citations: tuple[int, ...]
    supported: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is said to a question; without claims it is a refusal that says what was searched.

    Attributes:
        text: the answer as a person reads it, with [1] markers.
        notices: lines for the person beside the answer (a damaged index, filters understood).
        writer: who wrote it: "quoting", or "model:" and the name of the language model that worded its lead.
        opening: a sentence above the claims that counts what they are of; it cites all of them.
        dropped: sentences of a language model's draft that were left out: the cited passage did not carry them.
    """

    question: str
    text: str
    claims: tuple[Claim, ...]
    citations: tuple[Cited, ...]
    hits: tuple[Hit, ...]
    coverage: Coverage
    writer: str = "quoting"
    notices: tuple[str, ...] = ()
    opening: str = ""
    dropped: int = 0

    @property
    def answered(self) -> bool:
        """Whether anything is claimed."""
        return bool(self.claims)


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One earlier exchange of a conversation; `answer` is "" where only the question is known."""

    question: str
    answer: str = ""

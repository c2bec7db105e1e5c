"""What is taken away, as plain records: questions, answers, what was searched, and references numbered once for all.

A format only renders these. All text in them is on one line, and holds no character that a file could not carry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from assistant.model import Answer
from assistant.parts import marked, nearest, paragraphs
from assistant.printable import printable
from assistant.tidying import tidy
from assistant.wording import cautions, glimpse, in_words, searched
from ingest import Passage

SELECTION = (
    "This is Minutebook’s selection from the minutes. It is not the record: "
    "check each reference in the minutes themselves before you rely on it."
)
FOOTER = "Minutebook’s selection from the minutes, not the record"
REFERENCES = "References"
NEAREST = "Nearest, but not an answer:"
_UNBROKEN = "\N{NO-BREAK SPACE}"  # a mark stays on the line of the words that it belongs to
_NO_CHARACTER = re.compile("[\ud800-\udfff\ufffe\uffff]")  # no file of text or XML can hold them


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """One exchange of a conversation, as it is to be taken away.

    Attributes:
        answer: None where the question could not be answered at all; `error` then says why in one line.
        narrowed: what the search was narrowed to, as a sentence, "" where it was not.
    """

    question: str
    answer: Answer | None
    error: str = ""
    narrowed: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a paragraph cites the reference of that number."""

    n: int


Paragraph = tuple[str | Mark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A passage that is cited: its number in the document (from 1), itself in full, what is quoted of it, its file."""

    n: int
    words: str
    cautions: tuple[str, ...]
    quotes: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """A passage that came near and does not answer: its reference and how it begins."""

    words: str
    begins: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One question and what was said to it; `near` is empty where it was answered."""

    question: str
    paragraphs: tuple[Paragraph, ...]
    notices: tuple[str, ...] = ()
    searched: str = ""
    near: tuple[Near, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document to be written in any format; `on` is when it was made, in the time of this computer."""

    title: str
    on: datetime
    entries: tuple[Entry, ...]
    references: tuple[Reference, ...]

    @property
    def made(self) -> str:
        """When it was made, as a sentence."""
        return f"Made on {in_words(self.on)} at {self.on:%H:%M}."

    def heading(self, entry: Entry) -> str:
        """The heading of an entry: its question, where the title is not the question already."""
        return entry.question if len(self.entries) > 1 else "Answer"


def make(taken: Sequence[Taken], on: datetime) -> Document:
    """Make the document of a conversation, or of one answer.

    Args:
        taken: the exchanges, in order; at least one.
        on: when, in the time of this computer.
    """
    cited = _Cited()
    entries = tuple(_entry(one, cited) for one in taken)
    title = entries[0].question if len(entries) == 1 else f"{len(entries)} questions to the minutes"
    return Document(title=title, on=on, entries=entries, references=tuple(cited.references()))


def line(text: str) -> str:
    r"""A text on one line, characters that steer or cannot be written made visible.

    >>> line("That the report\n be  noted.\x07") == "That the report be noted.\ufffd"
    True
    """
    return _NO_CHARACTER.sub("\N{REPLACEMENT CHARACTER}", printable(" ".join(text.split())))


@dataclass(slots=True)
class _Cited:
    """The passages cited so far, each with its number and what is quoted of it: the same passage, the same number."""

    passages: dict[str, Passage] = field(default_factory=dict)
    quotes: dict[str, dict[str, None]] = field(default_factory=dict)

    def number(self, passage: Passage) -> int:
        self.passages.setdefault(passage.key, passage)
        return list(self.passages).index(passage.key) + 1

    def quote(self, passage: Passage, quote: str) -> None:
        if words := line(tidy(quote)):
            self.quotes.setdefault(passage.key, {})[words] = None

    def references(self) -> Iterator[Reference]:
        for n, (key, passage) in enumerate(self.passages.items(), 1):
            yield Reference(
                n=n,
                words=line(passage.reference),
                cautions=tuple(cautions(passage)),
                quotes=tuple(self.quotes.get(key, ())),
                source=line(passage.source),
            )


def _entry(taken: Taken, cited: _Cited) -> Entry:
    answer, question = taken.answer, line(taken.question) or "(nothing was asked)"
    if answer is None:
        return Entry(question=question, paragraphs=((line(taken.error),),))
    for citation in answer.citations:
        cited.number(citation.passage)
        cited.quote(citation.passage, citation.quote)
    # A refusal says itself what was searched, and retells what came nearest: here that stands in a list, in full.
    hits = [] if answer.answered else nearest(answer)
    told = paragraphs(answer)[: 1 if hits else None]
    scope = [searched(answer.coverage)] if answer.answered else []
    return Entry(
        question=question,
        paragraphs=tuple(_paragraph(answer, words, cited) for words in told),
        notices=tuple(map(line, answer.notices)),
        searched=line(" ".join([*scope, taken.narrowed])),
        near=tuple(
            Near(words=line(hit.passage.reference), begins=line(glimpse(hit.passage))) for hit in hits
        ),
    )


def _paragraph(answer: Answer, words: str, cited: _Cited) -> Paragraph:
    """The paragraph with the document's numbers for the answer's, its blanks kept around them."""
    pieces: list[str | Mark] = []
    for piece in marked(answer, words.strip()):
        if not isinstance(piece, str):
            pieces.append(Mark(cited.number(piece.passage)))
        elif piece:
            before, after = " " * piece[0].isspace(), _UNBROKEN * piece[-1].isspace()
            pieces.append(f"{before}{line(piece)}{after}" if line(piece) else _UNBROKEN)
    return tuple(pieces)

"""What a language model is shown: the quoted parts of the cited passages, numbered as the answer numbers them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.model import Cited
from assistant.wording import in_words
from ingest import Passage

_KIND = {"agenda_text": "agenda text", "admin": "note", "paragraph": "minutes"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One numbered piece of evidence: the passage, and the words of it that were quoted, on one line."""

    n: int
    words: str
    passage: Passage

    @property
    def meeting(self) -> str:
        """Who met and when: what may be said of the passage besides its words."""
        passage = self.passage
        when = in_words(passage.held_on) if passage.held_on else ""
        return _one_line(", ".join(part for part in (passage.council, passage.body, when) if part))

    @property
    def heading(self) -> str:
        """Who met, when, and about what."""
        return ", ".join(part for part in (self.meeting, _one_line(self.passage.item_title)) if part)


def number_evidence(citations: Sequence[Cited]) -> list[Evidence]:
    """The citations of an answer as evidence, under the same numbers."""
    return [Evidence(n=c.n, words=_one_line(c.quote), passage=c.passage) for c in citations]


def as_shown(evidence: Sequence[Evidence]) -> str:
    """The evidence as a model reads it, a line each: number, heading, kind, and the words in quotation marks.

    Square brackets of the record become round ones: only our own numbers look like markers.
    """
    return "\n".join(f"[{e.n}] {_unbracketed(_described(e))}: “{_unbracketed(e.words)}”" for e in evidence)


def _described(evidence: Evidence) -> str:
    kind = evidence.passage.kind.value
    return f"{evidence.heading} ({_KIND.get(kind, kind)})".lstrip()


def _unbracketed(text: str) -> str:
    return text.translate({ord("["): "(", ord("]"): ")", ord("“"): "'", ord("”"): "'"})


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()

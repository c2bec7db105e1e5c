"""The parts of an answer that every view of it shows: its paragraphs with their marks, and what came nearest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.model import Answer, Cited, Claim
from vectorstore import Hit

_MARKER = re.compile(r"\[(\d+)\]")
_NEAREST = 5


def paragraphs(answer: Answer) -> list[str]:
    """The paragraphs of the answer's text, as written, without empty ones."""
    return [paragraph for paragraph in re.split(r"\n\s*\n", answer.text) if paragraph.strip()]


def marked(answer: Answer, paragraph: str) -> Iterator[str | Cited]:
    """A paragraph in pieces: its words, and what it cites where our [n] stood.

    A bracketed number in the words of the minutes stays among the words.
    """
    cited = {citation.n: citation for citation in answer.citations}
    quoted = list(_claimed(answer.claims, paragraph))
    written = 0
    for marker in _MARKER.finditer(paragraph):
        citation = cited.get(int(marker[1]))
        if citation is None or any(start <= marker.start() < end for start, end in quoted):
            continue
        yield paragraph[written : marker.start()]
        yield citation
        written = marker.end()
    yield paragraph[written:]


def _claimed(claims: Sequence[Claim], paragraph: str) -> Iterator[tuple[int, int]]:
    """Where claims stand whose markers follow them, so that what is bracketed inside is the minutes' own."""
    position = 0
    for claim in claims:
        start = paragraph.find(claim.text, position)
        end = start + len(claim.text)
        if start >= 0 and paragraph[end:].lstrip().startswith(tuple(f"[{n}]" for n in claim.citations)):
            yield start, end
            position = end


def nearest(answer: Answer) -> list[Hit]:
    """The best passages that are not cited, best first, five at most."""
    cited = {citation.passage.key for citation in answer.citations}
    return [hit for hit in answer.hits if hit.passage.key not in cited][:_NEAREST]

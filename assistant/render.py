"""Answers, passages and the store's contents as text for a terminal."""

from __future__ import annotations

import re
import textwrap
from collections import defaultdict
from collections.abc import Iterator, Sequence

from assistant.model import Answer
from assistant.printable import printable
from ingest import Passage
from vectorstore import StoredDocument

_WIDTH = 100


def answer(given: Answer) -> str:
    """An answer with its references below, or a refusal."""
    lines = [_wrap(paragraph) for paragraph in given.text.split("\n\n")] if given.answered else [given.text]
    if given.citations:
        lines.append(
            "\n".join(f"[{c.n}] {c.passage.reference}  ({c.passage.source})" for c in given.citations)
        )
    lines.extend(f"Note: {notice}" for notice in given.notices)
    return printable("\n\n".join(lines)) + "\n"


def in_item(passage: Passage, item: Sequence[Passage]) -> str:
    """A passage marked within its agenda item, its reference above."""
    lines = [passage.reference, f"key: {passage.key}", ""]
    for other in item:
        mark = ">" if other.key == passage.key else " "
        text = _wrap(other.text, indent=f"{mark} ")
        lines.append(text)
    return printable("\n".join(lines))


def status(documents: Sequence[StoredDocument], *, files: bool) -> Iterator[str]:
    """What the store holds: meetings, passages and years by council and body."""
    if not documents:
        yield "Nothing is loaded yet: run `minutebook ingest FOLDER`."
        return
    groups: defaultdict[tuple[str, str], list[StoredDocument]] = defaultdict(list)
    for document in documents:
        groups[document.council or "council not stated", document.body or "body not stated"].append(document)
    total = sum(document.passages for document in documents)
    yield f"{len(documents)} meetings, {total} passages"
    for (council, body), held in sorted(groups.items()):
        years = sorted({d.held_on.year for d in held if d.held_on})
        span = (
            f"{years[0]} to {years[-1]}" if len(years) > 1 else str(years[0]) if years else "dates not stated"
        )
        yield f"  {council} | {body}: {len(held)} meetings, {sum(d.passages for d in held)} passages, {span}"
    if files:
        yield ""
        for document in documents:
            held_on = document.held_on.isoformat() if document.held_on else "no date"
            yield f"  {document.source}  {held_on}  {document.status.value}  {document.passages} passages"


def _wrap(text: str, indent: str = "") -> str:
    plain = re.sub(r"\s+", " ", text).strip()
    return textwrap.fill(
        plain, _WIDTH, initial_indent=indent, subsequent_indent=indent, break_long_words=False
    )

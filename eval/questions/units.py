"""Whether a unit that a question names is one passage of its document, under the number that it is said to have."""

from __future__ import annotations

from collections.abc import Iterator

from eval.cases import Unit
from eval.matching import fold, is_named, number
from eval.questions.documents import Find
from eval.shown import Shown
from ingest import Passage


def find_passages(unit: Unit, find: Find) -> list[Passage]:
    """The passages that hold the unit's anchor: one, if the unit is as it should be."""
    anchor = fold(unit.anchor)
    return [passage for passages in find(unit.doc) for passage in passages if anchor in fold(passage.text)]


def find_faults(unit: Unit, find: Find) -> Iterator[str]:
    """What is wrong with it, at most one thing."""
    documents = find(unit.doc)
    if len(documents) != 1:
        yield (
            f"{len(documents)} documents are named {unit.doc}"
            if documents
            else f"there is no document {unit.doc}"
        )
        return
    held = find_passages(unit, find)
    times = sum(fold(passage.text).count(fold(unit.anchor)) for passage in held)
    if times > 1:
        yield f"{_told(unit)} stands {times} times in {unit.doc}: take more words"
    elif not held:
        whole = fold(" ".join(passage.text for passage in documents[0]))
        where = "runs from one passage into the next" if fold(unit.anchor) in whole else "is not"
        yield f"{_told(unit)} {where} in {unit.doc}"
    else:
        yield from _misnumbered(unit, held[0])


def _misnumbered(unit: Unit, passage: Passage) -> Iterator[str]:
    printed = passage.citation.printed
    as_shown = Shown(source=passage.source, text=passage.text, printed=printed, item=passage.item)
    right = is_named(as_shown, unit) if unit.printed else number(printed) is None
    if not right:
        seen = repr(printed) if printed else f"none, in item {passage.item!r}" if passage.item else "none"
        yield f"{_told(unit)} has the number {unit.printed!r} here, and in {unit.doc} as it is read {seen}"


def _told(unit: Unit) -> str:
    return f"the anchor {unit.anchor!r}"

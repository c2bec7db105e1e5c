"""A miss, closed until somebody opens it: the question, its gold, the answer and the retrieved passages side by side.

What is right and what is wrong stands there as a word. All text is that of strangers, and goes through `el`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from assistant.markup import Html, el, join
from eval.misses import Cause
from eval.page.passages import mark, passage, reference
from eval.run import Row

_OPEN = 3  # hits that are shown open, besides those that are right

Record = Mapping[str, Any]


def miss(row: Row, cause: Cause, evidence: Record) -> Html:
    """One miss; `evidence` is what a report holds of the row besides its scores."""
    about = ", ".join(part for part in (row.id, row.type, row.place.council) if part != "none")
    return el(
        "details",
        el("summary", el("h3", evidence["question"]), el("span", cause, class_="cause"), el("small", about)),
        *_asked(evidence),
        el("div", _gold(row, evidence), _answer(row, evidence), _hits(evidence), class_="columns"),
        class_="miss",
        data_type=row.type,
        data_cause=cause.name,
    )


def _asked(evidence: Record) -> Iterator[Html]:
    """What was asked besides the question, if anything was."""
    if evidence["history"]:
        yield el("p", "Asked before: ", join([el("q", earlier) for earlier in evidence["history"]]))
    if evidence["filters"]:
        told = ", ".join(f"{name} {value}" for name, value in evidence["filters"].items())
        yield el("p", f"Asked only of: {told}")


def _gold(row: Row, evidence: Record) -> Html:
    parts = [el("h4", "Gold")]
    if not row.answerable:
        parts.append(el("p", "The minutes do not answer this: it should be refused."))
        if evidence["near"]:
            parts.append(el("p", f"What comes near: {', '.join(evidence['near'])}"))
    else:
        parts += _gold_sets(evidence)
    parts += _nuggets(evidence)
    parts += _further("May be cited too", evidence["also"])
    parts += _further("Must not be cited as the answer", evidence["forbidden"])
    return el("section", *parts)


def _gold_sets(evidence: Record) -> Iterator[Html]:
    """The set that counts, each unit with where it was found and cited; then the sets that are equally right."""
    judged, sets = evidence["judged"], evidence["gold"]
    counts = judged["gold"] if judged else 0
    ranks = judged["ranks"] if judged else [None] * len(sets[counts])
    cited = judged["cited"] if judged else [None] * len(sets[counts])
    units = []
    for unit, rank, place in zip(sets[counts], ranks, cited, strict=True):
        marks = [
            mark(f"found at rank {rank}" if rank else "not found", good=bool(rank)),
            mark(f"cited as [{place}]" if place else "not cited", good=bool(place)),
        ]
        units.append(el("li", el("p", *marks), *_unit(unit)))
    yield el("ul", *units)
    for n, others in enumerate(sets):
        if n != counts:
            yield from _further("Another set, equally right", others)


def _nuggets(evidence: Record) -> Iterator[Html]:
    said = evidence["judged"]["nuggets"] if evidence["judged"] else [False] * len(evidence["nuggets"])
    if evidence["nuggets"]:
        yield el("h5", "Words that a whole answer holds")
        pairs = zip(evidence["nuggets"], said, strict=True)
        yield el(
            "ul",
            *(el("li", el("q", n), " ", mark("said" if s else "missing", good=bool(s))) for n, s in pairs),
        )


def _further(heading: str, units: Sequence[Record]) -> Iterator[Html]:
    if units:
        listed = el("ul", *(el("li", *_unit(unit)) for unit in units))
        yield el("details", el("summary", f"{heading} ({len(units)})"), listed)


def _unit(unit: Record) -> Iterator[Html]:
    yield el("p", ", ".join(filter(None, (unit["doc"], unit["printed"]))), class_="reference")
    if unit["text"] is None:
        yield el("p", "No passage of the minutes is this unit; it was to hold: ", el("q", unit["anchor"]))
    else:
        yield passage(unit["text"], unit["anchor"])


def _answer(row: Row, evidence: Record) -> Html:
    parts = [el("h4", "Answer")]
    if evidence["answer"] is None:
        return el("section", *parts, el("p", mark("could not be asked", good=False)), el("p", row.error))
    right = row.answered == row.answerable
    parts.append(el("p", mark("answered" if row.answered else "refused", good=right)))
    parts.append(el("p", evidence["answer"].get("answer") or "", class_="said"))
    if strange := evidence["judged"]["unsupported"]:
        parts.append(el("p", f"In no passage that is cited: {', '.join(strange)}"))
    return el("section", *parts, *_citations(evidence))


def _citations(evidence: Record) -> Iterator[Html]:
    cited, judged = evidence["answer"].get("citations") or [], evidence["judged"]
    if not cited:
        return
    yield el("h5", "Cited")
    items = []
    for one, right, forbidden in zip(cited, judged["citations"], judged["forbidden"], strict=True):
        word = "right" if right else "wrong, and forbidden" if forbidden else "wrong"
        named = el("p", mark(word, good=right), " ", reference(one), class_="reference")
        items.append(el("li", named, passage(one.get("text") or "", one.get("quote") or "")))
    yield el("ol", *items)


def _hits(evidence: Record) -> Html:
    heading = el("h4", "Retrieved")
    hits = (evidence["answer"] or {}).get("hits") or []
    if not hits:
        return el("section", heading, el("p", "Nothing."))
    items = []
    for n, (hit, right) in enumerate(zip(hits, evidence["judged"]["hits"], strict=True), 1):
        summary = el("summary", mark("right" if right else "wrong", good=right), " ", reference(hit))
        shown = el("details", summary, passage(hit.get("text") or ""), open=right or n <= _OPEN)
        items.append(el("li", shown))
    return el("section", heading, el("ol", *items))

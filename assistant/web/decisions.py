"""The register of decisions as a view: what meetings decided, recommended, or had moved and did not carry."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.markup import Html, el
from assistant.register import Decision, Outcome
from assistant.web.location import Location
from assistant.web.registers import (
    SHOWN,
    Cell,
    Choice,
    body_of,
    day_of,
    render_count,
    render_files,
    render_search,
    render_table,
    render_view,
    words_of,
)

OUTCOMES = (Outcome.DECIDED, Outcome.RECOMMENDED, Outcome.LOST, Outcome.MOVED)
_CHOICES = (
    Choice(
        "outcome", "Outcome", [("", "All outcomes"), *((o.value, o.value.capitalize()) for o in OUTCOMES)]
    ),
    Choice("sort", "Sort", [("", "Latest first"), ("oldest", "Oldest first"), ("body", "By body")]),
)


def in_order(entries: Sequence[Decision], here: Location) -> list[Decision]:
    """The decisions as the address sorts them; they come latest first."""
    if here.option("sort") == "oldest":
        return sorted(entries, key=lambda e: (e.passage.held_on is None, str(e.passage.held_on)))
    if here.option("sort") == "body":
        return sorted(entries, key=lambda e: (e.passage.council or "", e.passage.body or ""))
    return list(entries)


def render_decisions(entries: Sequence[Decision], here: Location) -> Html:
    """The view; `entries` in the order in which they are shown."""
    shown = entries[:SHOWN]
    return render_view(
        "Decisions",
        "What meetings resolved or recommended, and motions that were moved, in the words of the minutes.",
        render_search(here, "Search the decisions", _CHOICES),
        render_count(len(shown), len(entries), "decision"),
        render_files() if entries else "",
        render_table("Decisions", (_cells(entry, here) for entry in shown)),
    )


def _cells(entry: Decision, here: Location) -> tuple[Cell, ...]:
    moved = [f"Moved by {entry.mover}"] if entry.mover else []
    seconded = [f"seconded by {entry.seconder}"] if entry.seconder else []
    voted = [f"Vote: {entry.vote}"] if entry.vote else []
    lines = [", ".join([*moved, *seconded]), *voted]
    beside = [el("span", line, class_="mb-beside") for line in lines if line]
    return (
        day_of(entry.passage),
        body_of(entry.passage),
        words_of(entry.passage, here, "What was decided"),
        Cell("Outcome", el("div", el("b", entry.outcome.value.capitalize()), *beside)),
    )

"""The register of actions as a view: what somebody is to do, and what the later minutes show of it."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.markup import Html, el
from assistant.register import Action, Standing
from assistant.web.location import Location
from assistant.web.registers import (
    SHOWN,
    Cell,
    Choice,
    body_of,
    day_of,
    passage_link,
    render_count,
    render_files,
    render_search,
    render_table,
    render_view,
    words_of,
)

_CHOICES = (
    Choice("standing", "Standing", [("", "All"), *((s.value, s.value.capitalize()) for s in Standing)]),
    Choice("sort", "Sort", [("", "Latest first"), ("oldest", "Oldest first"), ("owner", "By owner")]),
)


def in_order(entries: Sequence[Action], here: Location) -> list[Action]:
    """The actions as the address sorts them; they come latest first."""
    if here.option("sort") == "oldest":
        return sorted(entries, key=lambda e: (e.passage.held_on is None, str(e.passage.held_on)))
    if here.option("sort") == "owner":
        return sorted(entries, key=lambda e: (e.owner is None, (e.owner or "").casefold()))
    return list(entries)


def render_actions(entries: Sequence[Action], here: Location) -> Html:
    """The view; `entries` in the order in which they are shown."""
    shown = entries[:SHOWN]
    return render_view(
        "Actions",
        "What somebody was to do, and how it stands as far as the later minutes loaded here show.",
        render_search(here, "Search the actions", _CHOICES),
        render_count(len(shown), len(entries), "action"),
        render_files() if entries else "",
        render_table("Actions", (_cells(entry, here) for entry in shown)),
    )


def _cells(entry: Action, here: Location) -> tuple[Cell, ...]:
    who = [entry.owner or "not printed", *([f"by {entry.due}"] if entry.due else [])]
    return (
        day_of(entry.passage),
        body_of(entry.passage),
        words_of(entry.passage, here, "To be done"),
        Cell("Owner and date", ", ".join(who)),
        Cell("Standing", _standing(entry, here)),
    )


def _standing(entry: Action, here: Location) -> Html:
    shown = entry.shown_by
    if shown is None:
        return el("div", el("b", entry.status.capitalize()))
    quote = el("span", f"“{shown.quote}”", class_="mb-quote mb-beside")
    return el("div", el("b", entry.status.capitalize()), quote, " ", passage_link(shown.passage, here))

"""The filter form as HTML: council, body and dates, in the browser's own controls."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from assistant.web.markup import Html, el
from assistant.web.responder import Minutes
from vectorstore import Filters

Bodies = Mapping[str, Sequence[str]]
"""The bodies of each council ("" where the minutes name none)."""


def bodies_by_council(store: Minutes) -> Bodies:
    """Ask the store which bodies each council has minutes of."""
    everything = store.coverage(Filters())
    if not everything.councils:
        return {"": everything.bodies}
    return {council: store.coverage(Filters(council=council)).bodies for council in everything.councils}


def render_filters(bodies: Bodies) -> Html:
    """The form; a choice of one is no choice and is left out."""
    councils = [council for council in bodies if council]
    names = {body for several in bodies.values() for body in several}
    fields = [
        *([_select("council", "Council", "All councils", _options(councils))] if len(councils) > 1 else []),
        *([_select("body", "Body", "All bodies", _grouped(bodies))] if len(names) > 1 else []),
        _date("from", "From"),
        _date("to", "To"),
        el("button", "Clear", type="button", class_="mb-clear"),
    ]
    return el(
        "details",
        el("summary", el("span", "Narrow the search"), el("span", class_="mb-narrowed", role="status")),
        el("div", *fields, class_="mb-fields"),
        class_="mb-filters",
    )


def _select(name: str, label: str, everything: str, options: Iterator[Html]) -> Html:
    control = el("select", el("option", everything, value=""), *options, id=f"mb-{name}", data_filter=name)
    return el("div", el("label", label, for_=f"mb-{name}"), control, class_="mb-field")


def _options(names: Sequence[str]) -> Iterator[Html]:
    return (el("option", name, value=name) for name in names)


def _grouped(bodies: Bodies) -> Iterator[Html]:
    if len(bodies) == 1:
        return _options(next(iter(bodies.values())))
    return (el("optgroup", *_options(names), label=council) for council, names in bodies.items())


def _date(name: str, label: str) -> Html:
    control = el("input", type="date", id=f"mb-{name}", data_filter=name)
    return el("div", el("label", label, for_=f"mb-{name}"), control, class_="mb-field")

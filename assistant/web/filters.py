"""The filter form as HTML: council, body, dates and outcomes, in the browser's own controls, and who "we" are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from assistant.markup import Html, el
from vectorstore import Filters, MinutesStore

Bodies = Mapping[str, Sequence[str]]
"""The bodies of each council ("" where the minutes name none)."""


def bodies_by_council(store: MinutesStore) -> Bodies:
    """Ask the store which bodies each council has minutes of."""
    everything = store.coverage(Filters())
    if not everything.councils:
        return {"": everything.bodies}
    return {council: store.coverage(Filters(council=council)).bodies for council in everything.councils}


def render_filters(bodies: Bodies) -> Html:
    """The form; a choice of one is no choice and is left out."""
    fields = [
        *_who(bodies, "filter", ""),
        _date("from", "From"),
        _date("to", "To"),
        el(
            "label",
            el("input", type="checkbox", value="1", data_filter="outcomes"),
            el("span", "Outcomes only"),
            class_="mb-choice mb-outcomes",
        ),
        el("button", "Clear", type="button", class_="mb-clear"),
    ]
    return el(
        "details",
        el("summary", el("span", "Search in"), " ", el("span", "all minutes", class_="mb-narrowed")),
        el("div", *fields, _we(bodies), class_="mb-fields"),
        class_="mb-filters",
    )


def _we(bodies: Bodies) -> Html:
    """Who the reader means by "we"; kept in the reader's own browser."""
    choices = list(_who(bodies, "we", "My "))
    if not choices:
        return Html("")
    return el(
        "details",
        el("summary", "Who “we” are: ", el("span", "not said", class_="mb-we-said")),
        el("p", "A question that says “we”, “us” or “our” is then asked of these minutes, and says so. "
                "Kept in this browser only.", class_="mb-hint"),
        *choices,
        class_="mb-we",
    )  # fmt: skip


def _who(bodies: Bodies, data: str, prefix: str) -> Iterator[Html]:
    councils = [council for council in bodies if council]
    names = {body for several in bodies.values() for body in several}
    if len(councils) > 1:
        yield _select("council", f"{prefix}Council".capitalize(), "All councils", _options(councils), data)
    if len(names) > 1:
        label = "My committee" if prefix else "Body"
        yield _select("body", label, "All bodies", _grouped(bodies), data)


def _select(name: str, label: str, everything: str, options: Iterator[Html], data: str) -> Html:
    name_of_field = f"mb-{data}-{name}"
    choice = {f"data_{data}": name}
    control = el("select", el("option", everything, value=""), *options, id=name_of_field, **choice)
    return el("div", el("label", label, for_=name_of_field), control, class_="mb-field")


def _options(names: Sequence[str]) -> Iterator[Html]:
    return (el("option", name, value=name) for name in names)


def _grouped(bodies: Bodies) -> Iterator[Html]:
    if len(bodies) == 1:
        return _options(next(iter(bodies.values())))
    return (el("optgroup", *_options(names), label=council) for council, names in bodies.items())


def _date(name: str, label: str) -> Html:
    control = el("input", type="date", id=f"mb-filter-{name}", data_filter=name)
    return el("div", el("label", label, for_=f"mb-filter-{name}"), control, class_="mb-field")

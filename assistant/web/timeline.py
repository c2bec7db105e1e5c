"""A topic through the meetings as a view: a picture of when and where it came up, and a table that says the same."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.markup import Html, el, join
from assistant.register import Stop, Timeline, draw
from assistant.register.rendering import in_short
from assistant.web.location import Location
from assistant.web.registers import (
    Cell,
    day_of,
    passage_link,
    render_files,
    render_search,
    render_table,
    render_view,
    words_of,
)
from assistant.wording import glimpse
from ingest import Passage


def render_timeline(timeline: Timeline | None, here: Location) -> Html:
    """The view; None before a topic is named."""
    return render_view(
        "Timeline",
        "Have we discussed this before? Where a topic came up, meeting by meeting, and what came of it.",
        render_search(here, "Topic, such as “secure accommodation”"),
        *(_traced(timeline, here) if timeline else ()),
    )


def _traced(timeline: Timeline, here: Location) -> Iterator[Html]:
    yield el("p", in_short(timeline), class_="mb-count mb-in-short")
    yield from (el("p", notice, class_="mb-notice") for notice in timeline.notices)
    if not timeline.stops:
        yield from _nearest(timeline, here)
        return
    # The picture escapes what it shows itself; a link of it opens the passage that the outcome rests on.
    picture = Html(draw(timeline, link=lambda stop: here.at(stop.shown_by.key).query))
    yield el("div", picture, class_="mb-picture", role="region", aria_label="Picture", tabindex="0")
    yield render_files(picture=True)
    yield render_table("The same as a table", (_cells(stop, here) for stop in timeline.stops))


def _cells(stop: Stop, here: Location) -> tuple[Cell, ...]:
    others = [passage for passage in stop.passages if passage.key != stop.shown_by.key]
    words = words_of(stop.shown_by, here, "What it rests on")
    return (
        day_of(stop.shown_by),
        Cell("Body", stop.body or stop.council or stop.meeting),
        Cell("Outcome", el("b", stop.outcome.value.capitalize())),
        Cell(words.heading, join([words.content, _also(others, here)]), words.class_),
    )


def _also(passages: list[Passage], here: Location) -> str:
    """Links to the other passages of a meeting, in a line that wraps."""
    if not passages:
        return ""
    links = (el("li", passage_link(passage, here)) for passage in passages)
    return el("ul", el("li", "Also there:"), *links, class_="mb-also")


def _nearest(timeline: Timeline, here: Location) -> Iterator[Html]:
    if timeline.nearest:
        yield el("p", "Nearest, but not about it:")
        links = (
            el("li", el("a", passage.reference, el("span", glimpse(passage), class_="mb-glimpse"),
                        href=here.at(passage.key).query, class_="mb-hit"))
            for passage in timeline.nearest
        )  # fmt: skip
        yield el("ul", *links, class_="mb-hits")

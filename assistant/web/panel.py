"""The passage panel as HTML: a passage marked in its place in the minutes, and its reference to copy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.web.markup import Html, el
from assistant.web.responder import Opened
from assistant.web.wording import cautions, in_words, kind_name
from ingest import Passage


def render_nothing_open() -> Html:
    """The panel before anything is chosen."""
    return el(
        "div",
        el("h2", "In the minutes", class_="mb-panel-title", tabindex="-1"),
        el("p", "Choose a number such as [1] in an answer, and the paragraph opens here in its place.",
           class_="mb-hint"),
        class_="mb-panel mb-panel-empty",
    )  # fmt: skip


def render_not_there(line: str) -> Html:
    """The panel when a passage cannot be shown: one line that says why."""
    return el(
        "div",
        el("h2", "In the minutes", class_="mb-panel-title", tabindex="-1"),
        el("p", line, class_="mb-error"),
        class_="mb-panel",
    )


def render_opened(opened: Opened, item: Sequence[Passage], turn: int, which: dict[str, int]) -> Html:
    """A passage among its neighbours.

    Args:
        opened: the passage, and what of it was quoted.
        item: all passages of its agenda item, in order.
        turn: the exchange it was chosen from, from 0, so that closing goes back there.
        which: {"cite": n} or {"hit": rank} in that exchange.
    """
    passage = opened.passage
    around = list(item) if any(p.key == passage.key for p in item) else [passage]
    return el(
        "div",
        el(
            "div",
            el("h2", "In the minutes", class_="mb-panel-title", tabindex="-1"),
            el("button", "Close", type="button", class_="mb-close"),
            class_="mb-panel-head",
        ),
        el("p", _meeting(passage), class_="mb-meeting"),
        el("p", *_tags(passage), class_="mb-tags"),
        el("h3", _item(passage), class_="mb-item"),
        el("div", *(_paragraph(p, opened) for p in around), class_="mb-place", role="region",
           aria_label="Agenda item", tabindex="0"),
        _reference(passage),
        el("p", f"From the file {passage.source}", class_="mb-file"),
        class_="mb-panel mb-panel-open",
        data_turn=turn,
        data_cite=which.get("cite"),
        data_hit=which.get("hit"),
    )  # fmt: skip


def _meeting(passage: Passage) -> str:
    day = in_words(passage.held_on) if passage.held_on else "date not stated"
    return ", ".join(filter(None, [passage.council, passage.body, day]))


def _item(passage: Passage) -> str:
    number = f"Item {passage.item}" if passage.item else ""
    return ": ".join(filter(None, [number, passage.item_title])) or "Agenda item without a title"


def _tags(passage: Passage) -> Iterator[Html]:
    yield el("span", kind_name(passage.kind), class_="mb-tag mb-tag-kind")
    yield from (el("span", caution, class_="mb-tag") for caution in cautions(passage))


def _reference(passage: Passage) -> Html:
    return el(
        "div",
        el("label", "Full reference", for_="mb-full-reference"),
        el("textarea", passage.reference, id="mb-full-reference", readonly=True, rows=3, spellcheck="false"),
        el("button", "Copy reference", type="button", class_="mb-copy"),
        el("span", role="status", class_="mb-copied"),
        class_="mb-cite-as",
    )


def _paragraph(passage: Passage, opened: Opened) -> Html:
    if passage.key == opened.passage.key:
        return el(
            "div",
            el("p", f"{'Cited' if opened.quote else 'Found'}: {passage.citation.label}", class_="mb-this"),
            el("p", *_marked(passage.text, opened.quote), class_="mb-text"),
            class_="mb-passage mb-passage-cited",
        )
    if passage.heading:
        return el("h4", passage.text, class_="mb-heading")
    return el("div", el("p", passage.text, class_="mb-text"), class_="mb-passage")


def _marked(words: str, quote: str) -> list[str]:
    """The passage with the part that was quoted marked; all of it where the quote is not part of it."""
    start = words.find(quote) if quote else -1
    if start < 0:
        return [el("mark", words)]
    end = start + len(quote)
    return [words[:start], el("mark", words[start:end]), words[end:]]

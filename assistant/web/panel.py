"""The record beside the conversation as HTML: a passage marked in its place in the minutes, and how to cite it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.markup import Html, el
from assistant.web.location import Location
from assistant.web.responder import Opened
from assistant.web.wording import for_motion, for_report, kind_name, quotable
from assistant.wording import cautions, in_words
from ingest import Passage

_TITLE = "The record"


def render_nothing_open() -> Html:
    """The record before anything is chosen."""
    return el(
        "div",
        el("h2", _TITLE, class_="mb-panel-title", tabindex="-1"),
        el("p", "Choose a number such as [1] in an answer, and the minutes open here at that paragraph.",
           class_="mb-hint"),
        class_="mb-panel mb-panel-empty",
    )  # fmt: skip


def render_not_there(line: str, here: Location) -> Html:
    """The record when a passage cannot be shown: one line that says why."""
    return el(
        "div",
        _head(here),
        el("p", line, class_="mb-error"),
        class_="mb-panel mb-panel-open",
        data_passage=here.passage,
    )


def render_opened(opened: Opened, here: Location) -> Html:
    """A passage among its neighbours; `here` is where the reader is, so that links keep the rest as it is."""
    passage = opened.passage
    return el(
        "div",
        _head(here),
        _masthead(passage),
        el(
            "div",
            _turn(opened.before, "Item before", here),
            el("h4", _item(passage), class_="mb-item"),
            *(_paragraph(p, opened, here) for p in opened.item),
            _turn(opened.after, "Next item", here),
            class_="mb-place",
            role="region",
            aria_label="Agenda item",
            tabindex="0",
        ),
        _to_cite(opened, here),
        class_="mb-panel mb-panel-open",
        data_passage=passage.key,
    )


def _head(here: Location) -> Html:
    close = el("a", "Close", href=here.at("").query, class_="mb-close", aria_label="Close the record")
    return el("div", el("h2", _TITLE, class_="mb-panel-title", tabindex="-1"), close, class_="mb-panel-head")


def _masthead(passage: Passage) -> Html:
    """Who met and when, as minutes begin."""
    day = in_words(passage.held_on) if passage.held_on else "Date not stated"
    return el(
        "div",
        el("p", passage.council, class_="mb-council") if passage.council else "",
        el("h3", passage.body or passage.council or passage.source, class_="mb-body"),
        el("p", el("span", day, class_="mb-day"), *_tags(passage), class_="mb-when"),
        class_="mb-masthead",
    )


def _item(passage: Passage) -> str:
    return ". ".join(filter(None, [passage.item, passage.item_title])) or "Agenda item without a title"


def _tags(passage: Passage) -> Iterator[Html]:
    yield from (el("span", caution, class_="mb-tag") for caution in cautions(passage))


def _turn(passage: Passage | None, label: str, here: Location) -> str:
    if passage is None:
        return ""
    named = f"{label}: {_item(passage)}"
    return el("p", el("a", named, href=here.at(passage.key).query, class_="mb-turn-to"), class_="mb-turns")


def _paragraph(passage: Passage, opened: Opened, here: Location) -> Html:
    this = passage.key == opened.passage.key
    if passage.heading and not this:
        return el("p", passage.text, class_="mb-heading")
    words = passage.text[passage.words_from :]
    label = passage.citation.label
    number = passage.text[: passage.words_from].strip() or "¶"
    margin = el("a", number, href=here.at(passage.key).query, class_="mb-printed", aria_label=f"Open {label}")
    said = [el("p", f"{'Cited' if opened.quotes else 'Opened'}: {label}", class_="mb-this")] if this else []
    text = el("p", *(_marked(words, opened.quotes) if this else [words]), class_="mb-text")
    return el(
        "div",
        *said,
        margin,
        text,
        class_="mb-passage mb-passage-cited" if this else "mb-passage",
        aria_current="true" if this else None,
    )


def _to_cite(opened: Opened, here: Location) -> Html:
    """The passage to take along: as a report cites it, as a motion does, its words, its address."""
    passage = opened.passage
    words = " … ".join(opened.quotes) or passage.words
    return el(
        "div",
        el("h3", "Cite this paragraph", class_="mb-cite-title"),
        _form("For a report", for_report(passage)),
        _form("For a motion", for_motion(passage, words)),
        el(
            "div",
            el("button", "Copy the words", type="button", class_="mb-tool",
               data_copy=f"“{quotable(words)}” ({passage.reference})"),
            el("button", "Copy link", type="button", class_="mb-tool",
               data_link=Location(passage=passage.key).query),
            class_="mb-tools",
        ),
        el("p", f"{kind_name(passage.kind)} from the file {passage.source}", class_="mb-file"),
        class_="mb-cite-as",
    )  # fmt: skip


def _form(label: str, words: str) -> Html:
    button = el(
        "button", "Copy", type="button", class_="mb-tool", data_copy=words, aria_label=f"Copy {label.lower()}"
    )
    return el("div", el("p", el("b", label), " ", el("span", words)), button, class_="mb-form")


def _marked(words: str, quotes: Sequence[str]) -> list[str]:
    """The words with the parts that were quoted marked; all of them where no quote is part of them."""
    parts: list[str] = []
    written = 0
    for start, end in _places(words, quotes):
        parts += [words[written:start], el("mark", words[start:end])]
        written = end
    return [*parts, words[written:]] if parts else [el("mark", words)]


def _places(words: str, quotes: Sequence[str]) -> list[tuple[int, int]]:
    """Where the quotes stand, in order, none inside another."""
    found = sorted((start, start + len(q)) for q in quotes if q and (start := words.find(q)) >= 0)
    apart: list[tuple[int, int]] = []
    for start, end in found:
        if not apart or start >= apart[-1][1]:
            apart.append((start, end))
    return apart

"""The frame of the page as HTML: name, views, the line in which things are said aloud, and the form to ask with."""

from __future__ import annotations

from assistant.export import SELECTION
from assistant.markup import Html, el, join
from assistant.web.location import PAGES, Location
from assistant.web.responder import LONGEST_QUESTION

_NAMES = dict(zip(PAGES, ("Ask", "Decisions", "Actions", "Timeline", "Load minutes", "About"), strict=True))


def render_header(title: str, *, may_load: bool = False) -> Html:
    """The top of the page; whoever may not load minutes finds no view to do it in."""
    views = [
        el("li", el("a", name, href=Location(page=page).query, class_="mb-view-link", data_page=page))
        for page, name in _NAMES.items()
        if page != "loading" or may_load
    ]
    return join(
        [
            el("a", "Skip to the content", href="#mb-content", class_="mb-skip"),
            el(
                "div",
                el("div", el("h1", title), el("p", "Answers in the words of the minutes"), class_="mb-name"),
                el("nav", el("ul", *views), aria_label="Views", class_="mb-views"),
                class_="mb-header",
            ),
            el("p", f"{SELECTION} Printed on ", el("span", class_="mb-printed-on"), ".", class_="mb-paper"),
            el("p", role="status", class_="mb-unseen mb-said"),
            el("div", role="alert", class_="mb-lifeline"),
        ]
    )


def render_composer(*, ready: bool = True) -> Html:
    """The form to ask with; nothing to use where there is nothing to ask about."""
    if not ready:
        return el("div", hidden=True)
    return el(
        "div",
        el("p", role="alert", class_="mb-problem"),
        el("label", "Your question", for_="mb-question"),
        el(
            "div",
            el("textarea", id="mb-question", rows=1, placeholder="What did we agree on …?", autocomplete="off",
               data_longest=LONGEST_QUESTION),
            el("button", "Ask", type="button", class_="mb-ask"),
            class_="mb-ask-row",
        ),
        el("a", "New conversation", href="?", class_="mb-restart"),
        class_="mb-composer",
    )  # fmt: skip

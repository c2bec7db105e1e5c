"""Loading minutes as a view: files handed in, what was read of each, what an officer knows better, and the load."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.loading.model import Added, Load, Particulars, Sight
from assistant.markup import Html, el
from assistant.web.location import Asked, Chosen, Location
from assistant.web.registers import render_view
from assistant.web.waiting import render_names, render_waiting
from assistant.wording import in_words
from ingest import LARGEST_ELSE, LARGEST_FILE

REFUSED = "Only an officer may load minutes here."


def render_loading(sight: Sight) -> Html:
    """The whole view."""
    return render_view(
        "Load minutes",
        "Files handed in here are read first, and added when you say so. Until then only officers see them.",
        _drop_zone(),
        el("div", render_desk(sight), id="mb-desk"),
    )


def render_refused() -> Html:
    """The view for whoever may not load."""
    return el("section", el("h2", "Load minutes"), el("p", REFUSED, class_="mb-error"), class_="mb-register")


def render_desk(sight: Sight) -> Html:
    """What changes while people work: the load, what was left over, what waits; `data-said` is said aloud."""
    return el(
        "div",
        *_load(sight.load),
        *_unfinished(sight.unfinished),
        *_waiting(sight),
        render_names("mb-councils", sight.councils),
        render_names("mb-bodies", sight.bodies),
        class_="mb-desk",
        data_busy=sight.is_busy,
        data_said=_said(sight),
        data_ended=sight.load is not None and not sight.load.running and bool(sight.load.added),
    )


def _drop_zone() -> Html:
    return el(
        "div",
        el("label", "Choose files, or drop them here", for_="mb-files"),
        el("input", type="file", id="mb-files", multiple=True, aria_describedby="mb-files-hint"),
        el(
            "p",
            f"PDF with a text layer (at most {LARGEST_FILE >> 20} MB); Word (.docx), OpenDocument, web pages, Markdown "
            f"or text (at most {LARGEST_ELSE >> 20} MB).",
            class_="mb-hint",
            id="mb-files-hint",
        ),
        el("div", class_="mb-uploads"),
        el("p", role="alert", class_="mb-unloaded"),
        class_="mb-drop",
        data_largest=LARGEST_FILE,
    )


def _load(load: Load | None) -> Iterator[Html]:
    if load is None:
        return
    if load.running:
        yield el(
            "section",
            el("h3", "Being loaded", id="mb-load", tabindex="-1"),
            el(
                "progress",
                value=load.read + load.stored,
                max=2 * load.files,
                aria_labelledby="mb-load",
                class_="mb-progress",
            ),
            el("p", _progress(load)),
            el("p", "You may leave this page: the load goes on. People can ask meanwhile.", class_="mb-hint"),
            class_="mb-load",
        )
        return
    parts = [
        el("p", load.problem, class_="mb-error") if load.problem else "",
        el("ul", *map(_added, load.added), class_="mb-added") if load.added else "",
        el("p", f"{_files(load.unchanged)} loaded already and unchanged.") if load.unchanged else "",
        *(el("p", failure, class_="mb-error") for failure in load.failures),
    ]
    yield el("section", el("h3", "Loaded" if load.added else "The last load"), *parts, class_="mb-load")


def _progress(load: Load) -> str:
    if load.read == 0:
        return f"{_files(load.files)}: the loader is starting."
    if load.stored == 0:
        return f"{load.read} of {_files(load.files)} read; being prepared for searching."
    return f"{load.stored} of {_files(load.files)} can be asked about."


def _added(added: Added) -> Html:
    """A document that can be asked about, and the link that asks; narrowed to its day, if it has one."""
    first = added.meetings[0] if added.meetings else Particulars()
    day = first.held_on.isoformat() if first.held_on and len(added.meetings) == 1 else ""
    chosen = Chosen(council=first.council or "", body=first.body or "", since=day, until=day)
    ask = Location(asked=(Asked(question="What was decided?", chosen=chosen),), chosen=chosen).query
    who = ", ".join(
        filter(None, [first.body or first.council, in_words(first.held_on) if first.held_on else ""])
    )
    told = f"{who} ({added.source})" if who else added.source
    several = f"{len(added.meetings)} meetings, " if len(added.meetings) > 1 else ""
    return el(
        "li",
        el("span", told, class_="mb-added-name"),
        f", {several}{added.passages:,} passage{'' if added.passages == 1 else 's'}. ",
        el("a", "Ask about it", href=ask, aria_label=f"Ask about it: {told}"),
    )


def _unfinished(names: tuple[str, ...]) -> Iterator[Html]:
    if not names:
        return
    verb = "was" if len(names) == 1 else "were"
    yield el(
        "section",
        el("h3", "Not finished"),
        el("p", f"{_files(len(names))} {verb} added and {verb} not loaded, because a load was interrupted:"),
        el("ul", *(el("li", name) for name in names), class_="mb-points"),
        el(
            "div",
            el("button", "Go on loading", type="button", class_="mb-add", data_do="go-on"),
            el("button", "Put back", type="button", class_="mb-tool", data_do="take-back",
               aria_label="Put back among the files that wait, to be corrected or removed"),
            class_="mb-tools",
        ),
        class_="mb-unfinished",
    )  # fmt: skip


def _waiting(sight: Sight) -> Iterator[Html]:
    if not sight.waiting:
        return
    ready = sum(waiting.reading is not None for waiting in sight.waiting)
    yield el(
        "h3", f"Waiting to be added: {_files(len(sight.waiting))}", tabindex="-1", class_="mb-waiting-title"
    )
    yield el(
        "div", *(render_waiting(n, waiting) for n, waiting in enumerate(sight.waiting)), class_="mb-tray"
    )
    if sight.load is not None and sight.load.running:
        yield el("p", "More can be added when the present load is done.", class_="mb-hint")
    elif ready:
        label = "Add to the minutes" if ready == 1 else "Add those chosen to the minutes"
        yield el("div", el("button", label, type="button", class_="mb-add", data_do="add"), class_="mb-tools")


def _said(sight: Sight) -> str:
    """What somebody who does not see the page is told when it changes."""
    if sight.load is not None and sight.load.running:
        return f"Loading. {_progress(sight.load)}"
    if any(waiting.being_read for waiting in sight.waiting):
        return "Being read."
    if sight.load is not None:
        failed = len(sight.load.failures) + bool(sight.load.problem)
        loaded = f"{_files(len(sight.load.added))} loaded." if sight.load.added else ""
        trouble = sight.load.problem or (f"{_files(failed)} could not be loaded." if failed else "")
        return " ".join(filter(None, [loaded, trouble, _said_waiting(sight)]))
    return _said_waiting(sight)


def _said_waiting(sight: Sight) -> str:
    unread = sum(bool(waiting.problem) for waiting in sight.waiting)
    count = f"{_files(len(sight.waiting))} waiting." if sight.waiting else ""
    return f"{count} {_files(unread)} cannot be read." if unread else count


def _files(count: int) -> str:
    return f"{count:,} file{'' if count == 1 else 's'}"

"""One file that waits to be added, as HTML: its state, its particulars in a small form, and what was read of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.loading.model import MeetingRead, Reading, Waiting
from assistant.markup import Html, el
from ingest import Status

_STATUSES = ((Status.UNKNOWN, "Not stated"), (Status.DRAFT, "Draft"), (Status.CONFIRMED, "Confirmed"))
_FEW = 5
"""Doubts that are shown at once; the report has all."""


def render_waiting(n: int, waiting: Waiting) -> Html:
    """The file, `n`-th of those that wait."""
    title = f"mb-file-{n}"
    return el(
        "article",
        _head(waiting, title),
        *_body(n, waiting),
        class_="mb-waiting-file",
        aria_labelledby=title,
        data_name=waiting.name,
        data_busy=waiting.being_read,
    )


def render_names(name: str, known: Sequence[str]) -> Html:
    """The names that the store uses already, offered while one is typed, so that it is written the same way."""
    return el("datalist", *(el("option", value=one) for one in known), id=name)


def _head(waiting: Waiting, title: str) -> Html:
    """The name, to be chosen where it can be added, and the button that takes it off."""
    name = el("span", waiting.name, id=title, class_="mb-file-name")
    if waiting.reading is not None:
        choice = el("input", type="checkbox", checked=True, data_choose=waiting.name)
        name = el("label", choice, name, class_="mb-choice")
    remove = el(
        "button",
        "Remove",
        type="button",
        class_="mb-tool",
        data_do="remove",
        aria_label=f"Remove {waiting.name}",
    )
    return el("div", el("h4", name), remove, class_="mb-file-head")


def _body(n: int, waiting: Waiting) -> Iterator[Html]:
    if waiting.problem:
        yield el("p", waiting.problem, class_="mb-error")
        return
    if waiting.reading is None:
        yield el("p", f"{_size(waiting.size)}, being read…", class_="mb-state")
        return
    reading = waiting.reading
    yield el("p", _found(reading), class_="mb-state")
    yield from (el("p", conflict, class_="mb-notice") for conflict in waiting.conflicts)
    yield el("div", *_meetings(n, reading), class_="mb-particulars")
    yield from _doubts(reading)
    yield el(
        "details",
        el("summary", "What was read, passage by passage"),
        # In the face of a typewriter, as `minutebook parse` prints it: its columns say what is what.
        el("div", "\n".join(reading.report), class_="mb-report", tabindex="0", role="region",
           aria_label=f"What was read of {waiting.name}"),
        class_="mb-found",
    )  # fmt: skip


def _meetings(n: int, reading: Reading) -> Iterator[Html]:
    several = len(reading.meetings) > 1
    for k, meeting in enumerate(reading.meetings):
        name = f"mb-file-{n}-{k}"
        legend = f"Meeting {k + 1} of {len(reading.meetings)}" if several else "The meeting"
        yield el(
            "fieldset", el("legend", legend), *_fields(name, meeting), class_="mb-fields", data_meeting=k
        )
    yield el("div", el("button", "Save", type="button", class_="mb-save", data_do="tell"), class_="mb-tools")


def _fields(name: str, meeting: MeetingRead) -> Iterator[Html]:
    now, found = meeting.now, meeting.found
    yield _text(name, "council", "Council", now.council, found.council, "mb-councils")
    yield _text(name, "body", "Committee or other body", now.body, found.body, "mb-bodies")
    day = now.held_on.isoformat() if now.held_on else ""
    control = el("input", type="date", id=f"{name}-date", value=day, data_said="date",
                 aria_describedby=f"{name}-date-mark")  # fmt: skip
    yield _field(
        f"{name}-date", "Date", control, _mark(day, found.held_on.isoformat() if found.held_on else "")
    )
    options = [el("option", said, value=s.value, selected=s is now.status) for s, said in _STATUSES]
    control = el(
        "select", *options, id=f"{name}-status", data_said="status", aria_describedby=f"{name}-status-mark"
    )
    mark = "corrected" if now.status is not found.status else ""
    yield _field(f"{name}-status", "Status", control, mark)


def _text(name: str, key: str, label: str, now: str | None, found: str | None, known: str) -> Html:
    field = f"{name}-{key}"
    control = el("input", type="text", id=field, value=now or "", list=known, maxlength=200, autocomplete="off",
                 data_said=key, aria_describedby=f"{field}-mark")  # fmt: skip
    return _field(field, label, control, _mark(now or "", found or ""))


def _mark(now: str, found: str) -> str:
    if now != found:
        return "corrected" if found else "added by an officer"
    return "" if now else "not found in the text"


def _field(name: str, label: str, control: Html, mark: str) -> Html:
    tag = "mb-mark mb-mark-missing" if mark.startswith("not") else "mb-mark"
    return el(
        "div",
        el("label", label, for_=name),
        control,
        el("span", mark, id=f"{name}-mark", class_=tag),
        class_="mb-field",
    )


def _doubts(reading: Reading) -> Iterator[Html]:
    if not reading.doubts:
        return
    more = len(reading.doubts) - _FEW
    lines = [*reading.doubts[:_FEW], *([f"and {more:,} more, in the report below"] if more > 0 else [])]
    yield el("p", "Uncertain:", class_="mb-doubted")
    yield el("ul", *(el("li", line) for line in lines), class_="mb-points")


def _found(reading: Reading) -> str:
    several = f"{len(reading.meetings)} meetings, " if len(reading.meetings) > 1 else ""
    return f"Read: {several}{_count(reading.items, 'item')}, {_count(reading.passages, 'passage')}."


def _count(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _size(size: int) -> str:
    return f"{size >> 20:,} MB" if size >= 1 << 20 else f"{-(-size >> 10):,} kB"

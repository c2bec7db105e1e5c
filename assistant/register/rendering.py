"""The registers as text for a terminal and as JSON for scripts."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import TypeVar

from assistant.printable import escaped, printable
from assistant.register.columns import ACTIONS, DECISIONS, STOPS, Column
from assistant.register.model import Action, Decision, Stop, Timeline
from assistant.tidying import tidy
from assistant.wording import in_words
from ingest import Passage, Status
from vectorstore import Coverage

_WIDTH = 100
T = TypeVar("T")


def decision_lines(entries: Iterable[Decision]) -> Iterator[str]:
    """Decisions under their meetings."""
    for meeting, group in groupby(entries, key=lambda entry: _meeting(entry.passage)):
        yield meeting
        for entry in group:
            moved = [f"moved by {entry.mover}"] if entry.mover else []
            seconded = [f"seconded by {entry.seconder}"] if entry.seconder else []
            voted = [f"vote: {entry.vote}"] if entry.vote else []
            yield from _entry(entry.passage, str(entry.outcome), "; ".join([*moved, *seconded, *voted]))
        yield ""


def action_lines(entries: Iterable[Action]) -> Iterator[str]:
    """Actions under the meetings at which they were raised, each with what shows how it stands."""
    for meeting, group in groupby(entries, key=lambda entry: _meeting(entry.passage)):
        yield meeting
        for entry in group:
            owner = [f"owner: {entry.owner}"] if entry.owner else []
            due = [f"due: {entry.due}"] if entry.due else []
            yield from _entry(entry.passage, entry.status, "; ".join([*owner, *due]))
            if entry.shown_by:
                yield from _wrapped(
                    f"“{entry.shown_by.quote}” ({entry.shown_by.passage.reference})", "      > "
                )
        yield ""


def timeline_lines(timeline: Timeline) -> Iterator[str]:
    """A topic through the meetings: whether it came up, when first and last, and each time with its outcome."""
    yield from _wrapped(in_short(timeline), "")
    yield ""
    for stop in timeline.stops:
        yield _meeting(stop.shown_by)
        yield from _entry(stop.shown_by, str(stop.outcome), "")
    for passage in timeline.nearest:
        yield from _wrapped(f"Nearest, but not about it: {passage.reference}", "  ")
    yield from (printable(f"Note: {notice}") for notice in timeline.notices)


def in_short(timeline: Timeline) -> str:
    """Whether the topic was ever discussed: the first and the latest time, or an honest no."""
    if not timeline.stops:
        return f"No: no passage has all words of “{timeline.topic}”. {searched(timeline.coverage)}"
    count = len(timeline.stops)
    times = "once" if count == 1 else f"at {count} meetings"
    first, latest = timeline.first, timeline.latest
    if first is None or latest is None:
        return f"Yes, {times}; the minutes do not say when."
    if first is latest:
        return f"Yes, {times}: {_when(first)}, {first.outcome}."
    return f"Yes, {times}: first {_when(first)}, {first.outcome}; latest {_when(latest)}, {latest.outcome}."


def searched(coverage: Coverage) -> str:
    """What was looked through: "Searched: 18 meetings, 18 September 2014 to 14 February 2019."."""
    if not coverage.meetings:
        return "No meeting is loaded that fits: `minutebook status` lists what is."
    span = f", {_day(coverage.first)} to {_day(coverage.last)}" if coverage.first else ""
    return f"Searched: {coverage.meetings} meeting{'s' * (coverage.meetings > 1)}{span}."


def decision_json(entry: Decision) -> str:
    """A decision as one line of JSON, under the keys of its columns."""
    shown_by = entry.shown_by.key if entry.shown_by else None
    return _line(_record(DECISIONS, entry) | {"shown_by": shown_by})


def action_json(entry: Action) -> str:
    """An action as one line of JSON, under the keys of its columns, with every mention."""
    mentions = [_passage(m.passage) | {"quote": m.quote, "done": m.done} for m in entry.mentions]
    return _line(_record(ACTIONS, entry) | {"last_meeting": _iso(entry.last_meeting), "mentions": mentions})


def timeline_json(timeline: Timeline) -> str:
    """A timeline as one line of JSON."""
    coverage = timeline.coverage
    return _line(
        {
            "topic": timeline.topic,
            "discussed": bool(timeline.stops),
            "first": _iso(timeline.first.held_on) if timeline.first else None,
            "latest": _iso(timeline.latest.held_on) if timeline.latest else None,
            "stops": [
                _record(STOPS, stop) | {"passages": [_passage(p) for p in stop.passages]}
                for stop in timeline.stops
            ],
            "nearest": [_passage(p) for p in timeline.nearest],
            "coverage": {
                "meetings": coverage.meetings,
                "from": _iso(coverage.first),
                "to": _iso(coverage.last),
                "bodies": list(coverage.bodies),
            },
            "notices": list(timeline.notices),
        }
    )


def _record(columns: Sequence[Column[T]], entry: T) -> dict[str, object]:
    cells = {column.key: column.cell(entry) for column in columns}
    return {key: cell.isoformat() if isinstance(cell, date) else cell for key, cell in cells.items()}


def _passage(passage: Passage) -> dict[str, object]:
    return {
        "key": passage.key,
        "date": _iso(passage.held_on),
        "label": passage.citation.label,
        "reference": passage.reference,
        "text": passage.text,
    }


def _line(record: dict[str, object]) -> str:
    return escaped(json.dumps(record, ensure_ascii=False))


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _meeting(passage: Passage) -> str:
    named = dict.fromkeys(name for name in (passage.body, passage.council) if name)
    draft = ["draft minutes"] if passage.status is Status.DRAFT else []
    return printable(", ".join([_day(passage.held_on), *(named or [passage.source]), *draft]))


def _entry(passage: Passage, standing: str, beside: str) -> Iterator[str]:
    closed = " (closed to the public)" if passage.exempt else ""
    title = f"{passage.item_title}, " if passage.item_title else ""
    yield from _wrapped(f"{standing}: {title}{passage.citation.label}{closed}", "  ")
    yield from _wrapped(tidy(passage.words), "    ")
    if beside:
        yield from _wrapped(beside, "      ")


def _wrapped(text: str, indent: str) -> Iterator[str]:
    plain = printable(re.sub(r"\s+", " ", text).strip())
    yield textwrap.fill(
        plain, _WIDTH, initial_indent=indent, subsequent_indent=" " * len(indent), break_long_words=False
    )


def _when(stop: Stop) -> str:
    return f"{_day(stop.held_on)} ({stop.body or stop.council or stop.meeting})"


def _day(day: date | None) -> str:
    return in_words(day) if day else "date not stated"

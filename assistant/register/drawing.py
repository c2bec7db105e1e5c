"""A picture of a timeline: meetings along time, bodies as rows, what came of the topic told by the shape of its mark.

One self-contained SVG, black or white as the page around it (`currentColor`). Whoever cannot see it has its title, a
description in sentences, and a title on every mark.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from assistant.register.model import Outcome, Stop, Timeline
from assistant.wording import in_words

_WIDTH, _GUTTER, _RIGHT = (
    960,
    280,
    40,
)  # of the picture, of the names of the bodies, of what is left free; pixels
_TOP, _ROW, _LEGEND = 16, 46, 26
_NEAR = 18  # pixels; marks of one row nearer than this are set one above the other
_STEP = 16
_NAME_WIDTH, _NAME_LINES = 32, 2  # characters, lines
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

# Each drawn around 0, 0; told apart by shape: never by colour alone.
_MARKS = {
    Outcome.DECIDED: '<rect x="-7" y="-7" width="14" height="14" fill="currentColor"/>',
    Outcome.RECOMMENDED: '<path d="M0-9 9 0 0 9-9 0z" fill="none" stroke="currentColor" stroke-width="2.5"/>',
    Outcome.LOST: '<path d="M-7-7 7 7M-7 7 7-7" fill="none" stroke="currentColor" stroke-width="3.5"/>',
    Outcome.MOVED: '<path d="M0-8 8 7H-8z" fill="none" stroke="currentColor" stroke-width="2.5"/>',
    Outcome.ACTION: '<path d="M0-8 8 7H-8z" fill="currentColor"/>',
    Outcome.DISCUSSED: '<circle r="7" fill="none" stroke="currentColor" stroke-width="2.5"/>',
}


def draw(timeline: Timeline, link: Callable[[Stop], str] | None = None) -> str:
    """The timeline as one SVG element; "" where the topic never came up.

    Args:
        timeline: what is drawn. Meetings without a date stand at the right, under "no date".
        link: gives the address that a mark leads to; without it marks lead nowhere.
    """
    if not timeline.stops:
        return ""
    rows = _rows(timeline.stops)
    place = _Axis([stop.held_on for stop in timeline.stops if stop.held_on], undated=_undated(timeline.stops))
    drawn, y = [], _TOP
    for name, stops in rows.items():
        lines, height = _row(name, stops, place, y, link)
        drawn += lines
        y += height
    legend = [outcome for outcome in Outcome if any(stop.outcome is outcome for stop in timeline.stops)]
    drawn += [*place.ticks(_TOP, y), *_legend(legend, y + 44)]
    height = y + 44 + _LEGEND * -(-len(legend) // 3)
    return "\n".join([_opening(timeline, height, linked=link is not None), *drawn, "</svg>"])


class _Axis:
    """Days along the width of the picture."""

    def __init__(self, days: Sequence[date], *, undated: bool) -> None:
        self.first, self.last = (min(days), max(days)) if days else (date.min, date.min)
        self._days = len(days)
        self._right = _WIDTH - _RIGHT - (90 if undated else 0)
        self._undated = undated

    def x(self, day: date | None) -> float:
        """Where a day stands, in pixels from the left."""
        if day is None:
            return _WIDTH - _RIGHT - 20
        span = (self.last - self.first).days
        share = (day - self.first).days / span if span else 0.5
        return round(_GUTTER + 24 + share * (self._right - _GUTTER - 24), 1)

    def ticks(self, top: int, bottom: int) -> Iterator[str]:
        """Years as lines, or the days of the first and the last meeting where no year begins between them."""
        years = range(self.first.year + 1, self.last.year + 1) if self._days else range(0)
        step = -(-len(years) // 10) or 1
        marked = [(date(year, 1, 1), str(year)) for year in years if (year - self.first.year) % step == 0]
        if not marked and self._days:
            marked = [(day, f"{day.day} {day:%b %Y}") for day in dict.fromkeys((self.first, self.last))]
        for day, name in marked:
            x = self.x(day)
            yield f'<path d="M{x} {top}V{bottom}" stroke="currentColor" stroke-opacity=".25"/>'
            yield f'<text x="{x}" y="{bottom + 16}" text-anchor="middle">{name}</text>'
        if self._undated:
            yield f'<text x="{self.x(None)}" y="{bottom + 16}" text-anchor="middle">no date</text>'


def describe(timeline: Timeline) -> str:
    """The picture in sentences: how often, the first and the latest time, and each meeting with its outcome."""
    if not timeline.stops:
        return f"{timeline.topic}: not found at any of the {timeline.coverage.meetings} meetings searched."
    count = len(timeline.stops)
    each = "; ".join(_says(stop) for stop in timeline.stops)
    return f"{timeline.topic} came up at {count} meeting{'s' * (count > 1)}: {each}."


def _says(stop: Stop) -> str:
    return f"{_day(stop.held_on)}, {_name(stop)}: {stop.outcome}"


def _opening(timeline: Timeline, height: int, *, linked: bool) -> str:
    role = "group" if linked else "img"  # what is inside an image is hidden from screen readers, links too
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" width="100%" role="{role}"'
        f" aria-label={_attribute(f'Timeline: {timeline.topic}')}"
        ' font-family="system-ui, sans-serif" font-size="14" fill="currentColor">'
        f"<title>{_text(f'Timeline: {timeline.topic}')}</title><desc>{_text(describe(timeline))}</desc>"
    )


def _rows(stops: Sequence[Stop]) -> dict[str, list[Stop]]:
    """Each body's meetings, bodies in the order of their first meeting."""
    rows: dict[str, list[Stop]] = {}
    for stop in stops:
        rows.setdefault(_name(stop), []).append(stop)
    return rows


def _row(
    name: str, stops: Sequence[Stop], place: _Axis, top: int, link: Callable[[Stop], str] | None
) -> tuple[list[str], int]:
    """One body's name and marks, and how high they are."""
    levels: list[float] = []  # of each level the place of its last mark
    marks = []
    for stop in stops:
        x = place.x(stop.held_on)
        level = next((n for n, taken in enumerate(levels) if x - taken >= _NEAR), len(levels))
        levels[level : level + 1] = [x]
        marks.append((x, level, stop))
    height = _ROW + _STEP * (len(levels) - 1)
    middle = top + height / 2
    drawn = list(_name_lines(name, middle))
    line = f"M{_GUTTER} {top + height}H{_WIDTH}"
    drawn.append(f'<path d="{line}" stroke="currentColor" stroke-opacity=".25"/>')
    for x, level, stop in marks:
        y = middle + _STEP * ((len(levels) - 1) / 2 - level)
        drawn.append(_mark(stop, x, y, link))
    return drawn, height


def _mark(stop: Stop, x: float, y: float, link: Callable[[Stop], str] | None) -> str:
    says = _text(_says(stop))
    mark = f'<g transform="translate({x} {y})"><title>{says}</title>{_MARKS[stop.outcome]}</g>'
    return (
        mark
        if link is None
        else f"<a href={_attribute(link(stop))} aria-label={_attribute(_says(stop))}>{mark}</a>"
    )


def _name_lines(name: str, middle: float) -> Iterator[str]:
    lines = textwrap.wrap(name, _NAME_WIDTH, max_lines=_NAME_LINES, placeholder=" …")
    first = middle + 5 - 9 * (len(lines) - 1)
    for n, line in enumerate(lines):
        yield f'<text x="{_GUTTER - 8}" y="{first + 18 * n}" text-anchor="end">{_text(line)}</text>'


def _legend(outcomes: Sequence[Outcome], top: int) -> Iterator[str]:
    for n, outcome in enumerate(outcomes):
        x, y = 24 + (n % 3) * 300, top + _LEGEND * (n // 3)
        yield f'<g transform="translate({x} {y})">{_MARKS[outcome]}</g>'
        yield f'<text x="{x + 18}" y="{y + 5}">{_text(str(outcome))}</text>'


def _undated(stops: Sequence[Stop]) -> bool:
    return any(stop.held_on is None for stop in stops)


def _name(stop: Stop) -> str:
    named = [name for name in (stop.body, stop.council) if name]
    return ", ".join(dict.fromkeys(named)) or stop.meeting


def _day(day: date | None) -> str:
    return in_words(day) if day else "no date"


def _text(text: str) -> str:
    return escape(_NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text))


def _attribute(text: str) -> str:
    return quoteattr(_NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text))

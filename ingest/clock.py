"""Times of day as minutes print them: "6.30 pm", "19:30 hrs", "7pm"; "at 7.30" may be either half, and is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import time

_TIME = re.compile(
    r"(?<![\d.:/£$€-])(?P<hour>\d{1,2})(?:\s?[.:]\s?(?P<minute>[0-5]\d))?\s*(?P<half>[ap])\.?\s?m\b\.?"
    r"|(?<![\d.:/£$€-])(?P<hour24>\d{1,2})[.:](?P<minute24>[0-5]\d)(?:[.:]00)?(?!\d|[.:]\d|\s*[%])(?P<hours>\s*(?:hrs?|hours)\b)?"
    r"|(?<![\d.:/£$€-])(?P<packed>(?:[01]\d|2[0-3])[0-5]\d)\s*(?:hrs?|hours)\b"
    r"|\b(?:12\s+)?(?P<named>noon|mid-?day)\b",
    re.I,
)


def find_times(words: str) -> Iterator[tuple[int, int, time]]:
    """Find every time of day that a clock shows, with where it begins and ends.

    >>> [t.isoformat("minutes") for *_, t in find_times("6.30 pm; 19:30 hrs; 7pm; 1900hrs; noon; 12.15 am; 7.30")]
    ['18:30', '19:30', '19:00', '19:00', '12:00', '00:15']
    """
    for match in _TIME.finditer(words):
        if (found := _as_time(match)) is not None:
            yield match.start(), match.end(), found


def time_of(words: str) -> time | None:
    """The time of day that the words are, and nothing else; None if they are none."""
    return next((t for i, j, t in find_times(words) if not (words[:i] + words[j:]).strip()), None)


def _as_time(match: re.Match[str]) -> time | None:
    if match["named"]:
        return time(12)
    if match["packed"]:
        return time(int(match["packed"][:2]), int(match["packed"][2:]))
    if match["half"]:
        hour, minute = int(match["hour"]), int(match["minute"] or 0)
        if not 1 <= hour <= 12:
            return time(hour, minute) if hour in range(13, 24) and match["half"].lower() == "p" else None
        return time(hour % 12 + (12 if match["half"].lower() == "p" else 0), minute)
    hour, minute = int(match["hour24"]), int(match["minute24"])
    told = match["hours"] or hour > 9 or match["hour24"].startswith("0")
    return time(hour, minute) if hour < 24 and told else None

"""Counters that a converter to Markdown left before titles: "1." again and again, never "2.", is no printed number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.lines import Line

_COUNTER = re.compile(r"[ \t>]*1\.[ \t]+(?P<bold>\*\*|__)?")
_SECOND = re.compile(r"[ \t>]*2\\?[.)]\s")
_OFTEN = 3


def drop_counters(lines: Sequence[Line], text: str) -> list[Line]:
    """Lines without such counters: the words after them, and the house's own number among these, open the line.

    Converters turn every list that other text interrupts into one of its own, so that each member is its first. It
    is so where most members are bold titles, as the parts of an item are.
    """
    counted = {n: m for n, line in enumerate(lines) if (m := _COUNTER.match(text, line.start))}
    bold = sum(m["bold"] is not None for m in counted.values())
    if len(counted) < _OFTEN or bold * 2 < len(counted) or any(_SECOND.match(text, x.start) for x in lines):
        return list(lines)
    return [
        _from(line, re.match(r"1\.\s+", line.bare)) if n in counted else line for n, line in enumerate(lines)
    ]


def _from(line: Line, counter: re.Match[str] | None) -> Line:
    if counter is None:
        return line
    at = counter.end()
    origin = None if line.origin is None else line.origin[at:]
    return replace(line, bare=line.bare[at:], first=line.at(at), origin=origin)

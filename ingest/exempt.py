"""Business that the public was shut out of: Part 2 of a meeting, exempt and restricted items."""

from __future__ import annotations

import re

_MARKINGS = (
    ("restricted", re.compile(r"\brestricted\b", re.I)),
    ("confidential", re.compile(r"\bconfidential\b|\bnot for publication\b", re.I)),
    ("exempt", re.compile(r"\bexempt\b", re.I)),
)
_CLOSED_PART = re.compile(
    r"\bpart\s+(?:ii|2|two|b)\b|\bclosed session\b|\bin camera\b|\bin committee\b", re.I
)
_LONGEST = 40  # characters of a heading that parts the open half of a meeting from the closed


def marking_of(title: str, part: str = "") -> str:
    """What a person would add to the citation of an item: its own marking, else that of its part; "" if open.

    In a closed part an item that is called exempt is no more closed than its neighbours.

    >>> [marking_of(t, "Part 2") for t in ("Depot Sale (exempt)", "Bonfire - Restricted Item")], marking_of("Parks")
    (['Part 2', 'restricted'], '')
    """
    marking = next((name for name, pattern in _MARKINGS if pattern.search(title)), "")
    return part if marking in ("", "exempt") and part else marking


def opens_closed_part(heading: str) -> bool:
    """Whether a heading opens the part of the meeting that was held without the public."""
    return len(heading) < _LONGEST and _CLOSED_PART.search(heading) is not None

"""How a text was set: how long its lines are, and whether every line is followed by a blank one."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from statistics import median

from ingest.block import is_open
from ingest.lines import Line

_COUNTS = re.compile(
    r"(?:[a-z]|[ivxl]{1,6})[.)]\s"
)  # "b) noted": the next of a list, not the rest of a sentence


class Page:
    """How the text was set: how long its lines are, and whether every line is followed by a blank one."""

    def __init__(self, lines: Sequence[Line]) -> None:
        wrapped = [len(a.bare) for a, b in itertools.pairwise(lines) if _wraps(a, b)]
        self.wraps = bool(wrapped)
        self.width = median(wrapped) if wrapped else 10_000
        apart = sum(1 for a, b in itertools.pairwise(lines) if b.gap and _wraps(a, b))
        self.first = lines[0] if lines else None
        self.double = len(wrapped) > 2 and apart * 2 > len(wrapped)

    def early(self, a: str, b: str) -> bool:
        """Whether line `a` was ended although the first word of `b` would have fitted: on purpose, then.

        Lines are ragged; after a full stop less room is needed to believe it.
        """
        room = 0.86 if is_open(a) or self.width > 1000 else 0.97
        return len(a) + 1 + len(b.split(" ", 1)[0]) <= room * self.width


def _wraps(a: Line, b: Line) -> bool:
    """Whether a sentence of line `a` plainly goes on in line `b`."""
    return is_open(a.bare) and b.bare[:1].islower() and len(a.bare) > 20 and not _COUNTS.match(b.bare)

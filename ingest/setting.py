"""How a text was set: how long its lines are, and whether every line is followed by a blank one."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from statistics import median

from ingest.block import is_open
from ingest.lines import Line

# "b) noted": the next of a list, not the rest of a sentence.
_COUNTS = re.compile(r"(?:[a-z]|[ivxl]{1,6})[.)]\s")


_COUNTED = re.compile(r"\(?(?:\d{1,4}|[A-Z]{1,4}\d{1,4})[./]?\d*[.):]?\s+\S")
_FEW, _LONGEST_TITLE = 4, 60


class Page:
    """How the text was set: how long its lines are, and whether every line is followed by a blank one."""

    def __init__(self, lines: Sequence[Line]) -> None:
        wrapped = [len(a.bare) for a, b in itertools.pairwise(lines) if _wraps(a, b)]
        self.wraps = bool(wrapped)
        self.width = median(wrapped) if wrapped else 10_000
        apart = sum(1 for a, b in itertools.pairwise(lines) if b.gap and _wraps(a, b))
        self.first = lines[0] if lines else None
        self.heads = _heads(lines)
        self.double = len(wrapped) > 2 and apart * 2 > len(wrapped)

    def heads_text(self, line: Line) -> bool:
        """Whether a line is a title right above its text, in minutes that are parted by such titles and no numbers."""
        return line.start in self.heads

    def early(self, a: str, b: str) -> bool:
        """Whether line `a` was ended although the first word of `b` would have fitted: on purpose, then.

        Lines are ragged; after a full stop less room is needed to believe it.
        """
        room = 0.86 if is_open(a) or self.width > 1000 else 0.97
        return len(a) + 1 + len(b.split(" ", 1)[0]) <= room * self.width


def _wraps(a: Line, b: Line) -> bool:
    """Whether a sentence of line `a` plainly goes on in line `b`."""
    return is_open(a.bare) and b.bare[:1].islower() and len(a.bare) > 20 and not _COUNTS.match(b.bare)


def _heads(lines: Sequence[Line]) -> frozenset[int]:
    """Starts of the titles that stand below a blank line and right above a sentence.

    None if there are few above a sentence that is longer than a title, or if lines are counted.
    """
    found = [(a, b) for a, b in itertools.pairwise(lines) if a.gap and not b.gap and _is_title(a.bare)]
    sure = [b.start for _, b in found if len(b.bare) > _LONGEST_TITLE and b.bare[0].isupper()]
    counted = sum(_COUNTED.match(line.bare) is not None for line in lines)
    if len(sure) < _FEW or counted >= _FEW:
        return frozenset()
    return frozenset(a.start for a, b in found if b.start in sure or b.bare[-1] == ".")


def _is_title(words: str) -> bool:
    return len(words) < _LONGEST_TITLE and words[0].isupper() and words[-1].isalpha()

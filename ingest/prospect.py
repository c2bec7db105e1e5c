"""What is still to come in a text: whether a number has the siblings that make it one of a list."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from ingest.lines import Line
from ingest.numbering import Candidate, in_middle

_AHEAD = 40  # candidates of one style that are looked at
LONG_LINE = 120


@dataclass(slots=True)
class OpenList:
    """A list that goes on: its style, the number read last, its series, the numbers it has used."""

    style: str
    value: tuple[int, ...]
    series: int
    used: set[tuple[int, ...]] = field(default_factory=set)


class Prospect:
    """The candidates at the starts of lines, by style, in the order of the text."""

    def __init__(self, lines: Sequence[Line], starts: Sequence[Sequence[Candidate]]) -> None:
        self._lines = lines
        self._places: dict[str, list[int]] = defaultdict(list)
        self._later: dict[str, list[Candidate]] = defaultdict(list)
        for readings in starts:
            for c in readings:
                self._places[c.style].append(c.line)
                self._later[c.style].append(c)

    def upcoming(self, c: Candidate) -> list[Candidate]:
        """The next candidates of the same style, some forty of them."""
        at = bisect_right(self._places[c.style], c.line)
        return self._later[c.style][at : at + _AHEAD]

    def below(self, c: Candidate) -> str:
        """The line below a candidate's; "" if there is none."""
        return self._lines[c.line + 1].bare if c.line + 1 < len(self._lines) else ""

    def comes(self, last: OpenList, line: int) -> bool:
        """Whether the next number of an open list is still to come, after a line."""
        at = bisect_right(self._places[last.style], line)
        return any(step(last.value, o.value) == 1 for o in self._later[last.style][at : at + 6])

    def is_followed(self, c: Candidate) -> bool:
        """Whether the next member of a list that begins with `c` is to come."""
        for other in self.upcoming(c):
            if c.style == "chain" or (step(c.value, other.value) in (1, 2) and (other.firm or not c.firm)):
                return True
            if other.value == c.value and c.value[-1] == 1:
                return False
        return self._following_inside(c)

    def _following_inside(self, c: Candidate) -> bool:
        if len(self._lines[c.line].bare) <= LONG_LINE:
            return False
        inside = (o for o in in_middle(c.line, self._lines[c.line]) if o.at > c.at and o.style == c.style)
        return any(step(c.value, o.value) in (1, 2) for o, _ in zip(inside, range(_AHEAD), strict=False))

    def is_ahead(self, c: Candidate, value: tuple[int, ...]) -> bool:
        """Whether a number comes among the next dozen."""
        return any(other.value == value for other in self.upcoming(c)[:12])

    def expects_before(self, lists: list[OpenList], c: Candidate) -> bool:
        """Whether a number that a list expects before `c` is still to come: then `c` is out of place."""
        for last in lists:
            if last.style != c.style:
                continue
            for other in self.upcoming(c):
                if step(last.value, other.value) == 1 and other.firm:
                    return True
                if step(c.value, other.value) == 1:
                    break
        return False

    def goes_on(self, last: OpenList, c: Candidate) -> bool:
        """Whether an open list of the style of `c` goes on soon after it."""
        return any(step(last.value, other.value) == 1 for other in self.upcoming(c)[:6])

    def counts_on(self, c: Candidate) -> bool:
        """Whether the next number to come counts on from here: then this one opens a list of its own."""
        upcoming = self.upcoming(c)
        return bool(upcoming) and step(c.value, upcoming[0].value) == 1


@lru_cache(maxsize=65_536)
def step(a: tuple[int, ...], b: tuple[int, ...]) -> int:
    """How far `b` is ahead of `a` in a sequence; 0 if it does not follow.

    >>> step((7, 2), (7, 3)), step((5, 1), (5, 1, 1)), step((5, 1, 2), (5, 2)), step((7, 7), (8, 1)), step((3,), (10,))
    (1, 1, 1, 1, 7)
    """
    if len(b) == len(a) + 1:
        return 1 if b[:-1] == a and b[-1] == 1 else 0
    if len(b) > 1 and b[1:] == (1,) * (len(b) - 1) and b[0] - a[0] in (1, 2):
        return b[0] - a[0]
    n = len(b)
    if n > len(a) or b[:-1] != a[: n - 1]:
        return 0
    return max(0, b[-1] - a[n - 1])

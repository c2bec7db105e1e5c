"""Which references number resolutions inside items counted by themselves ("2024-118 Moved by Lee" under 8.1)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.numbering import Candidate
from ingest.people import opens_with_movers
from ingest.prospect import OpenList, Prospect

_SAID = re.compile(r"that\b", re.I)
STYLE = "moved"  # of their numbers: no list of items, whatever shape they have


class Resolutions:
    """Tells them from minute references that are the items themselves, with movers for a title."""

    def __init__(self, prospect: Prospect) -> None:
        self._prospect = prospect
        self._counted = False  # one was seen: then the others are, under the last item too

    def among(self, readings: Sequence[Candidate], stack: Sequence[OpenList]) -> Candidate | None:
        """The reading that numbers a resolution, in a style of its own; None if none does.

        Movers follow it, and the items are counted by a list of another shape that goes on below; where it is
        called a resolution on a line of its own ("COUNCIL RESOLUTION 2024/112"), who moved it or what is said below it.
        """
        if headed := next((c for c in readings if c.style == STYLE), None):
            below = self._prospect.below(headed)
            return headed if opens_with_movers(below) or _SAID.match(below) else None
        for c in readings if stack else ():
            if not (c.style.startswith("ref") and opens_with_movers(c.follow)) or stack[0].style == c.style:
                continue
            if self._counted or self._prospect.comes(stack[0], c.line):
                self._counted = True
                return replace(c, style=STYLE)
        return None


def bring_inmost(stack: list[OpenList]) -> int | None:
    """Put the list of resolutions inside the parts of the business that are open; its depth, None if it is not open.

    They are counted through the year, whatever part they stand in.
    """
    depth = next((d for d, last in enumerate(stack) if last.style == STYLE), None)
    if depth is None:
        return None
    counted = stack.pop(depth)
    parts = [d for d, last in enumerate(stack) if last.style == "decimal"]
    depth = max([depth, *(d + 1 for d in parts)])
    stack.insert(depth, counted)
    return depth

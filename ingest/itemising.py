"""Which printed numbers are those of items of business: the others count paragraphs, clauses and bullets."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from ingest.block import Block
from ingest.captions import Reach
from ingest.governing import Governing
from ingest.openings import Opening, opening_of
from ingest.sequences import Mark

_STYLES = (
    "nought",
    "dot",
    "plain",
    "paren",
    "close",
    "colon",
    "ROMAN.",
    "(LETTER)",
    "LETTER)",
    "LETTER:",
    "LETTER.",
    "roman.",
)
_ALWAYS = ("ref", "keyed item", "keyed minute", "keyed agenda")


def lists_of(blocks: Sequence[Block]) -> dict[int, list[Block]]:
    """The members of each list, by its series."""
    members: dict[int, list[Block]] = defaultdict(list)
    for block in blocks:
        if block.mark:
            members[block.mark.series].append(block)
    return dict(members)


class Itemising:
    """Tells lists of items from lists inside items; a list is judged once, where it begins."""

    def __init__(self, blocks: Sequence[Block], members: Mapping[int, Sequence[Block]]) -> None:
        self._members = members
        self._restarts = _restarts(blocks, members)
        self._judged: dict[int, bool] = {}

    def is_item(self, block: Block, governing: Governing) -> bool:
        """Whether the number of a block is that of an item; False where it has none."""
        if block.mark is None:
            return False
        series = block.mark.series
        if series not in self._judged:
            self._judged[series] = self._lists_items(block, block.mark, governing)
        return self._judged[series]

    def _lists_items(self, block: Block, mark: Mark, governing: Governing) -> bool:
        style = mark.candidate.style
        if style in ("resolution", "planning") or style.startswith(_ALWAYS):
            return True
        members = self._members[mark.series]
        titled = sum(b.heading for b in members) * 2 >= len(members)
        if style == "sub":
            return titled
        if style == "(letter)":
            return mark.depth == 0 and all(b.heading and b.caption is None for b in members)
        if style == "decimal":
            few = titled and len(members) < 3 and block.text.isupper()
            outermost = mark.depth == 0 and len(mark.candidate.value) == 2
            return outermost and (few or all(b.heading and b.caption is None for b in members))
        if style not in _STYLES or mark.depth > 0 or governing.governs_list():
            return False
        if governing.caption is not None and governing.caption.reach is Reach.MARK and not titled:
            return False
        return titled or self._restarts[style] == 1


def _restarts(blocks: Sequence[Block], members: Mapping[int, Sequence[Block]]) -> Counter[str]:
    """How often an outermost list of each style begins within one meeting, at the most."""
    most: Counter[str] = Counter()
    here: Counter[str] = Counter()
    last: Opening | None = None
    for block in blocks:
        opening = opening_of(block.text) if block.mark is None else None
        if opening and (last is None or opening.is_other(last)):
            here.clear()
        last = opening or last
        if block.mark and block.mark.depth == 0 and members[block.mark.series][0] is block:
            here[block.mark.candidate.style] += 1
            most |= here
    return most

"""Paragraphs within paragraphs: which numbered paragraph holds the one that is read now ("2(a)(i)")."""

from __future__ import annotations

from ingest.resolutions import STYLE
from ingest.sequences import Mark

_FIGURES = ("dot", "plain", "paren", "close", "colon", "decimal")
_HOLDS = frozenset((*_FIGURES, "letter)", "letter.", "(letter)", "roman)", "roman.", "(roman)"))
_HELD = (_HOLDS - {"decimal"}) | {STYLE}  # a decimal says itself where it stands


class Nest:
    """The numbers in force, outermost first."""

    def __init__(self) -> None:
        self._open: list[Mark] = []
        self._titled: set[Mark] = set()  # they head a part of the item

    def clear(self) -> None:
        """Forget all: a caption or a heading stands between."""
        self._open = []

    def leave_clauses(self) -> None:
        """A sentence without a number leads in another list: the lettered one above it is over."""
        while self._open and not (
            self._open[-1].candidate.style in _FIGURES or self._open[-1] in self._titled
        ):
            self._open.pop()

    def enter(self, mark: Mark, *, titled: bool = False) -> tuple[str, ...]:
        """Go on to a number, of a heading if `titled`; returns the printed numbers of the paragraphs that hold it."""
        if titled:
            self._titled.add(mark)
        while self._open and self._open[-1].depth >= mark.depth:
            self._open.pop()
        within = tuple(m.candidate.printed for m in self._open) if mark.candidate.style in _HELD else ()
        if mark.candidate.style in _HOLDS:
            self._open.append(mark)
        return _last_whole(within, self._open)


def _last_whole(within: tuple[str, ...], opened: list[Mark]) -> tuple[str, ...]:
    """Drop what stands above a decimal: 7.3(a) is said without the 7."""
    for n in reversed(range(len(within))):
        if opened[n].candidate.style == "decimal":
            return within[n:]
    return within

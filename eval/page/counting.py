"""What the pictures count: the rank at which gold is found, what became of answerable and unanswerable questions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from eval.misses import cause_of
from eval.report import Report, values_of
from eval.resampling import Measured, measure
from eval.run import Row


class Fate(StrEnum):
    """What became of a question; one that could not be asked counts as answered wrong."""

    RIGHT = "answered, all of it right"
    WRONG = "answered, not all of it right"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Fates:
    """How many questions of one kind met each fate; of the unanswerable, none is answered right."""

    answerable: bool
    counts: Mapping[Fate, int]

    @property
    def asked(self) -> int:
        """How many there are."""
        return sum(self.counts.values())

    @property
    def in_order(self) -> tuple[Fate, ...]:
        """The fates, what is best first."""
        best_first = (Fate.RIGHT, Fate.WRONG, Fate.REFUSED)
        return best_first if self.answerable else (Fate.REFUSED, Fate.WRONG, Fate.RIGHT)


def fates(report: Report) -> dict[str, Fates]:
    """By type: types that are answerable first; one with both kinds of question is told of as two."""
    told: dict[str, Fates] = {}
    for answerable in (True, False):
        for kind, rows in report.apart("type").items():
            of = [row for row in rows if row.answerable is answerable]
            if of:
                both = "" if len(of) == len(rows) or answerable else " (unanswerable)"
                told[kind + both] = _fates(of, answerable=answerable)
    return told


def _fates(rows: Sequence[Row], *, answerable: bool) -> Fates:
    counts = Counter(map(_fate, rows))
    return Fates(answerable, {fate: counts[fate] for fate in Fate})


def _fate(row: Row) -> Fate:
    if row.error or (row.answered and cause_of(row)):
        return Fate.WRONG
    return Fate.RIGHT if row.answered else Fate.REFUSED


def found_by_rank(rows: Sequence[Row]) -> list[Measured]:
    """The share of questions with a gold unit among the first k hits, for k from 1 to 10.

    It follows from the reciprocal rank, which is 1 over the rank of the first gold unit, 0 beyond 10.
    """
    ranks = [round(1 / value) if value else None for value in values_of(rows, "rr")]
    return [measure([float(rank is not None and rank <= k) for rank in ranks]) for k in range(1, 11)]

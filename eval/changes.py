"""What changed from one report to another over the questions they share: better, worse, changed, with significance.

A question is better where a measure of it rose and none fell, worse the other way round, changed where some rose and
some fell; a measure is better or worse where its mean is, and surely so where the paired bootstrap leaves out 0.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from eval.measures.catalogue import MEASURES
from eval.report import Report
from eval.resampling import Difference, compare
from eval.run import Row

EXACT = 1e-9
"""What two figures may differ by and be the same: the last digits of a sum."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One measure over the questions that two reports share.

    Attributes:
        before, after: its means. gain: how much better it became, below 0 where it became worse.
        better, worse: ids of the questions of which it became so.
        asked: questions that have it in both.
    """

    name: str
    before: float
    after: float
    difference: Difference
    better: tuple[str, ...]
    worse: tuple[str, ...]
    asked: int

    @property
    def gain(self) -> float:
        """How much better it became; 0 where there is nothing to compare."""
        by = self.difference.by if MEASURES[self.name].rises else -self.difference.by
        return 0.0 if math.isnan(by) or abs(by) <= EXACT else by


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two reports over the questions that both have, by id.

    Attributes:
        changes: by measure, those that either report has values of.
        better, worse, changed: ids of the questions, in the order of the second report.
        only_before, only_after: ids that one report has alone.
        same_file: whether both are of one question file, byte for byte: else the gold may have changed too.
    """

    changes: tuple[Change, ...]
    better: tuple[str, ...]
    worse: tuple[str, ...]
    changed: tuple[str, ...]
    shared: int
    only_before: tuple[str, ...]
    only_after: tuple[str, ...]
    same_file: bool = True

    @property
    def fallen(self) -> tuple[Change, ...]:
        """The measures that became worse, however little."""
        return tuple(change for change in self.changes if change.gain < 0)

    @property
    def risen(self) -> tuple[Change, ...]:
        """The measures that became better, however little."""
        return tuple(change for change in self.changes if change.gain > 0)


def compare_reports(before: Report, after: Report) -> Comparison:
    """Compare two reports, question by question."""
    first = {row.id: row for row in before.rows}
    pairs = [(first[row.id], row) for row in after.rows if row.id in first]
    changes = tuple(_change(name, pairs) for name in MEASURES if _asked(name, pairs))
    better = _ids(change.better for change in changes)
    worse = _ids(change.worse for change in changes)
    order = [row.id for _, row in pairs]
    return Comparison(
        changes=changes,
        better=tuple(id_ for id_ in order if id_ in better - worse),
        worse=tuple(id_ for id_ in order if id_ in worse - better),
        changed=tuple(id_ for id_ in order if id_ in better & worse),
        shared=len(pairs),
        only_before=tuple(id_ for id_ in first if id_ not in set(order)),
        only_after=tuple(row.id for row in after.rows if row.id not in first),
        same_file=before.about.sha256 == after.about.sha256,
    )


def _change(name: str, pairs: Sequence[tuple[Row, Row]]) -> Change:
    before = [first.scores.get(name, ()) for first, _ in pairs]
    after = [second.scores.get(name, ()) for _, second in pairs]
    sign = 1 if MEASURES[name].rises else -1
    gains = [
        (row.id, sign * (_mean(new) - _mean(old)))
        for (_, row), old, new in zip(pairs, before, after, strict=True)
        if old and new
    ]
    return Change(
        name=name,
        before=_mean([value for values in before for value in values]),
        after=_mean([value for values in after for value in values]),
        difference=compare(before, after),
        better=tuple(id_ for id_, gain in gains if gain > EXACT),
        worse=tuple(id_ for id_, gain in gains if gain < -EXACT),
        asked=len(gains),
    )


def _asked(name: str, pairs: Sequence[tuple[Row, Row]]) -> bool:
    return any(row.scores.get(name) for pair in pairs for row in pair)


def _ids(of: Iterable[tuple[str, ...]]) -> set[str]:
    return {id_ for ids in of for id_ in ids}


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else math.nan

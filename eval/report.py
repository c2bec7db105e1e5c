"""Rows become a report: each measure's mean with its interval, for all questions and for each kind of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from eval.measures.catalogue import MEASURES
from eval.placing import GROUPINGS
from eval.resampling import Measured, measure
from eval.run import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Latency:
    """Seconds that half, and 95 of 100, of `n` questions took at most (linear between two)."""

    p50: float
    p95: float
    n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What was evaluated.

    Attributes:
        system: its name. version: of Minutebook, which judged it.
        questions: name of the question file. sha256: of its bytes.
        documents, passages: how many the store held; None where there was no store.
        made_at: ISO 8601, UTC.
    """

    system: str
    version: str = ""
    questions: str = ""
    sha256: str = ""
    documents: int | None = None
    passages: int | None = None
    made_at: str = ""


@dataclass(frozen=True)
class Report:
    """What an evaluation came to; what is counted of its rows is counted once, when it is first asked for."""

    rows: tuple[Row, ...]
    about: About = field(default_factory=lambda: About(system="minutebook"))

    @cached_property
    def metrics(self) -> dict[str, Measured]:
        """Every measure over all questions, by name."""
        return _metrics(self.rows)

    @cached_property
    def groups(self) -> dict[str, dict[str, dict[str, Measured]]]:
        """Every measure by grouping and group: `groups["type"]["who"]["joint"]`."""
        return {
            grouping: {name: _metrics(rows) for name, rows in self.apart(grouping).items()}
            for grouping in GROUPINGS
        }

    @cached_property
    def latency(self) -> dict[str, Latency]:
        """How long each stage took, by name, in the order of the first question that was timed; "total" last."""
        stages = dict.fromkeys(stage for row in self.rows for stage in row.seconds if stage != "total")
        return {
            stage: _latency([row.seconds[stage] for row in self.rows if stage in row.seconds])
            for stage in (*stages, "total")
            if any(stage in row.seconds for row in self.rows)
        }

    @property
    def peak_memory(self) -> int | None:
        """The bytes that a process which asked the questions held at most, None where the machine does not tell."""
        return max((row.peak_memory for row in self.rows if row.peak_memory is not None), default=None)

    def apart(self, grouping: str) -> dict[str, list[Row]]:
        """The rows of each group, by its name in order; `grouping` is one of `GROUPINGS`."""
        groups: dict[str, list[Row]] = {}
        for row in self.rows:
            name = row.type if grouping == "type" else getattr(row.place, grouping)
            groups.setdefault(name, []).append(row)
        return dict(sorted(groups.items()))

    def failures(self, floors: Mapping[str, float], ceilings: Mapping[str, float]) -> list[str]:
        """A line for each measure below its floor or above its ceiling, or that nothing was measured for."""
        metrics = self.metrics
        low = [
            f"{name} is {metrics[name].mean:.3f}, below {floor:g}"
            for name, floor in floors.items()
            if not metrics[name].mean >= floor
        ]
        high = [
            f"{name} is {metrics[name].mean:.3f}, above {ceiling:g}"
            for name, ceiling in ceilings.items()
            if not metrics[name].mean <= ceiling
        ]
        return low + high


def values_of(rows: Iterable[Row], name: str) -> list[float]:
    """All values of a measure, question by question."""
    return [value for row in rows for value in row.scores.get(name, ())]


def _metrics(rows: Sequence[Row]) -> dict[str, Measured]:
    return {name: measure(values_of(rows, name)) for name in MEASURES}


def _latency(seconds: Sequence[float]) -> Latency:
    p50, p95 = np.percentile(seconds, [50, 95])
    return Latency(p50=float(p50), p95=float(p95), n=len(seconds))

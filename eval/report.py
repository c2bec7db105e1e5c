"""Rows become a report: each measure's mean with its interval, a table for people and JSON for scripts."""

from __future__ import annotations

import json
import math
import random
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from eval.run import Row

MEANINGS = {
    "recall5": "gold units among the first five hits",
    "recall10": "gold units among the first ten hits",
    "rr": "one over the rank of the first gold unit",
    "prec": "citations that are right",
    "rec": "gold units that are cited",
    "nug": "nuggets that the answer says",
    "joint": "answers with all of it right at once",
    "wrong_para": "right document, wrong paragraph",
    "printed": "right citations under their printed number",
    "exact_quote": "quotes that stand in their passage",
    "abstain_recall": "unanswerable questions refused",
    "false_refusal": "answerable questions refused",
    "abstain_precision": "refusals that were right",
}
_RESAMPLES = 1000
_SEED = 7
_BY_TYPE = ("recall5", "prec", "rec", "nug", "joint")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A mean over `n` values and its 95% interval by resampling; all nan where n is 0."""

    mean: float
    low: float
    high: float
    n: int


@dataclass(frozen=True, slots=True)
class Report:
    """What an evaluation came to."""

    rows: tuple[Row, ...]

    @property
    def metrics(self) -> dict[str, Measured]:
        """Every measure, by name.

        With U unanswerable questions, A answerable ones and R refused: abstain_recall = |R and U| / |U|,
        false_refusal = |R and A| / |A|, abstain_precision = |R and U| / |R|. The others are means over A,
        `printed` and `exact_quote` over all its citations.
        """
        return {name: _measure(values) for name, values in _values(self.rows).items()}

    def table(self) -> str:
        """The measures, then the types of question, then the cases that failed."""
        answerable = sum(row.answerable for row in self.rows)
        lines = [f"{len(self.rows)} questions, {answerable} answerable", ""]
        lines += [f"{'measure':18s}  mean   95% interval      n  what it counts"]
        lines += [
            f"{name:18s} {m.mean:5.3f}  {m.low:5.3f} to {m.high:5.3f}  {m.n:5d}  {MEANINGS[name]}"
            for name, m in self.metrics.items()
        ]
        lines += [
            "",
            f"{'type of question':22s}    n  answered" + "".join(f"{name:>9s}" for name in _BY_TYPE),
        ]
        lines += [_by_type(kind, self.rows) for kind in sorted({row.type for row in self.rows})]
        lines += [f"{row.id} failed: {row.error}" for row in self.rows if row.error]
        return "\n".join(lines)

    def as_json(self) -> str:
        """The measures and every row; a mean over nothing is null."""
        metrics = {
            name: {key: None if math.isnan(value) else value for key, value in asdict(measured).items()}
            for name, measured in self.metrics.items()
        }
        rows = [{key: value for key, value in asdict(row).items() if key != "record"} for row in self.rows]
        return json.dumps({"metrics": metrics, "rows": rows}, indent=1, allow_nan=False)

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


def _values(rows: Sequence[Row]) -> dict[str, list[float]]:
    scores = [row.scores for row in rows if row.scores]
    values: dict[str, list[float]] = {
        name: [getattr(s, name) for s in scores]
        for name in ("recall5", "recall10", "rr", "prec", "rec", "nug", "joint", "wrong_para")
    }
    values["printed"] = [value for s in scores for value in s.printed]
    values["exact_quote"] = [value for s in scores for value in s.exact_quote]
    values["abstain_recall"] = [float(not row.answered) for row in rows if not row.answerable]
    values["false_refusal"] = [float(not row.answered) for row in rows if row.answerable]
    values["abstain_precision"] = [float(not row.answerable) for row in rows if not row.answered]
    return values


def _measure(values: Sequence[float]) -> Measured:
    if not values:
        return Measured(mean=math.nan, low=math.nan, high=math.nan, n=0)
    chance = random.Random(_SEED)  # noqa: S311 - resampling, no secret; the same interval every time
    means = sorted(_mean(chance.choices(values, k=len(values))) for _ in range(_RESAMPLES))
    low, high = means[int(0.025 * _RESAMPLES)], means[int(0.975 * _RESAMPLES)]
    return Measured(mean=_mean(values), low=low, high=high, n=len(values))


def _by_type(kind: str, rows: Sequence[Row]) -> str:
    of_kind = [row for row in rows if row.type == kind]
    scores = [row.scores for row in of_kind if row.scores]
    answered = _mean([float(row.answered) for row in of_kind])
    cells = [
        f"{_mean([getattr(s, name) for s in scores]):9.2f}" if scores else f"{'-':>9s}" for name in _BY_TYPE
    ]
    return f"{kind:22s} {len(of_kind):4d} {answered:9.2f}" + "".join(cells)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)

"""How sure a mean is: bootstrap intervals, and the paired bootstrap for two systems over the same questions.

Source: Efron and Tibshirani, An Introduction to the Bootstrap, 1993; paired over questions as in Koehn, EMNLP 2004.
Every resample is drawn from one fixed seed: the same values give the same interval, always.
"""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

RESAMPLES = 1000
_SEED = 7
_LOW, _HIGH = int(0.025 * RESAMPLES), int(0.975 * RESAMPLES)
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A mean over `n` values and its 95% interval by resampling; all nan where n is 0."""

    mean: float
    low: float
    high: float
    n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """How much a second mean is above a first, over the same questions; all nan where either is of nothing.

    Attributes:
        low, high: its 95% interval.
        p: how often chance alone would make such a difference (two-sided), above 0 and up to 1.
    """

    by: float
    low: float
    high: float
    p: float

    @property
    def significant(self) -> bool:
        """Whether the interval leaves out 0."""
        return self.low > 0 or self.high < 0


def measure(values: Sequence[float]) -> Measured:
    """The mean with its percentile interval, each value drawn for itself."""
    if not values:
        return Measured(mean=math.nan, low=math.nan, high=math.nan, n=0)
    means = np.sort(np.asarray(values, dtype=float)[_draws(len(values))].mean(axis=1))
    mean = sum(values) / len(values)
    return Measured(mean=mean, low=float(means[_LOW]), high=float(means[_HIGH]), n=len(values))


def compare(first: Sequence[Sequence[float]], second: Sequence[Sequence[float]]) -> Difference:
    """The difference of the means over all values, second less first, resampled question by question.

    `first` and `second` hold the values of each question, in the same order of questions, any number of them each.
    p = 2 min(P(d* <= 0), P(d* >= 0)) over the resampled differences d*, each count raised by one.
    """
    if not any(first) or not any(second):
        return Difference(by=math.nan, low=math.nan, high=math.nan, p=math.nan)
    draws = _draws(len(first))
    before, after = _sums(first), _sums(second)
    with np.errstate(invalid="ignore", divide="ignore"):  # a resample may hold no value at all
        drawn = _means(after[draws].sum(axis=1)) - _means(before[draws].sum(axis=1))
    apart = np.sort(drawn[np.isfinite(drawn)])
    by = float(_means(after.sum(axis=0)) - _means(before.sum(axis=0)))
    if not apart.size:
        return Difference(by=by, low=math.nan, high=math.nan, p=math.nan)
    tail = min((apart <= 0).sum(), (apart >= 0).sum())
    return Difference(
        by=by,
        low=float(apart[int(0.025 * apart.size)]),
        high=float(apart[min(int(0.975 * apart.size), apart.size - 1)]),
        p=min(1.0, 2 * (int(tail) + 1) / (apart.size + 1)),
    )


def _draws(n: int) -> NDArray[np.intp]:
    """Which values each resample holds, shape (RESAMPLES, n): what `random.Random(7).choices` would draw, faster."""
    *key, position = random.Random(_SEED).getstate()[1]  # noqa: S311 - resampling, no secret
    stream = np.random.RandomState()
    stream.set_state(("MT19937", np.array(key, dtype=np.uint32), position, 0, 0.0))
    return (stream.random_sample((RESAMPLES, n)) * n).astype(np.intp)


def _sums(values: Sequence[Sequence[float]]) -> Floats:
    """The sum and the number of the values of each question, shape (n, 2)."""
    return np.array([(sum(each), len(each)) for each in values], dtype=float)


def _means(sums: Floats) -> Floats:
    return np.asarray(sums[..., 0] / sums[..., 1])

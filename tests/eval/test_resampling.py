"""Intervals and differences by resampling: the same every time, and as wide as they ought to be."""

import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.resampling import RESAMPLES, compare, measure

VALUES = st.lists(st.sampled_from([0.0, 0.25, 1.0]), min_size=1, max_size=50)


@given(VALUES)
def test_the_interval_is_that_of_python_random_choices_of_seed_7(values):
    chance = random.Random(7)  # noqa: S311
    means = sorted(
        sum(drawn) / len(drawn) for drawn in (chance.choices(values, k=len(values)) for _ in range(1000))
    )
    found = measure(values)
    assert (found.low, found.high) == pytest.approx((means[25], means[975]), abs=1e-12)


@given(VALUES)
def test_the_interval_lies_within_the_values_and_holds_the_mean_or_nearly(values):
    found = measure(values)
    assert min(values) - 1e-12 <= found.low <= found.high <= max(values) + 1e-12
    assert found.n == len(values)


def test_more_values_make_a_narrower_interval():
    few, many = measure([0.0, 1.0] * 10), measure([0.0, 1.0] * 1000)
    assert few.high - few.low > 5 * (many.high - many.low)


def test_nine_of_ten_intervals_and_more_hold_the_true_mean():
    chance = random.Random(1)  # noqa: S311
    samples = ([float(chance.random() < 0.3) for _ in range(60)] for _ in range(200))
    held = sum(m.low <= 0.3 <= m.high for m in map(measure, samples))
    assert 180 <= held < 200


def test_nothing_has_no_mean():
    assert math.isnan(measure([]).mean)
    assert measure([]).n == 0


def test_a_difference_is_that_of_the_means_over_all_values():
    assert compare([(1.0, 0.0), ()], [(1.0,), (1.0, 1.0)]).by == 0.5


def test_pairing_finds_what_unpaired_intervals_hide():
    """Every question a little better is sure, however far apart the questions are."""
    before = [(n / 100,) for n in range(100)]
    after = [(n / 100 + 0.01,) for n in range(100)]
    found = compare(before, after)
    assert found.significant
    assert (found.low, found.high) == pytest.approx((0.01, 0.01))
    first, second = (measure([v for values in of for v in values]) for of in (before, after))
    assert first.high > second.low


def test_p_is_never_nothing_and_at_most_1():
    assert compare([(0.0,)] * 30, [(1.0,)] * 30).p == pytest.approx(2 / (RESAMPLES + 1))
    assert compare([(1.0,)] * 30, [(1.0,)] * 30).p == 1


def test_a_difference_to_nothing_is_none():
    assert math.isnan(compare([()], [(1.0,)]).by)
    assert not compare([()], [(1.0,)]).significant


def test_values_that_are_almost_never_drawn_still_have_a_difference():
    found = compare([(1.0,), *[()] * 9], [(0.0,), *[()] * 9])
    assert (found.by, found.low, found.high) == (-1, -1, -1)

"""The ranking measures are those of `ir-measures`, which asks trec_eval."""

import math

import ir_measures
import pytest
from hypothesis import given
from hypothesis import strategies as st
from ir_measures import RR, R, nDCG

from eval.cases import Unit
from eval.matching import Matcher
from eval.measures.ranking import ndcg_at, recall_at, reciprocal_rank
from eval.shown import Shown

UNITS = [Unit(doc="board.txt", anchor=f"<point {n}>") for n in range(6)]
MATCHER = Matcher(UNITS)


def hit(n):
    """The nth unit as a hit; past the units, a passage that is none."""
    return Shown(source="board.txt", text=f"It was said: <point {n}>.")


def ranked(hits):
    """A run for ir-measures: the first hit of a unit under its name, every other under one of its own."""
    seen, run = set(), {}
    for rank, n in enumerate(hits):
        run[f"{n}" if n not in seen else f"again at {rank}"] = 1.0 - rank / 100
        seen.add(n)
    return {"q": run}


@given(
    hits=st.lists(st.integers(min_value=0, max_value=20), max_size=14),
    gold=st.sets(st.integers(min_value=0, max_value=5), min_size=1),
)
def test_recall_gain_and_rank_are_those_of_ir_measures(hits, gold):
    measures = [R @ 1, R @ 5, R @ 10, nDCG @ 10, RR @ 10]
    theirs = ir_measures.calc_aggregate(measures, {"q": {str(n): 1 for n in gold}}, ranked(hits))
    shown, units = [hit(n) for n in hits], [UNITS[n] for n in sorted(gold)]
    ours = {
        **{R @ k: recall_at(shown, units, k, MATCHER) for k in (1, 5, 10)},
        nDCG @ 10: ndcg_at(shown, units, 10, MATCHER),
        RR @ 10: reciprocal_rank(shown, units, MATCHER),
    }
    assert ours == pytest.approx({m: 0.0 if math.isnan(theirs[m]) else theirs[m] for m in measures}, abs=1e-9)


def test_the_gain_of_a_hit_is_discounted_by_its_rank():
    """Gold at ranks 1 and 3 of two: (1 + 1/2) / (1 + 1/log2 3)."""
    gained = ndcg_at([hit(0), hit(9), hit(1)], UNITS[:2], 10, MATCHER)
    assert gained == pytest.approx((1 + 1 / 2) / (1 + 1 / math.log2(3)))
    assert ndcg_at([hit(9), hit(0)], UNITS[:1], 10, MATCHER) == pytest.approx(1 / math.log2(3))


def test_a_unit_that_is_shown_twice_gains_once():
    assert ndcg_at([hit(0), hit(0)], UNITS[:2], 10, MATCHER) == ndcg_at([hit(0)], UNITS[:2], 10, MATCHER)


def test_what_comes_after_the_tenth_hit_gains_nothing():
    assert ndcg_at([*[hit(9)] * 10, hit(0)], UNITS[:1], 10, MATCHER) == 0


@given(
    hits=st.lists(st.integers(min_value=0, max_value=8), max_size=10),
    gold=st.sets(st.integers(min_value=0, max_value=5), min_size=1),
    place=st.integers(min_value=0, max_value=9),
)
def test_moving_a_gold_hit_up_never_lowers_a_measure(hits, gold, place):
    if place + 1 >= len(hits) or hits[place + 1] not in gold or hits[place] in gold:
        return
    better = [*hits]
    better[place], better[place + 1] = hits[place + 1], hits[place]
    units = [UNITS[n] for n in sorted(gold)]

    def told(of):
        shown = [hit(n) for n in of]
        return (
            *(recall_at(shown, units, k, MATCHER) for k in (1, 5, 10)),
            ndcg_at(shown, units, 10, MATCHER),
            reciprocal_rank(shown, units, MATCHER),
        )

    assert all(a <= b + 1e-12 for a, b in zip(told(hits), told(better), strict=True))

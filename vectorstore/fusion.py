"""Two rankings become one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

_K = 60


def reciprocal_rank_fusion(rankings: Sequence[Sequence[int]]) -> Mapping[int, float]:
    """Sum of 1 / (60 + rank) over the rankings that hold an item, ranks from 1.

    Source: Cormack, Clarke and Büttcher, SIGIR 2009.
    """
    scores: dict[int, float] = {}
    for ranking in rankings:
        for rank, item in enumerate(ranking, start=1):
            scores[item] = scores.get(item, 0.0) + 1 / (_K + rank)
    return scores

"""How well the right passages were found: recall, discounted gain and reciprocal rank over the hits.

A gold unit counts once, at its first hit, however often it comes.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log2

from eval.cases import Unit
from eval.matching import Matcher
from eval.shown import Shown


def recall_at(hits: Sequence[Shown], gold: Sequence[Unit], k: int, matcher: Matcher) -> float:
    """Gold units found: |{g in G : g is one of H[1..k]}| / |G|, 0 to 1.

    With more gold units than k it cannot reach 1. Source: Manning, Raghavan and Schütze, Introduction to Information
    Retrieval, 2008, section 8.4.
    """
    return sum(matcher.is_shown(unit, hits[:k]) for unit in gold) / len(gold)


def reciprocal_rank(hits: Sequence[Shown], gold: Sequence[Unit], matcher: Matcher) -> float:
    """1 / rank of the first of H[1..10] that is a gold unit; 0 if none is.

    Its mean is the MRR. Source: Voorhees, The TREC-8 Question Answering Track Report, 1999.
    """
    ranks = (n for n, hit in enumerate(hits[:10], 1) if matcher.is_any(hit, gold))
    return 1 / next(ranks, float("inf"))


def ndcg_at(hits: Sequence[Shown], gold: Sequence[Unit], k: int, matcher: Matcher) -> float:
    """Discounted gain of the first k hits over the best possible, 0 to 1.

    DCG = sum over r = 1..k of gain(r) / log2(r + 1), where gain(r) is 1 if H[r] is a gold unit that no earlier hit is,
    else 0; over the same for the distinct gold units in the first places. Source: Järvelin and Kekäläinen, ACM TOIS
    20(4), 2002, with the discount of Burges et al., ICML 2005.
    """
    missing, gained = set(gold), 0.0
    best = sum(1 / log2(rank + 1) for rank in range(1, min(len(missing), k) + 1))
    for rank, hit in enumerate(hits[:k], 1):
        new = {unit for unit in missing if matcher.is_unit(hit, unit)}
        missing -= new
        gained += 1 / log2(rank + 1) if new else 0.0
    return gained / best

"""How well an answer cites: the right units, all of them, under their printed numbers, in their words."""

from __future__ import annotations

from collections.abc import Sequence

from eval.cases import Case, Unit
from eval.matching import Matcher, is_named, is_verbatim
from eval.shown import Shown


def best_gold(case: Case, cited: Sequence[Shown], matcher: Matcher) -> tuple[Unit, ...]:
    """G: of the sets that are equally right, the one of highest citation recall; the earlier on a tie."""
    return max(case.golds, key=lambda gold: citation_recall(cited, gold, matcher))


def citation_precision(case: Case, cited: Sequence[Shown], matcher: Matcher) -> float:
    """Citations that are right: |{c in C : c is in A}| / |C|; 0 without citations.

    It is 0 too where a forbidden unit is cited before any right one: then that was presented as the answer.
    After the citation precision of ALCE (Gao et al., EMNLP 2023), with a person's gold in place of a judge.
    """
    right = [matcher.is_any(one, case.citable) for one in cited]
    first = right.index(True) if True in right else len(right)
    if not cited or any(matcher.is_any(one, case.forbidden) for one in cited[:first]):
        return 0.0
    return sum(right) / len(right)


def citation_recall(cited: Sequence[Shown], gold: Sequence[Unit], matcher: Matcher) -> float:
    """Gold units cited: |{g in G : g is in C}| / |G|; 0 where G is empty. After ALCE, as above."""
    return sum(matcher.is_shown(unit, cited) for unit in gold) / len(gold) if gold else 0.0


def harmonic_mean(precision: float, recall: float) -> float:
    """F1 = 2PR / (P + R); 0 where both are. Source: van Rijsbergen, Information Retrieval, 1979, chapter 7.

    >>> harmonic_mean(1.0, 0.5), harmonic_mean(0.0, 0.0)
    (0.6666666666666666, 0.0)
    """
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def printed_right(cited: Sequence[Shown], gold: Sequence[Unit], matcher: Matcher) -> tuple[float, ...]:
    """For each gold unit with a printed number and each citation that is it: 1 if cited under that number."""
    return tuple(
        float(is_named(one, unit))
        for unit in gold
        if unit.printed
        for one in cited
        if matcher.is_unit(one, unit)
    )


def all_numbered(cited: Sequence[Shown], gold: Sequence[Unit], matcher: Matcher) -> bool:
    """Whether every gold unit that has a printed number is cited under it."""
    return all(
        any(matcher.is_unit(one, unit) and is_named(one, unit) for one in cited)
        for unit in gold
        if unit.printed
    )


def exact_quotes(cited: Sequence[Shown]) -> tuple[float, ...]:
    """For each citation: 1 if its quote is there and stands word for word in its passage."""
    return tuple(float(is_verbatim(one)) for one in cited)


def wrong_paragraph(case: Case, cited: Sequence[Shown], matcher: Matcher) -> float:
    """1 if the right document is cited but no citation is right: the near miss that misleads most."""
    docs = {unit.doc for unit in case.citable}
    right = any(matcher.is_any(one, case.citable) for one in cited)
    return float(not right and any(one.source in docs for one in cited))

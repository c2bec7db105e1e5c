"""The measures of one answer to an answerable question, each a pure function with its formula.

Below, C are the passages that the answer cites, in order, H its hits by rank, G the gold units (of several
sets that are equally right, the one that the citations meet best), A every unit that may be cited. "Is" is
`Matcher.is_unit`. All measures lie between 0 and 1.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from eval.cases import Case, Unit
from eval.matching import Matcher, is_named, is_verbatim, says
from eval.shown import Prediction, Shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """What the answer to an answerable question scored; `printed` and `exact_quote`: one value a citation."""

    recall5: float
    recall10: float
    rr: float
    prec: float
    rec: float
    nug: float
    joint: float
    wrong_para: float
    printed: tuple[float, ...]
    exact_quote: tuple[float, ...]


def score(case: Case, prediction: Prediction, matcher: Matcher) -> Scores:
    """Judge the answer to an answerable case; a refusal scores 0 on all but retrieval."""
    gold = best_gold(case, prediction.citations, matcher)
    hits, cited = prediction.hits, prediction.citations
    retrieval = {
        "recall5": recall_at(hits, gold, 5, matcher),
        "recall10": recall_at(hits, gold, 10, matcher),
        "rr": reciprocal_rank(hits, gold, matcher),
    }
    if not prediction.answered:
        empty = dict.fromkeys(("prec", "rec", "nug", "joint", "wrong_para"), 0.0)
        return Scores(**retrieval, **empty, printed=(), exact_quote=())
    prec = citation_precision(case, cited, matcher)
    rec = citation_recall(cited, gold, matcher)
    nug = nuggets_said(case, prediction.answer)
    quotes = exact_quotes(cited)
    whole = prec == rec == nug == 1 and all(quotes) and all_numbered(cited, gold, matcher)
    return Scores(
        **retrieval,
        prec=prec,
        rec=rec,
        nug=nug,
        joint=float(whole),
        wrong_para=wrong_paragraph(case, cited, matcher),
        printed=printed_right(cited, gold, matcher),
        exact_quote=quotes,
    )


def best_gold(case: Case, cited: Sequence[Shown], matcher: Matcher) -> tuple[Unit, ...]:
    """G: of the sets that are equally right, the one of highest citation recall; the earlier on a tie."""
    return max(case.golds, key=lambda gold: citation_recall(cited, gold, matcher))


def recall_at(hits: Sequence[Shown], gold: Sequence[Unit], k: int, matcher: Matcher) -> float:
    """Gold units found: |{g in G : g is one of H[1..k]}| / |G|."""
    return _mean([matcher.is_shown(unit, hits[:k]) for unit in gold])


def reciprocal_rank(hits: Sequence[Shown], gold: Sequence[Unit], matcher: Matcher) -> float:
    """1 / rank of the first of H[1..10] that is a gold unit; 0 if none is."""
    ranks = (n for n, hit in enumerate(hits[:10], 1) if matcher.is_any(hit, gold))
    return 1 / next(ranks, float("inf"))


def citation_precision(case: Case, cited: Sequence[Shown], matcher: Matcher) -> float:
    """Citations that are right: |{c in C : c is in A}| / |C|; 0 without citations.

    0 too if a forbidden unit is cited before any right one: it was presented as the answer.
    """
    right = [matcher.is_any(one, case.citable) for one in cited]
    first = right.index(True) if True in right else len(right)
    if not cited or any(matcher.is_any(one, case.forbidden) for one in cited[:first]):
        return 0.0
    return _mean(right)


def citation_recall(cited: Sequence[Shown], gold: Sequence[Unit], matcher: Matcher) -> float:
    """Gold units cited: |{g in G : g is in C}| / |G|; 0 where G is empty."""
    return _mean([matcher.is_shown(unit, cited) for unit in gold]) if gold else 0.0


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


def nuggets_said(case: Case, answer: str) -> float:
    """Nuggets said: |{n : the answer's text holds n as whole words}| / |nuggets|; 1 if none is wanted."""
    return _mean([says(answer, nugget) for nugget in case.nuggets]) if case.nuggets else 1.0


def wrong_paragraph(case: Case, cited: Sequence[Shown], matcher: Matcher) -> float:
    """1 if the right document is cited but no citation is right: the near miss that misleads most."""
    docs = {unit.doc for unit in case.citable}
    right = any(matcher.is_any(one, case.citable) for one in cited)
    return float(not right and any(one.source in docs for one in cited))


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)

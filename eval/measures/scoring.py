"""One case and what was shown for it become its scores: every measure that applies to it, by name."""

from __future__ import annotations

from collections.abc import Mapping

from eval.cases import Case
from eval.matching import Matcher
from eval.measures.citing import (
    all_numbered,
    best_gold,
    citation_precision,
    citation_recall,
    exact_quotes,
    harmonic_mean,
    printed_right,
    wrong_paragraph,
)
from eval.measures.ranking import ndcg_at, recall_at, reciprocal_rank
from eval.measures.saying import nuggets_said, strange_names, strange_numbers, unsupported
from eval.shown import Prediction

Scores = Mapping[str, tuple[float, ...]]
"""The values of a question by measure, each from 0 to 1: one, or one a citation or claim; none where it has no say."""

_REFUSABLE = {"near-miss": "abstain_near_miss", "false-premise": "abstain_false_premise"}


def score(case: Case, prediction: Prediction, matcher: Matcher) -> Scores:
    """Judge what was shown for a case.

    Found: of what can be answered. Cited and said: of what can be answered, and 0 for a refusal. Refused: of all.
    """
    scores: dict[str, tuple[float, ...]] = {}
    if case.answerable:
        scores |= _found(case, prediction, matcher) | _cited(case, prediction, matcher)
    if prediction.answered:
        scores["unsupported_numbers"] = unsupported(prediction, strange_numbers)
        scores["unsupported_names"] = unsupported(prediction, strange_names)
    return scores | _refused(case, refused=not prediction.answered)


def failed(case: Case) -> Scores:
    """The scores of a case that could not be asked: wrong in every respect, and no refusal."""
    nothing = Prediction(answered=False)
    scores = {
        name: (0.0,) * len(values) for name, values in score(case, nothing, Matcher()).items() if values
    }
    scores.pop("abstain_precision")
    return scores | ({"false_refusal": (1.0,)} if case.answerable else {})


def _found(case: Case, prediction: Prediction, matcher: Matcher) -> dict[str, tuple[float, ...]]:
    gold, hits = best_gold(case, prediction.citations, matcher), prediction.hits
    return {
        "recall1": (recall_at(hits, gold, 1, matcher),),
        "recall5": (recall_at(hits, gold, 5, matcher),),
        "recall10": (recall_at(hits, gold, 10, matcher),),
        "ndcg10": (ndcg_at(hits, gold, 10, matcher),),
        "rr": (reciprocal_rank(hits, gold, matcher),),
    }


def _cited(case: Case, prediction: Prediction, matcher: Matcher) -> dict[str, tuple[float, ...]]:
    single = ("prec", "rec", "f1", "nug", "nug_all", "joint", "wrong_para")
    if not prediction.answered:
        return dict.fromkeys(single, (0.0,)) | {"printed": (), "exact_quote": ()}
    cited = prediction.citations
    gold = best_gold(case, cited, matcher)
    prec, rec = citation_precision(case, cited, matcher), citation_recall(cited, gold, matcher)
    said, quotes = nuggets_said(case, prediction.answer), exact_quotes(cited)
    whole = prec == rec == 1 and all(said) and all(quotes) and all_numbered(cited, gold, matcher)
    values = (
        prec,
        rec,
        harmonic_mean(prec, rec),
        sum(said) / len(said) if said else 1.0,
        float(all(said)),
        float(whole),
        wrong_paragraph(case, cited, matcher),
    )
    return {name: (value,) for name, value in zip(single, values, strict=True)} | {
        "printed": printed_right(cited, gold, matcher),
        "exact_quote": quotes,
    }


def _refused(case: Case, *, refused: bool) -> dict[str, tuple[float, ...]]:
    told = (float(refused),)
    scores: dict[str, tuple[float, ...]] = (
        {"abstain_precision": (float(not case.answerable),)} if refused else {}
    )
    if case.answerable:
        return scores | {"false_refusal": told}
    apart = {name: told for ending, name in _REFUSABLE.items() if case.type.endswith(ending)}
    return scores | {"abstain_recall": told} | apart

"""What stands behind a row: the question, its gold, what was told for it, and each part of that as it was judged."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from eval.cases import Case, Unit
from eval.matching import Matcher
from eval.measures.citing import best_gold
from eval.measures.saying import nuggets_said, strange_names, strange_numbers
from eval.run import Told
from eval.shown import Shown, read_prediction

Texts = Callable[[Unit], str | None]
"""The whole text of a unit, None where it is not known."""


def evidence(case: Case, told: Told | None, matcher: Matcher, text_of: Texts) -> dict[str, Any]:
    """The evidence of one case, as it stands in a report."""
    asked = case.request

    def units(of: tuple[Unit, ...]) -> list[dict[str, str | None]]:
        return [{"doc": u.doc, "printed": u.printed, "anchor": u.anchor, "text": text_of(u)} for u in of]

    return {
        "question": asked.question,
        "history": [turn.question for turn in asked.history],
        "filters": {
            name: str(value)
            for name in ("council", "body", "date_from", "date_to")
            if (value := getattr(asked.filters, name))
        },
        "gold": [units(gold) for gold in case.golds],
        "also": units(case.also),
        "forbidden": units(case.forbidden),
        "nuggets": list(case.nuggets),
        "near": list(case.near),
        "answer": dict(told.record) if told else None,
        "judged": _judged(case, told.record, matcher) if told else None,
    }


def _judged(case: Case, record: Mapping[str, Any], matcher: Matcher) -> dict[str, Any]:
    shown = read_prediction(record)
    gold = best_gold(case, shown.citations, matcher)
    return {
        "gold": case.golds.index(gold),
        "ranks": [_first(unit, shown.hits, matcher) for unit in gold],
        "cited": [_first(unit, shown.citations, matcher) for unit in gold],
        "hits": [matcher.is_any(hit, case.citable) for hit in shown.hits],
        "citations": [matcher.is_any(cited, case.citable) for cited in shown.citations],
        "forbidden": [matcher.is_any(cited, case.forbidden) for cited in shown.citations],
        "nuggets": list(nuggets_said(case, shown.answer)),
        "unsupported": [
            strange
            for said in (shown.claims if shown.answered else ())
            for strange in (*strange_numbers(said.text, said.record), *strange_names(said.text, said.record))
        ],
    }


def _first(unit: Unit, shown: Sequence[Shown], matcher: Matcher) -> int | None:
    """At which place, from 1, the unit is first shown; None if it is not."""
    return next((n for n, one in enumerate(shown, 1) if matcher.is_unit(one, unit)), None)

"""A Case becomes the line of JSON that it is read from."""

from __future__ import annotations

import json
from typing import Any

from assistant.model import Turn
from eval.cases import Case, Unit
from vectorstore import Filters


def question_json(case: Case, **beside: Any) -> str:  # noqa: ANN401 - whatever JSON holds
    """One line of a question file; `beside` is what a case does not hold, such as a note.

    What is empty is left out, but for what every question has to say.
    """
    first, *others = case.golds
    record = {
        "id": case.id,
        "question": case.request.question,
        "type": case.type,
        "answerable": case.answerable,
        "gold": _units(first),
    }
    rest = {
        "nuggets": list(case.nuggets),
        "alt": [_units(other) for other in others],
        "also": _units(case.also),
        "forbidden": _units(case.forbidden),
        "near": list(case.near),
        "history": [message for turn in case.request.history for message in _messages(turn)],
        "filters": _filters(case.request.filters),
        **beside,
    }
    return json.dumps(record | {key: value for key, value in rest.items() if value}, ensure_ascii=False)


def _units(units: tuple[Unit, ...]) -> list[dict[str, str | None]]:
    return [_unit(unit) for unit in units]


def _unit(unit: Unit) -> dict[str, str | None]:
    for_people = {"kind": unit.kind, "label": unit.label}
    return {
        "doc": unit.doc,
        "printed": unit.printed,
        **{key: value for key, value in for_people.items() if value},
        "anchor": unit.anchor,
    }


def _messages(turn: Turn) -> list[dict[str, str]]:
    asked = [{"role": "user", "content": turn.question}]
    return asked + ([{"role": "assistant", "content": turn.answer}] if turn.answer else [])


def _filters(filters: Filters) -> dict[str, str]:
    told = {"council": filters.council, "body": filters.body}
    days = {"date_from": filters.date_from, "date_to": filters.date_to}
    return {key: value for key, value in told.items() if value} | {
        key: day.isoformat() for key, day in days.items() if day
    }

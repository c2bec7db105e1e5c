"""What is wrong with a file of questions, a line for each finding: its form, its ids, and its gold in the minutes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from eval.cases import Case, Unit, read_case, read_unit
from eval.lines import read_lines, read_object
from eval.matching import fold, says
from eval.questions import schema, units
from eval.questions.documents import Find
from ingest import BadQuestion


def check_questions(path: Path, find: Find) -> Iterator[str]:
    """Yield what is wrong with the questions of a file, the minutes that they are about at hand.

    Raises:
        UnreadableSource: the file cannot be read.
        MinutesError: a document that a question names cannot be read.
    """
    ids: dict[str, str] = {}
    wordings: dict[str, str] = {}
    lines = list(read_lines(path))
    for where, line in lines:
        try:
            record = read_object(where, line, BadQuestion)
        except BadQuestion as error:
            yield str(error)
            continue
        told = f"{where} ({record.get('id')})"
        for fault in (*_repeated(where, record, ids, wordings), *_faults(where, record, find)):
            yield f"{told}: {fault}"
    if not lines:
        yield f"{path}: holds no question"


def check_units(path: Path, find: Find) -> Iterator[str]:
    """Yield what is wrong with the units of a file, as `check_questions` does."""
    for where, line in read_lines(path):
        try:
            unit = read_unit(read_object(where, line, BadQuestion), where)
        except BadQuestion as error:
            yield str(error)
            continue
        for fault in units.find_faults(unit, find):
            yield f"{where}: {fault}"


def _repeated(
    where: str, record: dict[str, Any], ids: dict[str, str], wordings: dict[str, str]
) -> Iterator[str]:
    """What another line has said already; what this line says is noted."""
    earlier = ids.setdefault(str(record.get("id")), where)
    if earlier != where:
        yield f"{earlier} has the same id"
    asked = [fold(str(record.get("question"))), record.get("history"), record.get("filters")]
    earlier = wordings.setdefault(json.dumps(asked, sort_keys=True), where)
    if earlier != where:
        yield f"{earlier} asks the same"


def _faults(where: str, record: dict[str, Any], find: Find) -> Iterator[str]:
    formal = list(schema.find_faults(record))
    if formal:
        yield from formal
        return
    try:
        case = read_case(record, where)
    except BadQuestion as error:
        yield str(error).removeprefix(f"{where} ")
        return
    wrong = [f"{name}: {fault}" for name, unit in _named(case) for fault in units.find_faults(unit, find)]
    yield from wrong or _unsaid(case, find)
    for doc in case.near:
        if not find(doc):
            yield f"near: there is no document {doc}"


def _named(case: Case) -> Iterator[tuple[str, Unit]]:
    golds = [("gold", case.golds[0]), *(("alt", gold) for gold in case.golds[1:])]
    for name, named in (*golds, ("also", case.also), ("forbidden", case.forbidden)):
        for unit in named:
            yield name, unit


def _unsaid(case: Case, find: Find) -> Iterator[str]:
    """Nuggets that no gold passage holds: no right answer could say them."""
    texts = [
        passage.text for gold in case.golds for unit in gold for passage in units.find_passages(unit, find)
    ]
    for nugget in case.nuggets:
        if not any(says(text, nugget) for text in texts):
            yield f"nuggets: {nugget!r} stands in no gold passage"

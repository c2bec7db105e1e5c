"""Golden questions: a line of JSON becomes a Case, with the units of the minutes that answer it.

What is asked is read by the contract of `minutebook ask --json -`: the same file can be piped into that.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from assistant.contract import Request, read_request
from eval.lines import read_objects
from ingest import BadQuestion
from vectorstore import Filters


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A citable unit as a person found it in the minutes.

    Attributes:
        doc: name of the file.
        anchor: a snippet that only this unit of the file holds.
        printed: its number as printed, None where the minutes print none.
        kind, label: what it is and what one would say to find it, for people; nothing is judged by them.
    """

    doc: str
    anchor: str
    printed: str | None = None
    kind: str = field(default="", compare=False)
    label: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One golden question.

    Attributes:
        golds: sets of units that answer it, equally right; one empty set if nothing does.
        also: further units that may be cited. forbidden: units that must not be presented as the answer
            (one that a person named without an anchor cannot be told and is left out).
        nuggets: strings that a complete answer contains.
        near: names of the files that come near a question that nothing answers.
    """

    id: str
    type: str
    answerable: bool
    request: Request
    golds: tuple[tuple[Unit, ...], ...]
    also: tuple[Unit, ...] = ()
    forbidden: tuple[Unit, ...] = ()
    nuggets: tuple[str, ...] = ()
    near: tuple[str, ...] = ()

    @property
    def citable(self) -> tuple[Unit, ...]:
        """Every unit that may be cited."""
        return (*(unit for gold in self.golds for unit in gold), *self.also)


def read_cases(path: Path) -> list[Case]:
    """The questions of a file, one JSON object a line, in order.

    Raises:
        UnreadableSource: the file cannot be read.
        BadQuestion: a line is no question, or two have one id.
    """
    cases = [read_case(record, where) for where, record in read_objects(path, BadQuestion)]
    if not cases:
        raise BadQuestion(f"{path} holds no question: give one JSON object a line")
    twice = {case.id for case in cases if sum(case.id == other.id for other in cases) > 1}
    if twice:
        raise BadQuestion(f"{path}: several questions have the id {sorted(twice)[0]!r}: give each its own")
    return cases


def read_units(path: Path) -> list[Unit]:
    """All citable units that were found in the documents, one JSON object a line.

    Raises:
        UnreadableSource: the file cannot be read.
        BadQuestion: a line is no unit.
    """
    return [read_unit(record, where) for where, record in read_objects(path, BadQuestion)]


def read_case(record: Mapping[str, Any], where: str) -> Case:
    """One question; `where` it stands is told where it is none.

    Raises:
        BadQuestion: it is no question.
    """
    for key in ("id", "type", "answerable", "gold"):
        if key not in record:
            raise BadQuestion(f'{where} has no "{key}"')
    if record["answerable"] and not record["gold"]:
        raise BadQuestion(f'{where} is answerable and its "gold" is empty')
    alternatives = _list(record, "alt", where)
    others = (other if isinstance(other, list) else [other] for other in alternatives)
    return Case(
        id=str(record["id"]),
        type=str(record["type"]),
        answerable=bool(record["answerable"]),
        request=read_request(json.dumps(record), Filters()),
        golds=tuple(_units(gold, where) for gold in (_list(record, "gold", where), *others)),
        also=_units(_list(record, "also", where), where),
        forbidden=_units([unit for unit in _list(record, "forbidden", where) if _is_placed(unit)], where),
        nuggets=tuple(str(nugget) for nugget in _list(record, "nuggets", where)),
        near=tuple(
            str(near.get("doc")) if isinstance(near, dict) else str(near)
            for near in _list(record, "near", where)
        ),
    )


def _list(record: Mapping[str, Any], key: str, where: str) -> list[Any]:
    given = record.get(key) or []
    if not isinstance(given, list):
        raise BadQuestion(f'"{key}" of {where} is no list')
    return given


def _is_placed(unit: object) -> bool:
    """Whether a forbidden unit can be told; what is no unit at all is left to be refused."""
    return not isinstance(unit, dict) or bool(unit.get("anchor"))


def _units(records: list[Any], where: str) -> tuple[Unit, ...]:
    return tuple(read_unit(record, where) for record in records)


def read_unit(record: object, where: str) -> Unit:
    """One unit.

    Raises:
        BadQuestion: it names no document or no anchor, or is no unit at all.
    """
    if not isinstance(record, dict):
        raise BadQuestion(f'{where} names a unit that is no object with "doc" and "anchor"')
    told = [record.get(key) or "" for key in ("doc", "anchor", "printed", "kind", "label")]
    if not all(isinstance(value, str) for value in told):
        raise BadQuestion(f"{where} names a unit with something in it that is no text")
    if not record.get("doc") or not record.get("anchor"):
        raise BadQuestion(f'{where} names a unit without "doc" or "anchor"')
    return Unit(
        doc=record["doc"],
        anchor=record["anchor"],
        printed=record.get("printed"),
        kind=record.get("kind") or "",
        label=record.get("label") or "",
    )

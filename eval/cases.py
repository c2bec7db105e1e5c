"""Golden questions: a line of JSON becomes a Case, with the units of the minutes that answer it.

What is asked is read by the contract of `minutebook ask --json -`: the same file can be piped into that.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.contract import Request, read_request
from ingest import BadQuestion, UnreadableSource
from vectorstore import Filters


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A citable unit as a person found it in the minutes.

    Attributes:
        doc: name of the file.
        anchor: a snippet that only this unit of the file holds.
        printed: its number as printed, None where the minutes print none.
    """

    doc: str
    anchor: str
    printed: str | None = None


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
    cases = [_case(path, n, line) for n, line in _lines(path)]
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
    return [_unit(_object(path, n, line), f"{path} line {n}") for n, line in _lines(path)]


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        text = path.read_text("utf-8")
    except OSError as error:
        raise UnreadableSource(f"{path} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise UnreadableSource(f"{path} is not UTF-8 text") from error
    yield from ((n, line) for n, line in enumerate(text.split("\n"), 1) if line.strip())


def _object(path: Path, n: int, line: str) -> Mapping[str, Any]:
    try:
        record = json.loads(line)
    except ValueError as error:
        raise BadQuestion(f"{path} line {n} is not JSON: {error}") from error
    if not isinstance(record, dict):
        raise BadQuestion(f"{path} line {n} is not a JSON object")
    return record


def _case(path: Path, n: int, line: str) -> Case:
    record, where = _object(path, n, line), f"{path} line {n}"
    for key in ("id", "type", "answerable", "gold"):
        if key not in record:
            raise BadQuestion(f'{where} has no "{key}"')
    if record["answerable"] and not record["gold"]:
        raise BadQuestion(f'{where} is answerable and its "gold" is empty')
    others = (other if isinstance(other, list) else [other] for other in record.get("alt", []))
    return Case(
        id=str(record["id"]),
        type=str(record["type"]),
        answerable=bool(record["answerable"]),
        request=read_request(json.dumps(record), Filters()),
        golds=tuple(_units(gold, where) for gold in (record["gold"], *others)),
        also=_units(record.get("also", []), where),
        forbidden=_units([unit for unit in record.get("forbidden", []) if unit.get("anchor")], where),
        nuggets=tuple(record.get("nuggets", [])),
        near=tuple(
            near if isinstance(near, str) else str(near.get("doc")) for near in record.get("near") or []
        ),
    )


def _units(records: list[Mapping[str, Any]], where: str) -> tuple[Unit, ...]:
    return tuple(_unit(record, where) for record in records)


def _unit(record: Mapping[str, Any], where: str) -> Unit:
    if not record.get("doc") or not record.get("anchor"):
        raise BadQuestion(f'{where} names a unit without "doc" or "anchor"')
    return Unit(doc=record["doc"], anchor=record["anchor"], printed=record.get("printed"))

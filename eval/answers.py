"""Answers that some other system gave, read from a file and judged: whatever prints the JSON contract can be scored."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from eval.cases import Case
from eval.lines import read_objects
from eval.run import Told
from ingest import MinutesError


class BadAnswers(MinutesError):
    """A file of answers cannot be laid beside the questions."""


class GivenAnswers:
    """The answers of a file as a system: one object of `ask --json` a line, in the order of the questions.

    Answers with an `id` go to the question of that id, and those of other questions are passed over; where no
    answer has one, the n-th goes to the n-th question.
    """

    def __init__(self, path: Path, cases: Sequence[Case], name: str | None = None) -> None:
        """Read the file; the system is called `name`, or else as the file is.

        Raises:
            UnreadableSource: the file cannot be read.
            BadAnswers: a line is no answer, two have one id, or none belongs to a question.
        """
        self.name = name or path.stem
        self._path = path
        records = [_answer(where, record) for where, record in read_objects(path, BadAnswers)]
        self._identity = hashlib.sha256(json.dumps(records).encode()).hexdigest()
        by_id = _by_id(path, records)
        self._given = by_id or {case.id: record for case, record in zip(cases, records, strict=False)}
        if not any(case.id in self._given for case in cases):
            raise BadAnswers(
                f"{path} answers none of these questions: its ids have to be those of the questions"
            )

    def identity(self) -> str:
        """Names what is in the file."""
        return self._identity

    def answer(self, case: Case) -> Told:
        """What the file holds for the case, under its id.

        Raises:
            BadAnswers: it holds nothing for it.
        """
        record = self._given.get(case.id)
        if record is None:
            raise BadAnswers(f"{self._path} holds no answer to it")
        return Told(record={**record, "id": case.id})


def _answer(where: str, record: Mapping[str, Any]) -> Mapping[str, Any]:
    if not isinstance(record.get("answered"), bool):
        raise BadAnswers(f'{where} has no "answered" that is true or false: give what `ask --json` prints')
    _check_texts(where, record, ("answer",))
    for key in ("citations", "hits"):
        shown = record.get(key) or []
        if not isinstance(shown, list) or not all(isinstance(one, dict) for one in shown):
            raise BadAnswers(f'"{key}" of {where} is no list of objects')
        for one in shown:
            _check_texts(where, one, ("source", "text", "quote", "printed", "item"))
    _check_claims(where, record)
    return record


def _check_claims(where: str, record: Mapping[str, Any]) -> None:
    claims = record.get("claims") or []
    well = isinstance(claims, list) and all(
        isinstance(claim, dict) and isinstance(claim.get("citations") or [], list) for claim in claims
    )
    if not well:
        raise BadAnswers(f'"claims" of {where} is no list of objects with a list of "citations"')
    for claim in claims:
        _check_texts(where, claim, ("text",))


def _check_texts(where: str, record: Mapping[str, Any], keys: Sequence[str]) -> None:
    for key in keys:
        if not isinstance(record.get(key), str | None):
            raise BadAnswers(f'"{key}" in {where} is no text: write it in quotation marks, or null')


def _by_id(path: Path, records: Sequence[Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    by_id: dict[str, Mapping[str, Any]] = {}
    for record in records:
        if record.get("id") is None:
            continue
        name = str(record["id"])
        if name in by_id:
            raise BadAnswers(f"{path} answers {name!r} twice: give each question one answer")
        by_id[name] = record
    return by_id

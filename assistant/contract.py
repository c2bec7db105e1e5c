"""The JSON contract that scripts rely on: questions in, one object a line out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from assistant.model import Answer, Turn
from assistant.printable import escaped
from assistant.words import typed
from ingest import BadQuestion, Minutes, Passage, check_conservation
from vectorstore import Filters


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One question as a script sends it; `id` is echoed."""

    question: str
    id: str | None = None
    history: tuple[Turn, ...] = ()
    filters: Filters = Filters()


def read_request(line: str, defaults: Filters) -> Request:
    """Read one line: a plain question, or a JSON object with `question`, `id`, `history` and `filters`.

    Raises:
        BadQuestion: the object cannot be read.
    """
    if not line.lstrip().startswith("{"):
        return Request(question=line.strip(), filters=defaults)
    try:
        given = json.loads(line)
    except (ValueError, RecursionError) as error:  # a thousand brackets are no question either
        raise BadQuestion(f"not a JSON object ({error}): give one question or one object a line") from error
    question = given.get("question")
    if not isinstance(question, str):
        raise BadQuestion('the object has no "question": give {"question": "..."}')
    return Request(
        question=question,
        id=given.get("id"),
        history=read_history(given.get("history") or []),
        filters=read_filters(given.get("filters") or {}, defaults),
    )


def answer_json(answer: Answer, id_: str | None = None) -> str:
    """An answer as one line of JSON."""
    record = {
        "id": id_,
        "question": answer.question,
        "answered": answer.answered,
        "answer": answer.text,
        "claims": [
            {"text": c.text, "citations": list(c.citations), "supported": c.supported} for c in answer.claims
        ],
        "citations": [
            {"n": c.n}
            | passage_record(c.passage)
            | {"quote": c.quote, "start": c.passage.start, "end": c.passage.end}
            for c in answer.citations
        ],
        "hits": [
            {
                "rank": hit.rank,
                "score": round(hit.score, 4),
                "source": hit.passage.source,
                "kind": hit.passage.kind.value,
                "printed": hit.passage.citation.printed,
                "label": hit.passage.citation.label,
                "text": hit.passage.text,
            }
            for hit in answer.hits
        ],
        "coverage": {
            "meetings": answer.coverage.meetings,
            "from": _iso(answer.coverage.first),
            "to": _iso(answer.coverage.last),
            "bodies": list(answer.coverage.bodies),
        },
        "writer": answer.writer,
        "notices": list(answer.notices),
        "dropped": answer.dropped,
    }
    return escaped(json.dumps(record, ensure_ascii=False))


def minutes_json(minutes: Minutes) -> Iterator[str]:
    """What the parser saw, a line a passage, then the residue, whether all text is conserved, and warnings."""
    for passage in minutes.passages():
        record = {
            key: value for key, value in passage_record(passage).items() if key not in ("reference", "key")
        }
        yield json.dumps(
            record | {"start": passage.start, "end": passage.end, "exempt": passage.exempt},
            ensure_ascii=False,
        )
    problems = check_conservation(minutes)
    yield json.dumps(
        {
            "residue": [[r.start, r.end] for r in minutes.residue],
            "conserved": not problems,
            "warnings": [*minutes.warnings, *problems],
        },
        ensure_ascii=False,
    )


def read_date(text: str) -> date:
    """An ISO date.

    Raises:
        BadQuestion: it is none.
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadQuestion(f"{text!r} is no date: write it as 2019-03-31") from None


def passage_record(passage: Passage) -> dict[str, Any]:
    """A passage with its address, its meeting and its words."""
    return {
        "key": passage.key,
        "source": passage.source,
        "council": passage.council,
        "body": passage.body,
        "date": _iso(passage.held_on),
        "status": passage.status.value,
        "item": passage.item,
        "item_title": passage.item_title,
        "kind": passage.kind.value,
        "list": passage.citation.list,
        "printed": passage.citation.printed,
        "label": passage.citation.label,
        "reference": passage.reference,
        "text": passage.text,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def read_history(given: object) -> tuple[Turn, ...]:
    """Earlier questions: strings, or chat messages of which the user's are the questions.

    Raises:
        BadQuestion: it is no such list.
    """
    if not isinstance(given, list):
        raise BadQuestion('"history" must be a list of earlier questions')
    turns: list[Turn] = []
    for entry in given:
        if isinstance(entry, str):
            turns.append(Turn(question=entry))
        elif isinstance(entry, Mapping) and isinstance(entry.get("content"), str):
            if entry.get("role", "user") == "user":
                turns.append(Turn(question=entry["content"]))
            elif turns:
                turns[-1] = Turn(question=turns[-1].question, answer=entry["content"])
        else:
            raise BadQuestion('an entry of "history" must be a question or {"role": ..., "content": ...}')
    return tuple(turns)


def read_filters(given: object, defaults: Filters) -> Filters:
    """Filters from an object with council, body, date_from and date_to; what it leaves out is taken from `defaults`.

    Raises:
        BadQuestion: it is none, or a date cannot be read.
    """
    if not isinstance(given, Mapping):
        raise BadQuestion('"filters" must be an object with council, body, date_from, date_to')
    told = [given.get(name) or "" for name in ("council", "body", "date_from", "date_to")]
    if not all(isinstance(value, str) for value in told):
        raise BadQuestion('council, body, date_from and date_to of "filters" must be strings')
    council, body, first, last = map(typed, told)
    return Filters(
        council=council or defaults.council,
        body=body or defaults.body,
        date_from=read_date(first) if first else defaults.date_from,
        date_to=read_date(last) if last else defaults.date_to,
    )

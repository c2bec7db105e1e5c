"""One pair of functions: a Passage becomes a row of the database, and the row the same Passage again."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import date

from ingest import Citation, Kind, Passage, Status

COLUMNS = (
    "key", "kind", "text", "start", "stop", "source", "words_from", "council", "body", "held_on", "status",
    "item_title", "lead", "heading", "exempt", "speakers", "mover", "seconder", "vote", "owner", "due",
)  # fmt: skip

Value = str | int | None
_BRACKETS = re.compile(r"[\s()\[\]]+")


def to_row(passage: Passage) -> tuple[Value, ...]:
    """The values of `COLUMNS`; the citation is its key, the date is ISO, the speakers are JSON."""
    return (
        passage.key,
        passage.kind.value,
        passage.text,
        passage.start,
        passage.end,
        passage.source,
        passage.words_from,
        passage.council,
        passage.body,
        passage.held_on.isoformat() if passage.held_on else None,
        passage.status.value,
        passage.item_title,
        passage.lead,
        int(passage.heading),
        int(passage.exempt),
        json.dumps(passage.speakers),
        passage.mover,
        passage.seconder,
        passage.vote,
        passage.owner,
        passage.due,
    )


def to_passage(row: Sequence[Value]) -> Passage:
    """The passage whose `to_row` gave `row`."""
    got = dict(zip(COLUMNS, row, strict=True))
    held_on = got["held_on"]
    return Passage(
        citation=Citation.parse(_text(got["key"])),
        kind=Kind(_text(got["kind"])),
        text=_text(got["text"]),
        start=_number(got["start"]),
        end=_number(got["stop"]),
        source=_text(got["source"]),
        words_from=_number(got["words_from"]),
        council=_maybe(got["council"]),
        body=_maybe(got["body"]),
        held_on=date.fromisoformat(_text(held_on)) if held_on is not None else None,
        status=Status(_text(got["status"])),
        item_title=_text(got["item_title"]),
        lead=_text(got["lead"]),
        heading=bool(got["heading"]),
        exempt=bool(got["exempt"]),
        speakers=tuple(json.loads(_text(got["speakers"]))),
        mover=_maybe(got["mover"]),
        seconder=_maybe(got["seconder"]),
        vote=_maybe(got["vote"]),
        owner=_maybe(got["owner"]),
        due=_maybe(got["due"]),
    )


def bare_number(number: str | None) -> str | None:
    """A printed number as it is looked up: no brackets, spaces, closing marks or capitals; None if none.

    An item printed "3.0" is item 3.

    >>> [bare_number(n) for n in ("7.3", "(B)", "12 (a)", "11.", "3.0", "7.30", "", None)]
    ['7.3', 'b', '12a', '11', '3', '7.30', None, None]
    """
    return _BRACKETS.sub("", number or "").strip(".:").casefold().removesuffix(".0") or None


def _text(value: Value) -> str:
    if not isinstance(value, str):
        raise TypeError(f"not text: {value!r}")
    return value


def _number(value: Value) -> int:
    if not isinstance(value, int):
        raise TypeError(f"not a whole number: {value!r}")
    return value


def _maybe(value: Value) -> str | None:
    return None if value is None else _text(value)

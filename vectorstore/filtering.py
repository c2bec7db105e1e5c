"""Filters become a condition in SQL, so that every search is narrowed before anything is ranked."""

from __future__ import annotations

import json
import re
import sqlite3
from dataclasses import dataclass
from datetime import date

from vectorstore.model import Filters


@dataclass(frozen=True, slots=True)
class _Meeting:
    """As the filters see it; `id` is its number in the database."""

    id: int
    source: str
    council: str | None
    body: str | None
    held_on: date | None


def _meetings(connection: sqlite3.Connection, filters: Filters) -> list[_Meeting]:
    """Those that `filters` let through, whatever the kinds of their passages."""
    found = connection.execute(
        "SELECT m.id, d.source, m.council, m.body, m.held_on"
        " FROM meetings m JOIN documents d ON d.id = m.document ORDER BY m.id"
    )
    all_of_them = (
        _Meeting(id_, source, council, body, date.fromisoformat(held_on) if held_on else None)
        for id_, source, council, body, held_on in found
    )
    return [meeting for meeting in all_of_them if _lets_through(filters, meeting)]


def condition(connection: sqlite3.Connection, filters: Filters) -> tuple[str, tuple[str, ...]]:
    """An SQL condition on passages `p`, with its values; "1" where nothing is narrowed."""
    where, values = condition_of_meetings(connection, filters, "p.meeting")
    if not filters.kinds:
        return where, values
    kinds = json.dumps([str(kind) for kind in filters.kinds])
    return f"{where} AND p.kind IN (SELECT value FROM json_each(?))", (*values, kinds)  # noqa: S608 - ours


def condition_of_meetings(
    connection: sqlite3.Connection, filters: Filters, number: str
) -> tuple[str, tuple[str, ...]]:
    """An SQL condition on the column that has a meeting's `number`, with its values; "1" where none is left out."""
    if not narrows_meetings(filters):
        return "1", ()
    let_through = json.dumps([m.id for m in _meetings(connection, filters)])
    return f"{number} IN (SELECT value FROM json_each(?))", (let_through,)  # noqa: S608 - ours


def narrows_meetings(filters: Filters) -> bool:
    """Whether any meeting could be left out."""
    return bool(filters.council or filters.body or filters.date_from or filters.date_to or filters.sources)


def _lets_through(filters: Filters, meeting: _Meeting) -> bool:
    return (
        _names(filters.council, meeting.council or meeting.body)
        and _names(filters.body, meeting.body or meeting.council)
        and (not filters.sources or meeting.source in filters.sources)
        and _within(filters, meeting.held_on)
    )


def _names(part: str | None, name: str | None) -> bool:
    """Whether a name holds the part asked for, however its words are joined.

    Where the minutes name only one of council and body, that one is both: a parish council is its own body.

    >>> _names("adare rathkeale", "Municipal District of Adare-Rathkeale"), _names("Parks & Roads", None)
    (True, False)
    """
    return not part or (name is not None and _plain(part) in _plain(name))


def _plain(name: str) -> str:
    return " ".join(re.findall(r"\w+", name.casefold().replace("&", " and ")))


def _within(filters: Filters, day: date | None) -> bool:
    if filters.date_from is None and filters.date_to is None:
        return True
    if day is None:
        return False
    return (filters.date_from is None or filters.date_from <= day) and (
        filters.date_to is None or day <= filters.date_to
    )

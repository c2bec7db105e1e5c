"""What a search looks through: how many meetings, of whom, from when to when."""

from __future__ import annotations

import sqlite3
from datetime import date

from vectorstore import filtering
from vectorstore.model import Coverage, Filters


def coverage(connection: sqlite3.Connection, filters: Filters) -> Coverage:
    """The meetings that a search so narrowed looks through; `filters.kinds` leaves out no meeting.

    Counted by the database: every answer says it, and a council has thousands of meetings.
    """
    where, values = filtering.condition_of_meetings(connection, filters, "id")
    count, first, last = connection.execute(
        f"SELECT count(*), min(held_on), max(held_on) FROM meetings WHERE {where}",  # noqa: S608 - `filtering`'s
        values,
    ).fetchone()
    return Coverage(
        meetings=count,
        first=date.fromisoformat(first) if first else None,
        last=date.fromisoformat(last) if last else None,
        bodies=_names(connection, "body", where, values),
        councils=_names(connection, "council", where, values),
    )


def _names(
    connection: sqlite3.Connection, column: str, where: str, values: tuple[str, ...]
) -> tuple[str, ...]:
    found = connection.execute(
        f"SELECT DISTINCT {column} FROM meetings WHERE {column} <> '' AND {where} ORDER BY 1",  # noqa: S608
        values,
    )
    return tuple(name for (name,) in found)

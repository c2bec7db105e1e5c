"""The sentences that every view puts together from records: dates, what was searched, what to mind."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ingest import Passage, Status
from vectorstore import Coverage, Filters

_FEW = 3
_GLIMPSE = 160


def in_words(day: date) -> str:
    """Write a date as the minutes would.

    >>> in_words(date(2014, 11, 24))
    '24 November 2014'
    """
    return f"{day.day} {day:%B %Y}"


def listed(names: Sequence[str], last: str = "and") -> str:
    """Join names as one would say them, with `last` before the last.

    >>> listed(["Cabinet", "Council", "Planning Committee"])
    'Cabinet, Council and Planning Committee'
    """
    return f" {last} ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def held(coverage: Coverage) -> str:
    """Say which minutes there are.

    >>> held(Coverage(meetings=1, first=date(2014, 11, 24), last=date(2014, 11, 24), bodies=("Cabinet",)))
    '1 meeting of Cabinet, 24 November 2014'
    """
    count = f"{coverage.meetings:,} meeting{'' if coverage.meetings == 1 else 's'}"
    of = listed(coverage.bodies) if len(coverage.bodies) <= _FEW else f"{len(coverage.bodies)} bodies"
    return ", ".join(filter(None, [f"{count} of {of}" if of else count, _span(coverage)]))


def searched(coverage: Coverage) -> str:
    """Say what an answer was looked for in."""
    if coverage.meetings == 0:
        return "No meeting in the minutes fits what you narrowed the search to."
    return f"Searched {held(coverage)}."


def narrowed(filters: Filters) -> str:
    """Say what a search was narrowed to, "" where it was not.

    >>> narrowed(Filters(body="Cabinet", date_from=date(2018, 1, 1)))
    'Narrowed to Cabinet, meetings from 1 January 2018.'
    """
    first = f" from {in_words(filters.date_from)}" if filters.date_from else ""
    last = f" to {in_words(filters.date_to)}" if filters.date_to else ""
    parts = [
        filters.council,
        filters.body,
        f"meetings{first}{last}" if first or last else "",
        "outcomes only" if filters.kinds else "",
    ]
    said = ", ".join(filter(None, parts))
    return f"Narrowed to {said}." if said else ""


def glimpse(passage: Passage) -> str:
    """The beginning of a passage, cut at a word."""
    words = " ".join(passage.words.split())
    return words if len(words) <= _GLIMPSE else words[:_GLIMPSE].rsplit(" ", 1)[0].rstrip(" .,;:") + " …"


def cautions(passage: Passage) -> list[str]:
    """What a reader must know before relying on a passage: that it is draft, or was not public."""
    draft = ["Draft minutes"] if passage.status is Status.DRAFT else []
    return [*draft, *(["Exempt: not public"] if passage.exempt else [])]


def _span(coverage: Coverage) -> str:
    if coverage.first is None or coverage.last is None:
        return "dates not stated"
    if coverage.first == coverage.last:
        return in_words(coverage.first)
    return f"{in_words(coverage.first)} to {in_words(coverage.last)}"

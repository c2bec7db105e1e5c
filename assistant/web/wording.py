"""The sentences of the page that are put together from records: dates, what was searched, what to mind."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ingest import Kind, Passage, Status
from vectorstore import Coverage

_FEW = 3


def in_words(day: date) -> str:
    """Write a date as the minutes would.

    >>> in_words(date(2014, 11, 24))
    '24 November 2014'
    """
    return f"{day.day} {day:%B %Y}"


def listed(names: Sequence[str]) -> str:
    """Join names as one would say them.

    >>> listed(["Cabinet", "Council", "Planning Committee"])
    'Cabinet, Council and Planning Committee'
    """
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


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


def _span(coverage: Coverage) -> str:
    if coverage.first is None or coverage.last is None:
        return "dates not stated"
    if coverage.first == coverage.last:
        return in_words(coverage.first)
    return f"{in_words(coverage.first)} to {in_words(coverage.last)}"


def kind_name(kind: Kind) -> str:
    """Name a kind of passage for a label.

    >>> kind_name(Kind.AGENDA_TEXT)
    'Agenda text'
    """
    return kind.value.replace("_", " ").capitalize()


def cautions(passage: Passage) -> list[str]:
    """What a reader must know before relying on a passage: that it is draft, or was not public."""
    draft = ["Draft minutes"] if passage.status is Status.DRAFT else []
    return [*draft, *(["Exempt: not public"] if passage.exempt else [])]

"""The sentences of the page that are put together from records: dates, what was searched, what to mind."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assistant.web.location import Chosen
from ingest import Kind, Passage, Status
from vectorstore import Coverage

_FEW = 3
_GLIMPSE = 160


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


def narrowed(chosen: Chosen) -> str:
    """Say what a search was narrowed to, "" where it was not.

    >>> narrowed(Chosen(body="Cabinet", since="2018-01-01", outcomes="1"))
    'Narrowed to Cabinet, from 1 January 2018, outcomes only.'
    """
    parts = [
        chosen.council,
        chosen.body,
        f"from {_as_day(chosen.since)}" if chosen.since else "",
        f"to {_as_day(chosen.until)}" if chosen.until else "",
        "outcomes only" if chosen.outcomes else "",
    ]
    said = ", ".join(filter(None, parts))
    return f"Narrowed to {said}." if said else ""


def _as_day(typed: str) -> str:
    try:
        return in_words(date.fromisoformat(typed))
    except ValueError:
        return typed


def glimpse(passage: Passage) -> str:
    """The beginning of a passage, cut at a word."""
    words = " ".join(passage.words.split())
    return words if len(words) <= _GLIMPSE else words[:_GLIMPSE].rsplit(" ", 1)[0].rstrip(" .,;:") + " …"


def for_report(passage: Passage) -> str:
    """How a report cites a passage."""
    return f"{passage.reference}."


def for_motion(passage: Passage, words: str) -> str:
    """How a motion cites a passage: who recorded what, when and where, in one sentence that can be read out."""
    day = in_words(passage.held_on) if passage.held_on else "a date not stated"
    who = ", ".join(filter(None, [passage.body, passage.council])) or passage.source
    draft = "draft minutes" if passage.status is Status.DRAFT else "minutes"
    where = ", ".join(filter(None, [passage.item_title, passage.citation.label]))
    return f"This Council notes that the {draft} of {who}, {day} ({where}), record: “{quotable(words)}”"


def quotable(words: str) -> str:
    """Words as they stand inside quotation marks: on one line, marks inside them made single."""
    return " ".join(words.split()).replace("“", "‘").replace("”", "’")


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

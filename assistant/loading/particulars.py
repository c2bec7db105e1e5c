"""What an officer says of a file that waits becomes its sidecar: only what differs from the text is written down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.loading.model import MeetingRead, Particulars
from ingest import BadQuestion, BadSidecar, Sidecar, Status, ToldMeeting


def told(
    name: str, said: Sequence[Particulars], meetings: Sequence[MeetingRead], before: Sidecar | None
) -> Sidecar:
    """The sidecar with which the file `name` is read as the officer says; what else stood in it before is kept.

    `said` speaks of each of `meetings`; what it leaves blank, and what the text says too, is left to the text, so that
    a better reading of the text is not held back.

    Raises:
        BadQuestion: it speaks of another number of meetings.
        BadSidecar: the sidecar that was there names meetings in a way that a form cannot.
    """
    if len(said) != len(meetings):
        raise BadQuestion(f"{name} has changed meanwhile: look at it again")
    several = len(meetings) > 1
    entries = zip(_entries(name, before, len(meetings)), said, meetings, strict=True)
    return Sidecar(
        name=name,
        sha256="",
        meetings=tuple(_entry(entry, one, meeting.found) for entry, one, meeting in entries),
        each=several or (before is not None and before.each),
        corrections=before.corrections if before else (),
    )


def _entries(name: str, before: Sidecar | None, count: int) -> list[ToldMeeting]:
    blank = ToldMeeting(line=1)
    there = list(before.meetings) if before else []
    if any(entry.match is not None for entry in there):
        raise BadSidecar(
            f"the sidecar of {name} names meetings by their words: change it by hand and hand in both"
        )
    if before and not before.each and count > 1:
        there = []  # it spoke of all of them; the form says the same of each
    return [*there, *[blank] * count][:count]


def _entry(before: ToldMeeting, said: Particulars, found: Particulars) -> ToldMeeting:
    status = None if said.status in (found.status, Status.UNKNOWN) else said.status
    return replace(
        before,
        council=None if said.council == found.council else said.council,
        body=None if said.body == found.body else said.body,
        date=None if said.held_on == found.held_on else said.held_on,
        status=status,
    )

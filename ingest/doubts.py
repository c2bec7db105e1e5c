"""What a reader of the records should know: no date, numbers printed twice or missing, a text that breaks off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.model import Kind, Meeting


def doubts_of(meetings: Sequence[Meeting]) -> list[str]:
    """Say what is uncertain in the meetings of one source, a line each, in the order of the text."""
    return [*(doubt for meeting in meetings for doubt in _of_meeting(meeting)), *_broken_off(meetings)]


def _of_meeting(meeting: Meeting) -> Iterator[str]:
    if meeting.held_on is None:
        yield f"{meeting.id}: no date of the meeting is stated"
    for passage in meeting.passages():
        c = passage.citation
        if c.printed and c.of > 1 and c.nth == 2 and c.noun != "heading":
            yield f"{meeting.id}: {c.noun} {c.printed} is printed {c.of} times in item {c.item}"
    numbers = [int(i.number) for i in meeting.items if i.number and i.number.isdecimal()]
    for a, b in pairwise(numbers):
        for n in range(a + 1, b) if b - a <= 10 else ():
            if n not in numbers:
                yield f"{meeting.id}: item {n} is missing from the numbers"


def _broken_off(meetings: Sequence[Meeting]) -> Iterator[str]:
    last = next((p for m in reversed(meetings) for p in reversed([*m.passages()]) if not p.heading), None)
    if last and len(last.text) > 40 and last.kind is not Kind.ADMIN and last.text[-1].isalnum():
        yield (
            f"{last.citation.meeting}: the text may be cut short: it ends in mid-sentence at {last.text[-30:]!r}"
        )

"""Whose meeting it was, on which day, at what time, in what state the minutes are: the officer's word, else the text, else the file's name.

Nothing is guessed from a name in passing. The day a file was posted is no day of a meeting (layout L35), and what
is said of another meeting's minutes says nothing of these.
"""

# ruff: noqa: E501  (a phrase is one line)

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from itertools import takewhile

from ingest.announcing import announcement, clip
from ingest.attendance import attendance_of
from ingest.bodies import body_of, council_in
from ingest.clock import find_times
from ingest.dates import find_dates, first_date
from ingest.filenames import Named, read_name
from ingest.model import MeetingFacts, Status
from ingest.openings import announces_meeting, is_entry
from ingest.standing import status_of

_HELD = re.compile(
    r"\b(?:held|meeting|minutes|proceedings|committee|council|board|cabinet|(?:mon|tues|wednes|thurs|fri|satur|sun)day|date of decision|decided at|made at)\b",
    re.I,
)
_NOT_HELD = re.compile(
    r"\b(?:publi(?:cation|shed)|posted|deadline|next meeting|previous|last meeting|circulated|adopted|signed|confirmed|dated|approved|printed|issued)\b",
    re.I,
)
_ASIDE = re.compile(r"\([^()]*\)")  # "Draft (until approved at the next meeting) minutes"
_LABELLED = re.compile(
    r"\W*(?:date of decision|decided at meeting|made at meeting|date of (?:the )?meeting|meeting date|meeting)\s*:\s*(?:[a-z]+day,?\s*)?\d",
    re.I,
)
_LABEL = re.compile(
    r"\W*(?:date|date\s*(?:and|&|/)\s*time|time|start(?:ing)? time|commencing|when)\s*:", re.I
)
_SETTLED = re.compile(r"\b(?:were|was|approved|agreed|confirmed|adopted)\b")
_BEGAN = re.compile(
    r"\b(?:opened|meeting\s+open|commenced|commencing|began|started|starting|start|called\s+(?:the\s+meeting\s+)?to\s+order|convened)\b[^.]{0,60}?\bat\s+(?=\d|noon|mid)|\bstart(?:ed|ing)?\s*(?:time)?\s*:\s*",
    re.I,
)
_OTHER_TIME = re.compile(
    r"\b(?:clos\w+|ended|end|concluded|adjourned|finished|left|joined|arrived|until|till|to|rose|terminated|next)\b[^.;]{0,25}$|(?:[ap]\.?m\.?|[.:]\d\d)\s*[-–—]\s*$",
    re.I,
)
_HEADER_PARAGRAPHS, _HEADER_CHARACTERS, _OPENING_PARAGRAPHS = 14, 3000, 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Particulars:
    """What is known of one meeting; None where neither text nor file name nor officer says."""

    council: str | None
    body: str | None
    held_on: date | None
    began_at: time | None
    status: Status
    attendance: tuple[str, ...]


def particulars_of(
    paragraphs: Sequence[str], preamble: int, front: str, file_name: str, facts: MeetingFacts
) -> Particulars:
    """Read the particulars of a meeting from its paragraphs, the publisher's front matter and the file's name.

    `preamble` is how many paragraphs stand before the first printed number; `file_name` is "" where it cannot
    speak for this meeting.
    """
    header = _header(paragraphs[:preamble])
    title = " ".join(re.findall(r"(?m)^title:\s*[\"']?(.*?)[\"']?\s*$", front))
    letterhead = list(takewhile(lambda words: not is_entry(words), header))
    council, body = body_of(letterhead, paragraphs)
    named = read_name(file_name) if file_name else Named()
    held_on = (
        facts.held_on
        or _held_on([p for words in paragraphs if _LABELLED.match(p := words[:600])], header)
        or first_date(title)
        or named.held_on
    )
    return Particulars(
        council=facts.council or council or council_in(title) or named.council,
        body=facts.body or body or named.body,
        held_on=held_on,
        began_at=facts.began_at or _began_at(header, paragraphs[:_OPENING_PARAGRAPHS]) or named.began_at,
        status=facts.status or status_of(header, title, paragraphs, held_on, file_name),
        attendance=attendance_of(paragraphs),
    )


def _header(paragraphs: Sequence[str]) -> list[str]:
    taken, size = [], 0
    for words in paragraphs[:_HEADER_PARAGRAPHS]:
        taken.append(words[:600])
        size += len(words)
        if size > _HEADER_CHARACTERS:
            break
    return taken


def _held_on(labelled: Sequence[str], header: Sequence[str]) -> date | None:
    for words in [*labelled, *(w for w in header if _LABEL.match(w)), announcement(header)[0], *header]:
        for start, found in find_dates(words):
            if _SETTLED.search(words[start:]) and not announces_meeting(words):
                continue
            announced = start < 3 or len(words) < 60 or _HELD.search(words[:start])
            if announced and not _NOT_HELD.search(_ASIDE.sub("", words[:start])[-60:]):
                return found
    return None


def _began_at(header: Sequence[str], opening: Sequence[str]) -> time | None:
    """When the meeting began: where it is announced, else where it is said to have been opened."""
    announced = [w for w in header if _LABEL.match(w)] + [announcement(header)[0]]
    announced += [
        c
        for w in header
        if (c := clip(w)) and (len(c) < 120 or re.search(r"\bheld\b", c)) and _announces_time(c)
    ]
    for words in announced:
        for start, _, found in find_times(words):
            if not _OTHER_TIME.search(words[:start]):
                return found
    return next(_begun(opening), None)


def _announces_time(words: str) -> bool:
    return first_date(words) is not None or re.search(r"\bheld\b|\bat\s+\d", words, re.I) is not None


def _begun(paragraphs: Sequence[str]) -> Iterator[time]:
    for words in paragraphs:
        for match in _BEGAN.finditer(words[:2000]):
            yield from (t for start, _, t in find_times(words[match.end() : match.end() + 16]) if start < 3)

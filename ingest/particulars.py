"""Whose meeting it was, on which day, in what state the minutes are: the officer's word, else the text, else the file's name.

Nothing is guessed from a name in passing. The day a file was posted is no day of a meeting (layout L35).
"""

# ruff: noqa: E501  (a phrase is one line)

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from itertools import takewhile

from ingest.bodies import body_of, council_in, council_of_file
from ingest.dates import find_dates, first_date
from ingest.model import MeetingFacts, Status
from ingest.openings import announces_meeting, is_entry

_HELD = re.compile(
    r"\b(?:held|meeting|minutes|proceedings|committee|council|board|cabinet|(?:mon|tues|wednes|thurs|fri|satur|sun)day|date of decision|decided at|made at)\b",
    re.I,
)
_NOT_HELD = re.compile(
    r"\b(?:publi(?:cation|shed)|posted|deadline|next meeting|previous|last meeting|circulated|adopted|signed|confirmed|dated|approved)\b",
    re.I,
)
_LABELLED = re.compile(
    r"\W*(?:date of decision|decided at meeting|made at meeting|date of meeting|meeting date|meeting)\s*:\s*\d",
    re.I,
)
_SETTLED = re.compile(r"\b(?:were|was|approved|agreed|confirmed|adopted)\b")
_PRESENT = re.compile(
    r"(?i)\W*(?:(?:members|councillors|officials|officers|also)?\s*(?:present|in\s+attendance)|witnesses|attended)\b[^:]{0,40}:\s*(?P<rest>.*)"
)
_HEADER_PARAGRAPHS, _HEADER_CHARACTERS = 14, 3000


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
    council = facts.council or council or council_in(title) or council_of_file(file_name)
    held_on = (
        facts.held_on or _held_on([p for p in paragraphs if _LABELLED.match(p)], header) or first_date(title)
    )
    held_on = held_on or first_date(file_name)
    return Particulars(
        council=council,
        body=facts.body or body,
        held_on=held_on,
        began_at=facts.began_at,
        status=facts.status or _status(header, title),
        attendance=_attendance(paragraphs),
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
    for words in [*labelled, *header]:
        for start, found in find_dates(words):
            if _SETTLED.search(words[start:]) and not announces_meeting(words):
                continue
            announced = start < 3 or len(words) < 60 or _HELD.search(words[:start])
            if announced and not _NOT_HELD.search(words[max(0, start - 60) : start]):
                return found
    return None


def _status(header: Sequence[str], title: str) -> Status:
    words = " ".join([*header[:6], title])
    if re.search(
        r"(?i)(?<!circulated, )\bdraft\s+(?:minutes\b|notes\b)|\bunconfirmed\b|\bunapproved\b|^\W*draft\b",
        words,
    ) or re.search(r"\bDRAFT\b", words):
        return Status.DRAFT
    if re.search(r"(?i)\b(?:confirmed|approved|adopted)\s+minutes\b", words):
        return Status.CONFIRMED
    return Status.UNKNOWN


def _attendance(paragraphs: Sequence[str]) -> tuple[str, ...]:
    found: list[str] = []
    for n, words in enumerate(paragraphs[:60]):
        if match := _PRESENT.match(words):
            found += (
                [match["rest"]] if match["rest"].strip(" -") else _names_below(paragraphs[n + 1 : n + 12])
            )
    return tuple(" ".join(f.split()).strip(" -") for f in found if f.strip())


def _names_below(paragraphs: Sequence[str]) -> list[str]:
    names: list[str] = []
    for words in paragraphs:
        if words.endswith(":") or (
            len(words) > 60 and re.search(r"\b(?:was|were|that|said|noted|agreed|welcomed)\b", words)
        ):
            break
        names.append(words)
    return names

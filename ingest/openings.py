"""Lines that open a meeting, or an entry of a page that lists them: "Minutes of the meeting held on ...", "21/09/2011 - Title"."""

# ruff: noqa: E501  (a phrase is one line)

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from ingest.bodies import body_of, is_name
from ingest.dates import first_date

_OPENS = re.compile(
    r"\W*(?:(?:draft|unconfirmed|approved)\s+)?minutes\b.{0,160}\bmeeting\b.{0,160}\b(?:held|on)\b.{0,80}\d{4}",
    re.I,
)
_ENTRY = re.compile(
    r"(?P<meeting>Meeting:\s*)?\d{1,2}/\d{1,2}/\d{4}\s+[-–]\s+(?P<title>[A-ZÀ-Ý0-9“‘\"'(].*)", re.DOTALL
)
_HEARD = re.compile(
    r"(?P<body>[A-Z][\w ,'’&-]{2,80}?)\s*[,–—-]\s+(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?\d{1,2}\s+[A-Z][a-z]+\s+\d{4}\s*[-–—,]\s*(?:minute|item)\s+\S*\d\S*"
)
_PAGE_LINE = re.compile(r"[A-Z].{2,90}?\s+[-–,]\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b.{0,40}\d{4}\b")
_STATUS = re.compile(r"(?i:(?:draft|unconfirmed|approved|confirmed)\s+(?:minutes?|notes)\b)")
_SETTLED = re.compile(r"\b(?:were|was|approved|agreed|confirmed|adopted)\b")


@dataclass(frozen=True, slots=True)
class Opening:
    """What a line says of the meeting that it opens; the body is None where the line names none."""

    held_on: date | None
    body: str | None

    def is_other(self, before: Opening) -> bool:
        """Whether this is another meeting than the one opened before: another day, or another body."""
        return self.held_on != before.held_on or (
            None not in (self.body, before.body) and self.body != before.body
        )


def opening_of(words: str) -> Opening | None:
    """Read a paragraph as the opening of a meeting; None if it opens none."""
    if len(words) < 250 and (entry := _ENTRY.match(words)):
        body = re.sub(r"\s*\(.*$", "", entry["title"]).strip() if entry["meeting"] else None
        return Opening(first_date(words), body)
    if len(words) < 250 and (heard := _HEARD.fullmatch(words)):
        return Opening(first_date(words), heard["body"].strip())
    if announces_meeting(words):
        return Opening(first_date(words), body_of([words[:400]], [])[1])
    return None


def announces_meeting(words: str) -> bool:
    """Whether the words announce a meeting: "Minutes of the meeting held on 3 May 2016"; their approval does not."""
    return _OPENS.match(words[:400]) is not None and not _SETTLED.search(words[:400])


def is_entry(words: str) -> bool:
    """Whether the words head one entry of a page that lists decisions or meetings ("21/09/2011 - Title")."""
    return len(words) < 250 and bool(_ENTRY.match(words) or _HEARD.fullmatch(words))


def is_letterhead(words: str) -> bool:
    """Whether the words only say whose meeting it was, when, or in what state the minutes are.

    >>> [is_letterhead(w) for w in ("London Borough of Oldtown", "Cabinet - Tuesday 3 May 2016 4.00 pm", "Parks")]
    [True, True, False]
    """
    if len(words) > 200:
        return False
    return bool(_PAGE_LINE.match(words) or _STATUS.match(words)) or announces_meeting(words) or is_name(words)

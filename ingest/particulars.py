"""Whose meeting it was, on which day, in what state the minutes are: from the text, then the file's name, then the officer.

Text first; nothing is guessed from a name in passing. A posting date is no meeting date (layout L35).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ingest.model import MeetingFacts, Status

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<m{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
_DATE = re.compile(
    r"\b(?P<y1>\d{4})-(?P<n1>\d{2})-(?P<d1>\d{2})\b"
    r"|\b(?P<d2>\d{1,2})\s*(?:st|nd|rd|th|™|\"|”|°)?\s*(?:day\s+of\s+|of\s+)?" + _MONTH.format(2) + r",?\s*(?P<y2>\d{4})\b"
    r"|\b" + _MONTH.format(3) + r"\s+(?P<d3>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y3>\d{4})\b"
    r"|\b(?P<d4>\d{1,2})[/.](?P<n4>\d{1,2})[/.](?P<y4>\d{4}|\d{2})\b",
    re.I,
)
_HELD = re.compile(
    r"\b(?:held|meeting|minutes|proceedings|committee|council|board|cabinet|monday|tuesday|wednesday|thursday|friday|saturday|sunday|date of decision|decided at meeting|made at meeting)\b",
    re.I,
)
_NOT_HELD = re.compile(r"\b(?:publi(?:cation|shed)|posted|deadline|next meeting|previous|last meeting|draft minutes of|circulated|adopted|signed|confirmed|dated|approved)\b", re.I)
_OPENS = re.compile(
    r"^\W*(?:(?:draft|unconfirmed|approved)\s+)?minutes\b.{0,160}\bmeeting\b.{0,160}\b(?:held|on)\b.{0,80}\d{4}", re.I
)
_CAP = r"[A-ZÀ-Ý][\w’'&-]*"
_NAME = rf"{_CAP}(?:(?:,?\s+(?:{_CAP}|and|of|the|&|for|on|in|upon)|[/-])){{0,8}}"
_BODY_END = r"(?:Committee|Board|Cabinet|Panel|Forum|Sub-Committee|Commission|Executive|Working Group|Task Group|Liaison)"
_COUNCIL_END = r"(?:County Council|City Council|Borough Council|District Council|Parish Council|Town Council|Community Council|Community Board|City (?:and|&) County Council|County Borough Council|Council)"
_COUNCIL = re.compile(rf"\b(?P<name>{_CAP}(?:[ ](?:{_CAP}|and|of|the|&|upon|with)){{0,5}}?[ ](?:{_COUNCIL_END}))\b(?!\s+(?:Chamber|Tax|Offices?|Housing))")
_BODY = re.compile(rf"\b(?P<name>{_CAP}(?:,?[ ](?:{_CAP}|and|of|the|&|for)){{0,7}}[ ]{_BODY_END})\b")
_RECEIVES = re.compile(
    rf"\b(?:provide|update|inform|advise|ask|invite|enable)\s+(?:the|members of the)\s+(?P<name>{_CAP}(?:,?\s+(?:{_CAP}|and|of|the|&)){{0,6}}?\s+{_BODY_END})\b"
)
_FIELD = re.compile(rf"\b(?:decision maker|made at meeting|decided at meeting)\s*:\s*(?:\d{{1,2}}/\d{{1,2}}/\d{{4}}\s*-\s*)?(?P<name>[A-Z][\w ,&’'-]{{2,60}})", re.I)
_PAGE_LINE = re.compile(rf"^(?P<name>{_NAME})\s+[-–]\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_HEADER_LINES, _HEADER_CHARS = 14, 2500


@dataclass(frozen=True, slots=True, kw_only=True)
class Particulars:
    """What is known of one meeting; None where neither text nor file name nor officer says."""

    council: str | None
    body: str | None
    held_on: date | None
    status: Status
    attendance: tuple[str, ...]
    warnings: tuple[str, ...] = ()


def opens_meeting(words: str) -> bool:
    """Whether a paragraph opens the minutes of a meeting ("Minutes of the meeting held on 3 May 2016")."""
    return _OPENS.match(words[:400]) is not None


def particulars_of(
    paragraphs: Sequence[str], front: str, file_name: str, facts: MeetingFacts, *, alone: bool
) -> Particulars:
    """Read the particulars of a meeting from its paragraphs, the publisher's front matter and the file's name."""
    header = _header(paragraphs)
    title = "\n".join(re.findall(r"(?m)^title:\s*(.*)$", front))
    held_on = facts.held_on or _held_on(header, paragraphs) or _held_on([title], []) or (_first_date(re.sub(r"[_ ]", "-", file_name)) if alone else None)
    council = facts.council or _council(header, paragraphs, title)
    body = facts.body or _body(header, paragraphs)
    if body and council and body.casefold() == council.casefold():
        body = None
    doubts = () if held_on else (f"{file_name}: no date of the meeting is stated",)
    return Particulars(
        council=council, body=body, held_on=held_on, status=facts.status or _status(header, title), attendance=_attendance(paragraphs), warnings=doubts
    )


def read_date(words: str) -> date | None:
    """Read the first date in words: 3 May 2016, May 3, 2016, 03/05/2016 (day first), 2016-05-03, 3.5.16.

    >>> read_date("on Tuesday, 12TH MARCH, 2019"), read_date("06/12/13")
    (datetime.date(2019, 3, 12), datetime.date(2013, 12, 6))
    """
    return _first_date(words)


def _first_date(words: str) -> date | None:
    for match in _DATE.finditer(words):
        if found := _as_date(match):
            return found
    return None


def _as_date(match: re.Match[str]) -> date | None:
    for k in "1234":
        year, day = match[f"y{k}"], match[f"d{k}"]
        if not year:
            continue
        number = match[f"n{k}"] if k in "14" else str(_MONTHS.index(match[f"m{k}"][:3].lower()) + 1)
        try:
            return date(int(year) + (2000 if len(year) == 2 else 0), int(number), int(day))
        except ValueError:
            return None
    return None


def _header(paragraphs: Sequence[str]) -> list[str]:
    taken, size = [], 0
    for words in paragraphs[:_HEADER_LINES]:
        taken.append(words[:600])
        size += len(words)
        if size > _HEADER_CHARS:
            break
    return taken


def _held_on(header: Sequence[str], paragraphs: Sequence[str]) -> date | None:
    labelled = [p for p in paragraphs if re.match(r"(?i)\W*(?:date of decision|decided at meeting|made at meeting|date of meeting|meeting date)\s*:", p)]
    for words in [*labelled, *header]:
        for match in _DATE.finditer(words):
            before = words[max(0, match.start() - 60) : match.start()]
            titled = match.start() < 3 and len(words) < 200
            if (titled or _HELD.search(words[: match.start()]) or len(words) < 60) and not _NOT_HELD.search(before):
                if found := _as_date(match):
                    return found
    return None


def _council(header: Sequence[str], paragraphs: Sequence[str], title: str) -> str | None:
    for words in [*header[:8], title]:
        if match := _COUNCIL.search(_spoken(words)):
            name = _tidy(match["name"])
            if len(name.split()) > 1 and not re.match(r"(?i)(?:the|minutes|full|special|meeting)\b", name):
                return name
    named = Counter(_tidy(m["name"]) for p in paragraphs for m in _COUNCIL.finditer(p[:20_000]) if m["name"][0].isupper())
    named = Counter({n: c for n, c in named.items() if re.fullmatch(rf"(?:{_CAP}\s)+(?:and\s|of\s|&\s|{_CAP}\s)*{_COUNCIL_END}", n) and len(n.split()) > 2})
    if len(named) == 1 and next(iter(named.values())) > 1:
        return next(iter(named))
    return None


def _body(header: Sequence[str], paragraphs: Sequence[str]) -> str | None:
    for words in paragraphs:
        if match := _FIELD.match(words[:200]):
            return _tidy(match["name"])
    for words in header:
        if match := _PAGE_LINE.match(words):
            return _tidy(match["name"])
        if _HELD.search(words) and len(words) < 500 and (match := _BODY.search(_spoken(words))):
            return _tidy(match["name"])
    for words in header:
        if match := _RECEIVES.search(words):
            return _tidy(match["name"])
    return None


def _spoken(words: str) -> str:
    """Capitals throughout are read as titles are written, so that names can be told from words."""
    return words.title() if words.isupper() else words


def _tidy(name: str) -> str:
    name = " ".join(name.split()).strip(" ,:-")
    name = re.sub(r"(?i)^(?:(?:draft\s+)?minutes\s+of\s+(?:the\s+|a\s+)?|(?:the\s+)?meeting\s+of\s+(?:the\s+)?|the\s+)+", "", name)
    return name.title().replace("’S", "’s").replace(" Of ", " of ").replace(" And ", " and ") if name.isupper() else name


def _status(header: Sequence[str], title: str) -> Status:
    words = " ".join([*header[:6], title])
    if re.search(r"\b(?:DRAFT|[Dd]raft)\s+(?:MINUTES|[Mm]inutes)\b|\b(?i:unconfirmed|unapproved)\b|\bDRAFT\b", words) and not re.search(r"(?i)circulated", words):
        return Status.DRAFT
    if re.search(r"(?i)\b(?:confirmed|approved|adopted)\s+minutes\b", words):
        return Status.CONFIRMED
    return Status.UNKNOWN


def _attendance(paragraphs: Sequence[str]) -> tuple[str, ...]:
    found: list[str] = []
    for n, words in enumerate(paragraphs[:60]):
        match = re.match(r"(?i)\W*(?:(?:members|councillors|officials|officers|also)?\s*(?:present|in\s+attendance)|witnesses|attended)\b[^:]{0,40}:\s*(?P<rest>.*)", words)
        if match:
            found += [match["rest"]] if match["rest"].strip(" -") else list(_names_below(paragraphs[n + 1 : n + 12]))
    return tuple(" ".join(f.split()).strip(" -") for f in found if f.strip())


def _names_below(paragraphs: Sequence[str]) -> list[str]:
    names = []
    for words in paragraphs:
        if words.endswith(":") or (len(words) > 60 and re.search(r"\b(?:was|were|that|said|noted|agreed|welcomed)\b", words)):
            break
        names.append(words)
    return names

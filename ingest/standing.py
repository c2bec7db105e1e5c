"""Whether minutes are a draft or the confirmed record, where they say so of themselves and not of others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from ingest.dates import find_dates
from ingest.model import Status

_DRAFT = re.compile(
    r"\b(?:draft|unconfirmed|unapproved)\s*(?:\([^()]{0,80}\)\s*)?(?:minutes?|notes|record|proceedings)\b"
    r"|\b(?:minutes|notes|record)\s*[-–—:(]{1,2}\s*(?:draft|unconfirmed|unapproved)\b|\bunconfirmed\b|\bunapproved\b"
    r"|\bheld\s+on\s+draft\b|\bdraft\s+\((?:until|subject|unconfirmed|to\s+be)\b|\bstatus\s*:\s*(?:draft|unconfirmed)\b",
    re.I,
)
_DRAFT_WORD = re.compile(
    r"\W*DRAFT\b(?!\s+(?:\w+\s+){0,3}(?i:budget|plan|strategy|policy|bye|report|programme|agenda|accounts|scheme|response|order))"
)
_DRAFT_LINE = re.compile(r"\W*draft(?:\s+(?:copy|version|v?[\d.]+|only|for\s+approval))?\W*", re.I)
_PENDING = re.compile(
    r"\b(?:subject\s+to|until|awaiting|pending|prior\s+to)\s+(?:(?:formal|their|its|being)\s+)*(?:confirm\w+|approv\w+|ratif\w+|agreement|adoption)\b"
    r"|\b(?:to\s+be|will\s+be|not\s+yet|yet\s+to\s+be|have\s+not\s+been)\s+(?:\w+\s+){0,2}(?:confirmed|approved|ratified|agreed|adopted)\b[^.]{0,60}\b(?:next|following|subsequent|future)\s+meeting\b",
    re.I,
)
_MINUTES = re.compile(r"\b(?:minutes|record|notes|draft)\b", re.I)
_CONFIRMED = re.compile(
    r"\b(?:confirmed|approved|adopted|ratified|signed|final)\s+(?:minutes|record)\b(?!\s+(?:of\s+the\s+(?:last|previous)))"
    r"|\b(?:minutes|notes)\s*[-–—(]\s*(?:confirmed|approved|adopted|ratified|final)\b|\bstatus\s*:\s*(?:confirmed|approved|final|ratified)\b",
    re.I,
)
_THESE = re.compile(
    r"\b(?:these|the\s+foregoing|the\s+above|foregoing|the\s+preceding)\s+minutes\s+(?:were|are|having\s+been|have\s+been|was)\s+(?:\w+\s+){0,3}?"
    r"(?:confirmed|approved|adopted|ratified|signed|agreed|accepted)\b",
    re.I,
)
_SIGNED = re.compile(
    r"\W*(?:minutes\s+)?(?:(?:read,?\s+)?(?:confirmed|approved|adopted|signed|agreed|ratified|certified)(?:\s+and\s+(?:signed|confirmed|approved|adopted))?)\b"
    r"(?:\s+(?:as|to\s+be)\s+(?:a|the)\s+(?:true\s+)?(?:and\s+)?(?:correct|accurate|true)\s+record)?(?P<rest>.{0,160})",
    re.I | re.DOTALL,
)
_OTHERS = re.compile(r"\b(?:previous|last)\s+meeting\b|\bcirculated\b", re.I)
_HEAD, _FOOT = 6, 8  # paragraphs


def status_of(
    header: Sequence[str], title: str, paragraphs: Sequence[str], held_on: date | None, file_name: str
) -> Status:
    """Read the status from the header, the publisher's title, the foot of the text and the name of the file.

    A signature counts only with a day after the meeting: an empty line for one is printed under every draft.
    """
    head = [words for words in [*header[:_HEAD], title] if not _OTHERS.search(words)]
    foot = [words for words in paragraphs[-_FOOT:] if len(words) < 400]
    if any(map(_is_draft, head)) or any(_PENDING.search(w) and _MINUTES.search(w) for w in [*head, *foot]):
        return Status.DRAFT
    if any(_CONFIRMED.search(w) for w in head) or any(_is_confirmation(w, held_on) for w in [*head, *foot]):
        return Status.CONFIRMED
    name = re.sub(r"[-_.+\s]|%20", " ", file_name)
    if re.search(r"\b(?:draft|unconfirmed|unapproved)\b", name, re.I):
        return Status.DRAFT
    if re.search(
        r"\b(?:confirmed|approved|signed|adopted|ratified|final)\s+minutes\b|\bminutes\s+(?:confirmed|approved|signed|final)\b",
        name,
        re.I,
    ):
        return Status.CONFIRMED
    return Status.UNKNOWN


def _is_draft(words: str) -> bool:
    words = words[:400]
    return bool(_DRAFT.search(words) or _DRAFT_WORD.match(words) or _DRAFT_LINE.fullmatch(words))


def _is_confirmation(words: str, held_on: date | None) -> bool:
    if _THESE.search(words):
        return True
    signed = _SIGNED.match(words)
    if signed is None or held_on is None:
        return False
    return any(day > held_on for _, day in find_dates(signed["rest"]))

"""Who was there, as the minutes list them; those who sent apologies are not among them."""

# ruff: noqa: E501  (a phrase is one line)

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

_PRESENT = re.compile(
    r"\W*(?:(?:members|councillors|officials|officers|staff|also|those|spc members|councillors?\s+and\s+officers)[,\s]+){0,2}"
    r"(?:(?:were\s+|was\s+)?(?:present|in\s+attendance|attending)|witnesses|attended|attendees|attendance)\b"
    r"(?:\s+(?:in\s+the\s+chair|virtually|remotely|online|via\s+\w+|from\s+the\s+council))?\s*(?:\([^()]{0,40}\))?"
    r"(?P<rest>\s*(?:[:;–—-]|\W*$|\s{2,}|(?=(?-i:[A-Z]))).*)",
    re.I | re.DOTALL,
)
_GLUED = re.compile(  # the roll stands in one paragraph with what is before and after it
    r"\b(?:P(?:resent|RESENT)|I(?:n\s+attendance|N\s+ATTENDANCE)|Those\s+[Aa]ttending)\s*(?:\([^()]{0,40}\))?\s*:[\s:–-]*"
    r"(?P<rest>.{3,600}?)(?=\s(?:Apologies|APOLOGIES|In\s+attendance|IN\s+ATTENDANCE|Also|Clerk:|The\s+[Cc]hair|\d{1,3}[.)]?\s+[A-Z])|$)",
    re.DOTALL,
)
_TO_COLON = re.compile(r"[^:,.()]{0,40}:\s*(?=\S)")
_PROSE = re.compile(r"\b(?:was|were|that|said|noted|agreed|welcomed|opened|introduced)\b")
_BUSINESS = re.compile(
    r"\s(?:Apologies|APOLOGIES|\d{1,3}[.)]\s+[A-Z])"
)  # what follows a roll printed on one line
_MEMBERS = re.compile(r"(?:[A-Z]\w+\s)?(?:Councillor|Cllr|Alderm[ae]n)s?\b")
_LONGEST = 5000
_GLUED_IN = 5
_LOOKED_AT = 60  # paragraphs: a roll stands at the head, or below a page's banner


def attendance_of(paragraphs: Sequence[str]) -> tuple[str, ...]:
    """The entries of the lists of those present, each as printed, in order.

    >>> attendance_of(["Present: Cllrs A Bell and C Dunn", "Apologies: Cllr E Fox", "In attendance", "The clerk"])
    ('Cllrs A Bell and C Dunn', 'The clerk')
    """
    found: list[str] = []
    for n, words in enumerate(paragraphs[:_LOOKED_AT]):
        match = _PRESENT.match(words[:_LONGEST])
        if match is None:
            continue
        rest = _less_label(match["rest"].strip(" \t\n:;-–—*_#"))
        below = paragraphs[n + 1 : n + 40]
        if rest.strip(" ."):
            found += [rest, *takewhile(_names_more, below)]
        else:
            found += _below(below)
    found = found or [
        m["rest"] for words in paragraphs[:_GLUED_IN] for m in _GLUED.finditer(words[:_LONGEST])
    ]
    entries = (
        " ".join(_BUSINESS.split(entry, maxsplit=1)[0].replace("|", " ").split()).strip(" -")
        for entry in found
    )
    return tuple(entry for entry in entries if entry)


def _names_more(words: str) -> bool:
    """Whether a paragraph goes on with the members that one above began to name ("Councillors: A Bell, C Dunn")."""
    return _MEMBERS.match(words) is not None and _PROSE.search(words) is None


def _less_label(entry: str) -> str:
    """An entry without the label in front of its names ("Members: A Bell"); one inside it stays."""
    label = _TO_COLON.match(entry)
    return entry[label.end() :] if label else entry


def _below(paragraphs: Sequence[str]) -> list[str]:
    names: list[str] = []
    for words in paragraphs:
        if _ends(words):
            break
        names.append(words)
    return names


def _ends(words: str) -> bool:
    """Whether a paragraph is no name under a list: another caption, an apology, or prose."""
    words = words[:_LONGEST].rstrip()
    if words.endswith(":") or re.match(r"\W*(?:apolog|absent|minutes?\b|\d+[.)]?\s)", words, re.I):
        return True
    return _PRESENT.match(words[:_LONGEST]) is not None or (
        len(words) > 60 and _PROSE.search(words) is not None
    )

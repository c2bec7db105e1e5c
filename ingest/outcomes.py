"""Who moved, who seconded, how the vote went, who is to do it and by when: as printed, or None."""

# ruff: noqa: E501  (a phrase is one line)

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.model import Kind

_NAME = r"(?:(?:Cllrs?|Clirs?|Councillors?|Cr|Alderman|Mayor|Mr|Mrs|Ms|Miss|Dr|Member)\.?\s+)*(?:[A-Z][\w’'-]*\.?\s?){1,4}"
_MOVER = re.compile(
    rf"(?i:\b(?:proposed|moved)\s+by\s*:?\s*|\bproposer\s*:\s*|\bon\s+the\s+(?:proposal|proposition|motion)\s+of\s+)(?P<name>{_NAME})"
)
_SECONDER = re.compile(rf"(?i:\bseconded\s+by\s*:?\s*|\bseconder\s*:\s*|\bseconded\s*:?\s+)(?P<name>{_NAME})")
_PAIR = re.compile(
    rf"(?P<mover>{_NAME})(?:has\s+)?proposed\b.{{0,200}}?\bseconded\s+by\s+(?P<seconder>{_NAME})"
)
_COUNT = (
    r"by\s+\d+\s+votes?\s+to\s+\d+|\d+\s+(?:votes?\s+)?(?:for|in\s+favour|in\s+agreement)\b[^.]{0,60}?(?:against|abst\w+)|for:?\s*\d+\W+against:?\s*\d+(?:\W+abst\w+:?\s*\d+)?"
    r"|\d+-\d+-\d+|unanimous(?:ly)?|nem\.?\s*con\.?|all\s+(?:were\s+)?(?:in\s+favour|agreed)|(?:yeas|ayes)[^.]{0,120}\(\d+\)"
    r"|\w+\s+(?:were\s+)?in\s+favour(?:\s+and\s+\w+\s+(?:abstained|against))?|on\s+(?:his|her|the\s+chair\w*['’]s)?\s*casting\s+vote"
)
_VOTE = re.compile(rf"\b(?:{_COUNT})", re.I)
_OWNER = re.compile(
    rf"\bA(?:ction|CTION)s?\s*(?::|[–—-]|>+)?\s*(?P<owner>[A-Z]{{2,3}}(?:\s*/\s*[A-Z]{{2,3}})*\b(?!\s+[A-Z]?[a-z])|[A-Z][^\n.:;()]{{1,60}}?)(?=\s*(?:\(|\.|;|$))"
    rf"|^\W*(?P<doer>(?:The\s+)?(?:Clerk|Chair(?:man)?|Secretary|Treasurer|Officers)|{_NAME}|[A-Z]{{2,3}}(?:\s*/\s*[A-Z]{{2,3}})*)\s+to\s+[a-z]"
)
_DUE = re.compile(
    r"\bby\s+(?P<due>(?:the\s+end\s+of\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:January|February|March|April|May|June|July|August|September|October|November|December)(?:\s+\d{4})?|the\s+next\s+meeting)"
)
_SPEAKER = re.compile(
    r"(?:^|(?<=[.!?]\s))(?P<who>(?:The\s+(?:Chair(?:man|woman|person)?|Director|Clerk|Leader|Mayor|Cathaoirleach)|(?:Cllr|Clir|Councillor|Mr|Mrs|Ms|Dr)\.?\s+(?:[A-Z][\w’'-]*\.?\s){1,3}|[A-Z][a-z]+\s[A-Z][\w’'-]+|[A-Z]{2,3}(?=\s[–-]))),?\s*"
    r"(?:[^.]{0,80}?,\s)?(?:then\s+|also\s+|briefly\s+)?(?:said|asked|noted|advised|informed|stated|reported|explained|commented|highlighted|introduced|presented|queried|raised|thanked|welcomed|proposed|responded|added|suggested|confirmed|–|-)"
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """Parts of an outcome, each as printed or None."""

    mover: str | None = None
    seconder: str | None = None
    vote: str | None = None
    owner: str | None = None
    due: str | None = None


def outcome_of(words: str, kind: Kind) -> Outcome:
    """Read the parts of a decision, recommendation, motion, vote or action; all None for other kinds."""
    if kind not in (Kind.DECISION, Kind.RECOMMENDATION, Kind.ACTION, Kind.MOTION, Kind.VOTE):
        return Outcome()
    words = words[:6000]
    mover, seconder = _MOVER.search(words), _SECONDER.search(words)
    pair = _PAIR.search(words)
    action = kind is Kind.ACTION
    owner = _OWNER.search(words) if action else None
    vote, due = _VOTE.search(words), _DUE.search(words) if action else None
    return Outcome(
        mover=_name(mover["name"] if mover else pair["mover"] if pair else None),
        seconder=_name(seconder["name"] if seconder else None),
        vote=vote.group() if vote else None,
        owner=_name((owner["owner"] or owner["doer"]) if owner else None),
        due=due["due"] if due else None,
    )


def speakers_of(words: str) -> tuple[str, ...]:
    """Who speaks in a passage, as printed, in order, each once."""
    return tuple(dict.fromkeys(m["who"].strip(" ,") for m in _SPEAKER.finditer(words[:6000])))


def _name(words: str | None) -> str | None:
    return words.strip(" ,;:.") or None if words else None

"""Who moved, who seconded, how the vote went, who is to do it and by when: as printed, or None."""

# ruff: noqa: E501  (a phrase is one line)

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.model import Kind
from ingest.tasks import IMPERATIVE, OWNERS

_READ = 6000  # characters
_HAVE_PARTS = (Kind.DECISION, Kind.RECOMMENDATION, Kind.ACTION, Kind.MOTION, Kind.VOTE)

# A full stop is part of a name after initials only: "P. K. Lee", but "seconded by Joan Lee. It was lost".
_NAME = r"(?:(?:Cllrs?|Clirs?|Councillors?|Cr|Alderman|Mayor|Mr|Mrs|Ms|Miss|Dr|Member)\.?\s+)*(?:[A-Z]{1,2}\.|[A-Z][\w’'-]*)(?:(?:[ \u00a0]|(?<=\.))(?!(?:Second(?:ed|er)?|Proposed|Carried|Motion|All|That|THAT|And|AND|CARRIED)\b)(?:[A-Z]{1,2}\.|[A-Z][\w’'-]*)){0,3}[ \u00a0]?"
_TITLED = rf"(?=(?:Cllr|Councillor|Cr|Mr|Mrs|Ms|Dr)\b){_NAME}"
_MOVER = re.compile(
    rf"(?i:\b(?:proposed|moved|motion)\s+by\s*:?\s*|\b(?:proposed|moved)\s*[–—-]\s*|^\W*prop(?:osed)?\.?\s+(?=[^.;]{{2,40}}?\b(?:sec(?:onded)?|2nd)\b)|\bproposer\s*:\s*|\bon\s+the\s+(?:proposal|proposition|motion)\s+of\s+)(?P<name>{_NAME})"
    rf"|\b(?:[Pp]rop(?:osed|\.)|[Mm]oved|MOVED)\s+(?P<brief>{_TITLED}|[A-Z]{{2,3}}(?=,?\s+(?:and\s+)?sec)|{_NAME}(?=\s*[/,;]?\s*(?i:seconded)\b))"
)
_SECONDER = re.compile(
    rf"(?i:\bsecond(?:ed)?\s+by\s*:?\s*|\bseconded\s*[–—-]\s*|\b2nd\s+(?=(?-i:[A-Z]{{2,3}})\b)|\bseconder\s*:\s*|\bseconded\s*:?\s+|\bsec\.\s+)(?P<name>{_NAME})"
)
_MOVES = re.compile(
    rf"(?:^\W*|[.;]\s+)(?P<name>{_NAME})(?:,\s+)?(?:then\s+)?(?:(?:moved|proposed)(?:\s*[,:]?\s+(?:that\b|and\b|the\b|an\b)|,\s[^.;:]{{2,60}}\bseconding\b)|made\s+a\s+motion\b)"
)
_SECONDS = re.compile(rf"(?P<name>{_NAME})(?:,\s+)?(?:(?:has\s+)?seconded\b(?!\s+by)|seconding\b)")
_PAIR = re.compile(
    rf"(?P<mover>{_NAME})(?:has\s+)?proposed\b.{{0,200}}?\bseconded\s+by\s+(?P<seconder>{_NAME})"
    rf"|(?P<proposing>{_NAME})proposing\b.{{0,40}}?(?P<seconding>{_TITLED})seconding\b"
    rf"|(?P<proposes>{_TITLED})proposed,\s+(?P<seconds>{_TITLED})seconded\b"
    rf"|\(?(?P<first>(?:Cr\s+)?[A-Z][\w’'-]+)\s?/\s?(?P<second>(?:Cr\s+)?[A-Z][\w’'-]+)\)?\s+(?i:carried|lost)\b"
)
_COUNT = (
    r"(?:by|on)\s+a\s+vote\s+of\s+\d+\s+to\s+\d+|(?:by\s+)?\d+\s+votes?\s+to\s+\d+|\d+\s+(?:votes?\s+)?(?:for|in\s+favour|in\s+agreement)\b[^.]{0,60}?(?:against|abst\w+)(?:,?\s+(?:and\s+)?(?:\d+|with\s+\w+)\s+abst\w*)?|for\W{0,3}\d+\W+(?:against|abst\w+)\W{0,3}\d+(?:\W+abst\w+\W{0,3}\d+)?"
    r"|for\W{0,3}\d+\s*\([^()]{2,200}\)\W{0,3}against\W{0,3}\d+(?:\s*\([^()]{2,200}\))?"
    r"|\d+-\d+-\d+|(?:(?<=carried )|(?<=majority )|(?<=lost )|(?<=defeated ))\d{1,2}[/–-]\d{1,2}\b|unanimous(?:ly)?|nem\.?\s*con\.?|all\s+(?:were\s+)?(?:in\s+favour|agreed)|(?:yeas|ayes|nays|noes)\b[^\n]{0,300}?\(\d+\)"
    r"|\w+\s+(?:members\s+|councillors\s+)?voted\s+(?:for|in\s+favour)\b[^.]{0,80}?(?:against|abst\w+)|\w+\s+abstained\s+and\s+\w+\s+were\s+in\s+favour"
    r"|with\s+[^.]{2,60}?\b(?:abstaining|voting\s+against)(?:\s+and\s+[^.]{2,60}?\b(?:abstaining|voting\s+against))?"
    r"|\w+\s+(?:were\s+)?in\s+favour(?:\s+and\s+\w+\s+(?:abstained|against))?|on\s+(?:his|her|the\s+chair\w*['’]s)?\s*casting\s+vote"
)
_VOTE = re.compile(rf"\b(?:{_COUNT})", re.I)
_ALONE = re.compile(
    r"\W*(?:(?P<all>all\s+(?:were\s+)?(?:in\s+favour|agreed)|(?:carried\s+)?unanimous(?:ly)?)"
    r"|for\W{1,3}(?P<yes>\d{1,3})(?:\W+against\W{1,3}(?P<no>\d{1,3}))?(?:\W+abst\w+\W{1,3}\d{1,3})?)\W*",
    re.I,
)
_LOST = re.compile(r"\b(?i:lost|defeated)\b[^.;]{0,20}$")
_CARRIED_LAST = re.compile(r"\bmotion\b[^.;]{0,40}\bcarried\b", re.I)
_ROLL_CALL = re.compile(
    r"\W*(?P<vote>(?:for|against|abstentions?|abstained|in\s+favour)(?:\s+the\s+\w+)?\s*[:(–—-][^\n]{1,600})",
    re.I,
)
_ASKS_OTHERS = re.compile(
    r"^\W*(?:\w+\W+){0,12}?(?:to\s+recommend|(?:be|is|was|were)\s+recommended|recommends?)\b", re.I
)
_MARGIN = re.compile(rf"[.;!?)]\s+(?P<owner>{OWNERS})$")
_OWNER = re.compile(
    rf"\bA(?:ction|CTION)s?\s*(?::|[–—-]|>+)?\s*(?P<owner>[A-Z]{{2,3}}(?:\s*/\s*[A-Z]{{2,3}})*\b(?!\s+[A-Z]?[a-z])|(?:[A-Z]\.\s?)+[A-Z][\w’'-]+|[A-Z][^\n.:;()]{{1,60}}?)(?=\s*(?:\(|\.|;|$))"
    rf"|^\W*(?P<doer>(?:The\s+)?(?:Clerk|Chair(?:man)?|Secretary|Treasurer|Officers)|{_NAME}|[A-Z]{{2,3}}(?:\s*/\s*[A-Z]{{2,3}})*)\s+to\s+[a-z]"
)
_DUE = re.compile(
    r"\bby\s+(?P<due>(?:the\s+end\s+of\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:January|February|March|April|May|June|July|August|September|October|November|December)(?:\s+\d{4})?|the\s+next\s+meeting)"
)
_SPEAKER = re.compile(
    r"(?:^|(?<=[.!?]\s))(?P<who>(?:The\s+(?:(?:[A-Z][\w’'-]*|of|for|and|the)\s+){0,7}[A-Z][\w’'-]*(?=,?\s[a-z])|The\s+(?:Chair(?:man|woman|person)?|Director|Clerk|Leader|Mayor|Cathaoirleach)|(?:Cllr|Clir|Councillor|Mr|Mrs|Ms|Dr)\.?\s+(?:[A-Z][\w’'-]*\.?\s){1,3}|[A-Z][a-z]+\s[A-Z][\w’'-]+|[A-Z]{2,3}(?=\s[–-]))),?\s*"
    r"(?:[^.]{0,80}?,\s)?(?:then\s+|also\s+|briefly\s+)?(?:said|asked|noted|advised|informed|stated|reported|explained|commented|highlighted|introduced|presented|queried|raised|thanked|welcomed|proposed|responded|added|suggested|confirmed|spoke|enquired|replied|recommended|outlined|–|-)"
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
    """Read the parts of an outcome, a motion or a vote; of other kinds only an owner named in the margin."""
    words = words[:_READ]
    margin = _MARGIN.search(words)
    if kind not in _HAVE_PARTS:
        return Outcome(owner=margin["owner"] if margin else None)
    mover, seconder = _movers(words)
    roll, vote = _ROLL_CALL.match(words) if kind is Kind.VOTE else None, _vote_of(words, kind)
    owner, due = (_OWNER.search(words), _DUE.search(words)) if kind is Kind.ACTION else (None, None)
    if owner and owner["doer"] and IMPERATIVE.match(words):
        owner = None  # "Write to the Department" names nobody
    return Outcome(
        mover=mover,
        seconder=seconder,
        vote=roll["vote"].strip() if roll else vote.group() if vote else None,
        owner=_name((owner["owner"] or owner["doer"]) if owner else margin["owner"] if margin else None),
        due=due["due"] if due else None,
    )


def is_carried(words: str) -> bool | None:
    """Whether a line that only says how the vote went says that it was carried; None if it is no such line.

    >>> [is_carried(w) for w in ("All in favour", "For - 4 Abstention - 1", "For 2 Against 3", "All agreed to go")]
    [True, True, False, None]
    """
    count = _ALONE.fullmatch(words[:120])
    return None if count is None else bool(count["all"]) or int(count["yes"]) > int(count["no"] or 0)


def _vote_of(words: str, kind: Kind) -> re.Match[str] | None:
    """The vote told; of what was decided the vote that carried it, not the one that lost an amendment before."""
    votes = list(_VOTE.finditer(words))
    if kind is Kind.DECISION or _CARRIED_LAST.search(words):
        votes = [v for v in votes if not _LOST.search(words, max(0, v.start() - 60), v.start())] or votes
    return votes[0] if votes else None


def vote_led_in(lead: str, kind: Kind) -> str | None:
    """The vote that the lead-in of a list tells for each of its clauses ("RESOLVED (7 votes to 2):")."""
    return vote.group() if kind is Kind.DECISION and (vote := _VOTE.search(lead)) else None


def _movers(words: str) -> tuple[str | None, str | None]:
    mover = _MOVER.search(words) or _MOVES.search(words)
    seconder = _SECONDER.search(words) or _SECONDS.search(words)
    pair = _PAIR.search(words)
    first = (pair["mover"] or pair["proposing"] or pair["proposes"] or pair["first"]) if pair else None
    second = (pair["seconder"] or pair["seconding"] or pair["seconds"] or pair["second"]) if pair else None
    named = (mover["name"] or mover["brief"]) if mover else first
    return _name(named), _name(seconder["name"] if seconder else second)


def speakers_of(words: str) -> tuple[str, ...]:
    """Who speaks in a passage, as printed, in order, each once."""
    return tuple(dict.fromkeys(m["who"].strip(" ,") for m in _SPEAKER.finditer(words[:_READ])))


def asks_others(words: str) -> bool:
    """Whether a resolution only asks another body to decide: "agreed to recommend to Cabinet that ..."."""
    return _ASKS_OTHERS.match(words) is not None


def _name(words: str | None) -> str | None:
    return words.strip(" ,;:.") or None if words else None

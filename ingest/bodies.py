"""Which council and which of its bodies met, as the minutes announce it; a name in passing is no announcement."""

# ruff: noqa: E501  (a phrase is one line)

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ingest.announcing import announcement, clip, is_roll

_CAP = r"[A-ZÀ-Ý][\w’'.]*(?:-[A-ZÀ-Ý][\w’']*)*"
_LINK = r"(?:,?\s+(?:and|of|the|&|for|upon|on|with|in)(?:\s+(?:the|&))?\s+|,\s+|\s*[/&]\s*|\s+)"
_RUN = re.compile(rf"{_CAP}(?:{_LINK}{_CAP}){{0,16}}")
_JOINT = r"(?:Combined|Fire(?:\s+(?:and|&)\s+Rescue)?|National\s+Park)\s+Authority"  # several councils' own: a council itself
_COUNCIL = re.compile(
    rf"^(?P<council>.*?\bCouncil|.+?\s{_JOINT}|(?:(?:.*\s)?(?:London|Royal|Metropolitan)(?:\s+Borough)+|Township|Municipality|City|Town|Village|Shire)\s+of\s+{_CAP}(?:\s+(?:and\s+|upon\s+|on\s+|&\s+)?{_CAP}){{0,3}}?(?:\s+Council)?(?=\s*,|[’']s\b|$))(?:[’']s)?\b,?\s*(?P<rest>.*)$"
)
_SORT = (
    r"(?:Committee|Board|Cabinet|Panel|Forum|Commission|(?<!Chief )(?<!Senior )Executive|Group|Working Party|Assembly|Authority|Trust|Liaison|SPC|Partnership"
    r"|Sub-?committee|Taskforce|Task Force)"
)
_BODY_OF = re.compile(rf"(?P<body>.*\b{_SORT})(?:\s+of\s+(?:the\s+)?|,\s+)(?P<council>.+)$")
_BODY = re.compile(
    rf"(?P<name>.*\b{_SORT}(?:\s+[A-Z0-9]|\s+(?:for|of)\s+.+)?"
    r"|(?:.*?\b)?(?:(?:Municipal|Metropolitan|Borough)\s+)?District\s+of\s+.+|.+\s(?:Municipal|Metropolitan|Borough)\s+District)(?:\s+Meeting)?$"
)
_FRAME = (
    r"(?:Draft|Unconfirmed|Approved|Minutes?|Proceedings|Notes?|Record|Of|At|The|An|Meeting|Meetings|Special|Ordinary|Monthly|Annual|Adjourned|Virtual"
    r"|Extraordinary|General|Regular|Statutory|Quarterly|Held|On|In|Online|Agenda|Full|Present|And|For|To|No|Via|By|Public|Chairperson|Each|Members?|Cathaoirleach)"
)
_LEAD = re.compile(rf"^(?:(?:{_FRAME}|A)\b[\s,]*)+", re.I)
_TRAIL = re.compile(
    rf"(?:[\s,]+(?:{_FRAME}|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|{'|'.join('January February March April May June July August September October November December'.split())})\b)+$",
    re.I,
)
_INNER = re.compile(
    r"(?<=\w)\s+(?:Annual|Virtual|Extraordinary|Ordinary|Special|Monthly)(?=\s+(?:Parish|Town|Community)\s+Council)"
)
_TYPES = frozenset(
    "county city borough district parish town community council and & the of full metropolitan your our this that".split()
)
_TWICE = re.compile(r"^(?P<name>[A-Z][\w ’'&-]{2,60}?)\s*/\s*(?P=name)$")  # the two languages agree
_ITSELF = re.compile(  # "Village of Oldtown Regular Council Meeting", "City of Oldtown Regular Meeting of the City Council"
    r"(?<=\w)\s+(?=(?:Regular|Special|Ordinary|Extraordinary|Statutory)\s+(?:Meeting\s+of\s+(?:the\s+)?(?:(?:City|Town|Village|Township|Shire|County)\s+)?)?Council\b)"
)
_CORPORATION = re.compile(
    r"\b(?:The\s+)?(?:Municipal\s+)?Corporation\s+of\s+(?:the\s+)?(?=[A-Z][\w]+\s+of\b)"
)
_ROOM = re.compile(
    r"\bCouncil\s+Chambers?\b|\b(?:Chambers?|Room|Hall|Offices?|House|Headquarters|Suite|Building|Centre|Quay)\s*(?=,)"
)
_FIELD = re.compile(
    r"(?i:decision maker|made at meeting|decided at meeting|meeting)\s*:\s*(?:\d{1,2}/\d{1,2}/\d{4}\s*-\s*)?(?P<name>[A-Z][\w ,&’'-]{2,60}?)(?:\s*\(.*)?$"
)
_PAGE_LINE = re.compile(r"(?P<name>[A-Z].{2,70}?)\s+[-–]\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
# "Ngā Meneti / Minutes - Tuesday 3 May 2016": the paper, not who met.
_PAPER = re.compile(r"\bminutes\b", re.I)
_RECEIVES = re.compile(
    r"\b(?:provide|update|inform|advise|ask|invite|enable)\s+(?:members\s+of\s+)?the\s+(?P<rest>[A-Z].{3,120})"
)
_ANNOUNCES = re.compile(
    r"\b(?:minutes|meeting|proceedings|committee|council|board|cabinet|panel|forum)\b", re.I
)
_NAMED = re.compile(
    r"\b(?P<name>(?!The\b)[A-Z][\w’'-]*(?: (?:of |upon )?[A-Z][\w’'-]*){0,3}? (?:County|City|Borough|District|Parish|Town|Community|Metropolitan)(?: Borough)? Council)\b"
)


def body_of(header: Sequence[str], paragraphs: Sequence[str]) -> tuple[str | None, str | None]:
    """Read (council, body) from the announcement; each None where it is not announced.

    >>> body_of(["MINUTES OF PROCEEDINGS AT MEETING OF THE MUNICIPAL DISTRICT OF OLDTOWN HELD IN THE HALL"], [])
    (None, 'Municipal District of Oldtown')
    >>> body_of(["Minutes of the meeting of Oldtown Borough Council's Parks Committee held on 3 May 2016"], [])
    ('Oldtown Borough Council', 'Parks Committee')
    """
    words, end = announcement(header)
    council, body = council_and_body(words[:400])
    above = header[:end] if council else header  # below it stands their business, not their name
    return (
        council or next((c for c, _ in _lines(header) if c), None) or _named(paragraphs),
        _labelled(header, paragraphs)
        or body
        or next((b for _, b in _lines(above) if b), None)
        or _received(header),
    )


def is_name(words: str) -> bool:
    """Whether the words are the name of a council or of a body of one, and nothing else."""
    if re.search(r"\w\s*/\s*\w", words) and any(map(is_name, re.split(r"\s*/\s*", words))):
        return True  # and in another language
    names = _names(words) if len(words) < 120 else []
    return (
        len(names) == 1 and any(part == names[0] for part in _part(names[0])) and not re.search(r"\d", words)
    )


def council_in(title: str) -> str | None:
    """The council that a title names ("Oldtown Parish Council - November"), if any."""
    return next((council for name in _names(title) if (council := _part(name)[0])), None)


def council_and_body(title: str) -> tuple[str | None, str | None]:
    """The first council and the first body that a title names, each None if it names none.

    >>> council_and_body("Oldtown Council Governance and Audit Committee")
    ('Oldtown Council', 'Governance and Audit Committee')
    """
    parts = [_part(name) for name in _names(title)]
    return next((c for c, _ in parts if c), None), next((b for _, b in parts if b), None)


def _lines(header: Sequence[str]) -> Iterator[tuple[str | None, str | None]]:
    """What each line of a header names, then its first lines together; a line that tells of something names nobody."""
    for words in map(clip, [*header, " ".join(header[:4])]):
        if not is_roll(words) and (_ANNOUNCES.search(words) or len(words) < 60):
            yield council_and_body(words[:400])


def _labelled(header: Sequence[str], paragraphs: Sequence[str]) -> str | None:
    for words in paragraphs:
        if len(words) < 200 and (match := _FIELD.match(words)):
            return match["name"].strip()
    for words in header:
        if (match := _PAGE_LINE.match(words)) and not _PAPER.search(match["name"]):
            council, body = _first_named(match["name"])
            return body or (None if council else match["name"].strip())
    return None


def _first_named(words: str) -> tuple[str | None, str | None]:
    parts = [part for name in _names(words) if any(part := _part(name))]
    return parts[0] if parts else (None, None)


def _received(header: Sequence[str]) -> str | None:
    """The body that a report is written for: "to provide the Parks Board with an update"."""
    for words in header:
        if (match := _RECEIVES.search(words)) and (run := _RUN.match(match["rest"])):
            body = _part(run.group())[1]
            if body:
                return body
    return None


def _named(paragraphs: Sequence[str]) -> str | None:
    """The one council that the text names in full, if it does so again and again: three times or more."""
    names = Counter(m["name"] for words in paragraphs for m in _NAMED.finditer(words[:20_000]))
    return next(iter(names)) if len(names) == 1 and names.total() > 2 else None


def _names(words: str) -> list[str]:
    words = re.sub(
        r"\b[A-ZÀ-Ý][A-ZÀ-Ý’'-]+\b",
        lambda m: m.group() if m.group() in ("SPC", "PC") else m.group().title(),
        words,
    )
    words = _TWICE.sub(r"\g<name>", words.strip())
    words = re.sub(r"\b(Of|And|The|On|For|In|At|Held|To|With)\b(?=\s)", lambda m: m.group().lower(), words)
    words = _ITSELF.sub(" | ", _CORPORATION.sub("", words))
    words = re.sub(r"\bA(?=\s+(?:\w+\s+)?meeting\b)", "|", re.sub(r"\bSpc\b", "SPC", words))
    names = []
    for run in _RUN.findall(_ROOM.sub("|", re.sub(r"\b(?:held|at|on|in)\b(?=\s)", "|", words))):
        name = _INNER.sub("", _TRAIL.sub("", _LEAD.sub("", run))).strip(" ,")
        if name and name != "Council":  # of itself it names none
            names.append(name)
    return names


def _part(name: str) -> tuple[str | None, str | None]:
    council = None
    if (whole := _BODY_OF.match(name)) and (council := _part(whole["council"])[0]):
        return council, whole["body"]
    if match := _COUNCIL.match(name):
        if any(w.casefold() not in _TYPES for w in re.findall(r"[\w’'&-]+", match["council"])):
            council = match["council"]
        name = _TRAIL.sub("", _LEAD.sub("", match["rest"]))
        if council is None and name:
            return _part(name)
    body = _BODY.match(name)
    if body and (len(body["name"].split()) > 1 or body["name"] in ("Cabinet", "Executive")):
        return council, body["name"]
    return council, None

"""What a file's name says of the meeting ("g12 Public minutes 04th-Jul-2022 Parks Committee.pdf"); it speaks last."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time

from ingest.bodies import council_and_body
from ingest.clock import find_times
from ingest.dates import find_spans

_SUFFIX = re.compile(r"(?:\.[A-Za-z]\w{0,7})+$")
_PACKED = re.compile(r"(?<!\d)(?P<a>\d{8})(?!\d)")
_APART = re.compile(r"(?<!\d)(?P<d>\d{1,2}) (?P<m>\d{1,2}) (?P<y>\d{4}|\d{2})(?!\d)")
_ISO = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d{2})[ .](?P<m>\d{1,2})[ .](?P<d>\d{1,2})(?!\d)")
_CLOCK = re.compile(r"(?<=\d{4} )(?P<h>[01]\d|2[0-3])[.:](?P<m>[0-5]\d)(?!\d)")
_OTHER_DAY = re.compile(r"\b(?:published|approved|adopted|signed|uploaded|posted|amended|confirmed)\b", re.I)
_PAPERS = re.compile(
    r"^\W*(?:[a-z]?\d{3,}\s+)?(?:(?:public|printed|draft|final|approved|signed|confirmed|unconfirmed|item|the)\s+)*(?:reports\s+pack|minutes?|notes|agenda)?\s*(?:of\s+)?(?:the\s+)?",
    re.I,
)
_SMALL = frozenset("and of the for on in upon".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What a name says; None where it does not."""

    council: str | None = None
    body: str | None = None
    held_on: date | None = None
    began_at: time | None = None


def read_name(name: str) -> Named:
    """Read the name of a file, with or without its suffix.

    >>> read_name("2019-03-06-stoke-hill-parish-council.md").council
    'Stoke Hill Parish Council'
    >>> found = read_name("g1234 Public minutes 04th-Jul-2022 18.30 Parks Committee.pdf")
    >>> found.body, found.held_on.isoformat(), found.began_at.isoformat("minutes")
    ('Parks Committee', '2022-07-04', '18:30')
    """
    plain = " ".join(re.sub(r"[-_+\s]|%20", " ", _SUFFIX.sub("", name)).split())
    spans, held_on = _day(plain)
    words = plain
    for start, end in reversed(spans):
        words = f"{words[:start]}|{words[end:]}"
    clock = _CLOCK.search(plain)
    times = [time(int(clock["h"]), int(clock["m"]))] if clock else [t for *_, t in find_times(words)]
    parts = (_PAPERS.sub("", part) for part in re.split(r"[|,()]|\d+[.:]\d+|\bminutes\b", words, flags=re.I))
    found = [council_and_body(_titled(part.strip())) for part in parts if part.strip()]
    return Named(
        council=next((council for council, _ in found if council), None),
        body=next((body for _, body in found if body), None),
        held_on=held_on,
        began_at=times[0] if len(times) == 1 else None,
    )


def _day(plain: str) -> tuple[list[tuple[int, int]], date | None]:
    """Where days stand in a name, and the one day that it names; None if it names none, or two."""
    found: dict[tuple[int, int], date] = {}
    for pattern in (_ISO, _APART):
        for match in pattern.finditer(plain):
            _keep(found, match.span(), match["y"], match["m"], match["d"])
    for match in _PACKED.finditer(plain):
        digits = match["a"]
        if not _keep(found, match.span(), digits[:4], digits[4:6], digits[6:]):
            _keep(found, match.span(), digits[4:], digits[2:4], digits[:2])
    for start, end, day in find_spans(plain):
        if not any(i <= start < j for i, j in found):
            found[start, end] = day
    days = {
        day for (start, _), day in found.items() if not _OTHER_DAY.search(plain[max(0, start - 14) : start])
    }
    return sorted(found), next(iter(days)) if len(days) == 1 else None


def _keep(found: dict[tuple[int, int], date], span: tuple[int, int], year: str, month: str, day: str) -> bool:
    try:
        when = date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))
    except ValueError:
        return False
    if not 1900 <= when.year < 2100 or any(i < span[1] and span[0] < j for i, j in found):
        return False
    found[span] = when
    return True


def _titled(words: str) -> str:
    """A name in lower case as a title is written: the bodies of councils are known by their capitals."""
    if words != words.lower():
        return words
    small = [w if w in _SMALL else w.upper() if w == "spc" else w.capitalize() for w in words.split()]
    return " ".join(small)

"""Dates as minutes print them, day first; a two-digit year is of this century."""

# ruff: noqa: E501  (a phrase is one line)

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<m{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
_DATE = re.compile(
    r"\b(?P<y1>\d{4})-(?P<n1>\d{2})-(?P<d1>\d{2})\b"
    r"|\b(?P<d2>\d{1,2})\s*(?:\^?(?:st|nd|rd|th)\b\^?\.?|™|[\"”“'’*°])?(?:\s*|-)(?:day\s+of\s+|of\s+)?"
    + _MONTH.format(2)
    + r"(?:,?\s*|-)(?P<y2>\d{4})\b"
    r"|\b" + _MONTH.format(3) + r"\s+(?P<d3>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y3>\d{4})\b"
    r"|\b(?P<d4>\d{1,2})[/.](?P<n4>\d{1,2})[/.](?P<y4>\d{4}|\d{2})\b"
    r"|(?<![\d-])(?P<d5>\d{1,2})-(?P<n5>\d{1,2})-(?P<y5>\d{4})\b(?!-)",
    re.I,
)


def find_dates(words: str) -> Iterator[tuple[int, date]]:
    """Find every date that exists in the calendar, with its offset.

    >>> [d.isoformat() for _, d in find_dates("Tuesday, 12TH MARCH, 2019; May 5, 2015; 06/12/13; 2016-05-03; 04th-Jul-2022; 11-03-2019; 31/02/2020")]
    ['2019-03-12', '2015-05-05', '2013-12-06', '2016-05-03', '2022-07-04', '2019-03-11']
    """
    for start, _, found in find_spans(words):
        yield start, found


def find_spans(words: str) -> Iterator[tuple[int, int, date]]:
    """The same with where each date ends."""
    for match in _DATE.finditer(words):
        if (found := _as_date(match)) is not None:
            yield match.start(), match.end(), found


def first_date(words: str) -> date | None:
    """The first date in words, None if there is none."""
    return next((found for _, found in find_dates(words)), None)


def _as_date(match: re.Match[str]) -> date | None:
    k = next(k for k in "12345" if match[f"y{k}"])
    year, day = match[f"y{k}"], match[f"d{k}"]
    month = int(match[f"n{k}"]) if k in "145" else _MONTHS.index(match[f"m{k}"][:3].lower()) + 1
    try:
        return date(int(year) + (2000 if len(year) == 2 else 0), month, int(day))
    except ValueError:
        return None

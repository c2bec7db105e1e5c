"""The dates that a question names: "24 November 2014", "March 2019", "in 2018", each as a period of days."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from datetime import date

from assistant.question import Period

_MONTHS = {name.casefold(): n for n, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.casefold(): n for n, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({_MONTH})\.?,? (\d{{4}})\b", re.I)
_MONTH_DAY = re.compile(rf"\b({_MONTH})\.? (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})\b", re.I)
_NUMERIC = re.compile(r"\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b")
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_MONTH_YEAR = re.compile(rf"\b({_MONTH})\.?,? (\d{{4}})\b", re.I)
# "in Feb, March and April 2019": the year of the last month is the year of all.
_MONTHS_YEAR = re.compile(
    rf"\b((?:(?:{_MONTH})\.?(?:[\s,&]|\b(?:and|then|to|or|vs)\b)+)+)(?:(?:{_MONTH})\.?),? (\d{{4}})\b", re.I
)
# "between 2015 and 2017", "since 2015": years that are named as the ends of a time.
_SPAN = re.compile(r"\b(?:between|from) ((?:19|20)\d\d) (?:and|to|until) ((?:19|20)\d\d)\b", re.I)
_OPEN = re.compile(r"\b(since|after|before|until) ((?:19|20)\d\d)\b", re.I)
# "the January and February minutes", "and in March?": "may" and "march" are months only where a month must stand.
_BARE_MONTH = re.compile(
    rf"\b(?:in|during|of|the|last) ({_MONTH})\b(?:(?:,| and| then| to)+ (?:in )?({_MONTH})\b)?", re.I
)
_YEAR = re.compile(r"(?<![\d/.,£$€-])((?:19|20)\d\d)(?![\d/-]|\.\d|,\d)")


def find_periods(text: str, years: Sequence[int] = ()) -> tuple[tuple[Period, ...], str]:
    """The periods named in a text, and the text without the words that name them.

    A month without a year is that month of each of `years`; without these it is no period.

    >>> periods, rest = find_periods("what was agreed in March 2019?")
    >>> periods[0].first.isoformat(), periods[0].last.isoformat(), rest
    ('2019-03-01', '2019-03-31', 'what was agreed in ?')
    """
    periods: list[Period] = []

    def take(pattern: re.Pattern[str], text: str, read: object) -> str:
        def one(match: re.Match[str]) -> str:
            found = read(match)  # type: ignore[operator]
            if not found:
                return match.group()
            periods.extend(found)
            return ""

        return pattern.sub(one, text)

    rest = take(_DAY, text, lambda m: _day(m[3], _MONTHS[m[2].casefold()], m[1]))
    rest = take(_MONTH_DAY, rest, lambda m: _day(m[3], _MONTHS[m[1].casefold()], m[2]))
    rest = take(_NUMERIC, rest, lambda m: _day(m[3], m[2], m[1]))
    rest = take(_ISO, rest, lambda m: _day(m[1], m[2], m[3]))
    rest = take(_MONTHS_YEAR, rest, _months)
    rest = take(_MONTH_YEAR, rest, lambda m: _month(int(m[2]), _MONTHS[m[1].casefold()]))
    rest = take(_SPAN, rest, lambda m: _years(int(m[1]), int(m[2])))
    rest = take(_OPEN, rest, lambda m: _open(m[1].casefold(), int(m[2])))
    if years:
        rest = take(_BARE_MONTH, rest, lambda m: _bare(m, years))
    rest = take(_YEAR, rest, lambda m: [Period(date(int(m[1]), 1, 1), date(int(m[1]), 12, 31))])
    return tuple(sorted(set(periods), key=lambda p: (p.first, p.last))), rest


def _day(year: str, month: str | int, day: str) -> list[Period]:
    try:
        on = date(int(year), int(month), int(day))
    except ValueError:
        return []
    return [Period(on, on)]


def _years(first: int, last: int) -> list[Period]:
    return [Period(date(first, 1, 1), date(last, 12, 31))] if first <= last else []


def _open(word: str, year: int) -> list[Period]:
    if word in ("since", "after"):
        return [Period(date(year + (word == "after"), 1, 1), date.max)]
    return [Period(date.min, date(year - (word == "before"), 12, 31))]


def _bare(match: re.Match[str], years: Sequence[int]) -> list[Period]:
    named = [_MONTHS[name.casefold()] for name in match.groups() if name]
    return [period for year in years for month in named for period in _month(year, month)]


def _month(year: int, month: int) -> list[Period]:
    return [Period(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))]


def _months(match: re.Match[str]) -> list[Period]:
    year = int(match[2])
    named = re.findall(rf"\b({_MONTH})\b", match.group(), re.I)
    return [period for name in named for period in _month(year, _MONTHS[name.casefold()])]

"""Corrections to earlier minutes: what they correct, and the old paragraphs that they quote (trap T10).

A number inside such a quotation is that of another meeting's paragraph, never one of this meeting's.
"""

# ruff: noqa: E501  (a phrase is one line)

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.lines import Line

_LEADS_IN = re.compile(
    r"\b(?:read|reads|recorded|corrected|amended|replaced|reworded|state|inserted|added|substituted)\b[^.]{0,60}:\s*[-–—]?$", re.I
)  # fmt: skip
_OPENS = re.compile(r"[“\"‘]")
_CLOSES = re.compile(r"[”\"’][.;,]?$")
_LONGEST = 40  # lines of a quotation; one that never closes is none
_NUMBER = r"(?P<noun>paragraph|para|minute|item|recommendation|resolution)s?\s+(?:no\.?\s*)?(?P<number>\d[\w./]*(?:\([a-z]+\))*)"
_DATE = r"\d{1,2}(?:st|nd|rd|th)?\s+(?:January|February|March|April|May|June|July|August|September|October|November|December),?\s+\d{4}"
_CORRECTS = re.compile(
    r"\b(?:correct(?:ed|ions?)?|amend(?:ed|ments?)?|should\s+(?:have\s+)?read|to\s+read|deleted?|replaced|wrongly\s+recorded)\b", re.I
)  # fmt: skip
_OF_AGENDA = re.compile(r"\bagenda\s+(?:be|was)\b", re.I)  # "the agenda be adopted as amended"
_WHICH = re.compile(
    rf"{_NUMBER}(?:.{{0,60}}?\b(?:of|dated|held\s+on)\s+(?P<date>{_DATE}))?", re.I | re.DOTALL
)


def quoted_lines(lines: Sequence[Line]) -> frozenset[int]:
    """Indexes of the lines that quote what earlier minutes said or should have said."""
    quoted: set[int] = set()
    for n, line in enumerate(lines[:-1]):
        if n in quoted or not _LEADS_IN.search(line.bare[-90:]):
            continue
        if _OPENS.match(lines[n + 1].bare):
            quoted |= _quotation(lines, n + 1)
        elif _repeats_number(line.bare, lines[n + 1].bare):
            quoted.add(n + 1)
    return frozenset(quoted)


def _repeats_number(lead: str, below: str) -> bool:
    """Whether "paragraph 6.2 should read:" stands above "6.2 Councillor Ode asked ..." without quotation marks."""
    which = _WHICH.search(lead)
    return which is not None and re.match(rf"{re.escape(which['number'].rstrip('.'))}\b", below) is not None


def _quotation(lines: Sequence[Line], first: int) -> set[int]:
    for n in range(first, min(first + _LONGEST, len(lines))):
        if _CLOSES.search(lines[n].bare):
            return set(range(first, n + 1))
    return set()


def corrects(words: str) -> str:
    """Which paragraph of earlier minutes the words correct, as a person would say it; "" if none.

    >>> corrects("He asked that paragraph 4.5 of the minutes of 28 June 2018 be corrected to read:")
    'paragraph 4.5 of 28 June 2018'
    >>> corrects("Item 112(b) should read:"), corrects("Paragraph 3 was noted.")
    ('item 112(b)', '')
    """
    head = words[:300]
    amended = _CORRECTS.search(head) and not _OF_AGENDA.search(head)
    which = _WHICH.search(head) if amended else None
    if which is None:
        return ""
    noun = which["noun"].lower()
    return f"{'paragraph' if noun == 'para' else noun} {which['number'].rstrip('.')}" + (
        f" of {which['date']}" if which["date"] else ""
    )

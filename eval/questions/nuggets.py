"""What a complete answer has to say of a passage, as far as a machine can tell: sums, dates, shares and counts."""

from __future__ import annotations

import re

from eval.matching import says

_MOST = 2
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_NO_NOUN = (
    "a|and|are|as|at|be|by|for|from|had|has|have|in|is|may|of|on|or|per|that|the|to|was|were|which|who|will"
)
_TELLING = re.compile(
    r"[£€$]\s?\d[\d,.]*\d(?: (?:million|billion))?"  # a sum
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)? (?:{_MONTHS})(?: \d{{4}})?\b"  # a day
    r"|\b\d+(?:\.\d+)? ?(?:%|per cent\b)"  # a share
    rf"|(?<![\w./])(?!(?:19|20)\d\d )\d+(?:,\d{{3}})* (?!(?:{_NO_NOUN})\b)[a-z]{{3,}}\b"  # a count
)


def find_nuggets(words: str) -> tuple[str, ...]:
    """At most two strings of the words of a passage, in their order; none where nothing is counted or dated.

    >>> find_nuggets("That £1,200 be paid by 1 April 2018, in 12 instalments, as 7.3 says.")
    ('£1,200', '1 April 2018')
    """
    found = dict.fromkeys(" ".join(match.group().split()) for match in _TELLING.finditer(words))
    return tuple(nugget for nugget in found if says(words, nugget))[:_MOST]

"""Where minutes say whose they are: the announcement and the header; what they tell of others is passed over."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.dates import first_date

_STARTS = re.compile(
    # Possessive throughout: "(a) (a) (a) ..." can be cut in one way only.
    r"[\W\d]*+(?:(?:draft|unconfirmed|unapproved|approved|confirmed|public|at|the|an?|record\s+of|notes?\s+of)\b(?:[^\w(]*+\([^()]{0,80}+\))?[\W_]*+)*+"
    r"(?:minutes|proceedings|(?:(?:special|ordinary|annual|regular|monthly|quarterly|extraordinary|adjourned|virtual|remote|joint|statutory)\s+)*meeting)\s+(?:of|held)\b",
    re.I,
)
_PEOPLE = re.compile(
    r"(?:\b(?:when\s+)?(?:there\s+)?(?:were\s+)?(?:(?:also|members|councillors|officials|officers|others|those)[,\s]+)?(?:present|in\s+attendance|attending|apologies)\b)",
    re.I,
)
_TELLS = re.compile(  # a sentence that tells of something done does not announce; "was held" does
    r"\b(?:was|were|is|are|has|have|had|will|would|shall|be|said|noted|agreed|approved|confirmed|resolved)\b"
    r"(?!\s+(?:(?:duly|then|also|being|been)\s+)?(?:held|convened|opened|hosted|present|in\s+attendance|minutes|\W*$))",
    re.I,
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-Ý])")
_ASIDE = re.compile(r"\([^()]*\)")  # "Draft (until approved at the next meeting) minutes"
_LONGEST = 600


def announcement(header: Sequence[str]) -> tuple[str, int]:
    """The paragraph that says whose meeting was held where and when, and how many paragraphs of the header end with it.

    It is put together where it is printed over several; ("", 0) if there is none.

    >>> announcement(["MINUTES", "Minutes of the meeting of the Parks", "Committee held on 3 May 2016", "Present: all"])
    ('Minutes of the meeting of the Parks Committee held on 3 May 2016', 3)
    """
    for n, words in enumerate(header):
        if not _STARTS.match(words):
            continue
        whole, end = words, n + 1
        while end < min(len(header), n + 4) and not (first_date(whole) or is_roll(header[end])):
            whole, end = f"{whole} {header[end]}", end + 1
        if announced := clip(whole):
            return announced, end
    return "", 0


def clip(words: str) -> str:
    """The sentences of a paragraph that announce, up to where it goes on to name who was there."""
    words = words[:_LONGEST]
    people = next((m.start() for m in _PEOPLE.finditer(words) if m.start() > 0), len(words))
    sentences = _SENTENCE.split(words[:people])
    return " ".join(s for s in sentences if not _TELLS.search(_ASIDE.sub("", s))).strip()


def is_roll(words: str) -> bool:
    """Whether a paragraph opens a list of people ("Members present:", "Apologies")."""
    return _PEOPLE.match(words.lstrip(" \t*#-_:.")) is not None

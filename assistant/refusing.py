"""A refusal: that the minutes do not say, what was searched, and what came nearest."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.question import Question
from assistant.ranking import Ranked
from assistant.wording import in_words
from ingest import Passage
from vectorstore import Coverage

_NEAREST = 3
_WORDS = 18  # of a near passage that are shown


def refuse(question: Question, ranked: Sequence[Ranked], coverage: Coverage, opening: str = "") -> str:
    """What is said when nothing may be claimed; `opening` takes the place of the usual first sentence."""
    if not coverage.meetings:
        return f"The minutes do not say: no meeting was searched. {searched(coverage)}"
    missing = _missing_number(question)
    opening = (
        opening
        or missing
        or (
            "The minutes do not record a decision on that."
            if question.outcomes
            else "The minutes do not say."
        )
    )
    near = [f"- {r.passage.reference}: “{_first_words(r.passage)}”" for r in ranked[:_NEAREST]]
    nearest = "\n\nNearest, but not an answer:\n" + "\n".join(near) if near else ""
    return f"{opening} {searched(coverage)}{nearest}"


def searched(coverage: Coverage) -> str:
    """What was searched, as one sentence.

    >>> searched(Coverage(meetings=2, first=date(2014, 11, 24), last=None, bodies=("Cabinet",)))
    'Searched: 2 meetings (Cabinet), from 24 November 2014.'
    """
    if not coverage.meetings:
        return "Nothing that is loaded matches the filters."
    meetings = f"{coverage.meetings} meeting{'s' if coverage.meetings != 1 else ''}"
    shown = coverage.bodies[:3]
    others = f" and {len(coverage.bodies) - 3} other bodies" if len(coverage.bodies) > 3 else ""
    bodies = f" ({', '.join(shown)}{others})" if shown else ""
    if coverage.first is None:
        return f"Searched: {meetings}{bodies}."
    if coverage.last is None or coverage.first == coverage.last:
        return f"Searched: {meetings}{bodies}, from {in_words(coverage.first)}."
    return f"Searched: {meetings}{bodies}, {in_words(coverage.first)} to {in_words(coverage.last)}."


def _missing_number(question: Question) -> str:
    if not question.is_look_up:
        return ""
    asked = ", ".join(map(str, question.places))
    return f"The minutes that were searched do not answer that from {asked}."


def _first_words(passage: Passage) -> str:
    found = re.sub(r"\s+", " ", passage.words).strip().split(" ")
    return " ".join(found[:_WORDS]) + (" …" if len(found) > _WORDS else "")

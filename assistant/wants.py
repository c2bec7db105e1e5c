"""What would answer a question: the form (a name, a sum, a date), the amount, and whether an outcome is asked for."""

from __future__ import annotations

import re

from assistant.question import Scope, Wanted
from ingest import Kind

# In order: the first form that a question shows is the one it wants.
_FORMS: tuple[tuple[Wanted, re.Pattern[str]], ...] = tuple(
    (wanted, re.compile(pattern, re.I))
    for wanted, pattern in (
        (
            Wanted.REASON,
            r"^(?:so |and |but )?(?:why|how come|what (?:was|were|is) the reasons?)\b"
            r"|\b(?:for|on) what (?:reasons?|grounds?)\b|^(?:what )?reasons?\b",
        ),
        (Wanted.DURATION, r"\bhow (?:long|much longer)\b"),
        (
            Wanted.MONEY,
            r"\bhow much (?:did|does|do|was|were|is|are|will|would|has|have|had|should|can|money|each|for|to|per)\b"
            r"|\bhow much\??$|^(?:and |so )?(?:what|how)\b.*\b(?:cost|costs|costing|price|salary|premium|fee|"
            r"budget|precept|balance)\b"
            r"|\bwhat (?:does|do|did|will|would) \w+(?: \w+){0,5} (?:cost|charge|pay|quote)\b|\bwhat (?:price|sum)\b",
        ),
        (
            Wanted.NUMBER,
            r"\bhow (?:many|much|big|large|high|tall|wide|deep|fast|heavy)\b"
            r"|\bhow far (?:over|under|above|below|short)\b|\btotal\b.*\b(?:per|a|each) year\b"
            r"|\b(?:what|which) (?:share|proportion|percentage|number|per ?cent)\b"
            r"|\b(?:number|total|value|amount|sum) of\b",
        ),
        (
            Wanted.DATE,
            r"^(?:and |so )?when\b|\b(?:what|which) (?:date|day|year|month)\b|\b(?:start|opening) date\b|\bdates?\b",
        ),
        (Wanted.VOTE, r"\b(?:votes?|voted|abstain(?:ed)?|for and against|majority|unanimous(?:ly)?)\b"),
        (
            Wanted.PERSON,
            r"(?:^|[,;:–-] ?|\b(?:and|so|but) )who(?:se|m|s)?\b"
            r"|\bwhich (?:\w+ )?(?:councillors?|members?|officers?|cllrs?|builder|contractor|company|companies|firm"
            r"|supplier|professor|person|people|residents?|organisations?|agenc(?:y|ies)|partners?)\b",
        ),
    )
)

# "the recommendations", "the action plan": the outcome is the thing spoken of, not what is asked for.
_AGREED = re.compile(
    r"\b(?:agreed?|decid(?:e|ed)|decisions?|resolved?|approved?|conclud(?:e|ed))\b"
    r"|\bwhat (?:did|has|have|had)\b[^?]*\bdo\b(?: (?:with|about|on|to)\b|\s*[?.]*$)",
    re.I,
)
_RECOMMENDED = re.compile(
    r"\b(?:did|does|do|was|were)\b.*\brecommend(?:ed)?\b|\bwhat\b.*\brecommendations?\b.*\b(?:made|make)\b|^recommendations?\b|"
    r"\b(?:what|which)\b(?: \w+)? recommendations\b",
    re.I,
)
_ACTION = re.compile(
    r"\b(?:what|which|any) (?:further )?(?:actions?|follow[- ]up)\b|^actions?\b"
    r"|\b(?:report|update|information|briefing)\b.*\b(?:was|were|is) (?:asked for|requested|to be)\b"
    r"|\bwant(?:ed)? to (?:hear|see|know|receive)\b",
    re.I,
)
_EACH_COUNCIL = re.compile(
    r"\b(?:both|two|each|all|different|every) (?:of the )?councils\b|\bcouncils (?:differ|compare)\b", re.I
)
_EACH_MEETING = re.compile(
    r"\b(?:timeline|history|track|over the years|over time|move[ds]? on|progress(?:ed)?|both meetings|each meeting)\b"
    r"|\bbetween\b.*\band\b.*\bmeetings?\b|\bhave we (?:discussed|said)\b|\bvs?\b|\b(?:through|and then|first)\b",
    re.I,
)
# What became of something: raised at one meeting, it is answered at another.
_STATUS = re.compile(
    r"\bdid (?:it|they|he|she|we|that|this)\b[^?]{0,25}\?|\bever\b|^(?:and |so )?(?:has|have)\b.*\b\w+(?:ed|en|one)\b"
    r"|[,;–-] (?:is|are|was|were|has|have) (?:it|they)\b|\b(?:and|but) is it\b"
    r"|\bwhat (?:has )?(?:happened|came|became|become)\b|\b(?:come|came|become|became) of\b"
    r"|\bwhere (?:are we|do we stand)\b|\blatest\b|\bany (?:news|progress|updates?)\b|\breport(?:ed)? back\b"
    r"|\b(?:chase|follow)(?:d|ed)? (?:it |that )?up\b"
    r"|\b(?:so far|yet|in the end|still)\b|\bend(?:ed)? up\b|^did\b.*\b(?:get|happen|go ahead|come|speak|report)\b",
    re.I,
)


def wanted_form(text: str) -> Wanted:
    """The form that an answer must have.

    >>> wanted_form("how many units have closed?").value, wanted_form("what is MASH?").value
    ('number', 'anything')
    """
    for wanted, pattern in _FORMS:
        if pattern.search(text.strip()):
            return wanted
    return Wanted.ANYTHING


def wants_outcome(text: str) -> tuple[bool, tuple[Kind, ...]]:
    """Whether a question asks what was settled, and by which kinds it can then be answered (() for any outcome)."""
    if _RECOMMENDED.search(text):
        return True, (Kind.RECOMMENDATION,)
    if _ACTION.search(text):
        return True, (Kind.ACTION, Kind.RECOMMENDATION, Kind.DECISION)
    return bool(_AGREED.search(text)), ()


def wanted_scope(text: str) -> Scope:
    """How much of the record the question asks for, as far as its words say so."""
    if _EACH_COUNCIL.search(text):
        return Scope.EACH_COUNCIL
    if _EACH_MEETING.search(text) or _STATUS.search(text):
        return Scope.EACH_MEETING
    return Scope.ONE

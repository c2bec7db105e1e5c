"""Whether a question asks when a topic came up, or what is still to be done about one: what the registers answer.

Such a question frames its topic in words of its own ("have we ever discussed ... before?", "what is outstanding on
..."). They are looked for as words, wherever English puts them, and what is left over is the topic.
"""

from __future__ import annotations

import re

from assistant.question import Recall, Recalled


def _any(*several: str) -> str:
    return f"(?:{'|'.join(several)})"


_WHO = (
    r"(?:we|us|councillors|members|(?:the|this|our|any) (?:council|committee|board|cabinet)|any(?:one|body))"
)
_AUX = r"(?:have|has|had|did|does|do|was|were|is|are|been|be|being)"
_RAISED = _any(
    r"discuss(?:ed|ing|ions?)?",
    r"debat(?:e|ed|ing)",
    r"mention(?:ed|s)?",
    r"rais(?:e|ed|ing)",
    r"consider(?:ed|ing)?",
    r"(?:cover|address)(?:ed|ing)?",
    r"featured?|arisen|arose",
    r"(?:talk(?:ed|ing)?|spoken?|speak|hea?rd?) (?:about|of)",
    r"look(?:ed|ing)? (?:at|into)",
    r"deal(?:t|ing)? with",
    r"touch(?:ed|ing)? (?:up)?on",
    r"(?:bring|brought|come|came|coming|crop(?:ped)?) up",
    rf"(?:come|came|been|go|went|gone|was|were) (?:before|to) {_WHO}",
    r"on (?:the|an|our|any) agenda",
)
_OFTEN = (
    r"^(?:how (?:often|frequently|many times)|(?:at |in )?(?:how many|which|what)(?: of our)? meetings?)\b"
)
_TIME = r"(?:time|occasion)\b"
_ANOTHER = r"(?! (?:meeting|year|month|week|summer|autumn|winter|spring)\b)"  # "last year" only says when
_EVER = r"(?:ever|before|previously|already|in the past|at any (?:meeting|point|time|stage))\b"
# What makes it a question of whether or when: the first that fits.
_ASKS: tuple[tuple[Recalled, re.Pattern[str]], ...] = tuple(
    (asks, re.compile(pattern, re.I))
    for asks, pattern in (
        (Recalled.EACH, _OFTEN),
        (Recalled.LATEST, rf"^when\b.*\b(?:last|latest|most recently)\b{_ANOTHER}"),
        (Recalled.LATEST, rf"\bthe (?:last|latest|most recent) {_TIME}"),
        (
            Recalled.FIRST,
            rf"^when\b.*\b(?:first|originally|earliest)\b|\b(?:the|our) (?:first|earliest) {_TIME}",
        ),
        (Recalled.EVER, rf"^(?:have|has|had|did|was|were|is)\b.*\b{_EVER}|^(?:have|has|had) {_WHO}\b"),
    )
)
_AROUND = re.compile(
    _any(
        _OFTEN,
        r"^(?:when|what)\b",
        rf"^{_AUX} (?:this|it|that)(?= (?:the|our) first)",
        rf"\b(?:the|our) (?:first|last|latest|most recent|earliest) {_TIME}",
        rf"\b(?:{_AUX}|{_WHO})\b",
        rf"\b{_EVER}",
        r"\b(?:first|last|latest|most recently|originally|at all|that|here)\b",
        r"\bin (?:the|our|any) (?:minutes|meetings?)\b",
        rf"\b{_RAISED}\b",
    ),
    re.I,
)

_NOT_DONE = _any(
    r"outstanding",
    r"still (?:open|to be done|to do|outstanding)",
    r"(?:still )?needs? (?:to be done|doing)",
    r"(?:left|remains|yet) to (?:be done|do)",
    r"unfinished",
    r"not (?:yet )?(?:been )?(?:done|completed|finished)",
)
_NOT_DONE_OF_ACTIONS = _any(_NOT_DONE, "open", "incomplete")
_DONE = r"(?:done|completed?|carried out|discharged|finished|followed up|dealt with|taken)"
_ACTIONS = r"(?:actions?(?: points?| items?)?|tasks?|to-?dos?)"
_OPEN = re.compile(
    _any(
        rf"^(?:what|which|any|are|is|have|list|show)\b.*\b{_ACTIONS}\b.*\b{_NOT_DONE_OF_ACTIONS}\b",
        rf"^(?:what|which|any|are|is|list|show)\b.*\b{_NOT_DONE_OF_ACTIONS} {_ACTIONS}\b",
        rf"^what(?:['’]s| is| was| are)? (?:there )?(?:still )?{_NOT_DONE}\b",
    ),
    re.I,
)
_STANDING = re.compile(
    _any(
        rf"^(?:has|have|was|were|is|did)\b.*\b{_ACTIONS}\b.*\b{_DONE}\b",
        rf"\b(?:became|become|happened)\b.*\b(?:of|to|with) (?:the|our|that) {_ACTIONS}\b",
        rf"^what is the (?:status|standing) of (?:the )?{_ACTIONS}\b",
        rf"^(?:where|how) (?:are|do) we\b.*\b{_ACTIONS}\b",
    ),
    re.I,
)
_AROUND_ACTIONS = re.compile(
    _any(
        r"^(?:what|which|where|how|any|list|show)(?:['’]s)?\b(?: me)?",
        rf"\b(?:{_NOT_DONE_OF_ACTIONS}|{_DONE}|{_ACTIONS})\b",
        rf"\b(?:{_AUX}|{_WHO}|there|any|still|stand|become|became|happened|status|standing)\b",
    ),
    re.I,
)
_OPENING = re.compile(r"^(?:(?:and|so|but|also|please|tell me|do you know(?: if| whether)?)\b,? )+", re.I)
_ENDS = re.compile(
    r"^(?:(?:on|for|of|about|from|with|to|in|at|the|our|a|an|by|and|so|but)\b|\W)+|(?:\W|\b(?:on|for|of|about|to|with))+$",
    re.I,
)


def recalled(text: str) -> Recall | None:
    """What of the registers a question asks for, and about which topic (in its own words; "" for all actions).

    >>> recalled("When was the last time food waste was on the agenda?")
    Recall(asks=<Recalled.LATEST: 'latest'>, topic='food waste')
    >>> recalled("What did we agree on food waste?")
    """
    plain = _OPENING.sub("", text.strip())
    if _OPEN.search(plain):
        return Recall(Recalled.OPEN, _left(_AROUND_ACTIONS, plain))
    if _STANDING.search(plain):
        return Recall(Recalled.STANDING, _left(_AROUND_ACTIONS, plain))
    asks = next((asks for asks, pattern in _ASKS if pattern.search(plain)), None)
    topic = _left(_AROUND, plain)
    came_up = re.search(rf"\b{_RAISED}\b", plain, re.I)
    return Recall(asks, topic) if asks and topic and came_up else None


def _left(around: re.Pattern[str], text: str) -> str:
    """What is left of a question without the words around its topic."""
    left, before = re.sub(r"\s+", " ", around.sub(" ", text)).strip(), ""
    while left != before:
        before, left = left, _ENDS.sub("", left)
    return left

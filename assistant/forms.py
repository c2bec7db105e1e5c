"""Whether a sentence holds an answer of the form that a question wants: a name, a sum, a date, a count, a vote."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.question import Wanted
from assistant.words import stem, words

_NUMBER_WORDS = (
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    r"eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|dozen|half|"
    r"third|thirds|quarter|none|no|single|both|all"
)
_MONTH = (
    r"january|february|march|april|may|june|july|august|september|october|november|december|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
)
_MONEY = re.compile(
    r"[£€$]\s?\d|\d(?:[\d,.]*\d)?\s?(?:pounds?|euros?|pence|p\b)|\b(?:free|no (?:charge|cost)|nothing)\b",
    re.I,
)
_NUMBER = re.compile(rf"(?<![A-Za-z\d])\d|\b(?:{_NUMBER_WORDS})\b", re.I)
_DATE = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{_MONTH})\b|\b(?:{_MONTH})\b\.? \d|\b(?:19|20)\d\d\b|\d/\d\d?/\d\d"
    rf"|\b(?:{_MONTH.split('|jan')[0].replace('may|', '')})\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
    r"|\b(?:next|last|this|following) (?:week|month|year|meeting|spring|summer|autumn|winter)\b"
    r"|\bquarter (?:one|two|three|four|\d)\b",
    re.I,
)
_DURATION = re.compile(
    rf"(?:\d|\b(?:{_NUMBER_WORDS})\b)[\w -]{{0,12}}\b(?:years?|months?|weeks?|days?|hours?|minutes)\b", re.I
)
_VOTE = re.compile(
    r"\b(?:votes?|voted|voting|in favour|against|abstain\w*|abstentions?|unanimous\w*|carried|lost|majority"
    r"|show of hands|all agreed|proposed|seconded|moved)\b",
    re.I,
)
_REASON = re.compile(
    r"\b(?:because|due to|owing to|thanks to|on account of|as a (?:result|consequence)|so that|in order to|therefore|"
    r"the reasons?|led to|given that|caused? by|since|which meant|explained that|on (?:the )?grounds?|contrary to"
    r"|lack of|in (?:view|light) of|concern(?:s|ed)? (?:about|that|over)|insufficient|too \w+|for (?:this|that) reason"
    r"|as (?:the|it|its|they|he|she|there|this|these|no|a|an|being|not)"
    r"|to (?:allow|enable|avoid|ensure|secure|prevent|reduce|protect|give))\b",
    re.I,
)
# A name starts with a capital inside the sentence; a role or a body can be the answer to "who" as well.
_NAME = re.compile(r"(?:[A-Z][\w’'&.-]*\b\.?|\b[A-Z]{2,4}\b)")
_ROLE = re.compile(
    r"\b(?:members?|chair(?:man|woman|person)?|officers?|director|leader|clerk|mayor|deputy|manager|head of"
    r"|councillors?|representatives?|residents?|committee|board|cabinet|council|police|engineer|secretary|treasurer|solicitor)\b",
    re.I,
)

_HELD = (
    "chair",
    "chairman",
    "clerk",
    "mayor",
    "leader",
    "director",
    "officer",
    "engineer",
    "secretary",
    "treasurer",
)
_FULL_NAME = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Cllrs?|Councillors?|PC|Sgt|Rev)\b\.? ?[A-Z][\w’'-]+"
    r"|\b[A-Z][\w’'-]*[a-z]\.? (?:[A-Z]\.? )?[A-Z][\w’'-]*[a-z]\b|\b[A-Z]{2,3}\b"
)


def holds_form(wanted: Wanted, text: str, asked: Iterable[str]) -> bool:
    """Whether a text holds something of the wanted form that the question did not name itself.

    Args:
        wanted: the form.
        text: a sentence, verbatim.
        asked: folded words of the question: a name among them answers nothing.
    """
    pattern = {
        Wanted.MONEY: _MONEY,
        Wanted.NUMBER: _NUMBER,
        Wanted.DATE: _DATE,
        Wanted.DURATION: _DURATION,
        Wanted.VOTE: _VOTE,
    }.get(wanted)
    if wanted is Wanted.PERSON:
        return _names_someone(text, {stem(word) for word in asked})
    if pattern is None:
        return True
    known = {stem(word) for word in asked}
    return any(
        not set(map(stem, words(match.group()))) <= known or wanted is Wanted.VOTE
        for match in pattern.finditer(text)
    )


def gives_reason(text: str) -> bool:
    """Whether a text has a word of cause or purpose, over line ends too."""
    return _REASON.search(" ".join(text.split())) is not None


def _names_someone(text: str, asked: set[str]) -> bool:
    """Whether a text names somebody the question did not; who held a role is answered by a name alone."""
    if any(set(map(stem, words(role))) & asked for role in _HELD):
        names = (set(map(stem, words(match.group()))) for match in _FULL_NAME.finditer(text))
        return any(not name & asked for name in names)
    for match in _NAME.finditer(text):
        name = set(map(stem, words(match.group())))
        opens = match.start() == 0 or text[: match.start()].rstrip()[-1:] in ".?!:"
        if name and not name & asked and not opens:
            return True
    roles = (set(map(stem, words(match.group()))) for match in _ROLE.finditer(text))
    return any(not role & asked for role in roles) or bool(re.match(r"[A-Z]\w+ [A-Z]\w+", text))

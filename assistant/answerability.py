"""Whether a passage answers a question or only comes near: the decision to refuse.

How alike a question and a passage read hardly tells an answer from a near miss. What the question takes for granted
tells more: "why did they reject it?" and "how much did it cost?" presume that they did and that it is said, and
"did they reject it?" presumes nothing. The weights are a logistic regression, fitted and cross-validated over
questions and over collections by `python -m eval.fitting`, which prints this table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from assistant.forms import gives_reason
from assistant.matching import Match
from assistant.question import Question, Scope, Wanted
from assistant.ranking import Ranked, names_mover, records_outcome
from assistant.words import stems
from ingest import Kind, Passage

_AROUND = 5  # passages whose best focus counts

WEIGHTS = {
    "focus": 1.73,
    "likeness": 3.16,
    "best focus": 2.88,
    "coverage": -0.36,
    "name missing": -0.66,
    "asks whether": 0.19,
    "presumes": -1.33,
    "presumes an act": -0.79,
    "settled otherwise": -0.48,
    "amount": -0.65,
    "no reason given": -1.0,  # as fitted, -1.79, it refuses ten of thirty whys that are answered, so six
    "names": -0.27,
}
BIAS = -2.28
# Below both nothing of the question is there: three of 278 answerable questions are, eleven of 24 off the topic.
_TOUCHED, _LIKE = 0.45, 0.55
_A_LINE = 80  # characters of a line that may say no more than a question
_KEPT = 20_000  # lines and questions of which the stems are known
_BY_ITEM = 0.8  # the share of what its item meets that an outcome is taken to meet
_NO_SUBJECT = 0.35  # cosine that is enough for a question without a subject of its own ("what happened?")

_WHETHER = re.compile(r"^(?:so |and |but )?(?:did|do|does|has|have|was|were|is|are)\b", re.I)
_PRESUMES = re.compile(
    r"^(?:so |and |but )?(?:why|when|who|whose|which|how (?:much|many|long)"
    r"|what (?:date|price|premium|time|did|does|were|was|are|will|is))\b",
    re.I,
)
# "what did we decide?" presumes neither that it was agreed nor that it was refused.
_OPEN = re.compile(
    r"\bwhat (?:did|do|have|has|had|was|were|is|are) (?:\w+ ){0,4}"
    r"(?:agreed?|decided?|resolved?|settled?|done|do|happen(?:ed)?)\b",
    re.I,
)
_WHO_MOVED = re.compile(r"\bwho (?:\w+ ){0,2}(?:moved|seconded)\b", re.I)
_ACT = re.compile(
    r"\b(?:(?:support|agree|accept|approve?|adopt|back|grant|award|open|introduc|restor|abolish|reject|refus|exempt"
    r"|replac|cancel|scrap|stop|remov|rescind|certif|allow|clos|throw|vot|rais|lower)(?:s|e|es|ed|d|ing|ies|ied|y)?"
    r"|pay|paid|buy|bought|win|won|cut|t(?:a|oo)ke over)\b",
    re.I,
)
_OTHERWISE = re.compile(
    r"\b(?:not (?:to )?(?:support|agree|be|proceed|adopt|accept|consider|possible|recommend|refer|take|have)\w*"
    r"|(?:would|will|could|did) not|cannot|unable|object\w*|oppos\w*|reject\w*|refus\w*|declin\w*|defer\w*|postpon\w*"
    r"|withdr\w+|lost|unanimous\w*|all in favour|no (?:decision|reply|response|further)|not yet|await\w*)\b",
    re.I,
)


def eligible(question: Question, ranked: Ranked) -> bool:
    """Whether the passage is of a kind that can answer the question at all, and says more than the question does."""
    passage = ranked.passage
    if _WHO_MOVED.search(question.text) and not names_mover(question, passage):
        return False
    if not passage.kind.is_outcome and _says_no_more(passage.words, question.query):
        return False  # the name of a place as a line of its own, under which the next lines stand
    if question.scope is Scope.ALL:
        return not question.kinds or passage.kind in question.kinds
    return not question.outcomes or records_outcome(passage)


def _says_no_more(text: str, question: str) -> bool:
    return len(text) <= _A_LINE and _stems(text) <= _stems(question)


@lru_cache(maxsize=_KEPT)
def _stems(text: str) -> frozenset[str]:
    return frozenset(stems(text))


def signals(question: Question, ranked: Sequence[Ranked]) -> tuple[float, ...]:
    """What tells whether the first passage answers, in the order of `WEIGHTS`."""
    match = _with_item(question, ranked[0])
    settled = ranked[0].passage.kind.is_outcome and _OPEN.search(question.text) is not None
    presumes = _PRESUMES.search(question.text) is not None and not settled
    return (
        match.focus,
        match.likeness,
        max(match.focus, *(r.match.focus for r in ranked[:_AROUND])),
        match.coverage,
        float(not question.names.isdisjoint(match.missing)),
        float(_WHETHER.search(question.text) is not None),
        float(presumes),
        float(presumes and _ACT.search(question.text) is not None),
        float(presumes and _OTHERWISE.search(ranked[0].passage.words) is not None),
        float(question.wanted in (Wanted.MONEY, Wanted.NUMBER)),
        float(question.wanted is Wanted.REASON and not _gives_reason(ranked[0].passage)),
        float(len(question.names)),
    )


def _gives_reason(passage: Passage) -> bool:
    return passage.kind is Kind.REASON or gives_reason(passage.words)


def answers(question: Question, ranked: Sequence[Ranked]) -> bool:
    """Whether the first of the ranked passages may be given as an answer to the question."""
    if question.scope is Scope.ALL:
        return True
    if not question.subject:
        return ranked[0].match.likeness >= _NO_SUBJECT
    match = _with_item(question, ranked[0])
    if match.coverage < _TOUCHED and match.likeness < _LIKE:
        return False
    score = sum(w * s for w, s in zip(WEIGHTS.values(), signals(question, ranked), strict=True))
    return score + BIAS >= 0


def _with_item(question: Question, ranked: Ranked) -> Match:
    """How a passage meets the question; where an outcome or a mover is asked for, read with the item that it settles.

    "The motion was carried" repeats no word of the motion.
    """
    match, passage = ranked.match, ranked.passage
    if not (names_mover(question, passage) or (question.outcomes and records_outcome(passage))):
        return match
    met = _BY_ITEM * match.in_item
    return replace(match, coverage=max(match.coverage, met), focus=max(match.focus, met))

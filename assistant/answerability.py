"""Whether a passage answers a question or only comes near: the decision to refuse.

How alike a question and a passage read hardly tells an answer from a near miss; what of the question the passage's
best sentence meets tells far more. The weights are rounded from a logistic regression over the question sets, fitted
on all but one collection and checked on the one left out.
"""

from __future__ import annotations

from assistant.matching import wants_form
from assistant.question import Question, Scope
from assistant.ranking import Ranked, records_outcome

_LIKENESS = 0.86  # a point of the nearest sentence's cosine against a point of focus
_NAME_MISSING, _FORM_MISSING = 0.16, 0.14
# The low end of a flat optimum (0.98 to 1.1), chosen for few false refusals: it refuses too little, not too much.
_ENOUGH = 0.98
_NO_SUBJECT = 0.35  # cosine that is enough for a question without a subject of its own ("what happened?")


def answers(question: Question, ranked: Ranked) -> bool:
    """Whether the passage may be given as an answer to the question."""
    match = ranked.match
    if question.scope is Scope.ALL:
        return not question.kinds or ranked.passage.kind in question.kinds
    if question.outcomes and not records_outcome(ranked.passage):
        return False
    if not question.subject:
        return match.likeness >= _NO_SUBJECT
    score = match.focus + _LIKENESS * match.likeness
    score -= _NAME_MISSING * bool(set(match.missing) & question.names)
    score -= _FORM_MISSING * (wants_form(question) and not match.in_form)
    return score >= _ENOUGH

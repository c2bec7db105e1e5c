"""Whether a passage answers a question or only comes near: the decision to refuse."""

from __future__ import annotations

from assistant.question import Question, Scope
from assistant.ranking import Ranked, records_outcome

# A passage answers when what it meets of the question and how alike it reads add up; found by
# `python -m eval.thresholds` over the question sets, held out by collection.
_ENOUGH = 0.95
_LEAST_FOCUS = 0.38


def answers(question: Question, ranked: Ranked) -> bool:
    """Whether the passage may be given as an answer to the question."""
    match = ranked.match
    if question.scope is Scope.ALL:
        return not question.kinds or ranked.passage.kind in question.kinds
    if not question.subject:
        return (ranked.hit.similarity or 0.0) >= 0.35
    if set(match.missing) & question.names:
        return False
    if question.outcomes and not records_outcome(ranked.passage):
        return False
    if match.focus < _LEAST_FOCUS:
        return False
    return match.focus + (ranked.hit.similarity or 0.0) >= _ENOUGH

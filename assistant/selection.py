"""The passages to cite, out of the ranked ones: as few as answer, as many as were asked for."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answerability import answers, eligible
from assistant.matching import wants_form
from assistant.question import Question, Scope
from assistant.ranking import Ranked, records_outcome
from ingest import Kind

_MOST = 8  # citations in one answer
_MOST_MEETINGS = 4
_BESIDE, _ELSEWHERE = 0.3, 0.4  # how far below the best a clause beside it, or of another meeting, may score
_LEVEL = 0.9  # how much of the best passage's match another's must reach to stand beside it or in its place
# How far below the best a further meeting's passage may score, and the share of its coverage that it must reach.
_MEETING_BEHIND, _MEETING_COVERS = 0.6, 0.7


def select(question: Question, ranked: Sequence[Ranked], numbered: Sequence[Ranked] = ()) -> list[Ranked]:
    """The passages that answer the question, in the order in which they are told; none to refuse.

    Args:
        question: as understood.
        ranked: what was found, best first.
        numbered: what carries the printed number that the question names, best first.
    """
    if numbered:
        return _looked_up(question, numbered)
    if question.is_look_up:
        return []  # a number that no passage carries: nothing stands there
    fit = [r for r in ranked if eligible(question, r)]
    if not fit or not answers(question, fit):
        return []
    chosen = {
        Scope.ONE: _best,
        Scope.ALL: _whole_list,
        Scope.EACH_COUNCIL: _best_of_each_council,
        Scope.EACH_MEETING: _by_meeting,
    }[question.scope](question, fit)
    return chosen[:_MOST]


def _looked_up(question: Question, numbered: Sequence[Ranked]) -> list[Ranked]:
    """What stands under the number: all of it, or, where something is asked of it, what answers that."""
    settled = [r for r in numbered if records_outcome(r.passage)]
    # A number that no list is named for is a resolution's wherever one is so numbered.
    resolutions = question.outcomes or all(place.noun is None for place in question.places)
    kept = (settled if resolutions else []) or list(numbered)
    if wants_form(question) or (question.outcomes and len(kept) > 1):
        best = [r for r in kept if r.match.in_form][:1]
        return best or []
    return sorted(kept, key=lambda r: (r.passage.held_on is None, r.passage.held_on, r.passage.key))[:_MOST]


def _best(question: Question, fit: Sequence[Ranked]) -> list[Ranked]:
    best = fit[0]
    if not question.outcomes:
        return [best]
    found = _clauses(best, fit)
    if not question.periods:
        for later in _decided_elsewhere(best, fit):
            found += _clauses(later, fit)
    # What is current comes first; a decision of the same meeting keeps its order.
    return sorted(
        found, key=lambda r: (-r.passage.held_on.toordinal() if r.passage.held_on else 0, r.passage.start)
    )


def _clauses(best: Ranked, fit: Sequence[Ranked]) -> list[Ranked]:
    """A clause of a resolution with those beside it that hold as much of what was asked about."""
    address = best.passage.citation
    return [
        r
        for r in fit
        if r is best
        or (
            (r.passage.citation.meeting, r.passage.citation.item) == (address.meeting, address.item)
            and r.passage.kind is best.passage.kind
            and r.match.focus >= best.match.focus
            and r.score >= best.score - _BESIDE
        )
    ]


def _decided_elsewhere(best: Ranked, fit: Sequence[Ranked]) -> list[Ranked]:
    """The same council's outcomes on the same subject at other meetings: one of them may be the current one."""
    others: dict[str, Ranked] = {}
    for r in fit:
        if (
            r.passage.citation.meeting != best.passage.citation.meeting
            and r.passage.council == best.passage.council
            and r.passage.kind is Kind.DECISION
            and r.match.focus >= best.match.focus
            and r.match.itself >= best.match.itself
            and r.score >= best.score - _ELSEWHERE
        ):
            others.setdefault(r.passage.citation.meeting, r)
    return list(others.values())[: _MOST_MEETINGS - 1]


def _whole_list(question: Question, fit: Sequence[Ranked]) -> list[Ranked]:
    """All that was settled in the item of the best passage; the preamble only if nothing is numbered."""
    settled = [r for r in fit if r.passage.kind.is_outcome] or list(fit)
    best = settled[0].passage.citation
    same = [
        r
        for r in settled
        if (r.passage.citation.meeting, r.passage.citation.item) == (best.meeting, best.item)
    ]
    numbered = [r for r in same if r.passage.citation.printed is not None]
    return sorted(numbered or same, key=lambda r: r.passage.start)


def _by_meeting(question: Question, fit: Sequence[Ranked]) -> list[Ranked]:
    """The best passage of each meeting of one body that comes near the best of all, in order of date."""
    if question.periods:
        named = [r for r in fit if any(p.holds(r.passage.held_on) for p in question.periods)]
        fit = named or fit
    best = fit[0]
    each: dict[str, Ranked] = {}
    for r in fit:
        if (
            (r.passage.council, r.passage.body) == (best.passage.council, best.passage.body)
            and r.score >= best.score - _MEETING_BEHIND
            and r.match.coverage >= _MEETING_COVERS * best.match.coverage
        ):
            each.setdefault(r.passage.citation.meeting, r)
    chosen = [_settled_there(r, fit) for r in list(each.values())[:_MOST_MEETINGS]]
    return sorted(chosen, key=lambda r: (r.passage.held_on is None, r.passage.held_on, r.passage.key))


def _settled_there(best: Ranked, fit: Sequence[Ranked]) -> Ranked:
    """What the meeting decided in the item of its best passage, where that meets the question as well.

    A meeting is told by its outcome.
    """
    address = best.passage.citation
    for r in fit:
        if (
            (r.passage.citation.meeting, r.passage.citation.item) == (address.meeting, address.item)
            and r.passage.kind in (Kind.DECISION, Kind.RECOMMENDATION)
            and r.match.coverage >= _LEVEL * best.match.coverage
            and r.score >= best.score - _BESIDE
        ):
            return r
    return best


def _best_of_each_council(question: Question, fit: Sequence[Ranked]) -> list[Ranked]:
    chosen: dict[str, Ranked] = {}
    for r in fit:
        if r.match.focus >= _LEVEL * fit[0].match.focus:
            chosen.setdefault(r.passage.council or r.passage.source, r)
    return list(chosen.values())

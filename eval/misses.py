"""What went wrong with a question: the first thing, in the order of the work from asking to quoting."""

from __future__ import annotations

from enum import StrEnum

from eval.run import Row


class Cause(StrEnum):
    """Why an answer is no whole answer; each is looked for only where none before it is the case."""

    FAILED = "could not be asked"
    ANSWERED = "answered, though the minutes do not answer it"
    REFUSED = "refused, though the minutes answer it"
    NOT_FOUND = "not all of the gold is among the first ten hits"
    NOT_CITED = "found, but not all of the gold is cited"
    CITED_TOO_MUCH = "something is cited that is not right"
    NOT_SAID = "cited right, but words are missing in the answer"
    MISQUOTED = "a printed number or a quote is wrong"


def cause_of(row: Row) -> Cause | None:
    """What went wrong first, None where nothing did: answered in all respects, or refused as it should be.

    What is cited although it is not among the hits was found: only gold that is not cited can be not found.
    """
    if row.error:
        return Cause.FAILED
    if not row.answerable:
        return Cause.ANSWERED if row.answered else None
    if not row.answered:
        return Cause.REFUSED
    return None if _is_whole(row, "joint") else _within_the_answer(row)


def _within_the_answer(row: Row) -> Cause:
    if not _is_whole(row, "rec"):
        return Cause.NOT_CITED if _is_whole(row, "recall10") else Cause.NOT_FOUND
    if not _is_whole(row, "prec"):
        return Cause.CITED_TOO_MUCH
    return Cause.MISQUOTED if _is_whole(row, "nug_all") else Cause.NOT_SAID


def _is_whole(row: Row, measure: str) -> bool:
    return row.scores[measure] == (1.0,)

"""What an answer says: the nuggets that a complete one holds, and numbers and names that its passages do not."""

from __future__ import annotations

import re
from collections.abc import Callable

from eval.cases import Case
from eval.matching import says
from eval.shown import Prediction

_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_NAME = re.compile(r"(?<!^)(?<![.?!“] )\b[A-Z][\w’'-]+")


def nuggets_said(case: Case, answer: str) -> tuple[bool, ...]:
    """For each nugget: whether the answer's text holds it as whole words, in any case.

    Every nugget of a question is vital and is credited whole or not at all: V_strict of the TREC RAG track (Pradeep
    et al., 2024), after the nuggets of Voorhees (TREC 2003), with strings in place of a judge.
    """
    return tuple(says(answer, nugget) for nugget in case.nuggets)


def unsupported(prediction: Prediction, strange: Callable[[str, str], list[str]]) -> tuple[float, ...]:
    """For each claim: 1 if `strange` finds something in it that is in none of the passages it cites.

    An answer that is not told in claims is one claim that cites all it cites. The complement, claim by claim, of
    the precision of Nan et al., Entity-level Factual Consistency of Abstractive Text Summarization, EACL 2021.
    """
    return tuple(float(bool(strange(claim.text, claim.record))) for claim in prediction.claims)


def strange_numbers(text: str, record: str) -> list[str]:
    """Numbers in figures that stand in the text and not in the record.

    >>> strange_numbers("It cost £1,300 in 2019.", "That £1,200 be spent in 2019.")
    ['1,300']
    """
    held = set(_FIGURE.findall(record))
    return [figure for figure in _FIGURE.findall(text) if figure not in held]


def strange_names(text: str, record: str) -> list[str]:
    """Words with a capital that do not begin a sentence and stand nowhere in the record.

    >>> strange_names("It was moved by Trevor Brown.", "Moved by Councillor Mary Brown.")
    ['Trevor']
    """
    spelt = _plain(record)
    return [name for name in _NAME.findall(text) if _plain(name).removesuffix("'s") not in spelt]


def _plain(text: str) -> str:
    return text.casefold().replace("’", "'")

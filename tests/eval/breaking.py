"""Ways to break a system that answers well: each takes one object of the JSON contract and spoils one thing in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from eval.cases import Case
from eval.run import Told

Record = dict[str, Any]
Break = Callable[[Record], Record]


class Broken:
    """A system that tells what was told before, spoilt."""

    name = "broken"

    def __init__(self, told: Mapping[str, Told], spoil: Break) -> None:
        self._told, self._spoil = told, spoil

    def identity(self) -> str:
        """It has none of its own."""
        return self.name

    def answer(self, case: Case) -> Told:
        """What was told for the case, spoilt."""
        told = self._told[case.id]
        return replace(told, record=self._spoil(dict(told.record)))


def always_answer(record: Record) -> Record:
    """Cites and quotes the first hit where it ought to refuse."""
    if record["answered"]:
        return record
    top = record["hits"][0]
    return record | {
        "answered": True,
        "answer": top["text"],
        "claims": [{"text": top["text"], "citations": [1], "supported": True}],
        "citations": [{"n": 1, "quote": top["text"], **top}],
    }


def always_refuse(record: Record) -> Record:
    """Says nothing, whatever it found."""
    return record | {"answered": False, "answer": "The minutes do not say.", "claims": [], "citations": []}


def drop_quotes(record: Record) -> Record:
    """Cites without a word of the record."""
    return record | {"citations": [c | {"quote": ""} for c in record["citations"]]}


def shift_numbers(record: Record) -> Record:
    """Cites the right passages under numbers of its own."""
    return record | {"citations": [c | {"printed": "999.9"} for c in record["citations"]]}


def invent(record: Record) -> Record:
    """Adds a sum and a name to every claim."""
    claims = [c | {"text": f"{c['text']} Zebedee Quux paid £987,654."} for c in record["claims"]]
    return record | {"claims": claims}


def say_nothing(record: Record) -> Record:
    """Cites and does not answer."""
    return record | {"answer": "See below."}


def reverse_hits(record: Record) -> Record:
    """Shows the best hits last."""
    return record | {"hits": record["hits"][::-1]}


def shift_citations(following: Mapping[str, Mapping[str, Any]]) -> Break:
    """Cites the passage after the right one; `following` holds that by the text of each."""

    def spoil(record: Record) -> Record:
        return record | {"citations": [c | dict(following[c["text"]]) for c in record["citations"]]}

    return spoil


def cite_pages(following: Mapping[str, Mapping[str, Any]]) -> Break:
    """Cites the passage and the one after it as if they were one."""

    def spoil(record: Record) -> Record:
        wide = [c | {"text": f"{c['text']}\n{following[c['text']]['text']}"} for c in record["citations"]]
        return record | {"citations": wide}

    return spoil

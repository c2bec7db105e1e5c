"""What programs may ask, the same for the HTTP API and for MCP: plain values in, records of the JSON contract out."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Protocol

from assistant.contract import answer_json, passage_record, read_filters, read_history
from assistant.locating import locate
from assistant.model import Answer, Turn
from assistant.register import Timeline, decisions
from assistant.register.rendering import decision_json, timeline_json
from ingest import BadQuestion, Passage
from vectorstore import Filters, MinutesStore

Record = dict[str, Any]
_MOST = 1000
"""Decisions given at once."""


class Answering(Protocol):
    """What the tools need of an assistant."""

    @property
    def store(self) -> MinutesStore:
        """The minutes it answers from."""

    def timeline(self, topic: str, filters: Filters | None = None) -> Timeline:
        """Follow a topic through the meetings."""

    def ask(self, question: str, *, history: Sequence[Turn] = (), filters: Filters | None = None) -> Answer:
        """Answer a question, or refuse."""


class Tools:
    """The questions that programs may put to one assistant.

    Every method raises BadQuestion where what is given cannot be read, and StoreUnusable where the store cannot.
    A filter that is "" narrows nothing; councils and bodies are parts of names, dates are ISO and inclusive.
    """

    def __init__(self, assistant: Answering) -> None:
        self._assistant = assistant

    def ask(
        self,
        question: str,
        history: Sequence[Any] = (),
        council: str = "",
        body: str = "",
        date_from: str = "",
        date_to: str = "",
    ) -> Record:
        """Answer a question from the council's minutes, in their own words, each claim with the exact paragraph cited.

        Where the minutes do not say, "answered" is false and "answer" says what was searched. `history` holds the
        earlier questions of the conversation.
        """
        filters = _filters(council, body, date_from, date_to)
        answer = self._assistant.ask(_text(question), history=read_history(list(history)), filters=filters)
        return _record(answer_json(answer))

    def show(self, citation: str) -> Record:
        """Show the passages that a citation names, each in its agenda item.

        A citation is the "key" of an answer's citation, a file and a number ("minutes.txt 7.3"), or what a person
        would say ("key point 11").
        """
        store = self._assistant.store
        found = locate(_text(citation), store)
        return {"citation": citation, "passages": [self._in_item(passage) for passage in found]}

    def decisions(
        self,
        search: str = "",
        council: str = "",
        body: str = "",
        date_from: str = "",
        date_to: str = "",
        most: int = 50,
    ) -> Record:
        """List what meetings decided, recommended, or had moved and did not carry, the latest first.

        Each entry says by "outcome" which it is; only "decided" is what was agreed. `search` keeps the entries that
        hold all of its words. "total" counts all that fit, of which at most `most` are given.
        """
        if not isinstance(most, int) or not 0 < most <= _MOST:
            raise BadQuestion(f"at most {_MOST} decisions are given at once: ask for 1 to {_MOST}")
        filters = _filters(council, body, date_from, date_to)
        found = decisions(self._assistant.store, filters, search=_text(search))
        return {"total": len(found), "decisions": [_record(decision_json(entry)) for entry in found[:most]]}

    def timeline(
        self, topic: str, council: str = "", body: str = "", date_from: str = "", date_to: str = ""
    ) -> Record:
        """Follow a topic through the meetings in order of date: each time it came up, and what came of it.

        Where no passage holds every word of the topic, there are no stops, and "nearest" is not about it.
        """
        filters = _filters(council, body, date_from, date_to)
        return _record(timeline_json(self._assistant.timeline(_text(topic), filters)))

    def _in_item(self, passage: Passage) -> Record:
        item = self._assistant.store.item_of(passage)
        return _located(passage) | {"item_passages": [_located(other) for other in item]}


def _located(passage: Passage) -> Record:
    return passage_record(passage) | {"start": passage.start, "end": passage.end}


def _filters(council: str, body: str, date_from: str, date_to: str) -> Filters:
    told = {"council": council, "body": body, "date_from": date_from, "date_to": date_to}
    return read_filters(told, Filters())


def _record(line: str) -> Record:
    record: Record = json.loads(line)
    return record


def _text(given: object) -> str:
    if not isinstance(given, str):
        raise BadQuestion("a question, a topic, a search or a citation must be text")
    return given

"""Our own search without our choice: the first passage found is the answer, whole, and nothing is ever refused."""

from __future__ import annotations

import json
from dataclasses import replace

from assistant.answering import Assistant
from assistant.contract import answer_json
from assistant.model import Cited, Claim
from eval.cases import Case
from eval.rivals.rival import fingerprint
from eval.run import Told


class CopyFirst:
    """The assistant's first hit, cited whole under its printed number; `identity` is that of the assistant."""

    name = "copy-top-1"

    def __init__(self, assistant: Assistant, identity: str) -> None:
        self._assistant = assistant
        self._identity = identity

    def identity(self) -> str:
        """Names what the assistant depends on, and the code."""
        return fingerprint(f"{self.name} {self._identity}")

    def answer(self, case: Case) -> Told:
        """The first passage found, whole; a refusal only where nothing at all is found.

        Raises:
            MinutesError: the question cannot be asked.
        """
        asked = case.request
        answer = self._assistant.ask(asked.question, history=asked.history, filters=asked.filters)
        first = [hit.passage for hit in answer.hits[:1]]
        copied = replace(
            answer,
            text="".join(f"{passage.text} [1]" for passage in first),
            claims=tuple(Claim(text=passage.text, citations=(1,)) for passage in first),
            citations=tuple(Cited(n=1, passage=passage, quote=passage.text) for passage in first),
            writer=self.name,
        )
        return Told(record=json.loads(answer_json(copied, case.id)))

"""The assistant as a system that can be judged: asked as `minutebook ask` asks it, its stages timed."""

from __future__ import annotations

import hashlib
import json
import time
from pathlib import Path

import assistant
import ingest
import vectorstore
from assistant.answering import Assistant
from assistant.chain.stopwatch import Stopwatch
from assistant.contract import answer_json
from eval.cases import Case
from eval.footprint import peak_memory
from eval.run import Told
from ingest import hash_sources

QUOTING = "quoting"
"""The settings of an assistant without a language model."""


class Asking:
    """An assistant that answers cases; `settings` say what it was told, such as its language model."""

    def __init__(self, asked: Assistant, settings: str = QUOTING) -> None:
        self.name = "minutebook" if settings == QUOTING else f"minutebook, {settings}"
        self._assistant = asked
        self._settings = settings

    def answer(self, case: Case) -> Told:
        """The answer as a script sees it.

        Raises:
            MinutesError: the question cannot be asked.
        """
        request, watch = case.request, Stopwatch()
        begun = time.perf_counter()
        answer = self._assistant.ask(
            request.question, history=request.history, filters=request.filters, callbacks=(watch,)
        )
        total = time.perf_counter() - begun
        return Told(
            record=json.loads(answer_json(answer, case.id)),
            seconds={**watch.seconds, "total": total},
            peak_memory=peak_memory(),
        )

    def identity(self) -> str:
        """Names all that the answers depend on: the settings, its code, and every passage of its store."""
        digest = hashlib.sha256(self._settings.encode())
        for package in (ingest, vectorstore, assistant):
            digest.update(hash_sources(Path(str(package.__file__)).parent).encode())
        for passage in self._assistant.store.passages():
            digest.update(repr(passage).encode("utf-8", "replace"))
        return digest.hexdigest()

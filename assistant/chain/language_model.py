"""A language model by its name, through LangChain: a prompt in, the draft out in pieces, never later than agreed.

`ChatPromptTemplate | init_chat_model(...) | StrOutputParser`, run on an event loop of its own, so that a model that
never answers, or never stops, can be cancelled at any moment. Whatever goes wrong at a provider or in its library
becomes one ModelFailed that says why.
"""

# ruff: noqa: PLC0415 - LangChain and the providers' libraries are imported when a model is first asked

from __future__ import annotations

import asyncio
import gc
import math
import os
import re
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from functools import cache
from importlib.util import find_spec
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any

from assistant.chain.runnables import switch_tracing_off
from assistant.drafting import (
    ASKING,
    EXAMPLE_ANSWER,
    EXAMPLE_EVIDENCE,
    EXAMPLE_QUESTION,
    RULES,
    ModelFailed,
    UnknownModel,
)
from assistant.evidence import Evidence, as_shown

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.runnables import Runnable

SECONDS = 60.0
"""How long a draft may take, from asking to its last word."""
_GRACE = 2.0  # seconds after which a job that cannot be stopped is left to itself
_SOON = 0.5  # seconds after which nobody holds on to a failed draft any more
_TOKENS = 400
_PACKAGES = {"ollama": "langchain_ollama", "openai": "langchain_openai", "anthropic": "langchain_anthropic"}
_STATUS = {401: "refused the key", 403: "refused access", 404: "has no such model", 429: "is rate-limited"}


class LanguageModel:
    """A drafter: `name` is "provider:model" as LangChain's `init_chat_model` takes it. Many threads may ask at once.

    With `base_url` any server that speaks the provider's protocol is asked; only MINUTEBOOK_API_KEY is sent there.
    """

    def __init__(self, name: str, *, base_url: str | None = None, seconds: float = SECONDS) -> None:
        """Take the name; nothing is imported or reached yet.

        Raises:
            UnknownModel: it is not "provider:model", or the provider's package is not installed.
        """
        provider, _, model = name.partition(":")
        if not provider or not model:
            raise UnknownModel(f"{name!r} names no language model: write it as ollama:llama3.2")
        package = _PACKAGES.get(provider)
        if package and find_spec(package) is None:
            raise UnknownModel(f"{name} needs {package}: run pip install 'minutebook[{provider}]'")
        self.name = name
        self._provider = provider
        self._base_url = base_url
        self._seconds = seconds
        self._chain: Runnable[dict[str, Any], str] | None = None

    def draft(self, question: str, evidence: Sequence[Evidence]) -> Iterator[str]:
        """The draft in pieces; to leave off early ends the request.

        Raises:
            ModelFailed: no draft, or no more of it, for whatever reason, at the latest after the seconds agreed.
        """
        reader = _Reader()
        asked = {"question": question, "evidence": as_shown(evidence)}
        job: Future[None] = asyncio.run_coroutine_threadsafe(self._run(asked, reader), _loop())
        job.add_done_callback(reader.close)
        try:
            yield from reader
        finally:
            reader.has_left = True
            job.cancel()
        if (error := _outcome(job)) is not None:
            raise ModelFailed(self._why(error))

    async def _run(self, asked: dict[str, Any], reader: _Reader) -> None:
        if self._chain is None:
            # Imports take seconds, which are not the model's; other drafts go on meanwhile.
            self._chain = await asyncio.to_thread(self._compose)
        reader.until = time.monotonic() + self._seconds + _GRACE
        async with asyncio.timeout(self._seconds):
            async for piece in self._chain.astream(asked):
                if reader.has_left:
                    return  # some libraries swallow a cancellation
                reader.put(piece)

    def _compose(self) -> Runnable[dict[str, Any], str]:
        switch_tracing_off()
        from langchain.chat_models import init_chat_model
        from langchain_core.output_parsers import StrOutputParser
        from langchain_core.prompts import ChatPromptTemplate

        prompt = ChatPromptTemplate.from_messages(
            [
                ("system", RULES),
                ("human", ASKING.format(evidence=EXAMPLE_EVIDENCE, question=EXAMPLE_QUESTION)),
                ("ai", EXAMPLE_ANSWER),
                ("human", ASKING),
            ]
        )
        model: BaseChatModel = init_chat_model(self.name, **self._settings())
        return prompt | model | StrOutputParser()

    def _settings(self) -> dict[str, Any]:
        """What the provider's class is told: the same draft for the same question, short, and no second try."""
        settings: dict[str, Any] = {"temperature": 0}
        if self._provider == "ollama":
            settings |= {"num_predict": _TOKENS, "client_kwargs": {"timeout": self._seconds}}
        else:
            settings |= {"max_tokens": _TOKENS, "timeout": self._seconds, "max_retries": 0}
        if self._base_url:
            settings["base_url"] = self._base_url
            if self._provider != "ollama":
                settings["api_key"] = os.environ.get("MINUTEBOOK_API_KEY") or "none"
        return settings

    def _why(self, error: BaseException) -> str:
        """What went wrong, as the end of a sentence that begins with the model's name."""
        chain = _causes(error)
        if any(isinstance(cause, TimeoutError) or "Timeout" in type(cause).__name__ for cause in chain):
            return f"did not finish within {self._seconds:g} seconds"
        codes = (getattr(cause, "status_code", None) for cause in chain)
        status = next((code for code in codes if isinstance(code, int)), None)
        if status is not None and status >= 400:
            return f"{_STATUS.get(status, 'failed')} (HTTP {status})"
        if any(isinstance(cause, OSError) or "Connect" in type(cause).__name__ for cause in chain):
            return "could not be reached"
        told = re.sub(r"[^\x20-\x7e]+", " ", str(error)).strip()[:160]
        return f"failed ({type(error).__name__}{': ' if told else ''}{told})"


class _Reader:
    """Pieces on their way from the event loop to the thread that reads them; the reading ends at `until` at the latest.

    `until` is a monotonic time, far away until the model is asked; `has_left`: nobody reads any more.
    """

    def __init__(self) -> None:
        self.has_left = False
        self.until = math.inf
        self._pieces: SimpleQueue[str | None] = SimpleQueue()

    def put(self, piece: str) -> None:
        if piece:
            self._pieces.put(piece)

    def close(self, _: object) -> None:
        self._pieces.put(None)

    def __iter__(self) -> Iterator[str]:
        while True:
            try:
                piece = self._pieces.get(timeout=_GRACE)
            except Empty:
                if time.monotonic() < self.until:
                    continue
                return
            if piece is None or time.monotonic() > self.until:
                return
            yield piece


def _outcome(job: Future[None]) -> BaseException | None:
    """What a job failed with; one that had to be left is too late. It lets go of the connections its traces hold."""
    error = job.exception() if job.done() and not job.cancelled() else TimeoutError()
    for cause in _causes(error):
        cause.__traceback__ = None
    if error is not None:
        # A library's generator that was left in the middle hangs up when it is collected, and not before.
        _loop().call_soon_threadsafe(lambda: _loop().call_later(_SOON, gc.collect))
    return error


def _causes(error: BaseException | None) -> list[BaseException]:
    """An error and whatever it was raised from or amid, nearest first."""
    found: list[BaseException] = []
    waiting = [error]
    while waiting:
        one = waiting.pop(0)
        if one is not None and one not in found:
            found.append(one)
            waiting += [one.__cause__, one.__context__]
    return found


@cache
def _loop() -> asyncio.AbstractEventLoop:
    """The event loop on which all models are asked: connections that are kept open belong to one loop."""
    loop = asyncio.new_event_loop()
    threading.Thread(target=loop.run_forever, name="language models", daemon=True).start()
    return loop

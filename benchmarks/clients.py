"""A program that asks a running chat over HTTP: what it was answered, how long it took, or that it was turned away."""

from __future__ import annotations

import http.client
import json
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

_HEADERS = {"Content-Type": "application/json"}


@dataclass(frozen=True, slots=True)
class Reply:
    """What came of one question: `answer` or, where there is none, the status or line that was given instead."""

    question: str
    seconds: float
    answer: dict[str, Any] | None = None
    status: int = 200
    error: str = ""

    @property
    def turned_away(self) -> bool:
        """Whether it was told that too many are waiting."""
        return self.status == 503

    @property
    def said(self) -> object:
        """What the answer says and cites; what was searched beside it changes while minutes are loaded."""
        answer = self.answer or {}
        cited = [(c["key"], c["quote"], c["text"]) for c in answer.get("citations", ())]
        return answer.get("answered"), [claim["text"] for claim in answer.get("claims", ())], cited


def ask(url: str, question: str, person: int = 0, seconds: float = 120) -> Reply:
    """Ask one question and wait for the whole answer; who asks again is known again, as a page or a client is."""
    begun = time.perf_counter()
    at = urlsplit(url)
    connection = http.client.HTTPConnection(at.hostname or "", at.port, timeout=seconds)
    try:
        body = {"data": [question, [], "", "", "", ""], "session_hash": f"person-{person}"}
        connection.request("POST", "/gradio_api/call/ask", json.dumps(body), _HEADERS)
        asked = connection.getresponse()
        told = asked.read()
        if asked.status != 200:
            return Reply(question, time.perf_counter() - begun, status=asked.status, error=told.decode())
        connection.request("GET", f"/gradio_api/call/ask/{json.loads(told)['event_id']}")
        event, _, data = (
            connection.getresponse().read().decode().rpartition("event: ")[2].partition("\ndata: ")
        )
    except OSError as error:
        return Reply(question, time.perf_counter() - begun, status=0, error=repr(error))
    finally:
        connection.close()
    took = time.perf_counter() - begun
    if event != "complete":
        return Reply(question, took, status=0, error=f"{event}: {data.strip()}")
    return Reply(question, took, answer=json.loads(data)[0])


def ask_at_once(url: str, questions: Sequence[str]) -> list[Reply]:
    """Ask all of them at the same moment, each on a connection of its own; replies in the order of the questions."""
    replies: list[Reply | None] = [None] * len(questions)
    together = threading.Barrier(len(questions))

    def one(n: int) -> None:
        together.wait()
        replies[n] = ask(url, questions[n], n)

    threads = [threading.Thread(target=one, args=(n,)) for n in range(len(questions))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [reply for reply in replies if reply is not None]

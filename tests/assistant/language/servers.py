"""Real servers on loopback that answer in the OpenAI protocol as a model might: well, badly, late, or without end."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Behaviour = Callable[["Exchange"], None]


class Exchange:
    """One request, and the means to answer it piece by piece."""

    def __init__(self, handler: BaseHTTPRequestHandler, request: dict, ended: threading.Event) -> None:
        self.handler = handler
        self.request = request
        self.ended = ended

    @property
    def prompt(self) -> str:
        """What the model is asked, last message."""
        return self.request["messages"][-1]["content"]

    def start(self, status: int = 200, kind: str = "text/event-stream") -> None:
        self.handler.send_response(status)
        self.handler.send_header("Content-Type", kind)
        self.handler.send_header("Connection", "close")
        self.handler.end_headers()

    def send(self, raw: str) -> None:
        self.handler.wfile.write(raw.encode())
        self.handler.wfile.flush()

    def say(self, piece: str) -> None:
        delta = {"index": 0, "delta": {"role": "assistant", "content": piece}, "finish_reason": None}
        chunk = {"id": "x", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [delta]}
        self.send(f"data: {json.dumps(chunk)}\n\n")

    def finish(self) -> None:
        self.send("data: [DONE]\n\n")


class Served:
    """A running server: its base URL, and what it was asked."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.requests: list[dict] = []
        self.keys: list[str | None] = []
        self.left = threading.Event()  # a client went away in the middle of an answer


@contextmanager
def serving(behaviour: Behaviour) -> Iterator[Served]:
    """Serve on a free port of loopback until the test is over."""
    ended = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            served.requests.append(request)
            served.keys.append(self.headers["Authorization"])
            try:
                behaviour(Exchange(self, request, ended))
            except (BrokenPipeError, ConnectionResetError):
                served.left.set()

        def log_message(self, *words: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    served = Served(f"http://127.0.0.1:{server.server_port}/v1")
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield served
    finally:
        ended.set()
        server.shutdown()
        server.server_close()
        thread.join()


def saying(*pieces: str) -> Behaviour:
    """A model that says just this."""

    def behave(exchange: Exchange) -> None:
        exchange.start()
        for piece in pieces:
            exchange.say(piece)
        exchange.finish()

    return behave


def failing(status: int, body: str = '{"error": {"message": "no"}}') -> Behaviour:
    """A server that answers with an error."""

    def behave(exchange: Exchange) -> None:
        exchange.start(status, "application/json")
        exchange.send(body)

    return behave


def silent(exchange: Exchange) -> None:
    """Accept the request and say nothing."""
    exchange.ended.wait(30)


def pinging(exchange: Exchange) -> None:
    """Keep the connection busy with comments, so that no read ever times out, and say nothing."""
    exchange.start()
    while not exchange.ended.wait(0.05):
        exchange.send(": still here\n\n")


def babbling(exchange: Exchange) -> None:
    """Stream words for ever, without a full stop."""
    exchange.start()
    while not exchange.ended.is_set():
        exchange.say("and so on ")
        time.sleep(0.001)


def closing(exchange: Exchange) -> None:
    """Close the connection before a word."""
    exchange.handler.connection.close()


def breaking_off(sentence: str) -> Behaviour:
    """Say a sentence, begin another, then go away in the middle of a chunk."""

    def behave(exchange: Exchange) -> None:
        exchange.handler.protocol_version = "HTTP/1.1"
        exchange.handler.send_response(200)
        exchange.handler.send_header("Content-Type", "text/event-stream")
        exchange.handler.send_header("Content-Length", "100000")
        exchange.handler.end_headers()
        exchange.say(sentence)
        exchange.say(" And then the")
        exchange.handler.connection.close()

    return behave


def garbage(exchange: Exchange) -> None:
    """Answer with what is no answer."""
    exchange.start()
    exchange.send("data: {]]\x00\x1b[31m not json\n\n")


def a_web_page(exchange: Exchange) -> None:
    """Answer as some other server does that happens to listen there."""
    exchange.start(200, "text/html")
    exchange.send("<!doctype html><title>It works!</title>")

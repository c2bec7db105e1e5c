"""Knocking at an ASGI application without a server: one request in, the whole response out."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Response:
    """What came back: `headers` in lower case, the last of each name."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    text: str = ""


def knock(app, path="/", method="GET", *, headers=None, body=b"", client="127.0.0.1", scheme="http"):
    """Send one request; `headers` are names and values, Host is localhost unless they say otherwise."""
    path, _, query = path.partition("?")
    named = {"host": "localhost:7860", **(headers or {})}
    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "scheme": scheme,
        "client": (client, 50_000),
        "headers": [(name.encode(), value.encode()) for name, value in named.items()],
    }
    sent = []

    async def receive():
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message):
        sent.append(message)

    asyncio.run(app(scope, receive, send))
    got = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return Response(sent[0]["status"], got, b"".join(m.get("body", b"") for m in sent[1:]).decode())


class Inside:
    """What stands behind the doors: answers everything and remembers what reached it."""

    def __init__(self):
        self.reached = []

    async def __call__(self, scope, receive, send):
        self.reached.append(scope)
        await send(
            {"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/html")]}
        )
        await send({"type": "http.response.body", "body": b"inside"})

    @property
    def last(self):
        return self.reached[-1]

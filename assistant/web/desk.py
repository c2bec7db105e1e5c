"""The requests of the loading view: ASGI in front of the page, open to officers alone.

    GET  loading/desk             the part of the view that changes, as HTML
    PUT  loading/files/NAME       hands a file in: its bytes are the body, and go to the disk as they arrive
    POST loading/tell             {"name": NAME, "meetings": [{"council", "body", "date", "status"}]}: corrects
    POST loading/remove           {"names": [...]}: takes files off the tray
    POST loading/add              {"names": [...]}: loads them
    POST loading/go-on            loads what an interruption left over; loading/take-back puts it back on the tray

What cannot be done is told in one line, with the status that fits.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from assistant.access import Act
from assistant.loading.desk import Desk
from assistant.loading.model import Particulars
from assistant.loading.tray import NotTaken, too_large
from assistant.web.asgi import App, Message, Receive, Scope, Send, header, read_body, respond
from assistant.web.gate import person_of
from assistant.web.loading import REFUSED, render_desk
from ingest import (
    LARGEST_FILE,
    BadQuestion,
    MinutesError,
    Status,
    StoreBusy,
    StoreUnusable,
    UnknownSource,
    is_odd,
)

_HERE = "/loading/"
_FILES = "/loading/files/"
_LONGEST = 1 << 20  # bytes of anything but a file
_LONGEST_NAME = 200
_STATUSES: tuple[tuple[type[MinutesError], int], ...] = (
    (NotTaken, 422), (BadQuestion, 422), (UnknownSource, 404), (StoreBusy, 409), (StoreUnusable, 503),
)  # fmt: skip


class DeskDoor:
    """ASGI middleware: answers what is under `loading/`, passes the rest on."""

    def __init__(self, app: App, desk: Desk) -> None:
        self._app = app
        self._desk = desk
        self._at_once = asyncio.Semaphore(2)  # each file holds a thread while it arrives

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or not scope["path"].startswith(_HERE):
            await self._app(scope, receive, send)
        elif not person_of(scope).may(Act.LOAD):
            await respond(send, 403, REFUSED)
        else:
            try:
                await self._answer(scope, receive, send)
            except MinutesError as error:
                status = next((number for kind, number in _STATUSES if isinstance(error, kind)), 500)
                await respond(send, status, str(error))

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        path, method = scope["path"], scope["method"]
        if path == "/loading/desk" and method == "GET":
            sight = await asyncio.to_thread(self._desk.look)
            await respond(send, 200, render_desk(sight), kind="text/html")
        elif path.startswith(_FILES) and method == "PUT":
            await self._take(path.removeprefix(_FILES), scope, receive, send)
        elif (deed := self._deed(path)) is not None and method == "POST":
            body = await read_body(receive, _LONGEST)
            await asyncio.to_thread(deed, _read(body))
            await respond(send, 200)
        else:
            await respond(send, 404, "There is nothing here.")

    def _deed(self, path: str) -> Callable[[dict[str, Any]], None] | None:
        desk = self._desk
        deeds: dict[str, Callable[[dict[str, Any]], None]] = {
            "tell": lambda said: desk.tell(_name(said), _meetings(said)),
            "remove": lambda said: desk.remove(_names(said)),
            "add": lambda said: desk.add(_names(said)),
            "go-on": lambda _: desk.go_on(),
            "take-back": lambda _: desk.take_back(),
        }
        return deeds.get(path.removeprefix(_HERE))

    async def _take(self, name: str, scope: Scope, receive: Receive, send: Send) -> None:
        length = header(scope, b"content-length")
        if length.isdecimal() and int(length) > LARGEST_FILE:
            raise too_large(name)
        async with self._at_once:
            pieces = _pieces(name, receive, asyncio.get_running_loop())
            await respond(send, 201, await asyncio.to_thread(self._desk.take, name, pieces))


def _pieces(name: str, receive: Receive, loop: asyncio.AbstractEventLoop) -> Iterator[bytes]:
    """The body of a request as it arrives, for a thread that writes it to the disk."""
    more = True
    while more:
        message = asyncio.run_coroutine_threadsafe(_next(receive), loop).result()
        if message["type"] != "http.request":
            raise NotTaken(f"{name} did not arrive whole: hand it in again")
        more = message.get("more_body", False)
        yield message.get("body", b"")


async def _next(receive: Receive) -> Message:
    return await receive()


def _read(body: bytes | None) -> dict[str, Any]:
    try:
        said = json.loads(body or b"{}")
    except ValueError:
        said = None
    if body is None or not isinstance(said, dict):
        raise BadQuestion("The request cannot be read.")
    return said


def _names(said: dict[str, Any]) -> list[str]:
    names = said.get("names")
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise BadQuestion("The request names no files.")
    return list(dict.fromkeys(names))


def _name(said: dict[str, Any]) -> str:
    return str(said.get("name", ""))


def _meetings(said: dict[str, Any]) -> list[Particulars]:
    meetings = said.get("meetings")
    if not isinstance(meetings, list) or not all(isinstance(meeting, dict) for meeting in meetings):
        raise BadQuestion("The request says nothing about meetings.")
    return [_particulars(meeting) for meeting in meetings]


def _particulars(said: dict[str, Any]) -> Particulars:
    try:
        day = date.fromisoformat(said["date"]) if said.get("date") else None
        status = Status(said.get("status") or Status.UNKNOWN)
    except (TypeError, ValueError):
        raise BadQuestion("The date is none of the calendar: write it as 2019-03-31.") from None
    return Particulars(
        council=_words(said.get("council")), body=_words(said.get("body")), held_on=day, status=status
    )


def _words(said: object) -> str | None:
    """A name as typed, on one line and without what nobody sees; None where nothing is left."""
    seen = "".join(" " if is_odd(character) else character for character in str(said or ""))
    return " ".join(seen.split())[:_LONGEST_NAME] or None

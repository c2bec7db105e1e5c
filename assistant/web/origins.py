"""Requests that another site has a browser send: a name that was turned to this computer, a form or a script abroad.

A page elsewhere can send requests here through the browser of somebody who can reach the chat, and can make its own
name point here (DNS rebinding), after which a browser takes our answers for its own.
"""

from __future__ import annotations

import ipaddress
import re
import socket

from assistant.web.address import PublicAddress
from assistant.web.asgi import App, Receive, Scope, Send, header, respond

_HOST = re.compile(r"(\[[0-9a-f:.]+\]|[a-z0-9_.-]+)(?::\d{1,5})?", re.IGNORECASE)


class SameSite:
    """ASGI middleware: answers to names that are ours, and to requests that no other site has made."""

    def __init__(self, app: App, public: PublicAddress | None = None) -> None:
        self._app = app
        self._public = public
        own = socket.gethostname().lower()
        self._names = {"localhost", own, own.split(".")[0], f"{own.split('.')[0]}.local"}
        if public is not None:
            self._names.add(_name(public.host))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
        elif not self._knows(_name(header(scope, b"host"))):
            await respond(
                send, 421, "This address is not served here. Start the chat with --public-url to name it."
            )
        elif self._is_foreign(scope):
            await respond(send, 403, "Another site sent this request; it is not answered.")
        else:
            await self._app(scope, receive, send)

    def _knows(self, name: str) -> bool:
        """An address in figures cannot be made to point here by anybody, a name can."""
        return name in self._names or _is_figures(name)

    def _is_foreign(self, scope: Scope) -> bool:
        origin, came = header(scope, b"origin"), header(scope, b"sec-fetch-site")
        # A form of our own page, which sends no referrer, has the origin "null"; so have frames of anybody's.
        if origin and not (origin == "null" and came == "same-origin"):
            return origin.lower() not in self._origins(scope)
        if came not in ("cross-site", "same-site"):
            return False  # our own page, somebody's typing, or no browser at all
        opened = scope["method"] == "GET" and header(scope, b"sec-fetch-dest") == "document"
        return not opened  # a link to the chat may stand anywhere

    def _origins(self, scope: Scope) -> set[str]:
        own = {f"{scope['scheme']}://{header(scope, b'host').lower()}"}
        return own | {f"{self._public.scheme}://{self._public.host}"} if self._public else own


def _name(host: str) -> str:
    """The host without its port, "" if it cannot be one."""
    found = _HOST.fullmatch(host)
    return found.group(1).lower().rstrip(".") if found else ""


def _is_figures(name: str) -> bool:
    try:
        ipaddress.ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True

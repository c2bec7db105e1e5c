"""Behind a proxy: the address that people see, the sub-path taken off, and nobody believed who only claims to forward.

Gradio builds addresses from X-Forwarded headers whoever sends them. Here the address is what the council said with
--public-url; of the headers only the visitor's own address is read, from a proxy that is trusted, and the rest go.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable

from assistant.web.address import PublicAddress
from assistant.web.asgi import App, Receive, Scope, Send, header, respond

_CLAIMS = (b"forwarded", b"x-forwarded-", b"x-real-ip", b"x-gradio-server", b"x-original-", b"x-rewrite-url")


class Forwarding:
    """ASGI middleware, the outermost: what reaches the rest is as if there were no proxy."""

    def __init__(self, app: App, public: PublicAddress | None, trusted: Iterable[str] = ()) -> None:
        self._app = app
        self._public = public
        self._trusted = tuple(ipaddress.ip_network(address, strict=False) for address in trusted)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        plain: Scope = {**scope, "client": (self._visitor(scope), 0)}
        plain["headers"] = [pair for pair in scope["headers"] if not pair[0].startswith(_CLAIMS)]
        if self._public is not None:
            plain["scheme"] = self._public.scheme
            if self._public.path and scope["path"] == self._public.path:
                await respond(send, 308, headers=[(b"location", f"{self._public}/".encode())])
                return
            below = len(self._public.path) if scope["path"].startswith(f"{self._public.path}/") else 0
            plain["path"] = scope["path"][below:]  # some proxies take the sub-path off, others leave it
            plain["raw_path"] = scope.get("raw_path", scope["path"].encode())[below:]
        await self._app(plain, receive, send)

    def _visitor(self, scope: Scope) -> str:
        """The nearest address that no trusted proxy has: what stands further left anybody can have written."""
        address = str((scope.get("client") or ("",))[0])
        hops = [hop.strip() for hop in header(scope, b"x-forwarded-for").split(",") if hop.strip()]
        while hops and self._trusts(address):
            address = hops.pop()
        return address

    def _trusts(self, address: str) -> bool:
        try:
            known = ipaddress.ip_address(address)
        except ValueError:
            return False
        return any(known in network for network in self._trusted)

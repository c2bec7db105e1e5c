"""What keeps the chat to itself: a silent Gradio, a private folder, and headers on every response."""

from __future__ import annotations

import atexit
import base64
import hashlib
import os
import re
import shutil
import tempfile

from assistant.web.asgi import App, Message, Receive, Scope, Send

# Gradio compiles its HTML templates with Function(), hence 'unsafe-eval'; its inline scripts are allowed one
# by one, by their hashes, so that no other inline script or event handler runs; Svelte writes styles.
_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-eval'{hashes}; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; media-src 'none'; object-src 'none'; "
    "frame-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
_HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-frame-options", b"DENY"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
)
# Gradio's page names itself to search engines and sets its own base address; neither is wanted.
_UNWANTED = re.compile(rb'<(?:base|meta\s+(?:property="og:|name="twitter:))[^>]*>')
_INLINE_SCRIPT = re.compile(rb"<script(?![^>]*\ssrc=)[^>]*>(.*?)</script>", re.DOTALL)

# What the page and programs need of Gradio's interface; its uploads, files, proxy and developers' tools are not served.
_NEEDED = re.compile(
    r"/gradio_api/(queue/|call/|heartbeat/|info|startup-events|cancel|reset|theme\.css|app_id)"
)


def silence_gradio() -> None:
    """Turn off all of Gradio that calls home or writes where others can read; before it is imported."""
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    os.environ["HF_HUB_OFFLINE"] = "1"
    # Figures of its own about each event, made anew from all events after every one: 10,000 are kept, nobody sees them.
    os.environ["GRADIO_ANALYTICS_MAX_EVENTS"] = "1"
    os.environ["GRADIO_ANALYTICS_CACHE_FREQUENCY"] = str(10**9)
    private = tempfile.mkdtemp(prefix="minutebook-chat-")
    atexit.register(shutil.rmtree, private, ignore_errors=True)
    os.environ["GRADIO_TEMP_DIR"] = private


class SecurityHeaders:
    """ASGI middleware: our headers on every response, a policy that fits the page, and no unneeded routes."""

    def __init__(self, app: App) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
        elif scope["path"].startswith("/gradio_api/") and not _NEEDED.match(scope["path"]):
            response = _Response(send)
            await response({"type": "http.response.start", "status": 404, "headers": []})
            await response({"type": "http.response.body", "body": b""})
        else:
            await self._app(scope, receive, _Response(send))


class _Response:
    """Passes a response on with our headers; a page waits until it is whole, for its scripts to be hashed."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._start: Message | None = None
        self._page = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            if _is_page(message):
                self._start = message
                return
            await self._send(_with_headers(message, ""))
        elif self._start is None:
            await self._send(message)
        else:
            await self._send_page(self._start, message)

    async def _send_page(self, start: Message, message: Message) -> None:
        self._page += message.get("body", b"")
        if message.get("more_body"):
            return
        page = _UNWANTED.sub(b"", self._page)
        own = (b"content-length", b"cache-control")
        headers = [header for header in start["headers"] if header[0].lower() not in own]
        length = (b"content-length", str(len(page)).encode())
        kept = (b"cache-control", b"no-store")  # the next person at this computer shall not go back to it
        await self._send(_with_headers({**start, "headers": [*headers, length, kept]}, script_hashes(page)))
        await self._send({"type": "http.response.body", "body": page})


def _is_page(start: Message) -> bool:
    return any(name.lower() == b"content-type" and b"text/html" in value for name, value in start["headers"])


def _with_headers(start: Message, hashes: str) -> Message:
    policy = (b"content-security-policy", _POLICY.format(hashes=hashes).encode())
    return {**start, "headers": [*start["headers"], policy, *_HEADERS]}


def script_hashes(page: bytes) -> str:
    """The sources, each with a space in front, that let a page's own inline scripts run and no others."""
    digests = (hashlib.sha256(script).digest() for script in _INLINE_SCRIPT.findall(page))
    return "".join(f" 'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)

"""Headers on every response, no inline script but the page's own, no route that the page does not need."""

from __future__ import annotations

import asyncio
import os
import stat
from pathlib import Path

import pytest

from assistant.web.security import SecurityHeaders, script_hashes, silence_gradio

PAGE = b'<html><base href="/x/"><meta property="og:image" content="https://x"><script>go()</script></html>'


def respond(path, kind=b"text/html; charset=utf-8", chunks=(PAGE,)):
    """Ask the middleware for a path of an application that answers everything with these chunks."""

    async def application(scope, receive, send):
        length = str(sum(map(len, chunks))).encode()
        headers = [(b"content-type", kind), (b"content-length", length)]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        for n, chunk in enumerate(chunks, 1):
            await send({"type": "http.response.body", "body": chunk, "more_body": n < len(chunks)})

    sent = []

    async def send(message):
        sent.append(message)

    asyncio.run(SecurityHeaders(application)({"type": "http", "path": path}, None, send))
    return sent[0]["status"], dict(sent[0]["headers"]), sent[1:]


@pytest.mark.parametrize("path", ["/", "/assets/x.js", "/gradio_api/queue/data", "/gradio_api/upload"])
def test_every_response_carries_the_headers(path):
    _, headers, _ = respond(path)
    policy = headers[b"content-security-policy"].decode()

    assert headers[b"x-content-type-options"] == b"nosniff"
    assert headers[b"referrer-policy"] == b"no-referrer"
    for directive in ("default-src 'self'", "img-src 'self' data:", "object-src 'none'", "media-src 'none'",
                      "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'"):  # fmt: skip
        assert directive in policy.split("; ")


def test_a_page_may_run_its_own_inline_scripts_and_no_others():
    _, headers, _ = respond("/", chunks=(PAGE[:60], PAGE[60:]))
    scripts = headers[b"content-security-policy"].decode().split("script-src ")[1].split(";")[0]

    assert scripts == "'self' 'unsafe-eval' 'sha256-5KYv+PUboo5h+0+YAtGRPbwv5d/QxzHslP4YGnUaxRw='"


def test_a_script_from_a_file_needs_no_hash():
    assert script_hashes(b'<script type="module" src="/a.js"></script>') == ""


def test_a_page_loses_what_names_other_addresses_and_keeps_its_length_right():
    _, headers, body = respond("/")
    page = b"".join(message["body"] for message in body)

    assert b"https://x" not in page
    assert b"<base" not in page
    assert int(headers[b"content-length"]) == len(page)


def test_what_is_not_a_page_is_passed_on_as_it_comes():
    _, _, body = respond("/gradio_api/queue/data", b"text/event-stream", (b"one", b"two"))

    assert [message["body"] for message in body] == [b"one", b"two"]


@pytest.mark.parametrize(
    "route", ["upload", "file=/etc/passwd", "proxy=http://x", "run/x", "dev/reload", "vibe-code"]
)
def test_routes_that_the_page_does_not_need_are_not_served(route):
    status, _, body = respond(f"/gradio_api/{route}")

    assert status == 404
    assert b"".join(message["body"] for message in body) == b""


def test_gradio_is_told_to_keep_quiet_and_given_a_folder_that_nobody_else_can_read(monkeypatch):
    for name in ("GRADIO_ANALYTICS_ENABLED", "GRADIO_TEMP_DIR", "HF_HUB_OFFLINE"):
        monkeypatch.setenv(name, "as it was")
    silence_gradio()

    assert os.environ["GRADIO_ANALYTICS_ENABLED"] == "False"
    assert stat.S_IMODE(Path(os.environ["GRADIO_TEMP_DIR"]).stat().st_mode) == 0o700

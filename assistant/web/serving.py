"""The chat served over HTTP: uvicorn on a socket of ours, Gradio mounted behind the security headers."""

from __future__ import annotations

import contextlib
import os
import socket
import threading
from collections.abc import Callable

import gradio as gr
import uvicorn
from fastapi import FastAPI

from assistant.loading.desk import Desk
from assistant.web.desk import DeskDoor
from assistant.web.doors import Doors
from assistant.web.page import styles, theme
from ingest import MinutesError


class CannotServe(MinutesError):
    """The address is taken, or not one of this computer."""


def application(blocks: gr.Blocks, doors: Doors) -> FastAPI:
    """The page as an ASGI application, not yet behind its doors."""
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    gr.mount_gradio_app(
        app,
        blocks,
        path="/",
        root_path=str(doors.public) if doors.public else None,
        footer_links=[],
        run_history=False,
        app_kwargs={"docs_url": None, "redoc_url": None, "openapi_url": None},
        allowed_paths=[],
        show_error=False,
        max_file_size=1,
        ssr_mode=False,
        enable_monitoring=False,
        pwa=False,
        mcp_server=False,
        theme=theme(),
        head=f"<style>{styles()}</style>",  # not css=, which Gradio rewrites
    )
    return app


class Serving(uvicorn.Server):
    """A server of the page; `url` says where it listens, `close` stops it."""

    def __init__(
        self,
        blocks: gr.Blocks,
        host: str,
        port: int,
        on_ready: Callable[[str], None] | None,
        doors: Doors = Doors(),  # noqa: B008 - frozen: a default that nobody can change
        desk: Desk | None = None,
    ) -> None:
        doors.check(host)
        self._desk = desk
        self._socket = _listen(host, port)
        name = f"[{host}]" if ":" in host else host
        self.url = f"http://{name}:{self._socket.getsockname()[1]}/"
        self._on_ready = on_ready
        self._thread = threading.Thread(target=self.serve_here, name="minutebook-chat", daemon=True)
        page = application(blocks, doors)
        app = DeskDoor(page, desk) if desk else page
        super().__init__(
            uvicorn.Config(
                doors.guard(app, host=host, title=blocks.title),
                log_level="warning",
                access_log=False,
                server_header=False,
                proxy_headers=False,  # `Forwarding` believes fewer
                timeout_graceful_shutdown=2,
            )
        )

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then tell whoever waits for it."""
        await super().startup(sockets)
        if self.started and self._on_ready is not None:
            self._on_ready(self.url)

    def serve_here(self) -> None:
        """Serve until interrupted or closed; a load that goes on is ended, and offered again the next time."""
        with contextlib.suppress(KeyboardInterrupt):  # the person at the keyboard has seen enough
            self.run(sockets=[self._socket])
        if self._desk is not None:
            self._desk.close()

    def serve_aside(self) -> None:
        """Serve in a thread of its own."""
        self._thread.start()

    def close(self) -> None:
        """Stop, and wait until it has."""
        self.should_exit = True
        if self._thread.is_alive():
            self._thread.join()


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        line = f"cannot serve on {host} port {port}: {reason}; choose another with --port"
        raise CannotServe(line) from error

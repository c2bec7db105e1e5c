"""`minutebook chat`: the web chat on this machine."""

from __future__ import annotations

import argparse
import sys
import threading
from contextlib import suppress
from functools import partial
from typing import Any

from assistant.answering import Assistant
from assistant.commands import admitting, auditing, wording
from assistant.opening import open_assistant
from ingest import MinutesError


def add(commands: Any, stored: argparse.ArgumentParser) -> None:  # noqa: ANN401 - argparse names no type for it
    """Add the command to the command line."""
    parser = commands.add_parser(
        "chat",
        parents=[stored],
        help="open the chat in a browser on this machine",
        description="Serve the chat. It can be reached from this machine only, unless --host or --public-url says "
        "otherwise; then it wants a log-in, or to be told that none is meant (docs/running.md).",
    )
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
    parser.add_argument("--port", type=_port, default=7860, help="port to listen on (default: %(default)s)")
    admitting.add(parser)
    auditing.add(parser)
    wording.add(parser)
    parser.set_defaults(run=run)


def _port(text: str) -> int:
    """A port of TCP; 0 takes any free one."""
    port = int(text)
    if not 0 <= port <= 65535:
        raise argparse.ArgumentTypeError(f"{port} is no port: 0 to 65535")
    return port


def run(args: argparse.Namespace) -> int:
    """Serve until interrupted."""
    doors = admitting.doors(args)
    doors.check(args.host)  # before anything takes time
    audit = auditing.log(args)
    # The page itself says when nothing is loaded yet.
    assistant = open_assistant(args.store, create=True, drafter=wording.model(args))
    print("Starting the chat: some seconds …", file=sys.stderr, flush=True)  # noqa: T201
    from assistant.web import serve  # noqa: PLC0415 - Gradio takes six seconds to import

    said = partial(_say_where, assistant, str(doors.public) if doors.public else None)
    serve(assistant, host=args.host, port=args.port, on_ready=said, doors=doors, audit=audit)
    return 0


def _say_where(assistant: Assistant, public: str | None, url: str) -> None:
    where = f"{public}/, served to its proxy on {url}" if public else url
    print(f"The chat is open at {where} (Ctrl+C ends it)", file=sys.stderr, flush=True)  # noqa: T201
    threading.Thread(target=_warm, args=(assistant,), name="minutebook-warm", daemon=True).start()


def _warm(assistant: Assistant) -> None:
    """Load, while people read the page, what the first question would wait for."""
    with suppress(MinutesError):  # whoever asks will be told
        assistant.ask("What was decided?")

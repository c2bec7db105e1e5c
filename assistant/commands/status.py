"""`minutebook status`: what is loaded, by council, body and years."""

from __future__ import annotations

import argparse
from typing import Any

from assistant import render
from assistant.opening import open_embedder
from vectorstore import MinutesStore


def add(commands: Any, stored: argparse.ArgumentParser) -> None:  # noqa: ANN401 - argparse names no type for it
    """Add the command to the command line."""
    parser = commands.add_parser(
        "status",
        parents=[stored],
        help="show what is loaded",
        description="Show what is loaded, by council, body and years.",
    )
    parser.add_argument("--files", action="store_true", help="list every document")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print what the store holds."""
    with MinutesStore.open(args.store, open_embedder()) as store:
        for line in render.status(store.documents(), files=args.files):
            print(line)  # noqa: T201
    return 0

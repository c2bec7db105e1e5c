"""`minutebook forget`: take a document out of the store."""

from __future__ import annotations

import argparse
from typing import Any

from assistant.opening import open_embedder
from assistant.words import typed
from vectorstore import MinutesStore


def add(commands: Any, stored: argparse.ArgumentParser) -> None:  # noqa: ANN401 - argparse names no type for it
    """Add the command to the command line."""
    parser = commands.add_parser(
        "forget",
        parents=[stored],
        help="take a document out of the store",
        description="Take a document out of the store: its text, its passages and their vectors.",
    )
    parser.add_argument(
        "source", type=typed, metavar="SOURCE", help="its name, or a part of it that no other name has"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Forget one document."""
    with MinutesStore.open(args.store, open_embedder()) as store:
        source = store.find_source(args.source)
        print(f"{source} forgotten: {store.forget(source)} passages")  # noqa: T201
    return 0

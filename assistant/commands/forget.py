"""`minutebook forget`: take a document out of the store."""

from __future__ import annotations

import argparse
from typing import Any

from assistant.loading.originals import Originals
from assistant.opening import open_embedder
from assistant.words import typed
from vectorstore import MinutesStore


def add(commands: Any, stored: argparse.ArgumentParser) -> None:  # noqa: ANN401 - argparse names no type for it
    """Add the command to the command line."""
    parser = commands.add_parser(
        "forget",
        parents=[stored],
        help="take a document out of the store",
        description="Take a document out of the store: its text, its passages and their vectors, and where it was "
        "loaded through the chat, its file too.",
    )
    parser.add_argument(
        "source", type=typed, metavar="SOURCE", help="its name, or a part of it that no other name has"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Forget one document."""
    originals = Originals(args.store)
    with MinutesStore.open(args.store, open_embedder()) as store:
        source = store.find_source(args.source)
        original = originals.of(next(stored for stored in store.sources() if stored.source == source))
        count = store.forget(source)
        if original is not None:
            originals.remove(original)
        file = f", and its file {originals.folder / original} is removed" if original is not None else ""
        print(f"{source} forgotten: {count} passages{file}")  # noqa: T201
    return 0

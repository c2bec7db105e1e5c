"""`minutebook index`: build the search index anew from the store; nothing is embedded."""

from __future__ import annotations

import argparse
from typing import Any

from assistant.opening import open_embedder
from vectorstore import MinutesStore, rebuild_index


def add(commands: Any, stored: argparse.ArgumentParser) -> None:  # noqa: ANN401 - argparse names no type for it
    """Add the command to the command line."""
    parser = commands.add_parser(
        "index",
        parents=[stored],
        help="rebuild the search index",
        description="Rebuild the search index from the vectors in the store; nothing is embedded anew.",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Rebuild."""
    with MinutesStore.open(args.store, open_embedder()) as store:
        report = rebuild_index(store)
        print(f"index {report.generation} built: {report.vectors} vectors")  # noqa: T201
    return 0

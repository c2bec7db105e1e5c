"""`minutebook show`: a passage in its agenda item, cited in full."""

from __future__ import annotations

import argparse
from typing import Any

from assistant import render
from assistant.locating import locate
from assistant.opening import open_embedder
from assistant.words import typed
from vectorstore import MinutesStore


def add(commands: Any, stored: argparse.ArgumentParser) -> None:  # noqa: ANN401 - argparse names no type for it
    """Add the command to the command line."""
    parser = commands.add_parser(
        "show",
        parents=[stored],
        help="show a passage in its item, cited in full",
        description="Show a passage in its agenda item: by its key, by FILE and number, or as a person would say it "
        '("key point 11", "recommendation 2 of the Surrey report").',
    )
    parser.add_argument("citation", nargs="+", type=typed, metavar="CITATION")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Show each passage that the citation names; several are all shown, none is guessed."""
    with MinutesStore.open(args.store, open_embedder()) as store:
        found = locate(" ".join(args.citation), store)
        if len(found) > 1:
            print(f"{len(found)} passages are so numbered:\n")  # noqa: T201
        for passage in found:
            print(render.in_item(passage, store.item_of(passage)), end="\n\n")  # noqa: T201
    return 0

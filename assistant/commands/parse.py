"""`minutebook parse`: what the parser sees in a file, for a person or for a script; nothing is stored."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from assistant import render
from assistant.commands import facts
from assistant.contract import minutes_json
from ingest import find_sources, parse, read_source


def add(commands: Any) -> None:  # noqa: ANN401 - argparse names no type for it
    """Add the command to the command line."""
    parser = commands.add_parser(
        "parse",
        help="show what is read from a file, without storing it",
        description="Show the passages that are read from a file, their numbers and kinds, and what is set aside.",
    )
    parser.add_argument("path", type=Path, metavar="FILE", help="a file of minutes")
    parser.add_argument(
        "--json", action="store_true", help="print one JSON object a passage, then the residue"
    )
    facts.add(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Read and print."""
    for path in find_sources(args.path):
        minutes = parse(read_source(path), facts.given(args))
        lines = minutes_json(minutes) if args.json else render.minutes(minutes)
        for line in lines:
            print(line)  # noqa: T201
    return 0

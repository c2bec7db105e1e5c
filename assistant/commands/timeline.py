"""`minutebook timeline`: a topic through the meetings."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from assistant.commands import narrowing, tabling
from assistant.opening import open_assistant
from assistant.register.columns import STOPS
from assistant.register.drawing import draw
from assistant.register.exporting import write_text
from assistant.register.model import Timeline
from assistant.register.rendering import timeline_json, timeline_lines
from assistant.words import typed


def add(commands: Any, stored: argparse.ArgumentParser) -> None:  # noqa: ANN401 - argparse names no type for it
    """Add the command to the command line."""
    parser = commands.add_parser(
        "timeline",
        parents=[stored],
        help="follow a topic through the meetings",
        description="Follow a topic through the meetings in order of date: when it came up first and last, and what "
        "came of it each time. Only passages that hold every word of the topic, in any form, are counted.",
    )
    parser.add_argument("topic", nargs="+", type=typed, metavar="TOPIC")
    tabling.add(parser, formats=".csv, .xlsx or .svg (a picture)")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print, write or draw the timeline; 0 also where the topic never came up."""
    found = open_assistant(args.store).timeline(" ".join(args.topic), narrowing.filters(args))
    if args.out:
        _write(args.out, found)
    elif args.json:
        print(timeline_json(found))  # noqa: T201
    else:
        for line in timeline_lines(found):
            print(line)  # noqa: T201
    return 0


def _write(path: Path, timeline: Timeline) -> None:
    if path.suffix.lower() != ".svg":
        tabling.write(path, STOPS, timeline.stops, "Timeline")
        return
    write_text(path, draw(timeline))
    print(f"drawn in {path}")  # noqa: T201

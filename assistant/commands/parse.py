"""`minutebook parse`: what the parser sees in a file, for a person or for a script; nothing is stored."""

from __future__ import annotations

import argparse
import pydoc
import shutil
import sys
from pathlib import Path
from typing import Any

from assistant.commands import facts
from assistant.contract import minutes_json
from assistant.parse_report import report
from ingest import Job, Minutes, NothingToIngest, UnreadableSource, Workers, find, read_all


def add(commands: Any, _stored: argparse.ArgumentParser) -> None:  # noqa: ANN401 - argparse names no type for it
    """Add the command to the command line."""
    parser = commands.add_parser(
        "parse",
        help="show what is read from a file, without storing it",
        description="Show the meeting, its items and passages with their numbers and kinds, gaps in the numbering, "
        "what is set aside and what is uncertain. A file NAME.minutes.toml beside it puts right what is wrong.",
    )
    parser.add_argument("path", type=Path, metavar="FILE", help="a file of minutes")
    parser.add_argument("--full", action="store_true", help="print every passage whole, not its first words")
    parser.add_argument(
        "--json", action="store_true", help="print one JSON object a passage, then the residue"
    )
    facts.add(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Read and print; 0 if all was read, 3 if some files of a folder failed.

    Raises:
        UnreadableSource: the file gives no text.
        NothingToIngest: the folder holds no file that is read.
    """
    told = facts.given(args)
    with Workers() as workers:
        found = find([args.path], workers)
        failures = [*found.refused]
        jobs = [Job(origin=origin, name=origin.name, facts=told) for origin in found.origins]
        for done in read_all(jobs, workers):
            if done.result is None:
                failures.append(str(done.error))
            else:
                _print(done.result, args)
    if not jobs and not failures:
        raise NothingToIngest(f"{args.path} holds no minutes: nothing in it is of a format that is read")
    if len(failures) == 1 and not jobs[1:]:
        raise UnreadableSource(failures[0])
    for failure in failures:
        print(f"minutebook: {failure}", file=sys.stderr)  # noqa: T201
    return 3 if failures else 0


def _print(minutes: Minutes, args: argparse.Namespace) -> None:
    lines = list(minutes_json(minutes) if args.json else report(minutes, full=args.full))
    if not args.json and sys.stdout.isatty() and len(lines) >= shutil.get_terminal_size().lines:
        pydoc.pager("\n".join(lines))
        return
    for line in lines:
        print(line)  # noqa: T201

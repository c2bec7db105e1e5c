"""What the commands that print a register share: search, JSON, and a file for a spreadsheet."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeVar

from assistant.commands import narrowing
from assistant.register.columns import Column
from assistant.register.exporting import export
from assistant.words import typed

T = TypeVar("T")


def add(parser: argparse.ArgumentParser, *, formats: str = ".csv or .xlsx") -> None:
    """Add the filters and the flags to a command."""
    narrowing.add(parser)
    shown = parser.add_argument_group("output")
    shown.add_argument("--json", action="store_true", help="print JSON for scripts (see docs/registers.md)")
    shown.add_argument(
        "--out",
        type=Path,
        metavar="FILE",
        help=f"write FILE instead, which ends in {formats}, for a spreadsheet",
    )


def add_search(parser: argparse.ArgumentParser) -> None:
    """Add the search to a command."""
    parser.add_argument(
        "--search", type=typed, default="", metavar="WORDS", help="only entries that hold all of these words"
    )


def show(
    args: argparse.Namespace,
    found: Sequence[T],
    columns: Sequence[Column[T]],
    title: str,
    *,
    as_json: Callable[[T], str],
    as_lines: Callable[[Sequence[T]], Iterable[str]],
    nothing: str,
) -> int:
    """Write or print the entries of a register as the flags say; `nothing` is said to people where there are none.

    Returns:
        The exit status: 0, also where nothing matches.

    Raises:
        CannotWrite: the format is not known, or the file cannot be written.
    """
    if args.out:
        write(args.out, columns, found, title)
        return 0
    for line in map(as_json, found) if args.json else as_lines(found) if found else [nothing]:
        print(line)  # noqa: T201
    return 0


def write(path: Path, columns: Sequence[Column[T]], entries: Sequence[T], title: str) -> None:
    """Write a register to a file and say so.

    Raises:
        CannotWrite: the format is not known, or the file cannot be written.
    """
    count = export(path, columns, entries, title)
    print(f"{count} rows written to {path}")  # noqa: T201

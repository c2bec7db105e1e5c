"""`minutebook ingest`: files, folders and archives of minutes go into the store, whole or not at all."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from assistant.commands import facts as told
from assistant.loading.ingesting import Outcome, Watcher, ingest
from assistant.loading.telling import Lines
from ingest import NothingToIngest
from vectorstore import LoadReport, Progress


def add(commands: Any, stored: argparse.ArgumentParser) -> None:  # noqa: ANN401 - argparse names no type for it
    """Add the command to the command line."""
    parser = commands.add_parser(
        "ingest",
        parents=[stored],
        help="load minutes into the store",
        description="Load files, folders and archives (.zip) of minutes. What is stored already and has not changed is "
        "left alone; a file that has changed replaces what was read from it before. Interrupted, run it again.",
    )
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a file, a folder or a .zip")
    parser.add_argument("-v", "--verbose", action="store_true", help="name every file that is passed over")
    parser.add_argument(
        "--progress",
        choices=("bar", "lines"),
        default="bar",
        help="how to tell on standard error how it goes on: a bar, or for programs a line of JSON each step "
        '({"documents": N}, {"read": NAME}, {"failed": WHY}, {"stored": NAME, "outcome": "new", "passages": N})',
    )
    told.add(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Load; 0 if all was read, 3 if some files failed and the others are stored.

    Raises:
        MinutesError: all failed, or the store cannot be used.
    """
    with _watcher(args.progress) as watcher:
        outcome = ingest(args.paths, args.store, told.given(args), watcher)
    failed, asked = len(outcome.failures), outcome.asked
    if failed == asked == 1:
        raise NothingToIngest(outcome.failures[0])
    for line in _table(outcome, verbose=args.verbose):
        print(line)  # noqa: T201
    print(f"{_stored(outcome.report)}. Store: {args.store}")  # noqa: T201
    if failed and failed == asked:
        raise NothingToIngest(f"none of the {asked} files could be read: see the lines above")
    if failed:
        print(f"minutebook: {failed} of {asked} files failed: see the lines above", file=sys.stderr)  # noqa: T201
        return 3
    return 0


class _Bar:
    """A `Watcher` that draws a bar, once there is something to draw."""

    def __init__(self) -> None:
        self._bar: Any = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.close()

    def begin(self, documents: int) -> None:
        from tqdm import tqdm  # noqa: PLC0415 - only here

        self._bar = tqdm(
            total=documents, unit="file", file=sys.stderr, desc="Reading", leave=False, delay=0.5
        )

    def read(self, name: str) -> None:
        pass  # it counts once it is stored

    def fail(self, line: str) -> None:
        self._bar.update()

    def store(self, progress: Progress) -> None:
        self._bar.set_postfix_str(progress.source[-40:], refresh=False)
        self._bar.update()


def _watcher(progress: str) -> AbstractContextManager[Watcher]:
    return nullcontext(Lines(sys.stderr)) if progress == "lines" else _Bar()


def _table(outcome: Outcome, *, verbose: bool) -> Iterator[str]:
    yield _row(outcome.report.new, "read")
    yield _row(outcome.report.changed, "changed")
    yield _row(outcome.unchanged, "unchanged")
    yield _row(len(outcome.failures), "failed")
    yield from (f"        {line}" for line in outcome.failures)
    for what, files in (("copies of others", outcome.plan.copies), ("passed over", outcome.found.skipped)):
        if files:
            kinds = Counter(origin.suffix or "no suffix" for origin in files).most_common(5)
            yield _row(len(files), what, ", ".join(f"{count} {suffix}" for suffix, count in kinds))
            if verbose:
                yield from (f"        {_printable(str(origin))}" for origin in files)


def _row(count: int, what: str, of: str = "") -> str:
    return f"{count:6,}  {what}{f' ({of})' if of else ''}"


def _stored(report: LoadReport) -> str:
    return f"{report.passages:,} passages stored, {report.windows_embedded:,} embedded"


def _printable(name: str) -> str:
    """A name from anybody's disk on one line."""
    return "".join(c if c.isprintable() else "?" for c in name)

"""`minutebook ingest`: files and folders of minutes go into the store, whole or not at all."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from assistant.commands import facts as told
from assistant.opening import open_embedder
from ingest import MeetingFacts, Minutes, MinutesError, NothingToIngest, find_sources, parse, read_source
from vectorstore import LoadReport, MinutesStore, Progress, load, reach


class NamedAlike(MinutesError):
    """Two files of one name were given at once."""


def add(commands: Any, stored: argparse.ArgumentParser) -> None:  # noqa: ANN401 - argparse names no type for it
    """Add the command to the command line."""
    parser = commands.add_parser(
        "ingest",
        parents=[stored],
        help="load minutes into the store",
        description="Load files and folders of minutes. What is stored already and has not changed is left alone; "
        "a file that has changed replaces what was read from it before.",
    )
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a file or a folder")
    told.add(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Load; 0 if all was read, 3 if some files failed and the others are stored."""
    sources = _each_once(args.paths)
    failures: list[str] = []
    facts = told.given(args)
    if len(sources) == 1:
        read_source(sources[0])  # a single bad file is an error before a store is made for it
    embedder = open_embedder()
    with MinutesStore.open(args.store, embedder, create=True) as store, _bar(len(sources)) as bar:

        def show(progress: Progress) -> None:
            bar.set_postfix_str(progress.source[-40:], refresh=False)
            bar.update(progress.documents + len(failures) - bar.n)

        report = load(store, _read(sources, facts, failures), embedder, facts=facts, on_progress=show)
        bar.update(len(sources) - bar.n)
    for failure in failures:
        print(f"minutebook: {failure}", file=sys.stderr)  # noqa: T201
    if len(failures) == len(sources):
        raise NothingToIngest(f"none of the {len(sources)} files could be read: see the lines above")
    print(_summary(report, failures, args.store))  # noqa: T201
    return 3 if failures else 0


def _each_once(paths: Sequence[Path]) -> list[Path]:
    """The files to read, in order, each once however often it is named.

    Raises:
        NamedAlike: two have one name, by which the store knows them: the second would take the first's place.
    """
    files: dict[Path, Path] = {}
    named: dict[str, Path] = {}
    for source in (source for path in paths for source in find_sources(path)):
        if source.resolve() in files:
            continue
        other = named.setdefault(source.name, source)
        if other is not source:
            raise NamedAlike(
                f"{other} and {source} have one name: rename one, since a citation names its file"
            )
        files[source.resolve()] = source
    return list(files.values())


def _read(paths: Sequence[Path], facts: MeetingFacts, failures: list[str]) -> Iterator[Minutes]:
    """Parse each file when it is its turn; one that cannot be read is noted and passed over."""
    for path in paths:
        try:
            source = read_source(path)
        except MinutesError as error:
            failures.append(str(error))
            continue
        reach("after-read")
        minutes = parse(source, facts)
        reach("after-parse")
        yield minutes


def _summary(report: LoadReport, failures: Sequence[str], folder: Path) -> str:
    counts = [f"{report.new} new", f"{report.changed} changed", f"{report.unchanged} unchanged"]
    if failures:
        counts.append(f"{len(failures)} failed")
    done = f"{report.passages} passages stored, {report.windows_embedded} embedded"
    return f"{', '.join(counts)}; {done}. Store: {folder}"


def _bar(total: int) -> Any:  # noqa: ANN401 - tqdm has no types
    from tqdm import tqdm  # noqa: PLC0415 - only here

    return tqdm(total=total, unit="file", file=sys.stderr, desc="Reading", leave=False, delay=0.5)

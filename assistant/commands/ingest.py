"""`minutebook ingest`: files, folders and archives of minutes go into the store, whole or not at all."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.commands import facts as told
from assistant.opening import open_embedder
from ingest import Done, Found, Job, MeetingFacts, Minutes, NothingToIngest, Workers, find, read_all
from vectorstore import Embedder, LoadReport, MinutesStore, Plan, Progress, load, plan, reach


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
    told.add(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Load; 0 if all was read, 3 if some files failed and the others are stored.

    Raises:
        MinutesError: all failed, or the store cannot be used.
    """
    facts = told.given(args)
    with Workers() as workers:
        found = find(args.paths, workers)
        if not found.origins and not found.refused:
            raise NothingToIngest(
                f"{args.paths[0]} holds no minutes: nothing in it is of a format that is read"
            )
        if not args.store.exists():
            _check_first(found, facts, workers)
        embedder = open_embedder()
        with MinutesStore.open(args.store, embedder, create=True) as store:
            outcome = _load(store, embedder, found, plan(store, found.origins, facts, workers), workers)
    failed, asked = len(outcome.failures), len(found.origins) + len(found.refused)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Outcome:
    """What became of all that was found; `failures` has a line for each file that failed."""

    found: Found
    plan: Plan
    report: LoadReport
    failures: tuple[str, ...]


def _check_first(found: Found, facts: MeetingFacts, workers: Workers) -> None:
    """Refuse a single bad file before a store is made for it."""
    if len(found.origins) + len(found.refused) > 1:
        return
    if found.refused:
        raise NothingToIngest(found.refused[0])
    (origin,) = found.origins
    (done,) = read_all([Job(origin=origin, name=origin.name, facts=facts)], workers)
    if done.error is not None:
        raise done.error


def _load(store: MinutesStore, embedder: Embedder, found: Found, planned: Plan, workers: Workers) -> _Outcome:
    store.renew(planned.renewed)
    failures = list(found.refused)
    with _bar(len(planned.jobs)) as bar:

        def show(progress: Progress) -> None:
            bar.set_postfix_str(progress.source[-40:], refresh=False)
            bar.update(progress.documents + len(failures) - len(found.refused) - bar.n)

        report = load(
            store,
            _arriving(read_all(planned.jobs, workers), failures),
            embedder,
            facts=planned.jobs[0].facts if planned.jobs else None,
            provenance=planned.provenance,
            on_progress=show,
        )
        bar.update(len(planned.jobs) - bar.n)
    return _Outcome(found=found, plan=planned, report=report, failures=tuple(failures))


def _arriving(readings: Iterable[Done[Job, Minutes]], failures: list[str]) -> Iterator[Minutes]:
    """What could be read; of the rest, the line that says why not goes to `failures`."""
    for done in readings:
        reach("after-read")
        if done.result is None:
            failures.append(str(done.error))
            continue
        reach("after-parse")
        yield done.result


def _table(outcome: _Outcome, *, verbose: bool) -> Iterator[str]:
    unchanged = outcome.report.unchanged + len(outcome.plan.unchanged)
    yield _row(outcome.report.new, "read")
    yield _row(outcome.report.changed, "changed")
    yield _row(unchanged, "unchanged")
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


def _bar(total: int) -> Any:  # noqa: ANN401 - tqdm has no types
    from tqdm import tqdm  # noqa: PLC0415 - only here

    return tqdm(total=total, unit="file", file=sys.stderr, desc="Reading", leave=False, delay=0.5)

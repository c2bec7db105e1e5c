"""Files, folders and archives go into a store: found, planned, read in killable children, stored one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from assistant.opening import open_embedder
from ingest import Done, Found, Job, MeetingFacts, Minutes, NothingToIngest, Workers, find, read_all
from vectorstore import LoadReport, MinutesStore, Plan, Progress, load, plan, reach


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of all that was found; `failures` has a line for each file that failed."""

    found: Found
    plan: Plan
    report: LoadReport
    failures: tuple[str, ...]

    @property
    def asked(self) -> int:
        """How many files were to be read."""
        return len(self.found.origins) + len(self.found.refused)

    @property
    def unchanged(self) -> int:
        """How many documents the store held already."""
        return self.report.unchanged + len(self.plan.unchanged)


class Watcher(Protocol):
    """Whoever shows how a load goes on."""

    def begin(self, documents: int) -> None:
        """So many documents are to be read; what has not changed is not among them."""

    def read(self, name: str) -> None:
        """One more has been read."""

    def fail(self, line: str) -> None:
        """One more cannot be read, and why."""

    def store(self, progress: Progress) -> None:
        """One more is in the store and can be asked about."""


def ingest(paths: Sequence[Path], folder: Path, facts: MeetingFacts, watcher: Watcher) -> Outcome:
    """Load what lies at `paths` into the store in `folder`, which is made where there is none.

    Raises:
        NothingToIngest: nothing there is of a format that is read.
        MinutesError: the only file cannot be read, or the store cannot be used.
    """
    with Workers() as workers:
        found = find(paths, workers)
        if not found.origins and not found.refused:
            raise NothingToIngest(f"{paths[0]} holds no minutes: nothing in it is of a format that is read")
        if not folder.exists():
            _check_first(found, facts, workers)
        with MinutesStore.open(folder, open_embedder(), create=True) as store:
            return _load(store, found, plan(store, found.origins, facts, workers), workers, watcher)


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


def _load(store: MinutesStore, found: Found, planned: Plan, workers: Workers, watcher: Watcher) -> Outcome:
    store.renew(planned.renewed)
    failures = list(found.refused)
    watcher.begin(len(planned.jobs))
    report = load(
        store,
        _arriving(read_all(planned.jobs, workers), failures, watcher),
        open_embedder(),
        facts=planned.jobs[0].facts if planned.jobs else None,
        provenance=planned.provenance,
        on_progress=watcher.store,
    )
    return Outcome(found=found, plan=planned, report=report, failures=tuple(failures))


def _arriving(
    readings: Iterable[Done[Job, Minutes]], failures: list[str], watcher: Watcher
) -> Iterator[Minutes]:
    """What could be read; of the rest, the line that says why not goes to `failures`."""
    for done in readings:
        reach("after-read")
        if done.result is None:
            failures.append(str(done.error))
            watcher.fail(failures[-1])
            continue
        reach("after-parse")
        watcher.read(done.job.name)
        yield done.result

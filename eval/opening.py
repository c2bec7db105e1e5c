"""The assistant over what is evaluated: a store that is there, or a folder of minutes read into one first."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from assistant.answering import Assistant
from assistant.opening import open_embedder
from ingest import (
    Done,
    Job,
    MeetingFacts,
    Minutes,
    MinutesError,
    NothingToIngest,
    StoreMismatch,
    UnreadableSource,
    Workers,
    find,
    read_all,
)
from vectorstore import MinutesStore, load, plan


def open_over(
    minutes: Path, store: Path, *, on_failure: Callable[[MinutesError], None] | None = None
) -> Assistant:
    """The assistant over a folder of minutes, loaded into `store` first; what it holds as it is stays.

    `on_failure` is told of each file that cannot be read; without it the first one raises.

    Raises:
        MinutesError: the minutes cannot be read or the store cannot be written.
    """
    embedder = open_embedder()
    opened = MinutesStore.open(store, embedder, create=True)
    with Workers() as workers:
        found = find([minutes], workers)
        for line in found.refused:
            (on_failure or _raise)(UnreadableSource(line))
        if not found.origins:
            raise NothingToIngest(f"{minutes} holds no minutes: nothing in it is of a format that is read")
        planned = plan(opened, found.origins, MeetingFacts(), workers)
        opened.renew(planned.renewed)
        readings = _read(read_all(planned.jobs, workers), on_failure or _raise)
        load(opened, readings, embedder, provenance=planned.provenance)
    return Assistant(opened, embedder)


def open_aside(
    minutes: Path, store: Path, *, on_failure: Callable[[MinutesError], None] | None = None
) -> Assistant:
    """As `open_over`, where `store` is a folder of our own: what another version made there is made anew.

    Raises:
        MinutesError: the minutes cannot be read or the store cannot be written.
    """
    try:
        return open_over(minutes, store, on_failure=on_failure)
    except StoreMismatch:
        shutil.rmtree(store)
        return open_over(minutes, store, on_failure=on_failure)


def _read(
    readings: Iterable[Done[Job, Minutes]], on_failure: Callable[[MinutesError], None]
) -> Iterator[Minutes]:
    for done in readings:
        if done.error is not None:
            on_failure(done.error)
        elif done.result is not None:
            yield done.result


def _raise(error: MinutesError) -> None:
    raise error

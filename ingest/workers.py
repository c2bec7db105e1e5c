"""Work on what strangers wrote is done in killable children with limits, on all cores, and comes back in order.

Whatever a file does to its reader (an endless loop, a gigabyte of objects, a crash inside a library in C), it
happens to a child: the file gets one clear line and the others go on.
"""

# ruff: noqa: PLC0415 - pebble takes a tenth of a second to import: only who reads files pays it

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import TimeoutError as TimedOut
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

from ingest.errors import MinutesError, UnreadableSource

if TYPE_CHECKING:
    from pebble import ProcessFuture, ProcessPool

Job = TypeVar("Job")
Result = TypeVar("Result")

_AHEAD = 8  # jobs begun before they are asked for, a worker: what bounds memory however many there are
_RECYCLED = 200  # jobs: a library that leaks does not leak for ever
_PRELOADED = ["ingest", "pebble.pool.process"]  # once for all children, where they are forked from one server
_OUT_OF_CPU = -getattr(signal, "SIGXCPU", 0)
_ADVICE = "split it, or save it as plain text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What reading one file may take: `seconds` by the clock and of each worker's CPU, `memory` in bytes.

    Windows knows no limit of CPU and memory; there the clock alone holds.
    """

    seconds: float = 60
    memory: int = 1 << 30


@dataclass(frozen=True, slots=True)
class Done(Generic[Job, Result]):
    """What became of a job: its `result`, or the `error` that says in one line why there is none."""

    job: Job
    result: Result | None
    error: MinutesError | None = None


class Workers:
    """Killable children, started when the first job comes; a context manager, since they must be ended.

    A program that uses them must be importable without side effects (`if __name__ == "__main__":`), as for
    anything that starts processes.
    """

    def __init__(self, count: int | None = None, limits: Limits = Limits()) -> None:
        """`count` children, one a core if None."""
        self._count = count or _cores()
        self._limits = limits
        self._pool: ProcessPool | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None:
            self._pool.stop()  # type: ignore[no-untyped-call]
            self._pool.join()
            self._pool = None

    def run(self, function: Callable[[Job], Result], jobs: Iterable[Job]) -> Iterator[Done[Job, Result]]:
        """Do `function` with each of `jobs` in some child, results in the order of the jobs.

        `function` is found by its name in the child, `str(job)` is what messages call a job; both a job and
        a result must pickle. A few jobs are taken ahead of the results, never all of them.

        Raises:
            MinutesError: no child can be started.
        """
        begun: deque[tuple[Job, ProcessFuture[bytes]]] = deque()
        for job in jobs:
            begun.append((job, self._begin(function, job)))
            if len(begun) >= _AHEAD * self._count:
                yield self._end(*begun.popleft())
        while begun:
            yield self._end(*begun.popleft())

    def _begin(self, function: Callable[[Job], Result], job: Job) -> ProcessFuture[bytes]:
        from pebble import ProcessPool

        if self._pool is None:
            self._pool = ProcessPool(
                max_workers=self._count,
                max_tasks=_RECYCLED,
                initializer=_confine,
                initargs=(self._limits.memory,),
                context=_context(),
            )
        return self._pool.schedule(
            _perform, args=(function, job, self._limits.seconds), timeout=self._limits.seconds
        )

    def _end(self, job: Job, future: ProcessFuture[bytes]) -> Done[Job, Result]:
        error = future.exception()
        if error is None:
            return Done(job, pickle.loads(future.result()))  # noqa: S301 - our own child's
        if isinstance(error, BrokenProcessPool):
            raise MinutesError(f"no process to read {job} in could be started: {error}") from error
        return Done(job, None, self._told(job, error))

    def _told(self, job: object, error: BaseException) -> MinutesError:
        """One line for whatever ended a job."""
        from pebble import ProcessExpired

        if isinstance(error, MinutesError):
            return error
        ended = error.exitcode if isinstance(error, ProcessExpired) else None
        if isinstance(error, TimedOut) or ended == _OUT_OF_CPU:
            return UnreadableSource(
                f"{job} took longer than {self._limits.seconds:g} s and was given up: {_ADVICE}"
            )
        if isinstance(error, MemoryError):
            return UnreadableSource(
                f"{job} needs more than {self._limits.memory >> 20} MB of memory and was given up: {_ADVICE}"
            )
        if isinstance(error, RecursionError):
            return UnreadableSource(f"{job} is nested too deeply to be read: {_ADVICE}")
        if ended is not None:
            return UnreadableSource(f"{job} made its reader crash ({_ending(ended)}): {_ADVICE}")
        cause = " ".join(f"{type(error).__name__} {error}".split())[:120]
        return UnreadableSource(f"{job} cannot be read ({cause}): this is a fault of ours, please report it")


def _perform(function: Callable[[Job], object], job: Job, seconds: float) -> bytes:
    """Do the job in the child; its result is pickled here, where running out of memory is still told."""
    _grant_cpu(seconds)
    try:
        return pickle.dumps(function(job), pickle.HIGHEST_PROTOCOL)
    except MemoryError:
        pass  # and with the exception goes all that it held
    raise MemoryError


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _context() -> Any:  # noqa: ANN401 - multiprocessing names no type that pebble takes
    """Never a fork of this process, whose threads would not survive it."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_PRELOADED)
    return context


if sys.platform == "win32":  # pragma: no cover - the tests run where limits are

    def _confine(memory: int) -> None:
        _be_silent()

    def _grant_cpu(seconds: float) -> None:
        pass
else:
    import resource

    def _confine(memory: int) -> None:
        _be_silent()
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    def _grant_cpu(seconds: float) -> None:
        """As much again as a job may take: a child whose parent was killed ends too, whatever it is at."""
        used = resource.getrusage(resource.RUSAGE_SELF)
        hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
        resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime + seconds) + 1, hard))


def _be_silent() -> None:
    """What libraries print about a bad file belongs on nobody's screen, and never among a script's output."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    os.close(nowhere)


def _ending(exitcode: int) -> str:
    return signal.Signals(-exitcode).name if exitcode < 0 else f"exit status {exitcode}"

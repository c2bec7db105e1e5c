"""Children that read hang, crash or run out of memory, and the others' results still come in order."""

from __future__ import annotations

import os
import signal
import time

import pytest

from ingest import Limits, UnreadableSource, Workers

SMALL = Limits(seconds=2, memory=512 << 20)


def behave(job: str) -> str:
    """What a child does with a job."""
    acts = {
        "hang": lambda: time.sleep(3600),
        "spin": _spin,
        "crash": lambda: os.kill(os.getpid(), signal.SIGSEGV),
        "exit": lambda: os._exit(7),
        "hoard": lambda: len(bytearray(1 << 30)),
        "nest": _nest,
        "refuse": _refuse,
        "fail": lambda: [][1],
        "chatter": lambda: os.write(1, b"noise"),
    }
    acts.get(job, lambda: None)()
    return job.upper()


def _spin():
    while True:
        pass


def _nest(depth: int = 0):
    return _nest(depth + 1)


def _refuse():
    raise UnreadableSource("refuse is empty: there is no text to read")


@pytest.mark.parametrize(
    ("job", "says"),
    [
        ("hang", "hang took longer than 2 s and was given up"),
        ("spin", "spin took longer than 2 s and was given up"),
        ("crash", "crash made its reader crash (SIGSEGV)"),
        ("exit", "exit made its reader crash (exit status 7)"),
        ("hoard", "hoard needs more than 512 MB of memory"),
        ("nest", "nest is nested too deeply"),
        ("refuse", "refuse is empty: there is no text to read"),
        ("fail", "fail cannot be read (IndexError list index out of range): this is a fault of ours"),
    ],
)
def test_a_job_that_goes_wrong_gets_one_line_and_the_others_their_results(job, says):
    with Workers(2, SMALL) as workers:
        done = list(workers.run(behave, ["a", job, "b", "c"]))
    assert [one.job for one in done] == ["a", job, "b", "c"]
    assert [one.result for one in done] == ["A", None, "B", "C"]
    assert says in str(done[1].error)
    assert "\n" not in str(done[1].error)


def test_what_a_library_prints_in_a_child_stays_there(capfd):
    with Workers(1, SMALL) as workers:
        assert [one.result for one in workers.run(behave, ["chatter"])] == ["CHATTER"]
    assert capfd.readouterr() == ("", "")


def test_jobs_are_taken_a_few_ahead_of_the_results_and_never_all():
    taken = []

    def jobs():
        for n in range(1000):
            taken.append(n)
            yield str(n)

    with Workers(2, SMALL) as workers:
        results = workers.run(behave, jobs())
        assert next(results).result == "0"
        assert len(taken) <= 16


def test_no_child_is_started_for_no_job():
    with Workers(2, SMALL) as workers:
        assert list(workers.run(behave, [])) == []
        assert workers._pool is None


def test_leaving_ends_the_children_whatever_they_are_at():
    with Workers(2, Limits(seconds=600)) as workers:
        results = workers.run(pid_then_hang, ["a", "hang", "hang"])
        child = next(results).result
    for _ in range(100):
        try:
            os.kill(child, 0)
        except ProcessLookupError:
            return
        time.sleep(0.1)
    raise AssertionError(f"process {child} outlived its owner")


def pid_then_hang(job: str) -> int:
    """Tell who does the job."""
    if job == "hang":
        time.sleep(3600)
    return os.getpid()

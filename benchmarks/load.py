"""A council asking at once: fifty people while minutes are loaded, a crowd, a thousand questions, and the start.

python -m benchmarks.load FOLDER --work DIR --passages 10000

A real `minutebook chat` in a process of its own, real HTTP clients, a store of minutes made from those in FOLDER and
kept in DIR for the next run.
"""

from __future__ import annotations

import argparse
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from assistant.loading.adding import Loader
from assistant.opening import open_assistant
from benchmarks.clients import Reply, ask, ask_at_once
from benchmarks.corpus import repeat


def main() -> None:
    """Make the store where there is none yet, start the chat, and print what came out."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="minutes to make others of")
    parser.add_argument("--work", type=Path, required=True, metavar="DIR", help="where the store is kept")
    parser.add_argument(
        "--files", type=int, default=310, help="files of minutes in the store (default: %(default)s)"
    )
    parser.add_argument("--people", type=int, default=50, help="who ask at once (default: %(default)s)")
    parser.add_argument(
        "--crowd", type=int, default=150, help="who come at once later (default: %(default)s)"
    )
    parser.add_argument("--soak", type=int, default=1000, help="questions in a row (default: %(default)s)")
    args = parser.parse_args()
    store = args.work / "store"
    if args.files:
        _fill(store, args.folder, args.files)
    questions = _questions(store, args.people)
    print(f"machine: {os.cpu_count()} cores, load before {os.getloadavg()[0]:.1f}")  # noqa: T201
    with _chat(store) as (url, process):
        opened = _processor(process)
        _say("first answer after the page could be opened", [ask(url, questions[0])])
        print(f"  {_processor(process) - opened:.1f} s of processor time")  # noqa: T201
        alone = [ask(url, question, n) for n, question in enumerate(questions)]
        _say("alone, one after the other", alone)
        _say("the same at once", ask_at_once(url, questions), alone)
        with _loading(store, args.folder, args.work / "more") as loader:
            loaded = ask_at_once(url, questions)
            stored = len(loader.course.stored)
            print(f"  still being loaded afterwards: {loader.is_running}; {stored} files so far")  # noqa: T201
            _say("at once while a folder is loaded", loaded, alone)
        crowd = ask_at_once(url, [questions[n % len(questions)] for n in range(args.crowd)])
        _say(f"{args.crowd} at once", crowd, (alone * (args.crowd // len(alone) + 1))[: args.crowd])
        _soak(url, process, questions, args.soak)


def _fill(store: Path, folder: Path, files: int) -> None:
    """Load so many files made of those in `folder`; what is there already is left as it is."""
    minutes = store.parent / "minutes"
    if not minutes.exists():
        repeat(folder, minutes, files)
    _minutebook("ingest", str(minutes), "--store", str(store))


def _questions(store: Path, n: int) -> list[str]:
    """Different questions that the store can answer, and some that it cannot."""
    assistant = open_assistant(store)
    found = list(dict.fromkeys(assistant.example_questions(4 * n)))
    unanswerable = ["what is the best way to cook an artichoke?", "who won the cup final in 1966?"]
    return [*(found * (n // max(1, len(found)) + 1))[: n - 2], *unanswerable]


@contextmanager
def _chat(store: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """A chat over the store; prints how long it took until its page could be opened."""
    begun = time.perf_counter()
    command = [sys.executable, "-m", "assistant", "chat", "--port", "0", "--store", str(store)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:  # noqa: S603 - our own command
        lines = iter(process.stderr or ())
        found = next(filter(None, (re.search(r"open at (\S+)", line) for line in lines)), None)
        if found is None:
            raise SystemExit("the chat did not start")
        took = f"{time.perf_counter() - begun:.1f} s, {_processor(process):.1f} s of them processor time"
        print(f"page can be opened after {took}, {_memory(process)} MB")  # noqa: T201
        try:
            yield found[1], process
        finally:
            process.send_signal(signal.SIGINT)


@contextmanager
def _loading(store: Path, folder: Path, more: Path) -> Iterator[Loader]:
    """Load another folder into the store meanwhile, as the chat does for an officer; wait until it is under way."""
    done = len(list(more.glob("*")))
    target = more / f"{done:03}"
    repeat(folder, target, 200, rounds_before=100 * (done + 1))  # other words than any that are loaded
    loader = Loader(store, lambda course, status: None)
    loader.start([target])
    time.sleep(20)
    try:
        yield loader
    finally:
        loader.close()


def _soak(url: str, process: subprocess.Popen[str], questions: Sequence[str], n: int) -> None:
    """Questions in a row with the memory of the server as it goes."""
    marks = [_memory(process)]
    errors = 0
    for k in range(n):
        errors += ask(url, questions[k % len(questions)], k % len(questions)).answer is None
        if (k + 1) % max(1, n // 10) == 0:
            marks.append(_memory(process))
    print(f"{n} questions in a row: {errors} errors; memory of the server in MB: {marks}")  # noqa: T201


def _say(what: str, replies: Sequence[Reply], alone: Sequence[Reply] = ()) -> None:
    answered = sorted(r.seconds for r in replies if r.answer is not None)
    away = [r for r in replies if r.turned_away]
    errors = [r for r in replies if r.answer is None and not r.turned_away]
    told = f"{what}: {len(answered)} answered, {len(away)} turned away, {len(errors)} errors"
    if answered:
        p50, p95 = (answered[min(len(answered) - 1, int(share * len(answered)))] for share in (0.5, 0.95))
        told += f"; p50 {p50:.2f} s, p95 {p95:.2f} s, most {answered[-1]:.2f} s"
    if alone:
        pairs = [(a, b) for a, b in zip(replies, alone, strict=True) if a.answer is not None]
        told += f"; {sum(a.said != b.said for a, b in pairs)} differ from the answer given alone"
    print(told, f"(load {os.getloadavg()[0]:.1f})", flush=True)  # noqa: T201
    for reply in errors[:3]:
        print(f"  error: {reply.status} {reply.error[:200]}")  # noqa: T201


def _processor(process: subprocess.Popen[str]) -> float:
    """Seconds of processor time that the process has taken."""
    fields = Path(f"/proc/{process.pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _memory(process: subprocess.Popen[str]) -> int:
    """What the process holds, in MB."""
    status = Path(f"/proc/{process.pid}/status").read_text("utf-8")
    return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) // 1024  # type: ignore[index]


def _minutebook(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "assistant", *arguments], check=True)  # noqa: S603 - our own command


if __name__ == "__main__":
    main()

"""Ingestion at scale: against embedding alone, unchanged against first, one changed paragraph; speed and memory.

python -m benchmarks.ingestion FOLDER --files 500 2000 8000          the cheap embedder: how all else scales
python -m benchmarks.ingestion FOLDER --files 40 --real               the real one: the share of embedding
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.cheap import CheapEmbedder
from benchmarks.corpus import repeat
from ingest import Done, Job, MeetingFacts, Minutes, Workers, find, read_all
from vectorstore import Embedder, LoadReport, MinutesStore, SentenceTransformerEmbedder, load, plan


class Recording:
    """An embedder that keeps what it was given, to embed it again with nothing else going on."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self.name, self.dimension, self.window = embedder.name, embedder.dimension, embedder.window
        self.is_word, self.split_windows = embedder.is_word, embedder.split_windows
        self.embed_query = embedder.embed_query
        self.texts: list[str] = []

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Embed texts, and keep them."""
        self.texts += texts
        return self._embedder.embed_passages(texts)

    def alone(self) -> float:
        """Seconds to embed all that was given, in one call."""
        begun = time.perf_counter()
        self._embedder.embed_passages(self.texts)
        return time.perf_counter() - begun


def ingest(folder: Path, store_at: Path, embedder: Embedder) -> tuple[float, LoadReport, int]:
    """What `minutebook ingest` does; seconds, what was done, how many files failed."""
    begun = time.perf_counter()
    failures: list[str] = []
    with Workers() as workers, MinutesStore.open(store_at, embedder, create=True) as store:
        planned = plan(store, find([folder], workers).origins, MeetingFacts(), workers)
        store.renew(planned.renewed)
        arriving = _read(read_all(planned.jobs, workers), failures)
        report = load(store, arriving, embedder, provenance=planned.provenance)
    return time.perf_counter() - begun, report, len(failures)


def _read(readings: Iterable[Done[Job, Minutes]], failures: list[str]) -> Iterator[Minutes]:
    for done in readings:
        if done.result is None:
            failures.append(str(done.error))
        else:
            yield done.result


def measure(source: Path, count: int, *, real: bool) -> dict[str, float]:
    """All figures for one number of files; run in a process of its own, for its peak of memory."""
    with tempfile.TemporaryDirectory() as scratch:
        folder, store_at = Path(scratch, "minutes"), Path(scratch, "store")
        size = repeat(source, folder, count)
        time.sleep(2.1)  # files changed a moment ago are looked into again
        chosen: Embedder = SentenceTransformerEmbedder() if real else CheapEmbedder()
        chosen.embed_passages(["warm"])
        embedder = Recording(chosen) if real else chosen
        first, report, failed = ingest(folder, store_at, embedder)
        given = len(embedder.texts) if isinstance(embedder, Recording) else 0
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        again, unchanged, _ = ingest(folder, store_at, embedder)
        if unchanged.windows_embedded or unchanged.new:
            raise SystemExit("an unchanged folder was read again")
        figures = {
            "files": count,
            "failed": failed,
            "megabytes": size / 1e6,
            "passages": report.passages,
            "windows": report.windows_embedded,
            "first_seconds": first,
            "passages_a_second": report.passages / first,
            "peak_megabytes": peak,
            "unchanged_seconds": again,
            "unchanged_to_first": again / first,
            "changed_embeds": _change(folder, store_at, embedder),
        }
        if isinstance(embedder, Recording):
            embedder.texts = embedder.texts[:given]
            figures["ingestion_to_embedding"] = first / embedder.alone()
        return figures


def _change(folder: Path, store_at: Path, embedder: Embedder) -> int:
    """Change one word in the middle of one text and ingest again: how many windows are embedded."""
    path = next(p for p in sorted(folder.rglob("*.txt")))
    lines = path.read_text("utf-8").split("\n")
    long = [n for n, line in enumerate(lines) if len(line.split()) > 12 and line[:1].isdigit()]
    chosen = long[len(long) // 2]
    words = lines[chosen].split(" ")
    words[-2] = "lighthouse"
    lines[chosen] = " ".join(words)
    path.write_text("\n".join(lines), "utf-8")
    return ingest(folder, store_at, embedder)[1].windows_embedded


def main() -> None:
    """Measure each number of files in a process of its own and print one line each."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, help="minutes to repeat")
    parser.add_argument("--files", type=int, nargs="+", default=[500, 2000, 8000])
    parser.add_argument("--real", action="store_true", help="embed with the packaged model")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.one:
        print(json.dumps(measure(args.folder, args.one, real=args.real)))  # noqa: T201
        return
    kind = "all-MiniLM-L6-v2" if args.real else "a cheap stand-in: only what is not embedding is measured"
    print(f"embedder: {kind}")  # noqa: T201
    for count in args.files:
        command = [sys.executable, "-m", "benchmarks.ingestion", str(args.folder), "--one", str(count)]
        ended = subprocess.run(  # noqa: S603 - ourselves
            [*command, *(["--real"] if args.real else [])], stdout=subprocess.PIPE, text=True, check=True
        )
        figures = json.loads(ended.stdout.splitlines()[-1])
        print("  ".join(f"{name} {value:,.4g}" for name, value in figures.items()), flush=True)  # noqa: T201


if __name__ == "__main__":
    main()

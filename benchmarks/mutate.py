"""Real files, harmed at random: no traceback, no hang, and not a character of what is read is lost.

python -m benchmarks.mutate FOLDER --count 10000
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from ingest import Limits, MeetingFacts, Origin, Workers, check_conservation, parse, read_source
from ingest.formats import SUFFIXES

_LIMITS = Limits(seconds=30)
_SCRAPS = (
    *(b"\x00", b"\xff\xfe", b"\n\n", b"1. ", b"(a) ", b"RESOLVED", b"|"),
    *(b"<", b"&", b"%PDF", b"endobj", b"PK\x03\x04", "\u202e".encode()),
)


@dataclass(frozen=True)
class Mutation:
    """A file to be harmed, and the seed that says how."""

    path: Path
    seed: int

    def __str__(self) -> str:
        return f"{self.path.name} (seed {self.seed})"


def harm(data: bytes, seed: int) -> bytes:
    """Flip, cut, repeat, swap or sprinkle, one to five times."""
    chance = random.Random(seed)  # noqa: S311 - harm, not secrets
    for _ in range(chance.randint(1, 5)):
        at, size = chance.randrange(len(data) + 1), chance.randint(1, 2000)
        match chance.randrange(6):
            case 0:
                data = data[:at] + chance.randbytes(chance.randint(1, 8)) + data[at + 1 :]
            case 1:
                data = data[:at]
            case 2:
                data = data[:at] + data[at + size :]
            case 3:
                data = data[:at] + data[at : at + size] * chance.randint(2, 20) + data[at:]
            case 4:
                data = data[at:] + data[:at]
            case _:
                data = data[:at] + chance.choice(_SCRAPS) * chance.randint(1, 50) + data[at:]
    return data or b" "


def read(mutation: Mutation) -> str:
    """Read the harmed file in a child: what became of it."""
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch, f"minutes{mutation.path.suffix}")
        path.write_bytes(harm(mutation.path.read_bytes(), mutation.seed))
        minutes = parse(read_source(Origin(path)), MeetingFacts())
    return "lost text" if check_conservation(minutes) else "read whole"


def main() -> None:
    """Harm and read, then count what became of the files and name every fault."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    files = sorted(p for p in args.folder.rglob("*") if p.is_file() and p.suffix.lower() in SUFFIXES)
    outcomes: Counter[str] = Counter()
    begun = time.perf_counter()
    with Workers(limits=_LIMITS) as workers:
        for done in workers.run(read, islice(_mutations(files, args.seed), args.count)):
            line = str(done.error)
            outcome = done.result or ("refused in one line" if "fault of ours" not in line else "fault")
            outcome = "crash" if "crash" in line else "given up" if "given up" in line else outcome
            outcomes[outcome] += 1
            if outcome in ("lost text", "fault", "crash", "given up") or "\n" in line:
                print(f"{outcome}: {done.job} {line if done.error else ''}", flush=True)  # noqa: T201
    took = time.perf_counter() - begun
    counts = ", ".join(f"{count:,} {outcome}" for outcome, count in outcomes.most_common())
    print(f"{outcomes.total():,} files in {took:,.0f} s: {counts}")  # noqa: T201


def _mutations(files: list[Path], seed: int) -> Iterator[Mutation]:
    while True:
        for path in files:
            seed += 1
            yield Mutation(path, seed)


if __name__ == "__main__":
    main()

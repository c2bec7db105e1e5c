"""Memory over a long evaluation: the sample questions, asked again and again in one process.

python -m benchmarks.evaluation [QUESTIONS]       resident memory after each hundred (default: 1000 questions)
"""

from __future__ import annotations

import argparse
import tempfile
from dataclasses import replace
from pathlib import Path

from eval import samples
from eval.asking import Asking
from eval.cases import Case
from eval.evaluation import evaluate_into, read_question_set
from eval.footprint import memory
from eval.holdings import Holdings
from eval.opening import open_over
from eval.run import Told

_STEP = 100


class Watched(Asking):
    """The assistant, and a line with the memory of the process after every hundred answers."""

    answered = 0

    def answer(self, case: Case) -> Told:
        """What the assistant tells."""
        told = super().answer(case)
        self.answered += 1
        if self.answered % _STEP == 0:
            print(f"{self.answered:6} questions  {(memory() or 0) / 2**20:7.1f} MB", flush=True)  # noqa: T201
        return told


def main() -> None:
    """Ask, print a line each hundred questions, then what it holds after the report is written."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("questions", type=int, nargs="?", default=1000)
    count = parser.parse_args().questions
    asked = read_question_set(samples.QUESTIONS, samples.UNITS)
    # Each round is asked as new questions: nothing that was kept answers them.
    rounds = (
        replace(
            case,
            id=f"{case.id}-{n}",
            request=replace(case.request, question=f"{case.request.question}{' ' * n}"),
        )
        for n in range(count // len(asked.cases) + 1)
        for case in asked.cases
    )
    cases = tuple(case for _, case in zip(range(count), rounds, strict=False))
    with tempfile.TemporaryDirectory(prefix="minutebook-benchmark-") as aside:
        assistant = open_over(samples.MINUTES, Path(aside) / "store")
        with assistant.store as store:
            evaluate_into(Path(aside), Watched(assistant), replace(asked, cases=cases), Holdings(store))
    print(f"report written    {(memory() or 0) / 2**20:7.1f} MB")  # noqa: T201


if __name__ == "__main__":
    main()

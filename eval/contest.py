"""Several systems over the same questions: a report of each, and one table in which they stand side by side."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from eval.evaluation import ANSWERS, QuestionSet, evaluate_into
from eval.holdings import Holdings
from eval.keeping import KeptAnswers, Resuming
from eval.report import Report
from eval.run import System, evaluate

SHOWN = (
    "recall5",
    "recall10",
    "prec",
    "rec",
    "nug",
    "joint",
    "wrong_para",
    "abstain_recall",
    "false_refusal",
    "abstain_precision",
)
LOOSE = "recall5 loose"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What one system came to.

    Attributes:
        loose: recall5 where a hit may hold several units: what the search of a system finds that knows of no units;
            nan where nothing is answerable.
    """

    report: Report
    loose: float


def compete(
    folder: Path, systems: Iterable[System], asked: QuestionSet, holdings: Holdings | None = None
) -> Iterator[Standing]:
    """Put every question to each system in turn; its answers and its report go into a folder of its name.

    Raises:
        UnreadableSource: the folder cannot be written.
        MinutesError: a system cannot be opened.
    """
    for system in systems:
        yield stand(folder / system.name, system, asked, holdings)


def stand(folder: Path, system: System, asked: QuestionSet, holdings: Holdings | None = None) -> Standing:
    """One system: its report, as `evaluate_into` makes it in the folder, and what it finds loosely."""
    report = evaluate_into(folder, system, asked, holdings)
    with KeptAnswers(folder / ANSWERS, system.identity()) as kept:
        loosely = Report(tuple(evaluate(Resuming(system, kept), asked.cases)))
    return Standing(report=report, loose=loosely.metrics["recall5"].mean)


def standings(systems: Iterable[Standing]) -> Iterator[str]:
    """The table in Markdown, a line for each system in the order given; "-" where there was nothing to measure."""
    columns = ("system", LOOSE, *SHOWN, "failed")
    yield f"| {' | '.join(columns)} |"
    yield f"|---|{'--:|' * (len(columns) - 1)}"
    for standing in systems:
        report, metrics = standing.report, standing.report.metrics
        means = [standing.loose, *(metrics[name].mean for name in SHOWN)]
        cells = ["-" if math.isnan(mean) else f"{mean:.3f}" for mean in means]
        failed = sum(bool(row.error) for row in report.rows)
        yield f"| {' | '.join([report.about.system, *cells])} | {failed} |"

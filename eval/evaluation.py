"""One evaluation from end to end: a system, a set of questions and a folder that holds what came of it.

The folder gets `answers.jsonl`, which a run that was interrupted goes on from, `report.json`, and `report.html`, which
shows the same to people.
"""

from __future__ import annotations

import hashlib
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from eval.cases import Case, Unit, read_cases, read_units
from eval.evidence import evidence
from eval.holdings import Holdings
from eval.keeping import KeptAnswers, Resuming
from eval.matching import Matcher
from eval.page.writing import write_page
from eval.report import About, Report
from eval.report_json import write_report
from eval.run import Row, System, evaluate
from ingest import UnreadableSource

ANSWERS, REPORT, PAGE = "answers.jsonl", "report.json", "report.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionSet:
    """The questions of a file and, where they are known, all units of their minutes.

    Attributes:
        name, sha256: of the file.
    """

    name: str
    sha256: str
    cases: tuple[Case, ...]
    units: tuple[Unit, ...] = ()


def read_question_set(questions: Path, units: Path | None = None) -> QuestionSet:
    """Read the questions of a file, and the units of another.

    Raises:
        UnreadableSource: a file cannot be read.
        BadQuestion: a line is no question or no unit.
    """
    cases = tuple(read_cases(questions))
    return QuestionSet(
        name=questions.name,
        sha256=hashlib.sha256(questions.read_bytes()).hexdigest(),
        cases=cases,
        units=tuple(read_units(units)) if units else (),
    )


def evaluate_into(
    folder: Path, system: System, asked: QuestionSet, holdings: Holdings | None = None
) -> Report:
    """Ask a system every question that the folder has no answer of its to, judge them all, write report and page.

    A bar on standard error shows how far it is, if that is a terminal. `holdings` are those of the minutes, if there
    is a store of them.

    Raises:
        UnreadableSource: the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UnreadableSource(f"{folder} cannot be made: {error.strerror}") from error
    with KeptAnswers(folder / ANSWERS, system.identity()) as kept, _bar(len(asked.cases)) as bar:
        rows = evaluate(
            Resuming(system, kept),
            asked.cases,
            asked.units,
            places=holdings.places if holdings else None,
            on_row=lambda *_: bar.update(),
        )
        report = Report(tuple(rows), _about(system, asked, holdings))
        cases, matcher = {case.id: case for case in asked.cases}, Matcher(asked.units)

        def behind(row: Row) -> dict[str, Any]:
            case = cases[row.id]
            return evidence(case, kept.find(case), matcher, holdings.text_of if holdings else lambda _: None)

        write_report(folder / REPORT, report, behind)
        write_page(folder / PAGE, report, behind)
    return report


def _about(system: System, asked: QuestionSet, holdings: Holdings | None) -> About:
    return About(
        system=system.name,
        version=version("minutebook"),
        questions=asked.name,
        sha256=asked.sha256,
        documents=holdings.documents if holdings else None,
        passages=holdings.passages if holdings else None,
        made_at=datetime.now(UTC).isoformat(timespec="seconds"),
    )


def _bar(total: int) -> Any:  # noqa: ANN401 - tqdm has no types
    from tqdm import tqdm  # noqa: PLC0415 - only here

    return tqdm(total=total, unit="question", file=sys.stderr, desc="Asking", leave=False, disable=None)

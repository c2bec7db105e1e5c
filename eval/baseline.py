"""`python -m eval.baseline REPORT`: whether the answers to the sample questions are still as good as they were.

The baseline is the report of an earlier run, cut down to the scores of each question. The same code gives the same
answers every time on one machine; another processor rounds the last digits otherwise, and a near tie may go the other
way. So a fall of at most what one question is worth is told, and a larger one is a fault. Where a fall is meant, or
something rose, `--update` makes this report the baseline; the commit says why.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from eval import samples
from eval.change_table import change_table
from eval.changes import EXACT, Change, Comparison, compare_reports
from eval.report import Report
from eval.report_json import SCHEMA, read_report
from eval.tables import markdown_table
from ingest import MinutesError, UnreadableSource

_UPDATE = "run `make baseline`, and commit what it writes"
_TABLE = re.compile(r"(?<=<!-- table -->\n).*?(?=<!-- /table -->)", re.DOTALL)


def main(argv: Sequence[str] | None = None) -> int:
    """Check or update; 0 nothing fell, 1 something did, or an error."""
    args = _parser().parse_args(argv)
    try:
        report = read_report(args.report)
        if args.update:
            update(report, args.baseline, args.readme)
            return 0
        comparison = compare_reports(read_report(args.baseline), report)
    except MinutesError as error:
        print(f"baseline: {error}", file=sys.stderr)  # noqa: T201
        return 1
    print(change_table(comparison))  # noqa: T201
    found = faults(comparison)
    for change in filter(_may_be_a_tie, comparison.fallen):
        print(f"baseline: {_fall(change)}, by one question or less: no fault", file=sys.stderr)  # noqa: T201
    for line in found:
        print(f"baseline: {line}", file=sys.stderr)  # noqa: T201
    if comparison.risen and not found:
        rose = ", ".join(change.name for change in comparison.risen)
        print(f"baseline: better than the baseline ({rose}): {_UPDATE}", file=sys.stderr)  # noqa: T201
    return 1 if found else 0


def faults(comparison: Comparison) -> list[str]:
    """A line for each measure that fell by more than a question, and one if the questions are not the baseline's."""
    found = [_fall(change) for change in comparison.fallen if not _may_be_a_tie(change)]
    if comparison.only_before or comparison.only_after:
        found.append("the questions are not those of the baseline")
    return [*found, f"if that is meant, say why in the commit: {_UPDATE}"] if found else []


def _may_be_a_tie(change: Change) -> bool:
    """Whether a fall is worth one question or less."""
    return -change.gain * change.asked <= 1 + EXACT


def _fall(change: Change) -> str:
    worse = " ".join(change.worse) or "all"
    return f"{change.name} fell from {change.before:.4f} to {change.after:.4f} ({worse})"


def update(report: Report, baseline: Path, readme: Path | None = None) -> None:
    """Make a report the baseline, and its figures those of a README.

    Raises:
        UnreadableSource: a file cannot be read or written, or the README has no place for the table.
    """
    try:
        text = readme.read_text("utf-8") if readme else ""
        if readme and not _TABLE.search(text):
            raise UnreadableSource(f"{readme} has no lines <!-- table --> and <!-- /table --> for figures")
        baseline.write_text(condense(report), "utf-8")
        if readme:
            readme.write_text(_TABLE.sub(lambda _: f"{markdown_table(report)}\n", text), "utf-8")
    except OSError as error:
        raise UnreadableSource(f"{error.filename} cannot be written: {error.strerror}") from error


def condense(report: Report) -> str:
    """The report as JSON with the scores of each question and nothing else, a line a question."""
    rows = (
        {
            "id": row.id,
            "type": row.type,
            "answerable": row.answerable,
            "answered": row.answered,
            "scores": {name: [*map(_short, values)] for name, values in row.scores.items()},
        }
        for row in report.rows
    )
    about = {
        "system": report.about.system,
        "questions": report.about.questions,
        "sha256": report.about.sha256,
    }
    lines = ",\n".join(json.dumps(row, separators=(",", ":")) for row in rows)
    return f'{{"schema": {SCHEMA}, "about": {json.dumps(about)}, "rows": [\n{lines}\n]}}\n'


def _short(value: float) -> float:
    return int(value) if value == int(value) else round(value, 12)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m eval.baseline", description=__doc__)
    parser.add_argument("report", type=Path, metavar="REPORT", help="report.json of `minutebook eval --out`")
    parser.add_argument("--baseline", type=Path, default=samples.BASELINE, metavar="FILE")
    parser.add_argument(
        "--readme", type=Path, metavar="FILE", help="with --update: put its figures there too"
    )
    parser.add_argument("--update", action="store_true", help="make this report the baseline")
    return parser


if __name__ == "__main__":
    sys.exit(main())

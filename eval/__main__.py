"""`python -m eval`: the questions of a file, asked and judged; by default the samples of the package."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from eval.cases import read_cases, read_units
from eval.report import MEANINGS, Report
from eval.run import Row, evaluate, open_over
from ingest import MinutesError, UnreadableSource

_DATA = Path(str(files("eval") / "data"))


def main(argv: Sequence[str] | None = None) -> int:
    """Evaluate; 0 done, 1 an error or a measure beyond its limit, 2 bad usage."""
    args = _parser().parse_args(argv)
    try:
        report = _evaluate(args)
        if args.out:
            _write(args.out, report.as_json() + "\n")
        if args.answers:
            _write(args.answers, "".join(f"{row.record}\n" for row in report.rows if row.record))
    except MinutesError as error:
        print(f"eval: {error}", file=sys.stderr)  # noqa: T201
        return 1
    print(report.table())  # noqa: T201
    failures = report.failures(dict(args.fail_below), dict(args.fail_above))
    for failure in failures:
        print(f"eval: {failure}", file=sys.stderr)  # noqa: T201
    return 1 if failures or any(row.error for row in report.rows) else 0


def _evaluate(args: argparse.Namespace) -> Report:
    cases = read_cases(args.questions)
    sample = args.questions == _DATA / "questions.jsonl"
    units = read_units(args.units or _DATA / "units.jsonl") if args.units or sample else []
    with tempfile.TemporaryDirectory(prefix="minutebook-eval-") as aside:
        assistant = open_over(args.minutes, args.store or Path(aside) / "store")
        with assistant.store:
            rows: list[Row] = evaluate(assistant, cases, units, on_progress=_progress)
    return Report(tuple(rows))


def _progress(done: int, of: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{done} of {of} asked", end="\n" if done == of else "", file=sys.stderr)  # noqa: T201


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, "utf-8")
    except OSError as error:
        raise UnreadableSource(f"{path} cannot be written: {os.strerror(error.errno or 0)}") from error


def _limit(text: str) -> tuple[str, float]:
    name, _, value = text.partition("=")
    if name not in MEANINGS:
        raise argparse.ArgumentTypeError(f"{name!r} is none of {', '.join(MEANINGS)}")
    try:
        return name, float(value)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not like {name}=0.5") from error


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m eval",
        description="Ask every question of a file over a folder of minutes and judge the answers; by default "
        "the sample questions over the sample minutes.",
    )

    def path(flag: str, metavar: str, text: str, default: Path | None = None) -> None:
        parser.add_argument(flag, type=Path, metavar=metavar, default=default, help=text)

    path("--questions", "FILE", "the questions with their gold", _DATA / "questions.jsonl")
    path("--minutes", "FOLDER", "the minutes they are about", _DATA / "minutes")
    path("--units", "FILE", "all units of those minutes: a citation that holds two is not exact")
    path("--store", "DIR", "keep the store here; by default it is a temporary one")
    path("--out", "FILE", "write the report as JSON")
    path("--answers", "FILE", "write the answers as `minutebook ask --json` prints them")
    for flag, text in (
        ("--fail-below", "exit with 1 below this"),
        ("--fail-above", "exit with 1 above this"),
    ):
        parser.add_argument(flag, nargs="+", type=_limit, metavar="MEASURE=VALUE", default=[], help=text)
    return parser


if __name__ == "__main__":
    sys.exit(main())

"""`minutebook eval`: the questions of a file, asked and judged; by default the samples of the package."""

# ruff: noqa: PLC0415 - what is evaluated with is imported when it is run: `minutebook --help` names this command too

from __future__ import annotations

import argparse
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.commands import wording
from assistant.quality import write_quality
from eval import samples
from eval.commands import rivalry
from eval.measures.catalogue import MEASURES
from ingest import BadQuestion, MinutesError

if TYPE_CHECKING:
    from assistant.answering import Assistant
    from eval.report import Report
    from eval.run import System


def add(commands: Any, stored: argparse.ArgumentParser) -> None:  # noqa: ANN401 - argparse names no type for it
    """Add the command to the command line."""
    parser = commands.add_parser(
        "eval",
        help="judge the answers to a file of questions",
        description="Ask every question of a file and judge the answers by its gold: what was found, cited, said and "
        "refused. Without a file, the sample questions over the sample minutes. Interrupted, run it again with the "
        "same --out: what was answered is not asked again.",
    )
    parser.add_argument(
        "questions",
        nargs="?",
        type=Path,
        metavar="QUESTIONS.jsonl",
        help="questions with their gold, one a line",
    )
    over = parser.add_mutually_exclusive_group()
    over.add_argument(
        "--store",
        type=Path,
        metavar="DIR",
        help=f"the store to ask (default, with QUESTIONS.jsonl: {stored.get_default('store')})",
    )
    over.add_argument("--minutes", type=Path, metavar="FOLDER", help="read these minutes into a store aside")
    parser.add_argument(
        "--units", type=Path, metavar="FILE", help="all units of the minutes: a citation of two is not exact"
    )
    parser.add_argument(
        "--out",
        type=Path,
        metavar="DIR",
        help="keep the answers there, and the report: report.json and report.html",
    )
    parser.add_argument(
        "--compare", type=Path, metavar="REPORT", help="tell what changed since an earlier report.json"
    )
    for flag, text in (("--fail-below", "below"), ("--fail-above", "above")):
        parser.add_argument(
            flag,
            type=_limits,
            action="extend",
            metavar="MEASURE=VALUE,...",
            default=[],
            help=f"exit with 1 if a measure is {text} its value",
        )
    parser.add_argument(
        "--publish", action="store_true", help="show the figures in the About view of the store's chat"
    )
    rivalry.add(parser)
    wording.add(parser)
    parser.set_defaults(run=run, store_by_default=stored.get_default("store"))


def run(args: argparse.Namespace) -> int:
    """Evaluate and print; 0 done, 1 if a question failed or a measure is beyond its limit.

    Raises:
        MinutesError: the questions, the minutes or the store cannot be read.
    """
    from eval.change_table import change_table
    from eval.changes import compare_reports
    from eval.publishing import in_short
    from eval.report_json import read_report
    from eval.tables import table

    if args.publish and (args.minutes or args.answers or not args.questions):
        raise BadQuestion("--publish shows what was measured on a store: give QUESTIONS.jsonl and --store")
    before = read_report(args.compare) if args.compare else None  # first: the run may write over it
    with ExitStack() as stack:
        report, beside = _evaluate(args, stack)
    print(table(report))  # noqa: T201
    if args.publish:
        print(f"\nShown in the chat: {write_quality(args.store or args.store_by_default, in_short(report))}")  # noqa: T201
    if before:
        print(f"\n{change_table(compare_reports(before, report))}")  # noqa: T201
    if beside:
        print(f"\n{beside}")  # noqa: T201
    failures = report.failures(dict(args.fail_below), dict(args.fail_above))
    for failure in failures:
        print(f"minutebook: {failure}", file=sys.stderr)  # noqa: T201
    return 1 if failures or any(row.error for row in report.rows) else 0


def _evaluate(args: argparse.Namespace, stack: ExitStack) -> tuple[Report, str]:
    """The report, and the table of all systems if others were wanted, else ""."""
    from eval.evaluation import evaluate_into, read_question_set
    from eval.holdings import Holdings

    asked = read_question_set(
        args.questions or samples.QUESTIONS, args.units or (None if args.questions else samples.UNITS)
    )
    folder = args.out or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="minutebook-eval-")))
    assistant = None if args.answers and not (args.store or args.minutes) else _open(args, folder)
    holdings = Holdings(stack.enter_context(assistant.store)) if assistant else None
    if args.answers or assistant is None:
        system: System = rivalry.given(args.answers, asked.cases)
    else:
        system = _asking(args, assistant)
    others = rivalry.others(
        args, asked, assistant
    )  # first: what cannot be had is told before anything is asked
    report = evaluate_into(folder, system, asked, holdings)
    if not (args.rivals or args.peer):
        return report, ""
    return report, rivalry.table(folder, system, others, asked, holdings)


def _asking(args: argparse.Namespace, assistant: Assistant) -> System:
    from eval.asking import QUOTING, Asking

    model = wording.model(args)
    settings = f"{model.name} at {args.base_url or 'its provider'}" if model else QUOTING
    return Asking(assistant.with_drafter(model), settings)


def _open(args: argparse.Namespace, folder: Path) -> Assistant:
    """The store that was named, that of `ask` if only questions were, else the minutes read into one in the folder."""
    from assistant.opening import open_assistant
    from eval.opening import open_aside

    minutes = args.minutes or (None if args.questions or args.store else samples.MINUTES)
    if minutes is None:
        return open_assistant(args.store or args.store_by_default)
    return open_aside(minutes, folder / "store", on_failure=_warn)


def _warn(error: MinutesError) -> None:
    print(f"minutebook: {error}", file=sys.stderr)  # noqa: T201


def _limits(text: str) -> list[tuple[str, float]]:
    return [_limit(part) for part in text.split(",")]


def _limit(text: str) -> tuple[str, float]:
    name, _, value = text.strip().partition("=")
    if name not in MEASURES:
        raise argparse.ArgumentTypeError(f"{name!r} is none of {', '.join(MEASURES)}")
    try:
        return name, float(value)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not like {name}=0.5") from error

"""`minutebook questions`: whether a file of questions holds together, and proposals for more."""

# ruff: noqa: PLC0415 - what it works with is imported when it is run: `minutebook --help` names this command too

from __future__ import annotations

import argparse
import sys
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ingest import UnreadableSource

if TYPE_CHECKING:
    from eval.questions.documents import Find


def add(commands: Any, stored: argparse.ArgumentParser) -> None:  # noqa: ANN401 - argparse names no type for it
    """Add the command to the command line."""
    parser = commands.add_parser(
        "questions",
        help="check a file of questions, or draft some",
        description="Make sets of questions for `minutebook eval`: check a file of them against the minutes, or draft "
        "questions from a store for a person to edit. docs/questions.md tells the format.",
    )
    actions = parser.add_subparsers(title="actions", metavar="ACTION", required=True)
    _add_check(actions, stored.get_default("store"))
    _add_draft(actions, stored)


def check(args: argparse.Namespace) -> int:
    """Print a line for each finding; 0 if there is none, else 1."""
    from eval.questions.checking import check_questions, check_units

    count = 0
    with ExitStack() as stack:
        find = _documents(args, stack)
        findings = [check_questions(args.file, find)]
        if args.units:
            findings.append(check_units(args.units, find))
        for finding in (line for lines in findings for line in lines):
            print(finding)  # noqa: T201
            count += 1
    print(f"{count or 'no'} finding{'' if count == 1 else 's'}", file=sys.stderr)  # noqa: T201
    return 1 if count else 0


def draft(args: argparse.Namespace) -> int:
    """Print or write the drafts; 0 even if the store yields fewer than were asked for, which is said."""
    from eval.questions import drafting
    from eval.questions.documents import in_store
    from eval.questions.writing import question_json
    from vectorstore import MinutesStore

    with MinutesStore.open(args.store, None) as store:
        cases = islice(drafting.draft(list(store.passages()), in_store(store)), args.n)
        lines = [question_json(case, draft=True, note=drafting.NOTE) for case in cases]
    if args.out is None:
        for line in lines:
            print(line)  # noqa: T201
    else:
        _write_new(args.out, "".join(f"{line}\n" for line in lines))
    if len(lines) < args.n:
        print(f"minutebook: the store yields {len(lines)} of {args.n} questions", file=sys.stderr)  # noqa: T201
    return 0


def _add_check(actions: Any, store: Path) -> None:  # noqa: ANN401 - as above
    parser = actions.add_parser(
        "check",
        help="tell what is wrong with a file of questions",
        description="Tell what is wrong with a file of questions, a line for each finding: its form, ids that occur "
        "twice, gold that is not one passage of its document under its printed number, nuggets that the gold does not "
        "say. Exit status 1 if there is any.",
    )
    parser.add_argument("file", type=Path, metavar="QUESTIONS.jsonl", help="the questions with their gold")
    over = parser.add_mutually_exclusive_group()
    over.add_argument("--minutes", type=Path, metavar="FOLDER", help="the minutes that they are about")
    over.add_argument(
        "--store",
        type=Path,
        metavar="DIR",
        default=store,
        help="the store of those minutes (default: %(default)s)",
    )
    parser.add_argument("--units", type=Path, metavar="FILE", help="check this file of units too")
    parser.set_defaults(run=check)


def _add_draft(actions: Any, stored: argparse.ArgumentParser) -> None:  # noqa: ANN401 - as above
    parser = actions.add_parser(
        "draft",
        parents=[stored],
        help="propose questions that a store answers",
        description="Propose questions that the minutes of a store answer, each with its gold: look-ups by number, "
        "decisions, recommendations, actions, votes, movers. They are drafts: read them against the minutes and word "
        "them as people would.",
    )
    parser.add_argument("--n", type=_count, default=20, metavar="N", help="how many (default: %(default)s)")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write them to a new file")
    parser.set_defaults(run=draft)


def _documents(args: argparse.Namespace, stack: ExitStack) -> Find:
    from eval.questions.documents import in_folder, in_store
    from vectorstore import MinutesStore

    if args.minutes:
        return in_folder(args.minutes)
    return in_store(stack.enter_context(MinutesStore.open(args.store, None)))


def _write_new(path: Path, text: str) -> None:
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError as error:
        raise UnreadableSource(f"{path} exists: name a new file, or take it away first") from error
    except OSError as error:
        raise UnreadableSource(f"{path} cannot be written: {error.strerror}") from error


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number

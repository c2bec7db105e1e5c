"""The part of `minutebook eval` that judges other systems: answers from a file, and rivals in one table with ours."""

# ruff: noqa: PLC0415 - what it works with is imported when it is run

from __future__ import annotations

import argparse
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from eval import samples
from ingest import BadQuestion

if TYPE_CHECKING:
    from assistant.answering import Assistant
    from eval.cases import Case
    from eval.evaluation import QuestionSet
    from eval.holdings import Holdings
    from eval.run import System


def add(parser: argparse.ArgumentParser) -> None:
    """Add the flags to `minutebook eval`."""
    parser.add_argument(
        "--answers",
        type=Path,
        metavar="FILE",
        help="judge these, an object of `ask --json` a line, by any system; nothing is asked",
    )
    parser.add_argument(
        "--rivals",
        action="store_true",
        help="ask simple systems over the same minutes too, and show all in one table; needs --minutes",
    )
    parser.add_argument(
        "--peer",
        type=_peer,
        action="append",
        default=[],
        metavar="NAME=FILE",
        help="a line of that table from the answers of another system; may be given several times",
    )


def others(args: argparse.Namespace, asked: QuestionSet, assistant: Assistant | None) -> Iterator[System]:
    """The systems that are wanted beside the one that is judged: the rivals, each opened in its turn, then the peers.

    `assistant` is ours over the minutes, None where there are none.

    Raises:
        BadQuestion: rivals are wanted and there is no folder of minutes for them.
        MinutesError: the minutes or the answers of a peer cannot be read.
    """
    from assistant.opening import open_embedder
    from eval.answers import GivenAnswers
    from eval.asking import Asking
    from eval.rivals.opening import open_rivals

    peers = [GivenAnswers(path, asked.cases, name) for name, path in args.peer]
    if not args.rivals:
        return iter(peers)
    minutes = args.minutes or (None if args.questions or args.store else samples.MINUTES)
    if minutes is None or assistant is None:
        raise BadQuestion("--rivals reads the minutes as files: name their folder with --minutes FOLDER")
    rivals = open_rivals(minutes, assistant, Asking(assistant).identity(), open_embedder())
    return chain(rivals, peers)


def table(
    folder: Path, ours: System, systems: Iterator[System], asked: QuestionSet, holdings: Holdings | None
) -> str:
    """The table of all systems, ours last; the reports of the others go into `rivals/` of the folder."""
    from eval.contest import compete, stand, standings

    rivals = list(compete(folder / "rivals", systems, asked, holdings))
    return "\n".join(standings([*rivals, stand(folder, ours, asked, holdings)]))


def given(path: Path, cases: tuple[Case, ...]) -> System:
    """The system whose answers are those of a file."""
    from eval.answers import GivenAnswers

    return GivenAnswers(path, cases)


def _peer(text: str) -> tuple[str, Path]:
    name, _, path = text.partition("=")
    if not path or not name.strip(" .") or any(c in name for c in "/\\|"):
        raise argparse.ArgumentTypeError(f"{text!r} is not like cairn=answers.jsonl")
    return name.strip(), Path(path)

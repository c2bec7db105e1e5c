"""`minutebook ask`: one question in the terminal, a conversation, or a stream of questions for scripts."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from assistant import render
from assistant.answering import Assistant
from assistant.commands import narrowing, wording
from assistant.contract import answer_json, read_request
from assistant.export import Taken, check, make, save
from assistant.model import Answer, Turn
from assistant.opening import open_assistant
from assistant.wording import narrowed
from assistant.words import typed
from ingest import BadQuestion
from vectorstore import Filters


def add(commands: Any, stored: argparse.ArgumentParser) -> None:  # noqa: ANN401 - argparse names no type for it
    """Add the command to the command line."""
    parser = commands.add_parser(
        "ask",
        parents=[stored],
        help="ask a question and get the cited answer",
        description="Ask a question. Several questions are a conversation: each may lean on those before it.",
    )
    parser.add_argument(
        "question",
        nargs="+",
        type=typed,
        metavar="QUESTION",
        help="a question; - reads one a line from stdin",
    )
    parser.add_argument(
        "--json", action="store_true", help="print one JSON object per question (see the README)"
    )
    parser.add_argument(
        "--out",
        type=Path,
        metavar="FILE",
        help="write FILE instead, which ends in .docx, .pdf or .md: the answers with their references in full",
    )
    narrowing.add(parser)
    wording.add(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Answer and print, or write a file; 0 whether answered or refused."""
    if args.out:
        check(args.out)
    filters = narrowing.filters(args)
    assistant = open_assistant(args.store, drafter=wording.model(args))
    asked = (
        _stream(assistant, filters) if args.question == ["-"] else _talk(assistant, args.question, filters)
    )
    taken = []
    for answer, given, id_ in asked:
        if args.out:
            taken.append(Taken(question=answer.question, answer=answer, narrowed=narrowed(given)))
        else:
            print(answer_json(answer, id_) if args.json else render.answer(answer), flush=True)  # noqa: T201
    if args.out and taken:
        save(make(taken, datetime.now()), args.out)
        print(f"{len(taken)} answer{'' if len(taken) == 1 else 's'} written to {args.out}")  # noqa: T201
    return 0


_Asked = Iterator[tuple[Answer, Filters, str | None]]


def _stream(assistant: Assistant, filters: Filters) -> _Asked:
    """The questions of standard input, each by itself, with its filters and its id."""
    for line in sys.stdin:
        if line.strip():
            request = read_request(line, filters)
            yield (
                assistant.ask(request.question, history=request.history, filters=request.filters),
                request.filters,
                request.id,
            )


def _talk(assistant: Assistant, questions: list[str], filters: Filters) -> _Asked:
    """The questions of a conversation, each with those before it."""
    if any(not question.strip() for question in questions):
        raise BadQuestion("the question is empty: type what you want to know")
    history: list[Turn] = []
    for question in questions:
        answer = assistant.ask(question, history=history, filters=filters)
        yield answer, filters, None
        history.append(Turn(question=question, answer=answer.text))

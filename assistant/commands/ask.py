"""`minutebook ask`: one question in the terminal, a conversation, or a stream of questions for scripts."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from assistant import render
from assistant.commands import narrowing, wording
from assistant.contract import answer_json, read_request
from assistant.model import Turn
from assistant.opening import open_assistant
from assistant.words import typed
from ingest import BadQuestion


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
    narrowing.add(parser)
    wording.add(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Answer and print; 0 whether answered or refused."""
    filters = narrowing.filters(args)
    assistant = open_assistant(args.store, drafter=wording.model(args))
    if args.question == ["-"]:
        for line in sys.stdin:
            if line.strip():
                request = read_request(line, filters)
                answer = assistant.ask(request.question, history=request.history, filters=request.filters)
                print(answer_json(answer, request.id) if args.json else render.answer(answer), flush=True)  # noqa: T201
        return 0
    if any(not question.strip() for question in args.question):
        raise BadQuestion("the question is empty: type what you want to know")
    history: list[Turn] = []
    for question in args.question:
        answer = assistant.ask(question, history=history, filters=filters)
        print(answer_json(answer) if args.json else render.answer(answer), flush=True)  # noqa: T201
        history.append(Turn(question=question, answer=answer.text))
    return 0

"""`minutebook mcp`: the minutes as tools for a language model's program."""

from __future__ import annotations

import argparse
import getpass
from typing import Any

from assistant import mcp_server
from assistant.access import Person, Role
from assistant.audit import Audited
from assistant.commands import auditing, wording
from assistant.opening import open_assistant


def add(commands: Any, stored: argparse.ArgumentParser) -> None:  # noqa: ANN401 - argparse names no type for it
    """Add the command to the command line."""
    parser = commands.add_parser(
        "mcp",
        parents=[stored],
        help="offer the minutes as tools to a language model's program",
        description="Speak the Model Context Protocol on standard input and output, for a program on this machine that "
        "starts it (docs/api.md). The tools only read. It needs the extra: pip install 'minutebook[mcp]'.",
    )
    auditing.add(parser)
    wording.add(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Serve until the program that started it leaves."""
    log = auditing.log(args)
    assistant = open_assistant(args.store, drafter=wording.model(args))
    # Whoever can start this can read the store: there is nobody to keep out.
    person = Person(getpass.getuser(), Role.READER)
    mcp_server.serve(Audited(assistant, log, lambda: person) if log else assistant)
    return 0

"""The filters that several commands share: council, body, from and to."""

from __future__ import annotations

import argparse

from assistant.contract import read_date
from assistant.words import typed
from vectorstore import Filters


def add(parser: argparse.ArgumentParser) -> None:
    """Add the filters to a command."""
    narrow = parser.add_argument_group("filters")
    narrow.add_argument("--council", type=typed, metavar="NAME", help="only councils whose name holds NAME")
    narrow.add_argument(
        "--body", type=typed, metavar="NAME", help="only committees, boards ... whose name holds NAME"
    )
    narrow.add_argument("--since", metavar="DATE", help="only meetings on or after DATE (2019-03-31)")
    narrow.add_argument("--until", metavar="DATE", help="only meetings on or before DATE")


def filters(args: argparse.Namespace) -> Filters:
    """The filters that were given.

    Raises:
        BadQuestion: a date cannot be read.
    """
    return Filters(
        council=args.council,
        body=args.body,
        date_from=read_date(args.since) if args.since else None,
        date_to=read_date(args.until) if args.until else None,
    )

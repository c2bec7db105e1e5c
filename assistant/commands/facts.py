"""What an officer may say about the meetings that are read: council, body and date."""

from __future__ import annotations

import argparse

from assistant.contract import read_date
from assistant.words import typed
from ingest import MeetingFacts


def add(parser: argparse.ArgumentParser) -> None:
    """Add the flags to a command."""
    told = parser.add_argument_group("what you know and the text does not say")
    told.add_argument("--council", type=typed, metavar="NAME", help="the council whose minutes these are")
    told.add_argument("--body", type=typed, metavar="NAME", help="the committee, board ... that met")
    told.add_argument("--date", metavar="DATE", help="the day of the meeting (2019-03-31)")


def given(args: argparse.Namespace) -> MeetingFacts:
    """The facts that were given.

    Raises:
        BadQuestion: the date cannot be read.
    """
    held_on = read_date(args.date) if args.date else None
    return MeetingFacts(council=args.council, body=args.body, held_on=held_on)

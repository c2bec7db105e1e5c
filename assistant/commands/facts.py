"""What an officer may say about the meetings that are read: council, body, date, time and status."""

from __future__ import annotations

import argparse

from assistant.contract import read_date
from assistant.words import typed
from ingest import BadQuestion, MeetingFacts, Status, time_of


def add(parser: argparse.ArgumentParser) -> None:
    """Add the flags to a command."""
    told = parser.add_argument_group("what you know and the text does not say")
    told.add_argument("--council", type=typed, metavar="NAME", help="the council whose minutes these are")
    told.add_argument("--body", type=typed, metavar="NAME", help="the committee, board ... that met")
    told.add_argument("--date", metavar="DATE", help="the day of the meeting (2019-03-31)")
    told.add_argument("--time", metavar="TIME", help="when it began (18:30)")
    told.add_argument("--status", choices=("draft", "confirmed"), help="what the minutes are")


def given(args: argparse.Namespace) -> MeetingFacts:
    """The facts that were given.

    Raises:
        BadQuestion: the date or the time cannot be read.
    """
    began_at = time_of(args.time) if args.time else None
    if args.time and began_at is None:
        raise BadQuestion(f"{args.time!r} is no time of day: write it as 18:30 or 6.30pm")
    return MeetingFacts(
        council=args.council,
        body=args.body,
        held_on=read_date(args.date) if args.date else None,
        status=Status(args.status) if args.status else None,
        began_at=began_at,
    )

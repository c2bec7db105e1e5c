"""`minutebook actions`: the register of what is to be done, and what the later minutes show of it."""

from __future__ import annotations

import argparse
from typing import Any

from assistant.commands import narrowing, tabling
from assistant.register.actions import ActionRegister
from assistant.register.columns import ACTIONS
from assistant.register.model import Standing
from assistant.register.rendering import action_json, action_lines, searched
from vectorstore import MinutesStore

_STANDINGS = {
    "raised": Standing.RAISED,
    "mentioned": Standing.MENTIONED,
    "discharged": Standing.DISCHARGED,
    "not-seen": Standing.NOT_SEEN,
}


def add(commands: Any, stored: argparse.ArgumentParser) -> None:  # noqa: ANN401 - argparse names no type for it
    """Add the command to the command line."""
    parser = commands.add_parser(
        "actions",
        parents=[stored],
        help="list what is to be done, and what came of it",
        description="List what somebody is to do, the latest first, and how it stands as far as the later minutes "
        "show: raised, mentioned, discharged, or not seen again, each with the passage that shows it. The filters say "
        "where an action was raised; what became of it is read from all minutes.",
    )
    parser.add_argument(
        "--standing", choices=_STANDINGS, action="append", default=[], help="only these; may be repeated"
    )
    tabling.add_search(parser)
    tabling.add(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print or write the register; 0 also where nothing matches."""
    filters = narrowing.filters(args)
    standings = [_STANDINGS[standing] for standing in args.standing]
    with MinutesStore.open(args.store, None) as store:
        found = ActionRegister(store).actions(filters, standings=standings, search=args.search)
        nothing = f"No action matches. {searched(store.coverage(filters))}"
    return tabling.show(
        args, found, ACTIONS, "Actions", as_json=action_json, as_lines=action_lines, nothing=nothing
    )

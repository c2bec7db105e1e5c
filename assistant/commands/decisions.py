"""`minutebook decisions`: the register of what was decided."""

from __future__ import annotations

import argparse
from typing import Any

from assistant.commands import narrowing, tabling
from assistant.register.columns import DECISIONS
from assistant.register.decisions import decisions
from assistant.register.model import Outcome
from assistant.register.rendering import decision_json, decision_lines, searched
from vectorstore import MinutesStore

_KINDS = {
    "decided": Outcome.DECIDED,
    "recommended": Outcome.RECOMMENDED,
    "lost": Outcome.LOST,
    "moved": Outcome.MOVED,
}


def add(commands: Any, stored: argparse.ArgumentParser) -> None:  # noqa: ANN401 - argparse names no type for it
    """Add the command to the command line."""
    parser = commands.add_parser(
        "decisions",
        parents=[stored],
        help="list what was decided, with movers and votes",
        description="List what meetings decided, recommended, and had moved and did not carry, the latest first. "
        "A recommendation and a lost motion are called so.",
    )
    parser.add_argument(
        "--kind", choices=_KINDS, action="append", default=[], help="only these; may be repeated"
    )
    tabling.add_search(parser)
    tabling.add(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print or write the register; 0 also where nothing matches."""
    filters = narrowing.filters(args)
    with MinutesStore.open(args.store, None) as store:
        found = decisions(store, filters, outcomes=[_KINDS[kind] for kind in args.kind], search=args.search)
        nothing = f"No decision matches. {searched(store.coverage(filters))}"
    return tabling.show(
        args, found, DECISIONS, "Decisions", as_json=decision_json, as_lines=decision_lines, nothing=nothing
    )

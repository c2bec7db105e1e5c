"""The options about who may come to a server: the file of users, the address people open, the proxy in front."""

from __future__ import annotations

import argparse
import ipaddress
import os
from pathlib import Path

from assistant.access import Users
from assistant.web.address import PublicAddress
from assistant.web.doors import Doors


def add(parser: argparse.ArgumentParser) -> None:
    """Add the options to a command."""
    admitted = parser.add_argument_group("who may come in")
    add_users(admitted)
    admitted.add_argument(
        "--open-to-all",
        action="store_true",
        help="let everybody who can reach it ask and read without a log-in",
    )
    admitted.add_argument(
        "--public-url",
        metavar="URL",
        help="the address that people open, where a proxy stands in front: https://example.gov.uk/minutes",
    )
    admitted.add_argument(
        "--trusted-proxy",
        metavar="ADDRESS",
        action="append",
        type=_network,
        help="address or network of a proxy that may say whom it asks for; may be given several times "
        "(default: this computer)",
    )


def add_users(parser: argparse._ActionsContainer) -> None:
    """Add the option that names the file of users."""
    parser.add_argument(
        "--users",
        type=Path,
        metavar="FILE",
        default=os.environ.get("MINUTEBOOK_USERS") or None,
        help="file of the people who may log in, made by `minutebook users` (default: $MINUTEBOOK_USERS, else none)",
    )


def doors(args: argparse.Namespace) -> Doors:
    """The doors that were asked for.

    Raises:
        BadAddress: the public address cannot be used.
    """
    told = Doors()
    return Doors(
        users=Users(Path(args.users)) if args.users else None,
        public=PublicAddress.read(args.public_url) if args.public_url else None,
        proxies=tuple(args.trusted_proxy or told.proxies),
        open_to_all=args.open_to_all,
    )


def _network(text: str) -> str:
    try:
        ipaddress.ip_network(text, strict=False)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text} is no address or network") from error
    return text

"""`minutebook users`: who may log in to the chat."""

from __future__ import annotations

import argparse
import getpass
import sys
from pathlib import Path
from typing import Any

from assistant.access import BadPassword, Role, Users, UsersUnusable
from assistant.commands.admitting import add_users


def add(commands: Any, stored: argparse.ArgumentParser) -> None:  # noqa: ANN401 - argparse names no type for it
    """Add the command to the command line."""
    parser = commands.add_parser(
        "users",
        help="say who may log in to the chat",
        description="Keep the file of the people who may log in to `minutebook chat --users FILE`. A reader asks and "
        "reads, an officer may also load minutes. A server that runs sees a change at once.",
    )
    acts = parser.add_subparsers(title="what to do", metavar="WHAT", required=True)
    adding = _act(acts, "add", _add, "add somebody, or give them another role and password", named=True)
    adding.add_argument(
        "--role",
        type=Role,
        choices=list(Role),
        default=Role.READER,
        help="reader asks and reads, officer may also load (default: %(default)s)",
    )
    _act(acts, "list", _list, "show who may log in", named=False)
    _act(acts, "remove", _remove, "take somebody out; they are logged out at once", named=True)
    _act(acts, "token", _token, "make a token for somebody's programs; the one before is void", named=True)


def _act(acts: Any, name: str, run: object, told: str, *, named: bool) -> argparse.ArgumentParser:  # noqa: ANN401
    parser: argparse.ArgumentParser = acts.add_parser(
        name, help=told, description=f"{told[0].upper()}{told[1:]}."
    )
    if named:
        parser.add_argument("name", metavar="NAME")
    add_users(parser)
    parser.set_defaults(run=run)
    return parser


def _add(args: argparse.Namespace) -> int:
    users = _users(args)
    users.check_name(args.name)
    users.add(args.name, args.role, _password(args.name))
    print(f"{args.name} may log in as {args.role} ({users.path})")  # noqa: T201
    return 0


def _list(args: argparse.Namespace) -> int:
    for user in _users(args).all():
        print(f"{user.name:<24} {user.role:<8} {'has a token' if user.token else ''}".rstrip())  # noqa: T201
    return 0


def _remove(args: argparse.Namespace) -> int:
    users = _users(args)
    users.remove(args.name)
    print(f"{args.name} may not log in any more ({users.path})")  # noqa: T201
    return 0


def _token(args: argparse.Namespace) -> int:
    token = _users(args).issue_token(args.name)
    print("Keep it like a password; it is not shown again:", file=sys.stderr)  # noqa: T201
    print(token)  # noqa: T201
    return 0


def _users(args: argparse.Namespace) -> Users:
    if not args.users:
        raise UsersUnusable("no file of users is named: give --users FILE, or set MINUTEBOOK_USERS")
    return Users(Path(args.users))


def _password(name: str) -> str:
    """A new password, typed twice; from a pipe, its first line. Never an argument: others can read those."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    password = getpass.getpass(f"Password for {name}: ")
    if getpass.getpass("The same again: ") != password:
        raise BadPassword("the two are not the same: nothing was changed")
    return password

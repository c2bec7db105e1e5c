"""The file of people who may log in: names, roles, hashed passwords, hashed tokens of their programs.

JSON, readable by its owner only, replaced whole. A server reads it again when it has changed, so that somebody who
is taken out is out at once.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import secrets
import tempfile
import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from assistant.access.passwords import hash_password, verify_password
from assistant.access.roles import Person, Role
from ingest import MinutesError

_NAME = re.compile(r"\w[\w.@ '-]{0,63}")
_TOKEN = "mb_"  # noqa: S105 - the mark of our tokens, by which scanners of leaked secrets can know them


class UsersUnusable(MinutesError):
    """The file of users cannot be read or written, or others can read it."""


class BadUser(MinutesError):
    """A name cannot be used, is taken, or is nobody's."""


@dataclass(frozen=True, slots=True)
class User:
    """One person: `password` and `token` are hashes; `token` is None where no program may log in for them."""

    name: str
    role: Role
    password: str
    token: str | None = None

    @property
    def person(self) -> Person:
        """Who it is to the rest of the program."""
        return Person(self.name, self.role)


class Users:
    """The people of one file. Many threads may use it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._guard = threading.Lock()
        self._read_at: tuple[int, ...] | None = None
        self._users: Mapping[str, User] = {}

    def all(self) -> list[User]:
        """Everybody, by name.

        Raises:
            UsersUnusable: the file is not there or cannot be read.
        """
        return sorted(self._current().values(), key=lambda user: user.name)

    def with_password(self, name: str, password: str) -> User | None:
        """Who that is, None if no such name goes with the password; it takes the same time either way.

        Raises:
            UsersUnusable: the file cannot be read.
        """
        user = self._current().get(name.strip().casefold())
        right = verify_password(password, user.password if user else _nobody())
        return user if right else None

    def with_token(self, token: str) -> User | None:
        """Whose program that is, None if nobody's.

        Raises:
            UsersUnusable: the file cannot be read.
        """
        hashed = _hashed(token)
        found = None
        for user in self._current().values():
            if user.token is not None and secrets.compare_digest(user.token, hashed):
                found = user
        return found

    def named(self, name: str) -> User | None:
        """The person of that name as the file has them now.

        Raises:
            UsersUnusable: the file cannot be read.
        """
        return self._current().get(name.casefold())

    @staticmethod
    def check_name(name: str) -> None:
        """Make sure that somebody can be called so.

        Raises:
            BadUser: they cannot.
        """
        if not _NAME.fullmatch(name):
            raise BadUser(
                f"{name!r} is no name for a user: letters, digits, spaces, . @ ' - and _, at most 64"
            )

    def add(self, name: str, role: Role, password: str) -> None:
        """Add a person, or give one another role and password; the file is made where there is none.

        Raises:
            BadUser: the name cannot be used.
            BadPassword: the password is too short or too long.
            UsersUnusable: the file cannot be read or written.
        """
        self.check_name(name)
        users = dict(self._current()) if self.path.exists() else {}
        users[name.casefold()] = User(name, role, hash_password(password))
        self._write(users)

    def remove(self, name: str) -> None:
        """Take a person out.

        Raises:
            BadUser: nobody is called so.
            UsersUnusable: the file cannot be read or written.
        """
        users = dict(self._current())
        del users[self._found(name).name.casefold()]
        self._write(users)

    def issue_token(self, name: str) -> str:
        """A new token for a person's programs; the one before it is void. It can be read only now.

        Raises:
            BadUser: nobody is called so.
            UsersUnusable: the file cannot be read or written.
        """
        user = self._found(name)
        token = _TOKEN + secrets.token_urlsafe(32)
        self._write({**self._current(), user.name.casefold(): replace(user, token=_hashed(token))})
        return token

    def _found(self, name: str) -> User:
        user = self.named(name)
        if user is None:
            raise BadUser(f"no user is called {name!r} in {self.path}: `minutebook users list` shows who is")
        return user

    def _current(self) -> Mapping[str, User]:
        with self._guard:
            try:
                stat = self.path.stat()
                stamp = (stat.st_mtime_ns, stat.st_size, stat.st_ino)
                if stamp != self._read_at:
                    _check_private(self.path, stat.st_mode)
                    self._users = _users(self.path.read_text("utf-8"))
                    self._read_at = stamp
            except FileNotFoundError:
                raise UsersUnusable(
                    f"there is no file of users {self.path}: `minutebook users add NAME` makes it"
                ) from None
            except OSError as error:
                raise UsersUnusable(f"cannot read the users of {self.path}: {error.strerror}") from error
            except (ValueError, KeyError, TypeError) as error:
                raise UsersUnusable(
                    f"{self.path} is no file of users ({error}): put it back from a copy, or begin a new one"
                ) from error
            return self._users

    def _write(self, users: Mapping[str, User]) -> None:
        entries = [
            {"name": u.name, "role": u.role.value, "password": u.password, "token": u.token}
            for u in sorted(users.values(), key=lambda user: user.name)
        ]
        try:
            _replace(self.path, json.dumps({"users": entries}, indent=1, ensure_ascii=False) + "\n")
        except OSError as error:
            raise UsersUnusable(f"cannot write the users to {self.path}: {error.strerror}") from error


def _users(text: str) -> dict[str, User]:
    entries: list[dict[str, Any]] = json.loads(text)["users"]
    users = [User(str(e["name"]), Role(e["role"]), str(e["password"]), e.get("token")) for e in entries]
    return {user.name.casefold(): user for user in users}


def _check_private(path: Path, mode: int) -> None:
    if os.name == "posix" and mode & 0o007:
        raise UsersUnusable(f"everybody on this computer can read {path}: run `chmod o-rwx` on it first")


def _replace(path: Path, text: str) -> None:
    """Put a file in place whole, for its owner only."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, aside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileNotFoundError):  # whoever shares it with a group goes on doing so
            Path(aside).chmod(path.stat().st_mode & 0o770)
        Path(aside).replace(path)
    except BaseException:
        Path(aside).unlink(missing_ok=True)
        raise


def _hashed(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()  # 256 random bits need no salt and no slow hash


@cache
def _nobody() -> str:
    """A password that nobody has, for the time it takes to find that out."""
    return hash_password(secrets.token_urlsafe(24))

"""Who is logged in: random keys that a browser keeps in a cookie, forgotten after a working day."""

from __future__ import annotations

import hashlib
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from assistant.access.users import User, Users

_LASTS = 12 * 3600
"""Seconds from logging in to being asked again."""
_MOST = 10_000


@dataclass(frozen=True, slots=True)
class _Session:
    user: User
    until: float


class Sessions:
    """The sessions of one server, in its memory: they end with it. Many threads may use it."""

    def __init__(self, users: Users, clock: Callable[[], float] = time.monotonic) -> None:
        self._users = users
        self._clock = clock
        self._guard = threading.Lock()
        self._sessions: dict[str, _Session] = {}

    def begin(self, user: User) -> str:
        """Log somebody in; returns the key for their browser."""
        key = secrets.token_urlsafe(32)
        with self._guard:
            now = self._clock()
            alive = {hashed: s for hashed, s in self._sessions.items() if s.until > now}
            for oldest in list(alive)[: max(0, len(alive) - _MOST + 1)]:
                del alive[oldest]
            self._sessions = {**alive, _hashed(key): _Session(user, now + _LASTS)}
        return key

    def user(self, key: str) -> User | None:
        """Who has that key, None if nobody, or no longer: out of time, logged out, or changed in the file.

        Raises:
            UsersUnusable: the file of users cannot be read.
        """
        session = self._sessions.get(_hashed(key))
        if session is None or session.until <= self._clock():
            return None
        user = self._users.named(session.user.name)
        # A new password ends what was begun with the old one; a new role holds at once.
        return user if user is not None and user.password == session.user.password else None

    def end(self, key: str) -> None:
        """Log out whoever has that key."""
        with self._guard:
            self._sessions.pop(_hashed(key), None)


def _hashed(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()  # a look-up by hash tells nothing of a key by its time

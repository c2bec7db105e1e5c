"""Attempts to log in: after some failures the same name or the same computer has to wait."""

from __future__ import annotations

import math
import threading
import time
from collections import deque
from collections.abc import Callable

_WITHIN = 900
"""Seconds in which failures are counted together."""
_MOST = 20_000
_Key = tuple[str, str, int]  # name, address, and how many failures cost nothing


class Throttle:
    """Counts attempts until they succeed. Many threads may use it."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._guard = threading.Lock()
        self._failures: dict[_Key, deque[float]] = {}

    def attempt(self, name: str, address: str) -> int:
        """Seconds to wait before trying, or 0: then this attempt counts as failed until `succeed` is called.

        It counts before it is tried, so that a thousand at once are no way round.
        """
        with self._guard:
            now = self._clock()
            keys = _keys(name, address)
            wait = max(self._wait(key, now) for key in keys)
            if wait == 0:
                self._make_room(now)
                for key in keys:
                    self._failures.setdefault(key, deque(maxlen=key[2])).append(now)
            return wait

    def succeed(self, name: str, address: str) -> None:
        """Forget the failures of a name at an address: it was its owner who mistyped."""
        own, everywhere, place = _keys(name, address)
        with self._guard:
            for key in (everywhere, place):
                if self._failures.get(key):
                    self._failures[key].pop()
            self._failures.pop(own, None)

    def _wait(self, key: _Key, now: float) -> int:
        failures = self._failures.get(key)
        if failures is None or len(failures) < key[2]:
            return 0
        return max(0, math.ceil(failures[0] + _WITHIN - now))

    def _make_room(self, now: float) -> None:
        if len(self._failures) >= _MOST:  # somebody tries names by the thousand: the recent ones tell
            recent = {k: v for k, v in self._failures.items() if v and now - v[-1] < _WITHIN / 15}
            self._failures = recent if len(recent) < _MOST else {}


def _keys(name: str, address: str) -> tuple[_Key, _Key, _Key]:
    """A name at an address, a name from anywhere (a stranger must not lock its owner out), an address (an office)."""
    folded = name.strip().casefold()
    return (folded, address, 5), (folded, "", 50), ("", address, 20)

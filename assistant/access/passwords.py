"""Passwords as they are kept: scrypt with a salt of their own, the costs written beside the hash.

The costs are one of the settings that OWASP's password storage cheat sheet calls equal: N 2^15, r 8, p 3 (32 MB).
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import threading
import unicodedata

from ingest import MinutesError

SHORTEST, LONGEST = 12, 1000
"""Characters of a password."""
_N, _R, _P = 2**15, 8, 3
_BYTES = 32
_at_once = threading.BoundedSemaphore(
    2
)  # each takes 32 MB and a core: a crowd at the door must not take the machine


class BadPassword(MinutesError):
    """A new password is too short, too long or not there."""


def hash_password(password: str) -> str:
    """The text to keep for a password: `scrypt$N$r$p$salt$hash`.

    Raises:
        BadPassword: it is shorter than `SHORTEST` or longer than `LONGEST`.
    """
    if not SHORTEST <= len(password) <= LONGEST:
        raise BadPassword(
            f"a password must have {SHORTEST} to {LONGEST:,} characters, this one has {len(password):,}: "
            "three random words are easy to remember"
        )
    salt = os.urandom(16)
    return f"scrypt${_N}${_R}${_P}${_encoded(salt)}${_encoded(_derived(password, salt, _N, _R, _P))}"


def verify_password(password: str, kept: str) -> bool:
    """Whether it is the password; takes the same time whatever is wrong with it.

    Raises:
        ValueError: `kept` was not made by `hash_password`.
    """
    name, n, r, p, salt, known = kept.split("$")
    if name != "scrypt":
        raise ValueError(f"unknown way to keep a password: {name}")
    derived = _derived(password[: LONGEST + 1], base64.b64decode(salt), int(n), int(r), int(p))
    return hmac.compare_digest(derived, base64.b64decode(known))


def _derived(password: str, salt: bytes, n: int, r: int, p: int) -> bytes:
    # The same characters typed on another keyboard may be other code points.
    typed = unicodedata.normalize("NFKC", password).encode()
    with _at_once:
        return hashlib.scrypt(typed, salt=salt, n=n, r=r, p=p, maxmem=256 * n * r, dklen=_BYTES)


def _encoded(raw: bytes) -> str:
    return base64.b64encode(raw).decode()

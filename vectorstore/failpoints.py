"""Named moments of loading at which a test may have the process killed.

`MINUTEBOOK_FAILPOINT=before-commit` makes the process end itself there as `kill -9` would, so that a test
can open what is left. Without the variable `reach` does nothing.
"""

from __future__ import annotations

import os
import signal

VARIABLE = "MINUTEBOOK_FAILPOINT"

FAILPOINTS = (
    "after-read",
    "after-parse",
    "after-embed",
    "before-commit",
    "after-commit",
    "after-index-build",
    "after-self-check",
    "after-fsync",
    "after-rename",
    "after-cleanup",
)


def reach(name: str) -> None:
    """Pass the failpoint `name`, or end the process without warning if it is the one that was asked for.

    Raises:
        ValueError: `name` is not in `FAILPOINTS`.
    """
    if name not in FAILPOINTS:
        raise ValueError(f"no such failpoint: {name}")
    if os.environ.get(VARIABLE) == name:
        os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))

"""People who ask go first: what reads and loads runs at low priority."""

from __future__ import annotations

import os

_LOW = 10  # as `nice` counts it


def give_way(process: int = 0) -> None:
    """Lower the priority of a process, by its number, or of this one; nothing where the system has no priorities."""
    if hasattr(os, "setpriority"):
        os.setpriority(os.PRIO_PROCESS, process, _LOW)

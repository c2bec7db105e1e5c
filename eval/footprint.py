"""How much memory this process holds, and held at most, as far as the machine tells."""

from __future__ import annotations

import sys
from pathlib import Path

_STATUS = Path("/proc/self/status")


def peak_memory() -> int | None:
    """The most bytes that this process has held since it started; None on Windows."""
    if _STATUS.exists():
        return _of_status("VmHWM")
    if sys.platform == "win32":
        return None
    import resource  # noqa: PLC0415 - Windows has none

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def memory() -> int | None:
    """The bytes that this process holds now; None anywhere but on Linux."""
    return _of_status("VmRSS") if _STATUS.exists() else None


def _of_status(name: str) -> int:
    lines = _STATUS.read_text("ascii", "replace").splitlines()
    (line,) = (line for line in lines if line.startswith(f"{name}:"))
    return int(line.split()[1]) * 1024

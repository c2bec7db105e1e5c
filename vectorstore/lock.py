"""One writer at a time: a lock on `writer.lock` that names the process holding it.

The operating system owns the lock, so it is free the moment its process ends, however it ends; the file's
text only tells the next one whom to wait for. Readers never ask for it.
"""

from __future__ import annotations

import json
import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from ingest import StoreBusy, StoreUnusable

LOCK_NAME = "writer.lock"

if sys.platform == "win32":  # pragma: no cover - the tests run where fcntl is
    import msvcrt

    _FAR = 1 << 30  # a byte behind the text: Windows forbids reading what is locked

    def _lock(fd: int) -> None:
        os.lseek(fd, _FAR, os.SEEK_SET)
        msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
        os.lseek(fd, 0, os.SEEK_SET)
else:
    import fcntl

    def _lock(fd: int) -> None:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def writer_lock(folder: Path, command: str) -> Iterator[None]:
    """Hold the right to write to the store in `folder`; `command` says what for.

    Raises:
        StoreBusy: another process (or thread) holds it; the message names its PID.
        StoreUnusable: the lock file cannot be written.
    """
    path = folder / LOCK_NAME
    try:
        fd = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
    except OSError as error:
        raise StoreUnusable(f"cannot write to the store {folder}: {error.strerror or error}") from error
    try:
        try:
            _lock(fd)
        except OSError as error:
            raise StoreBusy(
                f"the store {folder} is being written to by {_holder(fd)}; try again later"
            ) from error
        _sign(fd, folder, command)
        yield
    finally:
        os.close(fd)


def _sign(fd: int, folder: Path, command: str) -> None:
    entry = {
        "pid": os.getpid(),
        "host": socket.gethostname(),
        "command": command,
        "since": datetime.now(UTC).isoformat(timespec="seconds"),
    }
    try:
        os.ftruncate(fd, 0)
        os.write(fd, json.dumps(entry).encode())
    except OSError as error:
        raise StoreUnusable(f"cannot write to the store {folder}: {error.strerror or error}") from error


def _holder(fd: int) -> str:
    try:
        entry = json.loads(os.read(fd, 4096))
        return f"process {entry['pid']} on {entry['host']} ({entry['command']}, since {entry['since']})"
    except (OSError, ValueError, KeyError, TypeError):
        return "another process that has only just begun"

"""The tray: files that an officer has handed in and that are not added yet. It outlives the server.

Whatever a file is called, it gets a name that is safe on this disk and that a citation can carry.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from assistant.loading.shelf import Shelf
from ingest import LARGEST_FILE, SIDECAR_SUFFIX, MinutesError, is_odd

FOLDER = "incoming"
MOST = 500
"""Files that may wait at a time."""
_LONGEST = 180  # bytes of a name: with its sidecar's suffix a file system takes it
_NOT_ON_WINDOWS = re.compile(r'[<>:"|?*]')


class NotTaken(MinutesError):
    """A file is not taken onto the tray."""


class Tray(Shelf):
    """The files that wait, in a folder of the store's."""

    def __init__(self, store: Path) -> None:
        super().__init__(store / FOLDER)
        self.sweep()

    def take(self, name: str, pieces: Iterable[bytes]) -> str:
        """Write down what is handed in as it arrives; returns the name it has here.

        One of its name that waits already is replaced, and stays if this one does not arrive whole.

        Raises:
            NotTaken: it has no name to be known by, is an archive, empty, too large, or one too many.
            CannotWrite: the disk refuses.
        """
        safe, size, there = safe_name(name), 0, self.names()
        if safe not in there and len(there) >= MOST:
            raise NotTaken(f"{MOST} files wait already: add or remove some first")
        with self.writing(safe) as file:
            for piece in pieces:
                size += len(piece)
                if size > LARGEST_FILE:
                    raise too_large(safe)
                file.write(piece)
            if not size:
                raise NotTaken(f"{safe} is empty")
        return safe


def too_large(name: str) -> NotTaken:
    """The line for a file that is larger than any that is read."""
    return NotTaken(f"{name} is larger than {LARGEST_FILE >> 20} MB: split it")


def safe_name(name: str) -> str:
    r"""What a file is called here: the last part of its name, without what nobody sees, not hidden, not too long.

    >>> safe_name("C:\\minutes\\July 2019.pdf"), safe_name("../../etc/pass\u202ewd")
    ('July 2019.pdf', 'passwd')

    Raises:
        NotTaken: nothing is left of it, or it is an archive.
    """
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    seen = "".join(character for character in last if not is_odd(character)).strip().lstrip(".~ ")
    if os.name == "nt":  # pragma: no cover - the tests run elsewhere
        seen = _NOT_ON_WINDOWS.sub("_", seen)
    if not any(character.isalnum() for character in seen):
        raise NotTaken("A file has no name that could be cited: rename it")
    if seen.lower().endswith(".zip"):
        raise NotTaken(f"{seen} is an archive: unpack it and choose the files in it")
    return _shortened(seen)


def _shortened(name: str) -> str:
    suffix = SIDECAR_SUFFIX if name.endswith(SIDECAR_SUFFIX) else Path(name).suffix[:16]
    stem = name.removesuffix(suffix) if suffix else name
    room = _LONGEST - len(suffix.encode())
    return stem.encode()[:room].decode(errors="ignore").rstrip() + suffix

"""The folder that a store lies in: whether it is free, and how it is made."""

from __future__ import annotations

from pathlib import Path

from ingest import StoreUnusable
from vectorstore.lock import LOCK_NAME
from vectorstore.schema import DATABASE_NAME

_OURS = (DATABASE_NAME, LOCK_NAME, "index")
_PAGE = 4096  # bytes


def is_file(path: Path) -> bool:
    """Whether there is such a file and we may look at it."""
    try:
        return path.is_file()
    except OSError:
        return False


def is_blank(folder: Path) -> bool:
    """Whether a store is still to be made in `folder`: it holds nothing but what a store begins with.

    Raises:
        StoreUnusable: other people's files are in it, or it cannot be looked into.
    """
    try:
        names = sorted(path.name for path in folder.iterdir())
    except FileNotFoundError:
        return True
    except OSError as error:
        raise StoreUnusable(f"cannot use {folder} as a store: {error.strerror or error}") from error
    if DATABASE_NAME in names:
        return _is_barely_begun(folder / DATABASE_NAME)
    foreign = [name for name in names if name not in _OURS]
    if foreign:
        raise StoreUnusable(
            f"{folder} holds other things ({foreign[0]}) and no store: name an empty or new folder"
        )
    return True


def _is_barely_begun(database: Path) -> bool:
    """Whether the database is at most one page: who began it may have been killed before the tables."""
    if not is_file(database):
        return False
    with database.open("rb") as file:
        start = file.read(_PAGE + 1)
    return not start or (len(start) <= _PAGE and start.startswith(b"SQLite format 3\0"))


def make(folder: Path) -> None:
    """Make the folder, for its owner only.

    Raises:
        StoreUnusable: it cannot be made.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)  # what minutes say in closed session is not for others on the machine
    except OSError as error:
        raise StoreUnusable(f"cannot make the store {folder}: {error.strerror or error}") from error

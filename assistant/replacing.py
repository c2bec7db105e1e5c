"""Writing a file so that nobody meets half of it: it takes its place once all of it is written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ingest import CannotWrite


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Lend a path beside the one that is wanted, which takes its place at the end; a file of that name is replaced.

    Raises:
        CannotWrite: it cannot be written.
    """
    aside = path.with_name(f".{path.name}.part")
    try:
        yield aside
        aside.replace(path)
    except OSError as error:
        raise CannotWrite(f"cannot write {path}: {error.strerror or error}") from error
    finally:
        with suppress(OSError):
            aside.unlink(missing_ok=True)

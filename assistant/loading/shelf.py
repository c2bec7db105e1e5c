"""A folder of minutes, each file with its sidecar: listed, looked up by name, moved whole to another folder."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from ingest import SIDECAR_SUFFIX, CannotWrite, UnknownSource

_PART = ".part-"  # what is being written; hidden, so that nobody reads it


class Shelf:
    """Files of minutes in one folder, made when the first comes. What is hidden is none of them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def names(self) -> list[str]:
        """The files, by name; a sidecar without its file is listed too, so that nobody overlooks it."""
        there = set(self._there())
        return sorted(
            (
                n
                for n in there
                if not n.endswith(SIDECAR_SUFFIX) or n.removesuffix(SIDECAR_SUFFIX) not in there
            ),
            key=str.casefold,
        )

    def path(self, name: str) -> Path:
        """Where the file of that name lies.

        Raises:
            UnknownSource: there is none.
        """
        if name not in self._there():  # a name that leads elsewhere is none of them
            raise UnknownSource(f"{name} is not there any more")
        return self.folder / name

    def sidecar(self, name: str) -> Path:
        """Where the sidecar of the file of that name lies, or would."""
        return self.folder / f"{name}{SIDECAR_SUFFIX}"

    def write(self, name: str, text: str) -> None:
        """Put a small text in place, whole.

        Raises:
            CannotWrite: the disk refuses.
        """
        with self.writing(name) as file:
            file.write(text.encode())

    @contextmanager
    def writing(self, name: str) -> Iterator[BinaryIO]:
        """Lend a file to write to; at the end it is in place under its name, whole, unless there was an error.

        Raises:
            CannotWrite: the disk refuses.
        """
        try:
            self.folder.mkdir(mode=0o700, exist_ok=True)
            descriptor, aside = tempfile.mkstemp(prefix=_PART, dir=self.folder)
        except OSError as error:
            raise self._cannot(name, error) from error
        try:
            with os.fdopen(descriptor, "wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            Path(aside).replace(self.folder / name)
        except OSError as error:
            raise self._cannot(name, error) from error
        finally:
            Path(aside).unlink(missing_ok=True)

    def remove(self, name: str) -> None:
        """Take a file and its sidecar away; one that is gone already is no error.

        Raises:
            CannotWrite: the disk refuses.
        """
        if name not in self._there():
            return
        try:
            for path in (self.folder / name, self.sidecar(name)):
                path.unlink(missing_ok=True)
        except OSError as error:
            raise self._cannot(name, error) from error

    def move(self, name: str, to: Shelf) -> Path:
        """Move a file with its sidecar to another shelf of the same disk; what had its name there is replaced.

        Killed in between, the file is on one of the two, with its sidecar beside it.

        Raises:
            UnknownSource: there is no such file.
            CannotWrite: the disk refuses.
        """
        path, beside = self.path(name), self.sidecar(name)
        told = beside.read_text("utf-8") if beside.is_file() else None
        if told is not None:
            to.write(beside.name, told)
        try:
            to.folder.mkdir(mode=0o700, exist_ok=True)
            path.replace(to.folder / name)
            (to.sidecar(name) if told is None else beside).unlink(missing_ok=True)
        except OSError as error:
            raise self._cannot(name, error) from error
        return to.folder / name

    def sweep(self) -> None:
        """Remove what a process that was killed had begun to write."""
        for part in self.folder.glob(f"{_PART}*"):
            part.unlink(missing_ok=True)

    def _there(self) -> list[str]:
        try:
            with os.scandir(self.folder) as entries:
                return [
                    e.name for e in entries if not e.name.startswith(".") and e.is_file(follow_symlinks=False)
                ]
        except OSError:  # not made yet, or not to be looked into: then there is nothing to list
            return []

    def _cannot(self, name: str, error: OSError) -> CannotWrite:
        return CannotWrite(f"{name} could not be kept: {error.strerror or error}")

"""Answers kept as they come, a line of JSON each, so that a run that was interrupted goes on where it stopped.

An answer is found again only for the same question of the same system over the same minutes: the key of its line is a
hash of all three. Only the places of the lines are held in memory.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict
from pathlib import Path
from typing import IO

from eval.cases import Case
from eval.run import System, Told
from ingest import UnreadableSource


class KeptAnswers:
    """A file of answers that grows; a context manager that closes it. What is kept of others stays in it.

    `identity` names all that an answer depends on besides its question: the system, its settings, the minutes.
    """

    def __init__(self, path: Path, identity: str) -> None:
        """Open the file, made if it is not there; a last line that was cut off is dropped.

        Raises:
            UnreadableSource: it cannot be written, or is a file of something else.
        """
        self._identity = identity
        try:
            self._file: IO[bytes] = path.open("a+b")
        except OSError as error:
            raise UnreadableSource(f"{path} cannot be written: {os.strerror(error.errno or 0)}") from error
        try:
            self._places = self._read()
        except (ValueError, TypeError, KeyError) as error:
            self._file.close()
            raise UnreadableSource(f"{path} holds no kept answers: name another folder") from error

    def __enter__(self) -> KeptAnswers:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def find(self, case: Case) -> Told | None:
        """What was told for the case, None if nothing was."""
        place = self._places.get(self._key(case))
        if place is None:
            return None
        self._file.seek(place)
        kept = json.loads(self._file.readline())
        return Told(record=kept["answer"], seconds=kept["seconds"], peak_memory=kept["peak_memory"])

    def keep(self, case: Case, told: Told) -> None:
        """Write what was told for the case, at once."""
        key = self._key(case)
        kept = {"key": key, "id": case.id} | {
            "seconds": dict(told.seconds),
            "peak_memory": told.peak_memory,
            "answer": dict(told.record),
        }
        self._places[key] = self._file.seek(0, os.SEEK_END)
        self._file.write(json.dumps(kept, ensure_ascii=False).encode("utf-8", "replace") + b"\n")
        self._file.flush()

    def _read(self) -> dict[str, int]:
        places: dict[str, int] = {}
        place = self._file.seek(0)
        for line in self._file:
            if not line.endswith(b"\n"):
                self._file.truncate(place)
                break
            places[json.loads(line)["key"]] = place
            place += len(line)
        return places

    def _key(self, case: Case) -> str:
        asked = json.dumps(asdict(case.request), default=str, sort_keys=True)
        return hashlib.sha256(f"{self._identity}\n{asked}".encode()).hexdigest()


class Resuming:
    """A system that is asked only what is not kept of it yet."""

    def __init__(self, system: System, kept: KeptAnswers) -> None:
        self.name = system.name
        self._system, self._kept = system, kept

    def identity(self) -> str:
        """That of the system."""
        return self._system.identity()

    def answer(self, case: Case) -> Told:
        """What is kept, else what the system tells, which is kept.

        Raises:
            MinutesError: the system cannot answer; that is not kept, and is tried again the next time.
        """
        told = self._kept.find(case)
        if told is None:
            told = self._system.answer(case)
            self._kept.keep(case, told)
        return told

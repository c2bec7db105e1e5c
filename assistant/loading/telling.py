"""How a load goes on, told by the process that does it to one that watches: JSON, a line each step.

{"documents": 3}                                                to be read; what has not changed is not among them
{"read": "july.pdf"}                                            its text has been read
{"failed": "july.pdf is empty: there is no text to read"}       or cannot be
{"stored": "july.pdf", "outcome": "new", "passages": 33}        it can be asked about; or "changed", "unchanged"
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, TextIO

from vectorstore import Progress


class Lines:
    """A `Watcher` that writes the lines."""

    def __init__(self, out: TextIO) -> None:
        self._out: TextIO | None = out

    def begin(self, documents: int) -> None:
        """Tell how many documents are to be read."""
        self._tell(documents=documents)

    def read(self, name: str) -> None:
        """Tell that one has been read."""
        self._tell(read=name)

    def fail(self, line: str) -> None:
        """Tell that one cannot be read."""
        self._tell(failed=line)

    def store(self, progress: Progress) -> None:
        """Tell that one is stored."""
        self._tell(stored=progress.source, outcome=progress.outcome, passages=progress.passages)

    def _tell(self, **said: str | int) -> None:
        if self._out is None:
            return
        try:
            print(json.dumps(said), file=self._out, flush=True)
        except OSError:
            self._out = None  # whoever watched has gone; what is being loaded is loaded all the same


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """What the lines have told so far.

    Attributes:
        documents: how many are to be read, None before that is known.
        read, failures: how many have been, and a line for each that cannot be.
        stored: names of the new and the changed that can be asked about. unchanged: how many were there already.
        last_words: the last line that was no step: an error, where the load has ended with one.
    """

    documents: int | None = None
    read: int = 0
    failures: tuple[str, ...] = ()
    stored: tuple[str, ...] = ()
    unchanged: int = 0
    last_words: str = ""

    def after(self, line: str) -> Course:
        """The course after one more line."""
        step = _step(line)
        if "documents" in step:
            return replace(self, documents=int(step["documents"]))
        if "read" in step:
            return replace(self, read=self.read + 1)
        if "failed" in step:
            return replace(self, failures=(*self.failures, str(step["failed"])))
        if step.get("outcome") == "unchanged":
            return replace(self, unchanged=self.unchanged + 1)
        if "stored" in step:
            return replace(self, stored=(*self.stored, str(step["stored"])))
        return replace(self, last_words=line.strip() or self.last_words)


def follow(lines: Iterable[str]) -> Course:
    r"""The course that all lines tell.

    >>> follow(['{"documents": 2}', '{"read": "a.txt"}', 'minutebook: the store is busy\n']).read
    1
    """
    course = Course()
    for line in lines:
        course = course.after(line)
    return course


def _step(line: str) -> dict[str, Any]:
    try:
        step = json.loads(line)
    except ValueError:
        return {}
    return step if isinstance(step, dict) else {}

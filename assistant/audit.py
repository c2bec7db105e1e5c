"""The audit log: each question with the passages that its answer cited, a line of JSON at the end of a file.

Nothing of the answer's words is kept: the keys of the citations find them in the store. Who asked is left out unless
the council wants it.
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.access import Person
from assistant.model import Answer, Turn
from ingest import MinutesError
from vectorstore import Filters

if TYPE_CHECKING:
    from assistant.answering import Assistant

_log = logging.getLogger(__name__)


class CannotAudit(MinutesError):
    """The audit log cannot be written."""


class AuditLog:
    """A file that lines are only ever added to, by this process and others at once."""

    def __init__(self, path: Path, *, names: bool = False) -> None:
        """Check that the file can be written; with `names`, each line says who asked.

        Raises:
            CannotAudit: it cannot.
        """
        self._path = path
        self._names = names
        try:
            os.close(self._open())
        except OSError as error:
            raise CannotAudit(
                f"cannot write the audit log {path}: {error.strerror}; name another file with --audit"
            ) from error

    def note(self, person: Person, answer: Answer, *, via: str) -> None:
        """Add a line. If that fails, the answer is still given, and a line on standard error says so."""
        line = json.dumps(self._record(person, answer, via), ensure_ascii=False) + "\n"
        try:
            self._append(line.encode())
        except OSError as error:
            _log.error("the audit log %s could not be written: %s; a question went unlogged", self._path,
                       error.strerror)  # fmt: skip

    def _record(self, person: Person, answer: Answer, via: str) -> dict[str, object]:
        return {
            "at": datetime.now(UTC).isoformat(timespec="milliseconds"),
            "via": via,
            "who": person.name if self._names else None,
            "question": answer.question,
            "answered": answer.answered,
            "citations": [cited.passage.key for cited in answer.citations],
            "writer": answer.writer,
        }

    def _append(self, line: bytes) -> None:
        # One write to a file opened for appending goes in whole behind whatever others have written.
        descriptor = self._open()
        try:
            written = os.write(descriptor, line)
            if written != len(line):
                raise OSError(28, "the line was cut short")
        finally:
            os.close(descriptor)

    def _open(self) -> int:
        return os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)


class Audited:
    """An assistant whose answers are noted, each with whoever it was given to; in all else the assistant itself."""

    def __init__(self, assistant: Assistant, log: AuditLog, who: Callable[[], Person]) -> None:
        self._assistant = assistant
        self._audit = log
        self._who = who

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the assistant has under that name
        return getattr(self._assistant, name)

    def ask(self, question: str, *, history: Sequence[Turn] = (), filters: Filters | None = None) -> Answer:
        """Answer at once, as programs ask."""
        answer = self._assistant.ask(question, history=history, filters=filters)
        self._audit.note(self._who(), answer, via="program")
        return answer

    def stream(
        self, question: str, *, history: Sequence[Turn] = (), filters: Filters | None = None
    ) -> Iterator[Answer]:
        """Answer as people read; what they have seen is noted, also if they leave before the end."""
        person, shown = self._who(), None
        try:
            for shown in self._assistant.stream(question, history=history, filters=filters):
                yield shown
        finally:
            if shown is not None:
                self._audit.note(person, shown, via="chat")

"""Loading in a child process: `minutebook ingest` at low priority, its lines read as they come.

To embed, it needs PyTorch (half a gigabyte, every core it gets); the server that answers people must have none of that.
"""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from assistant.loading.priority import give_way
from assistant.loading.telling import Course
from ingest import StoreBusy

_HOME = Path(__file__).resolve().parents[2]  # where `assistant` is found


class Loader:
    """Loads one set of files at a time. Many threads may look on.

    `at_end` is called in the thread that watches, with the course and the exit status (None: no child could start).
    """

    def __init__(self, store: Path, at_end: Callable[[Course, int | None], None]) -> None:
        self._store = store.resolve()
        self._at_end = at_end
        self._guard = threading.Lock()
        self._child: subprocess.Popen[str] | None = None
        self._thread: threading.Thread | None = None
        self.course = Course()

    @property
    def is_running(self) -> bool:
        """Whether a load goes on."""
        return self._thread is not None

    def start(self, paths: Sequence[Path]) -> None:
        """Begin to load.

        Raises:
            StoreBusy: a load goes on.
        """
        with self._guard:
            if self._thread is not None:
                raise StoreBusy("Files are being loaded just now: add the others when that is done.")
            self.course = Course()
            self._thread = threading.Thread(
                target=self._load, args=(list(paths),), name="minutebook-loading", daemon=True
            )
            self._thread.start()

    def close(self) -> None:
        """End the load, if one goes on; what is stored is whole, and the rest can be loaded later."""
        with self._guard:
            child, thread = self._child, self._thread
        if child is not None:
            child.terminate()
        if thread is not None and thread is not threading.current_thread():
            thread.join()

    def _load(self, paths: list[Path]) -> None:
        status = None
        try:
            status = self._watch(paths)
        except OSError as error:
            self.course = self.course.after(
                f"no process to load in could be started: {error.strerror or error}"
            )
        finally:
            self._at_end(self.course, status)
            with self._guard:
                self._child = self._thread = None

    def _watch(self, paths: list[Path]) -> int:
        command = [
            sys.executable,
            "-m",
            "assistant",
            "ingest",
            "--store",
            str(self._store),
            "--progress",
            "lines",
        ]
        with subprocess.Popen(  # noqa: S603 - our own program, and paths of our own folder
            [*command, *map(str, paths)], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
            encoding="utf-8", errors="replace", cwd=_HOME,
        ) as child:  # fmt: skip
            give_way(child.pid)
            with self._guard:
                self._child = child
            for line in child.stderr or ():
                self.course = self.course.after(line)
            return child.wait()

"""The officer's desk: what is done with the files that were handed in, from the tray into the store."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from assistant.loading.adding import Loader
from assistant.loading.holdings import Holdings
from assistant.loading.model import Added, Load, Particulars, Sight, Waiting
from assistant.loading.originals import Originals
from assistant.loading.particulars import told
from assistant.loading.reading import Readings
from assistant.loading.telling import Course
from assistant.loading.tray import Tray
from ingest import SIDECAR_SUFFIX, BadQuestion, MinutesError, StoreBusy, read_sidecar, sidecar_text
from vectorstore import MinutesStore

_FAILED = 3
"""Exit status of `minutebook ingest` where some files failed and the others are stored."""
_CUT_SHORT = "The loading was interrupted. What had been loaded by then is whole and can be asked about."


class Desk:
    """One for a store and its server. Many threads may use it."""

    def __init__(self, store: MinutesStore) -> None:
        self._store = store
        self._tray = Tray(store.folder)
        self._originals = Originals(store.folder)
        self._readings = Readings()
        self._loader = Loader(store.folder, self._end)
        self._guard = threading.Lock()
        self._load: Load | None = None
        self._loading: tuple[str, ...] = ()
        self._holdings: Holdings | None = None
        self._left: tuple[tuple[int, int], list[str]] | None = None

    def close(self) -> None:
        """End what goes on; the files stay where they are."""
        self._readings.close()
        self._loader.close()

    def look(self) -> Sight:
        """Everything as it is now; files that were not read yet begin to be.

        Raises:
            StoreUnusable: the store cannot be read.
        """
        load = self._current()
        holdings = self._known(fresh=load is None or not load.running)
        names = self._tray.names()
        self._readings.keep_only([self._tray.folder / name for name in names])
        return Sight(
            waiting=tuple(self._waiting(name, holdings) for name in names),
            unfinished=() if load is not None and load.running else tuple(self._unfinished(holdings)),
            load=load,
            councils=holdings.councils,
            bodies=holdings.bodies,
        )

    def take(self, name: str, pieces: Iterable[bytes]) -> str:
        """Put a file on the tray, its bytes as they arrive; returns the name it has here.

        What an officer once said about the document of that name is said about the new one too.

        Raises:
            NotTaken: it is not taken, and why.
            CannotWrite: the disk refuses.
        """
        safe = self._tray.take(name, pieces)
        before = self._originals.sidecar(safe)
        if before.is_file() and not self._tray.sidecar(safe).exists():
            self._tray.write(before.name, before.read_text("utf-8"))
        return safe

    def tell(self, name: str, said: Sequence[Particulars]) -> None:
        """Note what an officer says about each meeting of a file that waits; it is read again.

        Raises:
            BadQuestion: the file cannot be read yet, or is another one by now.
            BadSidecar: what was said of it before cannot be kept.
            UnknownSource: no such file waits.
            CannotWrite: the disk refuses.
        """
        reading = self._readings.last(self._tray.path(name))
        if reading is None:
            raise BadQuestion(f"{name} has not been read: nothing can be said about its meetings yet")
        beside = self._tray.sidecar(name)
        before = read_sidecar(beside) if beside.is_file() else None
        text = sidecar_text(told(name, said, reading.meetings, before))
        if text:
            self._tray.write(beside.name, text)
        else:
            beside.unlink(missing_ok=True)

    def remove(self, names: Sequence[str]) -> None:
        """Take files off the tray.

        Raises:
            CannotWrite: the disk refuses.
        """
        for name in names:
            self._tray.remove(name)

    def add(self, names: Sequence[str]) -> None:
        """Load files that wait: they become originals, and a child process reads them into the store.

        Raises:
            StoreBusy: a load goes on.
            BadQuestion: none is named, or one has not been read or cannot be.
            UnknownSource: one does not wait.
            CannotWrite: the disk refuses; what was moved by then is unfinished.
        """
        with self._guard:
            if self._loader.is_running:
                raise StoreBusy("Files are being loaded just now: add the others when that is done.")
            if not names:
                raise BadQuestion("Choose the files to add first.")
            for name in names:
                if self._readings.last(self._tray.path(name)) is None:
                    raise BadQuestion(f"{name} has not been read: remove it, or wait until it has")
            self._begin([self._tray.move(name, self._originals) for name in names])

    def go_on(self) -> None:
        """Load what was added and is not in the store.

        Raises:
            StoreBusy: a load goes on.
            BadQuestion: there is nothing left to load.
        """
        with self._guard:
            if self._loader.is_running:
                raise StoreBusy("Files are being loaded just now.")
            left = self._unfinished(self._known())
            if not left:
                raise BadQuestion("Nothing is left to load.")
            self._begin([self._originals.path(name) for name in left])

    def take_back(self) -> None:
        """Put what was added and is not in the store back on the tray, to be corrected or removed.

        Raises:
            StoreBusy: a load goes on.
            CannotWrite: the disk refuses.
        """
        with self._guard:
            if self._loader.is_running:
                raise StoreBusy("Files are being loaded just now.")
            self._give_back(self._unfinished(self._known()))
            self._load = None

    def _begin(self, paths: list[Path]) -> None:
        self._loading = tuple(path.name for path in paths)
        self._load = Load(files=len(paths))
        self._loader.start(paths)

    def _current(self) -> Load | None:
        load, course = self._load, self._loader.course
        if load is None or not load.running:
            return load
        return replace(
            load, read=course.read + len(course.failures), stored=len(course.stored) + course.unchanged
        )

    def _end(self, course: Course, status: int | None) -> None:
        try:
            self._load = self._ended(course, status)
        except MinutesError as error:  # the store cannot be read any more
            self._load = Load(files=len(self._loading), running=False, problem=str(error))

    def _ended(self, course: Course, status: int | None) -> Load:
        """Tell what came of a load; what could not be read waits on the tray again."""
        ended = status in (0, _FAILED) or bool(course.failures)
        failures = tuple(line.replace(f"{self._originals.folder}/", "") for line in course.failures)
        holdings = Holdings.read(self._store)
        if ended:
            left = self._originals.unfinished(holdings.sources)
            self._give_back([name for name in self._loading if name in left])
        count = len(self._loading)
        return Load(
            files=count,
            read=course.read + len(failures),
            stored=len(course.stored),
            running=False,
            added=tuple(_added(source, holdings) for source in course.stored),
            unchanged=max(0, count - len(course.stored) - len(failures)) if ended else 0,
            failures=failures,
            problem="" if ended else _problem(course, status),
        )

    def _give_back(self, names: Sequence[str]) -> None:
        there = self._tray.names()
        for name in names:
            if name not in there:  # what was handed in since under that name is newer
                with suppress(MinutesError):  # it stays unfinished, and the view says so
                    self._originals.move(name, self._tray)

    def _waiting(self, name: str, holdings: Holdings) -> Waiting:
        path = self._tray.folder / name
        try:
            size = path.stat().st_size
        except FileNotFoundError:  # removed a moment ago
            return Waiting(name=name, size=0, problem="It is not there any more.")
        if name.endswith(SIDECAR_SUFFIX):
            return Waiting(
                name=name, size=size, problem=f"No file {name.removesuffix(SIDECAR_SUFFIX)} waits beside it."
            )
        reading = self._readings.of(path)
        if isinstance(reading, MinutesError):
            return Waiting(name=name, size=size, problem=str(reading))
        being_read, reading = reading is None, reading or self._readings.last(path)
        if reading is None:
            return Waiting(name=name, size=size, being_read=True)
        place = (self._originals.folder / name).as_posix()
        conflicts = tuple(holdings.conflicts(name, reading, place))
        return Waiting(name=name, size=size, reading=reading, being_read=being_read, conflicts=conflicts)

    def _known(self, *, fresh: bool = True) -> Holdings:
        """What the store holds; while it is being loaded, what it held at the beginning will do."""
        holdings = self._holdings
        if holdings is None or fresh:
            with self._store.snapshot() as connection:
                version = self._store.version(connection)
            if holdings is None or holdings.version != version:
                self._holdings = holdings = Holdings.read(self._store)
        return holdings

    def _unfinished(self, holdings: Holdings) -> list[str]:
        """What was added and is not in the store; looked for again only when either has changed."""
        try:
            now = holdings.version, self._originals.folder.stat().st_mtime_ns
        except OSError:  # nothing was ever added
            return []
        if self._left is None or self._left[0] != now:
            self._left = now, self._originals.unfinished(holdings.sources)
        return self._left[1]


def _added(source: str, holdings: Holdings) -> Added:
    documents = holdings.documents.get(source, ())
    return Added(
        source=source,
        meetings=tuple(
            Particulars(council=d.council, body=d.body, held_on=d.held_on, status=d.status) for d in documents
        ),
        passages=sum(document.passages for document in documents),
    )


def _problem(course: Course, status: int | None) -> str:
    """Why a load ended early: its last words, if it had any to say."""
    said = course.last_words.removeprefix("minutebook: ")
    return said if said and (status is None or status > 0) and status != 130 else _CUT_SHORT

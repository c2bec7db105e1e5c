"""Minutes go into a store, document by document, and the index is made anew when it has fallen behind."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from ingest import MeetingFacts, Minutes
from vectorstore import cutting, generations, writing
from vectorstore.cutting import Cut, Key, Texts, Vectors
from vectorstore.embedder import Embedder
from vectorstore.failpoints import reach
from vectorstore.generations import DamagedGenerationError, Generation
from vectorstore.model import IndexReport, LoadReport, Progress, Provenance
from vectorstore.store import MinutesStore
from vectorstore.vectors import load_vectors

_BATCH = (
    512  # windows embedded at a time, or documents: half a minute's work, lost at most by an interruption
)
_BEHIND_AT_LEAST = 500  # vectors; searched exactly in under a millisecond
_BEHIND_SHARE = 0.1  # of the generation, so that rebuilding costs a constant amount a document


def load(
    store: MinutesStore,
    sources: Iterable[Minutes],
    embedder: Embedder,
    *,
    facts: MeetingFacts | None = None,
    provenance: Mapping[str, Provenance] | None = None,
    on_progress: Callable[[Progress], None] | None = None,
    index: bool = True,
) -> LoadReport:
    """Store each of `sources`, whole or not at all, and embed what the store has no vectors for yet.

    A document whose bytes, `facts` (what the officer said about all of `sources`) and reading are those in
    the store is left alone; a changed one replaces its earlier version. `provenance` says by name where they
    came from. Windows are embedded many documents at a time. At the end the Chroma generation is made anew if
    it is missing, damaged or far behind, unless `index` is false.

    Raises:
        StoreBusy: another process is writing.
        StoreUnusable: the store cannot be written; documents reported until then are safe.
    """
    told = facts or MeetingFacts()
    with store.writing("ingest") as connection:
        loading = _Loading(connection, embedder, provenance or {}, on_progress)
        for minutes in sources:
            loading.take(minutes, writing.version_of(minutes, told))
        loading.finish()
        report = _keep_index(store, connection, rebuild=False) if index else _as_it_is(store)
    return LoadReport(
        new=loading.outcomes["new"],
        changed=loading.outcomes["changed"],
        unchanged=loading.outcomes["unchanged"],
        passages=loading.passages,
        windows_embedded=loading.embedded,
        index=report,
    )


def rebuild_index(store: MinutesStore) -> IndexReport:
    """Make the Chroma generation anew from the vectors in the database; nothing is embedded.

    Raises:
        StoreBusy: another process is writing.
        StoreUnusable: the disk refuses, or the new index fails its check.
    """
    with store.writing("index") as connection:
        report = _keep_index(store, connection, rebuild=True)
        with writing.transaction(connection):
            writing.enter(connection, "indexed", "", "", 0)
    return report


@dataclass(frozen=True, slots=True)
class _Pending:
    """A document that waits for its vectors."""

    minutes: Minutes
    version: writing.Version
    outcome: str
    cut: Cut


class _Loading:
    """Documents on their way into the store: embedded many at a time, stored one by one in their order."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        embedder: Embedder,
        provenance: Mapping[str, Provenance],
        on_progress: Callable[[Progress], None] | None,
    ) -> None:
        self._connection, self._embedder = connection, embedder
        self._provenance, self._on_progress = provenance, on_progress
        self._pending: list[_Pending] = []
        self._missing: dict[Key, tuple[str, ...]] = {}
        self._renewed: list[str] = []
        self.outcomes: Counter[str] = Counter()
        self.passages = self.embedded = 0

    def take(self, minutes: Minutes, version: writing.Version) -> None:
        """Take one more document; if it fills the batch, all that wait are stored."""
        stored = writing.stored_version(self._connection, minutes.source)
        if stored == version:
            self._renewed.append(minutes.source)
            self._tell(minutes.source, "unchanged", 0)
            return
        cut = cutting.cut(minutes, self._embedder)
        outcome = "new" if stored is None else "changed"
        self._pending.append(_Pending(minutes, version, outcome, cut))
        self._missing |= cutting.lacking(self._connection, cut.texts)
        if cutting.windows_of(self._missing) >= _BATCH or len(self._pending) >= _BATCH:
            self._store()

    def finish(self) -> None:
        """Store all that still wait, and note by what the unchanged will be known next time."""
        self._store()
        writing.renew(
            self._connection,
            {source: self._provenance[source] for source in self._renewed if source in self._provenance},
        )

    def _store(self) -> None:
        vectors = dict(self._embed(self._missing))
        reach("after-embed")
        for pending in self._pending:
            lacking = cutting.lacking(self._connection, pending.cut.texts)
            # One that was there may have gone with an earlier document that this batch replaced.
            lost = {key: text for key, text in lacking.items() if key not in vectors}
            vectors |= self._embed(lost)
            source = pending.minutes.source
            with writing.transaction(self._connection):
                count = writing.put(
                    self._connection,
                    pending.minutes,
                    pending.version,
                    pending.cut,
                    {key: vectors[key] for key in lacking},
                    self._provenance.get(source, Provenance()),
                )
                reach("before-commit")
            reach("after-commit")
            self._tell(source, pending.outcome, count)
        self._pending, self._missing = [], {}

    def _embed(self, texts: Texts) -> Vectors:
        self.embedded += cutting.windows_of(texts)
        return cutting.embed(texts, self._embedder)

    def _tell(self, source: str, outcome: str, passages: int) -> None:
        self.outcomes[outcome] += 1
        self.passages += passages
        if self._on_progress:
            done = self.outcomes.total()
            self._on_progress(Progress(documents=done, source=source, outcome=outcome, passages=passages))


def _as_it_is(store: MinutesStore) -> IndexReport:
    try:
        there = generations.current(store.folder, store.id)
    except DamagedGenerationError as error:
        return IndexReport(generation=None, vectors=0, built=False, notice=f"the index is damaged: {error}")
    return _report(there, built=False)


def _keep_index(store: MinutesStore, connection: sqlite3.Connection, *, rebuild: bool) -> IndexReport:
    """Publish a new generation if asked to, or if the present one is missing, damaged or too far behind."""
    try:
        there = generations.current(store.folder, store.id)
    except DamagedGenerationError:
        there, rebuild = None, True
    (total,) = connection.execute("SELECT count(*) FROM vectors").fetchone()
    if total == 0:
        generations.withdraw(store.folder)
        return _report(None, built=False)
    if there is not None and not rebuild and not _far_behind(connection, there, total):
        return _report(there, built=False)
    table = load_vectors(connection, store.dimension)
    return _report(generations.publish(store.folder, store.id, table), built=True)


def _far_behind(connection: sqlite3.Connection, there: Generation, total: int) -> bool:
    (newer,) = connection.execute("SELECT count(*) FROM vectors WHERE id > ?", (there.newest,)).fetchone()
    forgotten = there.vectors - (total - newer)
    return bool(newer + forgotten > max(_BEHIND_AT_LEAST, _BEHIND_SHARE * there.vectors))


def _report(there: Generation | None, *, built: bool) -> IndexReport:
    if there is None:
        return IndexReport(generation=None, vectors=0, built=built)
    return IndexReport(generation=there.name, vectors=there.vectors, built=built)

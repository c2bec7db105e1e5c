"""Minutes go into a store, document by document, and the index is made anew when it has fallen behind."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable

from ingest import MeetingFacts, Minutes
from vectorstore import generations, headers, writing
from vectorstore.embedder import Embedder
from vectorstore.failpoints import reach
from vectorstore.generations import DamagedGenerationError, Generation
from vectorstore.model import IndexReport, LoadReport, Progress
from vectorstore.store import MinutesStore
from vectorstore.vectors import load_vectors, pack, text_hash

_BEHIND_AT_LEAST = 500  # vectors; searched exactly in under a millisecond
_BEHIND_SHARE = 0.1  # of the generation, so that rebuilding costs a constant amount a document


def load(
    store: MinutesStore,
    sources: Iterable[Minutes],
    embedder: Embedder,
    *,
    facts: MeetingFacts | None = None,
    on_progress: Callable[[Progress], None] | None = None,
    index: bool = True,
) -> LoadReport:
    """Store each of `sources`, whole or not at all, and embed what the store has no vectors for yet.

    A document whose bytes, `facts` (what the officer said about all of `sources`) and reading are those in
    the store is left alone; a changed one replaces its earlier version. At the end the Chroma generation is
    made anew if it is missing, damaged or far behind, unless `index` is false.

    Raises:
        StoreBusy: another process is writing.
        StoreUnusable: the store cannot be written; documents reported until then are safe.
    """
    told = facts or MeetingFacts()
    outcomes: Counter[str] = Counter()
    passages = embedded = 0
    with store.writing("ingest") as connection:
        for minutes in sources:
            version = writing.version_of(minutes, told)
            stored = writing.stored_version(connection, minutes.source)
            count = 0
            if stored == version:
                outcome = "unchanged"
            else:
                outcome = "new" if stored is None else "changed"
                count, windows = _store(connection, minutes, version, embedder)
                embedded += windows
            outcomes[outcome] += 1
            passages += count
            if on_progress:
                on_progress(
                    Progress(
                        documents=outcomes.total(), source=minutes.source, outcome=outcome, passages=count
                    )
                )
        report = _keep_index(store, connection, rebuild=False) if index else _as_it_is(store)
    return LoadReport(
        new=outcomes["new"],
        changed=outcomes["changed"],
        unchanged=outcomes["unchanged"],
        passages=passages,
        windows_embedded=embedded,
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


def _store(
    connection: sqlite3.Connection, minutes: Minutes, version: writing.Version, embedder: Embedder
) -> tuple[int, int]:
    """Embed what is new in `minutes` and store them; returns the passages stored and the windows embedded."""
    texts: dict[bytes, str] = {}
    windows: dict[str, list[bytes]] = {}
    for passage in minutes.passages():
        if passage.heading or not passage.words.strip():
            continue
        cut = embedder.split_windows(passage.words, headers.header(passage))
        hashes = [text_hash(embedder.name, text) for text in cut]
        windows[passage.key] = hashes
        texts.update(zip(hashes, cut, strict=True))
    missing = [hash_ for hash_ in texts if not _has_vector(connection, hash_)]
    vectors = embedder.embed_passages([texts[hash_] for hash_ in missing])
    reach("after-embed")
    with writing.transaction(connection):
        packed = {hash_: pack(vector) for hash_, vector in zip(missing, vectors, strict=True)}
        count = writing.put(connection, minutes, version, windows, packed)
        reach("before-commit")
    reach("after-commit")
    return count, len(missing)


def _has_vector(connection: sqlite3.Connection, hash_: bytes) -> bool:
    return connection.execute("SELECT 1 FROM vectors WHERE hash = ?", (hash_,)).fetchone() is not None


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

"""The store of minutes: one folder whose SQLite database is the truth about every document in it.

Reading is here; `writing.py` changes it, `retriever.py` searches it.
"""

from __future__ import annotations

import difflib
import json
import sqlite3
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, time
from pathlib import Path
from types import TracebackType
from typing import Self

from ingest import MeetingFacts, Passage, Status, StoreUnusable, UnknownCitation, UnknownSource
from vectorstore import covering, filtering, room, rows, schema, writing
from vectorstore.embedder import Identity
from vectorstore.lock import writer_lock
from vectorstore.model import Coverage, Filters, Provenance, StoredDocument, StoredSource

_SELECT = f"SELECT p.id, {', '.join(f'p.{name}' for name in rows.COLUMNS)} FROM passages p"  # noqa: S608 - constants


class MinutesStore:
    """Minutes in a folder. Safe to read from many threads, and while another process writes."""

    def __init__(self, folder: Path, meta: Mapping[str, str]) -> None:
        """Use `MinutesStore.open`, which checks that the folder is a store."""
        self.folder = folder
        self.embedder_name = meta["embedder"]
        self.dimension = int(meta["dimension"])
        self.id = meta["store"]
        self._idle: list[sqlite3.Connection] = []
        self._guard = threading.Lock()
        self._closed = False

    @classmethod
    def open(cls, folder: Path, embedder: Identity | None, *, create: bool = False) -> MinutesStore:
        """Open the store in `folder`; with `create`, make one where there is none yet.

        `embedder` may be anything with a name and a dimension, or None to take the store as it is.

        Raises:
            StoreUnusable: there is no store, or it cannot be read, or (with `create`) not be made.
            StoreMismatch: it was built with another embedder or by another version.
            StoreBusy: it has to be made, and another process is at it.
        """
        path = folder / schema.DATABASE_NAME
        if create and embedder is not None and room.is_blank(folder):
            room.make(folder)
            with writer_lock(folder, "create the store"):
                schema.create(path, embedder)
        if not room.is_file(path):
            raise StoreUnusable(f"there is no store in {folder}: run `minutebook ingest` first")
        connection = schema.connect(path, writable=False)
        try:
            meta = schema.check_identity(connection, folder, embedder)
        finally:
            connection.close()
        return cls(folder, meta)

    def close(self) -> None:
        """Close the database; the store cannot be used afterwards."""
        with self._guard:
            self._closed = True
            idle, self._idle = self._idle, []
        for connection in idle:
            connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def snapshot(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection that sees the store as it is now, whatever is written meanwhile.

        Raises:
            StoreUnusable: the database cannot be read.
        """
        connection = self._borrow()
        try:
            connection.execute("BEGIN")
            try:
                yield connection
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
        except sqlite3.Error as error:
            raise schema.unusable(self.folder, error) from error
        finally:
            self._give_back(connection)

    def version(self, connection: sqlite3.Connection) -> int:
        """A number that grows with every change of the store, as the snapshot sees it."""
        return int(connection.execute("SELECT value FROM meta WHERE name = 'version'").fetchone()[0])

    def documents(self, filters: Filters | None = None) -> list[StoredDocument]:
        """The meetings in the store, or those that `filters` let through, by source and place in it."""
        with self.snapshot() as connection:
            where, values = filtering.condition_of_meetings(connection, filters or Filters(), "m.id")
            found = connection.execute(
                "SELECT d.source, d.sha256, m.name, m.council, m.body, m.held_on, m.began_at, m.status,"  # noqa: S608
                " d.added_at,"
                " (SELECT count(*) FROM passages WHERE meeting = m.id AND NOT heading)"
                " FROM meetings m JOIN documents d ON d.id = m.document"
                f" WHERE {where} ORDER BY d.source, m.id",
                values,
            ).fetchall()
        return [
            StoredDocument(
                source=source,
                sha256=sha256,
                meeting=name,
                council=council,
                body=body,
                held_on=_day(held_on),
                began_at=time.fromisoformat(began_at) if began_at else None,
                status=Status(status),
                passages=count,
                added_at=added_at,
            )
            for source, sha256, name, council, body, held_on, began_at, status, added_at, count in found
        ]

    def sources(self) -> list[StoredSource]:
        """Every document in the store and where it came from, by name."""
        with self.snapshot() as connection:
            found = connection.execute(
                "SELECT source, sha256, origin, stamp, told FROM documents ORDER BY source"
            ).fetchall()
        return [StoredSource(source, sha256, Provenance(*known)) for source, sha256, *known in found]

    def coverage(self, filters: Filters) -> Coverage:
        """The meetings that a search so narrowed looks through; `filters.kinds` leaves out no meeting."""
        with self.snapshot() as connection:
            return covering.coverage(connection, filters)

    def passage(self, key: str) -> Passage:
        """The passage of that address.

        Raises:
            UnknownCitation: there is none.
        """
        with self.snapshot() as connection:
            row = connection.execute(f"{_SELECT} WHERE p.key = ?", (key,)).fetchone()
        if row is None:
            raise UnknownCitation(f"no passage answers to {key!r}: `minutebook ask` prints citations that do")
        return rows.to_passage(row[1:])

    def passages(self, filters: Filters | None = None) -> Iterator[Passage]:
        """Passages in the order of source and text, headings included."""
        with self.snapshot() as connection:
            where, values = filtering.condition(connection, filters or Filters())
            order = "p.source, p.meeting, p.position"
            for row in connection.execute(f"{_SELECT} WHERE {where} ORDER BY {order}", values):
                yield rows.to_passage(row[1:])

    def item_of(self, passage: Passage) -> list[Passage]:
        """All passages of the agenda item that `passage` stands in, in order.

        Raises:
            UnknownCitation: the passage is not in the store.
        """
        same_item = "JOIN passages q ON p.meeting = q.meeting AND p.item = q.item"
        with self.snapshot() as connection:
            found = connection.execute(
                f"{_SELECT} {same_item} WHERE q.key = ? ORDER BY p.position", (passage.key,)
            ).fetchall()
        if not found:
            raise UnknownCitation(
                f"no passage answers to {passage.key!r}: it was changed or forgotten meanwhile"
            )
        return [rows.to_passage(row[1:]) for row in found]

    def numbered(self, number: str, filters: Filters | None = None) -> list[Passage]:
        """Passages that carry a printed number or stand in the item so numbered, in order of source and text.

        Brackets, a closing full stop and capitals make no difference: `(B)` is `b`.
        """
        bare = rows.bare_number(number)
        if not bare:
            return []
        with self.snapshot() as connection:
            where, values = filtering.condition(connection, filters or Filters())
            here = f"(p.number = ? OR p.item_number = ?) AND {where}"
            order = "p.source, p.meeting, p.position"
            found = connection.execute(f"{_SELECT} WHERE {here} ORDER BY {order}", (bare, bare, *values))
            return [rows.to_passage(row[1:]) for row in found]

    def by_id(self, connection: sqlite3.Connection, ids: list[int]) -> dict[int, Passage]:
        """Passages by their number in the database, within a snapshot."""
        chosen = "p.id IN (SELECT value FROM json_each(?))"
        found = connection.execute(f"{_SELECT} WHERE {chosen}", (json.dumps(ids),))
        return {row[0]: rows.to_passage(row[1:]) for row in found}

    def keys_of(self, connection: sqlite3.Connection, ids: list[int]) -> dict[int, str]:
        """Addresses of passages by their number in the database, within a snapshot."""
        return dict(
            connection.execute(
                "SELECT id, key FROM passages WHERE id IN (SELECT value FROM json_each(?))",
                (json.dumps(ids),),
            ).fetchall()
        )

    def source_text(self, source: str) -> str:
        """The whole text of a source, exactly as it was read.

        Raises:
            UnknownSource: no document is called so.
        """
        with self.snapshot() as connection:
            row = connection.execute("SELECT text FROM documents WHERE source = ?", (source,)).fetchone()
        if row is None:
            raise UnknownSource(self._unknown(source))
        return str(row[0])

    def find_source(self, name: str) -> str:
        """The source called `name`, or the only one whose name contains it, any case.

        Raises:
            UnknownSource: none or several are; the message lists the nearest.
        """
        sources = self._sources()
        if name in sources:
            return name
        wanted = name.casefold()
        whole = [s for s in sources if wanted in (s.casefold(), Path(s).stem.casefold())]
        partly = whole or [s for s in sources if wanted and wanted in s.casefold()]
        if len(partly) == 1:
            return partly[0]
        raise UnknownSource(self._unknown(name, partly))

    def is_current(self, source: str, sha256: str, facts: MeetingFacts | None = None) -> bool:
        """Whether the store holds just this content under this name: reading it again can be skipped."""
        with self.snapshot() as connection:
            row = connection.execute(
                "SELECT sha256, facts FROM documents WHERE source = ?", (source,)
            ).fetchone()
        return bool(row == (sha256, writing.facts_json(facts or MeetingFacts())))

    def forget(self, source: str) -> int:
        """Take a document out of the store; returns how many passages went.

        Raises:
            UnknownSource: no document is called so.
            StoreBusy: another process is writing.
        """
        with self.writing("forget") as connection, writing.transaction(connection):
            count = writing.remove(connection, source)
            if count is None:
                raise UnknownSource(self._unknown(source))
            writing.enter(connection, "forgot", source, "", count)
        return count

    def renew(self, provenance: Mapping[str, Provenance]) -> None:
        """Note, by name, where unchanged documents were found this time.

        Raises:
            StoreBusy: another process is writing.
        """
        if provenance:
            with self.writing("ingest") as connection:
                writing.renew(connection, provenance)

    def acronyms(self) -> dict[str, str]:
        """Short forms with the words that the minutes themselves give for them, the most frequent of each."""
        with self.snapshot() as connection:
            found = connection.execute(
                "SELECT short, min(long) FROM acronyms GROUP BY short, lower(long)"
                " ORDER BY short, sum(times), min(long) DESC"
            )
            return dict(found.fetchall())

    def vocabulary(self) -> Mapping[str, int]:
        """Every word of the minutes in lower case, with the number of passages it stands in.

        Whole words, not stems: they are for mending a question's spelling.
        """
        with self.snapshot() as connection:
            return dict(connection.execute("SELECT term, passages FROM terms ORDER BY term").fetchall())

    @contextmanager
    def writing(self, command: str) -> Iterator[sqlite3.Connection]:
        """Lend the one connection that may write, under the writer's lock.

        Raises:
            StoreBusy: another process is writing.
            StoreUnusable: the database cannot be written (no space, no permission, damaged).
        """
        with writer_lock(self.folder, command):
            connection = schema.connect(self.folder / schema.DATABASE_NAME, writable=True)
            try:
                yield connection
            except sqlite3.Error as error:
                raise schema.unusable(self.folder, error) from error
            finally:
                connection.close()

    def _borrow(self) -> sqlite3.Connection:
        with self._guard:
            if self._closed:
                raise StoreUnusable(f"the store {self.folder} has been closed")
            if self._idle:
                return self._idle.pop()
        return schema.connect(self.folder / schema.DATABASE_NAME, writable=False)

    def _give_back(self, connection: sqlite3.Connection) -> None:
        with self._guard:
            if not self._closed:
                self._idle.append(connection)
                return
        connection.close()

    def _sources(self) -> list[str]:
        with self.snapshot() as connection:
            return [row[0] for row in connection.execute("SELECT source FROM documents ORDER BY source")]

    def _unknown(self, name: str, near: list[str] | None = None) -> str:
        near = near or difflib.get_close_matches(name, self._sources(), n=3, cutoff=0.5)
        hint = (
            f"; did you mean {' or '.join(near[:3])}?" if near else "; `minutebook status --files` lists them"
        )
        return f"no document in the store is called {name!r}{hint}"


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None

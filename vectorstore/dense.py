"""Search by meaning: an unfiltered question goes to Chroma, the rest is searched exactly.

A filter is applied first and what is left searched exactly: a filter inside Chroma costs a hundred
milliseconds, exact search of a hundred thousand vectors ten. Vectors newer than Chroma's generation are
searched exactly beside it, and what it still holds of forgotten documents is dropped.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Sequence

import numpy as np

from vectorstore import generations
from vectorstore.chroma_index import ChromaIndex, IndexUnusableError
from vectorstore.generations import DamagedGenerationError, Generation
from vectorstore.store import MinutesStore
from vectorstore.vectors import Floats, VectorTable, load_vectors, passages_of

_SPARE = 16  # a few more than asked, for those that share a passage or are nearly equal
_EQUAL = 1e-5  # cosines nearer than that may be one and the same, computed differently
_MEND = "run `minutebook index`"
Narrowed = tuple[str, Sequence[str]]  # a condition on passages and its values
EVERYTHING: Narrowed = ("1", ())
Scored = tuple[int, float]  # a number in the database and a cosine


class DenseSearch:
    """Finds passages by their vectors; keeps the vectors and the index open between questions."""

    def __init__(self, store: MinutesStore) -> None:
        self._store = store
        self._guard = threading.Lock()
        self._table = VectorTable.empty(store.dimension)
        self._opened: tuple[Generation, ChromaIndex] | None = None
        self._refused: Generation | None = None
        self.notices: tuple[str, ...] = ()

    def passages(
        self,
        connection: sqlite3.Connection,
        query: Floats,
        narrowed: Narrowed,
        n: int,
    ) -> list[int]:
        """At least the `n` passages nearest to `query`, roughly nearest first, by their numbers.

        `narrowed` is a condition on passages with its values, as `filtering` gives it.
        """
        if narrowed != EVERYTHING:
            return self._among(connection, query, narrowed, n)
        with self._guard:
            found = self._indexed(connection, query, n)
        if found is not None:
            return found
        table = self._all(connection)
        return _widen(n, len(table.ids), lambda m: _users(connection, table.nearest(query, m)))

    def close(self) -> None:
        """Let go of the index."""
        with self._guard:
            self._let_go()

    def _among(self, connection: sqlite3.Connection, query: Floats, narrowed: Narrowed, n: int) -> list[int]:
        where, values = narrowed
        allowed = connection.execute(
            "SELECT DISTINCT w.vector FROM passages p JOIN windows w ON w.passage = p.id"  # noqa: S608
            f" WHERE {where}",  # from `filtering`, without a word of the user's
            values,
        ).fetchall()
        among = np.array(allowed, dtype=np.int64).reshape(-1)
        table = self._all(connection)

        def nearest(m: int) -> list[Scored]:
            return _users(connection, table.nearest(query, m, among), narrowed)

        return _widen(n, len(among), nearest)

    def _all(self, connection: sqlite3.Connection) -> VectorTable:
        """Every vector; those stored since the last question are added to what is at hand.

        Numbers are never used twice, so nothing at hand is ever wrong; the forgotten ones lead to no passage.
        """
        with self._guard:
            newer = load_vectors(connection, self._store.dimension, after=self._table.newest)
            if len(newer.ids):
                self._table = self._table.extended(newer)
            return self._table

    def _indexed(self, connection: sqlite3.Connection, query: Floats, n: int) -> list[int] | None:
        """What Chroma and an exact search of the newer vectors find; None if there is no good generation."""
        opened = self._open()
        if opened is None:
            return None
        generation, index = opened
        newer = load_vectors(connection, self._store.dimension, after=generation.newest)

        def nearest(m: int) -> list[Scored]:
            near = [*index.nearest(query, m), *newer.nearest(query, m)]
            near.sort(key=lambda found: (-found[1], found[0]))
            return _users(connection, near[:m])  # beyond the m-th, what the two leave out is unknown

        try:
            return _widen(n, max(index.count, len(newer.ids)), nearest)
        except IndexUnusableError as error:
            self._let_go()
            self._refused = generation
            self._say(f"the index cannot be read ({error}): searched exactly; {_MEND}")
            return None

    def _open(self) -> tuple[Generation, ChromaIndex] | None:
        """The generation now published, opened; None (and a notice) if there is no good one."""
        try:
            there = generations.current(self._store.folder, self._store.id)
            if there is None:
                self._let_go()
                self._say(f"there is no index yet: searched exactly; {_MEND}")
                return None
            if there == self._refused:
                return None
            if self._opened is None or self._opened[0] != there:
                self._let_go()
                self._opened = (there, ChromaIndex(there.folder))
        except DamagedGenerationError as error:
            self._let_go()
            self._say(f"the index is damaged ({error}): searched exactly; {_MEND}")
            return None
        except IndexUnusableError as error:
            self._refused = there
            self._say(f"the index cannot be opened ({error}): searched exactly; {_MEND}")
            return None
        self.notices = ()
        return self._opened

    def _say(self, notice: str) -> None:
        self.notices = (" ".join(notice.split()),)

    def _let_go(self) -> None:
        if self._opened is not None:
            self._opened[1].close()
            self._opened = None


def _users(
    connection: sqlite3.Connection, near: list[Scored], narrowed: Narrowed = EVERYTHING
) -> list[Scored]:
    """The passages that use the vectors, each with the vector's cosine."""
    users = passages_of(connection, [vector for vector, _ in near], *narrowed)
    return [(passage, cosine) for vector, cosine in near for passage in users.get(vector, ())]


def _widen(n: int, all_there_are: int, nearest: Callable[[int], list[Scored]]) -> list[int]:
    """Ask for more and more vectors until `n` passages are certain, or there are no more.

    Certain means that the furthest found is further than the n-th passage: of equal ones none is left out,
    so that it is the passages' keys that decide between them, not the order of an index.
    """
    ask = n + _SPARE
    while True:
        scored = nearest(ask)
        best: dict[int, float] = {}
        for passage, cosine in scored:
            best.setdefault(passage, cosine)
        if ask >= all_there_are or (
            len(best) > n and scored[-1][1] < sorted(best.values(), reverse=True)[n - 1] - _EQUAL
        ):
            return list(best)
        ask *= 4

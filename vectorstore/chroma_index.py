"""An index of vectors in one folder, made and searched by Chroma. The only file that knows Chroma.

Chroma writes to its SQLite file whenever it is opened, so a finished index is never opened in place: each
reader gets a private folder with a copy of that file (a megabyte for ten thousand vectors; the vectors are
in the others) and a link to the rest. A published index thus never changes, and a change means damage.

Run as a program, the file checks an index in a process of its own: a damaged one can end in SIGSEGV.
"""

# ruff: noqa: PLC0415 - chromadb takes a second to import: only who builds or asks an index pays it

from __future__ import annotations

import io
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from chromadb.api import ClientAPI

_COLLECTION = "windows"
_DATABASE = "chroma.sqlite3"
_FINISHED = "index_metadata.pickle"  # there once a graph was written out, at a thousand vectors
_BATCH = 5000
# Chroma's own graph (16 neighbours, effort 100) missed one neighbour in 900 among 1,200 near-equal texts,
# this one fewer than one in 9,000; a wider one still (64, 500) missed no fewer worth twice the time to build.
_NEIGHBOURS, _EFFORT_BUILDING, _EFFORT_SEARCHING = 32, 200, 1000
_TOLERANCE = 1e-3


class IndexUnusableError(Exception):
    """Chroma cannot read the index; searches go on exactly."""


def build(folder: Path, ids: NDArray[np.int64], matrix: NDArray[np.float32]) -> None:
    """Make an index of `matrix` (n, d), n > 0, in the empty folder `folder`."""
    client = _client(folder)
    try:
        collection = client.create_collection(
            _COLLECTION,
            embedding_function=None,
            configuration={
                "hnsw": {
                    "space": "cosine",
                    "max_neighbors": _NEIGHBOURS,
                    "ef_construction": _EFFORT_BUILDING,
                    "ef_search": _EFFORT_SEARCHING,
                }
            },
        )
        names = [str(i) for i in ids.tolist()]
        for start in range(0, len(names), _BATCH):
            part = slice(start, start + _BATCH)
            collection.add(ids=names[part], embeddings=matrix[part])
    finally:
        client.close()
    database = sqlite3.connect(folder / _DATABASE)
    try:
        database.execute("VACUUM")  # it keeps room for vectors that have moved elsewhere: nine tenths of it
    finally:
        database.close()


class ChromaIndex:
    """A finished index, opened for searching.

    Raises:
        IndexUnusableError: Chroma cannot open it.
    """

    def __init__(self, folder: Path) -> None:
        self._private = tempfile.TemporaryDirectory(prefix="minutebook-", ignore_cleanup_errors=True)
        try:
            _mirror(folder, Path(self._private.name))
            self._client = _client(Path(self._private.name))
            self._collection = self._client.get_collection(_COLLECTION, embedding_function=None)
            self.count = int(self._collection.count())
        except _failures() as error:
            self._private.cleanup()
            raise IndexUnusableError(str(error)) from error

    def nearest(self, query: NDArray[np.float32], n: int) -> list[tuple[int, float]]:
        """The `n` vectors nearest to `query` (d,): their numbers and cosines, nearest first.

        Raises:
            IndexUnusableError: Chroma cannot answer.
        """
        try:
            found = self._collection.query(
                query_embeddings=query[np.newaxis, :],
                n_results=max(1, min(n, self.count)),
                include=["distances"],
            )
            distances = found["distances"] or [[]]
            return [(int(i), 1.0 - float(d)) for i, d in zip(found["ids"][0], distances[0], strict=True)]
        except _failures() as error:
            raise IndexUnusableError(str(error)) from error

    def close(self) -> None:
        """Let go of the index and of the private folder."""
        self._client.close()
        self._private.cleanup()


def verify(folder: Path, count: int, ids: Sequence[int], matrix: NDArray[np.float32]) -> bool:
    """Whether the index holds `count` vectors and finds each row of `matrix` (m, d) where it lies."""
    try:
        index = ChromaIndex(folder)
    except IndexUnusableError:
        return False
    try:
        return index.count == count and all(
            any(found == id_ and cosine > 1 - _TOLERANCE for found, cosine in index.nearest(row, 10))
            for id_, row in zip(ids, matrix, strict=True)
        )
    except IndexUnusableError:
        return False
    finally:
        index.close()


def _client(folder: Path) -> ClientAPI:
    import chromadb
    from chromadb.config import Settings

    return chromadb.PersistentClient(path=str(folder), settings=Settings(anonymized_telemetry=False))


def _failures() -> tuple[type[Exception], ...]:
    """Every way in which Chroma says no: its own errors, and those of Rust and SQLite let through."""
    from chromadb.errors import ChromaError

    return (ChromaError, OSError, ValueError, RuntimeError, KeyError, TypeError)


def _mirror(folder: Path, private: Path) -> None:
    """Make `private` stand in for the index in `folder`: copy what Chroma would write to, link the rest."""
    for path in folder.iterdir():
        if path.name == _DATABASE:
            shutil.copyfile(path, private / path.name)
        elif path.is_dir():
            _link(path, private / path.name)


def _link(graph: Path, place: Path) -> None:
    """Link the folder of a finished graph; copy that of one too small for it, which Chroma starts afresh."""
    if (graph / _FINISHED).exists():
        try:
            place.symlink_to(graph.resolve(), target_is_directory=True)
            return
        except OSError:  # Windows asks for a privilege
            place.unlink(missing_ok=True)
    shutil.copytree(graph, place)


def _main(folder: str, count: str, *ids: str) -> int:
    matrix = np.load(io.BytesIO(sys.stdin.buffer.read()), allow_pickle=False)
    return 0 if verify(Path(folder), int(count), [int(i) for i in ids], matrix) else 1


if __name__ == "__main__":
    sys.exit(_main(*sys.argv[1:]))

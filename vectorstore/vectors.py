"""Vectors in the database, and exact search over them.

Rows of length 1, so that a dot product is the cosine. What ranks is always the cosine in double precision,
row by row, so that the same passages score the same however they were found.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ids = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class VectorTable:
    """Vectors and their numbers in the database: `ids` (n,) ascending, `matrix` (n, d)."""

    ids: Ids
    matrix: Floats

    @classmethod
    def empty(cls, dimension: int) -> VectorTable:
        """A table of no vectors."""
        return cls(np.empty(0, dtype=np.int64), np.empty((0, dimension), dtype=np.float32))

    @property
    def newest(self) -> int:
        """The greatest number in the table, 0 if it is empty."""
        return int(self.ids[-1]) if len(self.ids) else 0

    def extended(self, newer: VectorTable) -> VectorTable:
        """This table and then `newer`, whose numbers are all greater."""
        return VectorTable(np.concatenate([self.ids, newer.ids]), np.concatenate([self.matrix, newer.matrix]))

    def nearest(self, query: Floats, n: int, among: Ids | None = None) -> list[tuple[int, float]]:
        """Numbers and cosines of the `n` vectors nearest to `query`, best first; `among` narrows them."""
        ids, matrix = self.ids, self.matrix
        if among is not None:
            rows = np.flatnonzero(np.isin(ids, among, assume_unique=True))
            ids, matrix = ids[rows], matrix[rows]
        scores = matrix @ query
        if len(scores) > n:
            best = np.argpartition(-scores, n - 1)[:n]
            ids, scores = ids[best], scores[best]
        order = np.lexsort((ids, -scores))
        return [(int(ids[i]), float(scores[i])) for i in order]


def load_vectors(connection: sqlite3.Connection, dimension: int, after: int = 0) -> VectorTable:
    """All vectors whose number is greater than `after`."""
    (count,) = connection.execute("SELECT count(*) FROM vectors WHERE id > ?", (after,)).fetchone()
    ids = np.empty(count, dtype=np.int64)
    matrix = np.empty((count, dimension), dtype=np.float32)
    found = connection.execute("SELECT id, vector FROM vectors WHERE id > ? ORDER BY id", (after,))
    for row, (id_, blob) in enumerate(found):
        ids[row] = id_
        matrix[row] = np.frombuffer(blob, dtype="<f4")
    return VectorTable(ids, matrix)


def pack(vector: Floats) -> bytes:
    """The bytes that the database keeps of a vector: float32, little end first."""
    return vector.astype("<f4").tobytes()


def pack_small(matrix: Floats) -> bytes:
    """The bytes that the database keeps of vectors that are only compared, row by row: float16, little end first."""
    return matrix.astype("<f2").tobytes()


def unpack_small(blob: bytes, dimension: int) -> Floats:
    """The rows that `pack_small` kept, to a cosine's fourth digit; shape (n, dimension)."""
    return np.frombuffer(blob, dtype="<f2").astype(np.float32).reshape(-1, dimension)


def text_hash(model: str, text: str) -> bytes:
    """The name under which a text's vector is kept, so that no text is embedded twice by one model."""
    return hashlib.sha256(f"{model}\0{text}".encode("utf-8", "surrogatepass")).digest()


def best_windows(connection: sqlite3.Connection, query: Floats, passages: list[int]) -> dict[int, float]:
    """Cosine of `query` and the best window of each passage, -1 to 1, for the passages that have vectors."""
    found = connection.execute(
        "SELECT w.passage, v.vector FROM windows w JOIN vectors v ON v.id = w.vector"
        " WHERE w.passage IN (SELECT value FROM json_each(?)) ORDER BY w.passage, w.ordinal",
        (json.dumps(passages),),
    ).fetchall()
    if not found:
        return {}
    matrix = np.frombuffer(b"".join(blob for _, blob in found), dtype="<f4").reshape(len(found), -1)
    cosines = (matrix.astype(np.float64) * query.astype(np.float64)).sum(axis=1)
    best: dict[int, float] = {}
    for (passage, _), cosine in zip(found, cosines, strict=True):
        best[passage] = max(best.get(passage, -1.0), float(cosine))
    return best


def passages_of(
    connection: sqlite3.Connection, vectors: list[int], where: str, values: Sequence[str]
) -> dict[int, list[int]]:
    """The passages `p` that fulfil `where` and use each vector; a forgotten vector is not in the answer."""
    found = connection.execute(
        "SELECT w.vector, w.passage FROM windows w JOIN passages p ON p.id = w.passage"  # noqa: S608
        f" WHERE w.vector IN (SELECT value FROM json_each(?)) AND {where} ORDER BY 1, 2",
        (json.dumps(vectors), *values),
    )
    users: dict[int, list[int]] = {}
    for vector, passage in found:
        users.setdefault(vector, []).append(passage)
    return users

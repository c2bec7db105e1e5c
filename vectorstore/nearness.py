"""How near words and sentences are in meaning, from the vectors that were made when the minutes were loaded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from vectorstore.cutting import sentences_hash
from vectorstore.embedder import Embedder
from vectorstore.store import MinutesStore
from vectorstore.vectors import Floats, unpack_small

_RECENT = 5000  # words whose neighbours are kept
_DIGITS = 3  # of a cosine; the next depends on what was embedded together


class Nearness:
    """The words of one version of a store, and the sentences of its passages as they are asked for."""

    def __init__(self, store: MinutesStore, embedder: Embedder, *, unlike: float) -> None:
        """Read the words; a cosine up to `unlike` makes nobody a neighbour."""
        self._store, self._embedder, self._unlike = store, embedder, unlike
        with store.snapshot() as connection:
            found = connection.execute(
                "SELECT term, vector FROM terms WHERE vector IS NOT NULL ORDER BY term"
            ).fetchall()
        self._words = [word for word, _ in found]
        self._matrix = unpack_small(b"".join(blob for _, blob in found), store.dimension)
        self._rows = {word: row for row, word in enumerate(self._words)}
        self._like: Mapping[str, Mapping[str, float]] = {}

    def words_like(self, words: Sequence[str]) -> list[Mapping[str, float]]:
        """For each folded word the words of the minutes that mean something like it, with their cosines."""
        kept = self._like
        new = [word for word in dict.fromkeys(words) if word not in kept]
        if new:
            kept = {
                **(kept if len(kept) < _RECENT else {}),
                **dict(zip(new, self._look_up(new), strict=True)),
            }
            self._like = kept  # put in place whole: other threads go on reading what they hold
        return [kept[word] for word in words]

    def _look_up(self, words: Sequence[str]) -> list[Mapping[str, float]]:
        rows = [self._rows.get(word) for word in words]
        vectors = np.stack(
            [
                self._embedder.embed_query(word) if row is None else self._matrix[row]
                for word, row in zip(words, rows, strict=True)
            ]
        )
        found: list[Mapping[str, float]] = []
        for cosines in vectors @ self._matrix.T:
            near = np.flatnonzero(cosines > self._unlike)
            rounded = np.round(cosines[near], _DIGITS)
            found.append({self._words[i]: c for i, c in zip(near.tolist(), rounded.tolist(), strict=True)})
        return found

    def nearest_sentences(self, question: str, passages: Sequence[Sequence[str]]) -> list[float]:
        """The cosine of a question and the nearest of the sentences of each passage.

        Sentences that were cut otherwise when they were loaded are embedded now.
        """
        query = self._embedder.embed_query(question)
        hashes = [sentences_hash(self._store.embedder_name, sentences) for sentences in passages]
        stored = self._stored(hashes)
        return [
            round(float((self._matrix_of(stored.get(hash_), sentences) @ query).max()), _DIGITS)
            for hash_, sentences in zip(hashes, passages, strict=True)
        ]

    def _stored(self, hashes: Sequence[bytes]) -> dict[bytes, bytes]:
        marks = ", ".join("?" * len(hashes))
        with self._store.snapshot() as connection:
            found = connection.execute(
                f"SELECT hash, vectors FROM sentences WHERE hash IN ({marks})",  # noqa: S608 - question marks
                list(hashes),
            )
            return dict(found.fetchall())

    def _matrix_of(self, blob: bytes | None, sentences: Sequence[str]) -> Floats:
        if blob is not None:
            return unpack_small(blob, self._store.dimension)
        return self._embedder.embed_passages(list(sentences))

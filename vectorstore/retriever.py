"""A question finds passages: by meaning and by words, narrowed first, fused, best first."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ingest import Passage
from vectorstore import filtering, lexical
from vectorstore.dense import DenseSearch
from vectorstore.embedder import Embedder
from vectorstore.fusion import reciprocal_rank_fusion
from vectorstore.model import Filters, Hit
from vectorstore.store import MinutesStore
from vectorstore.vectors import best_windows

_DEPTH = 100
_KEPT = 5000  # passages, 10 MB
_REACH = 8  # places in an agenda item, headings counted


class Retriever:
    """Searches one store with the embedder that built it. Many threads may use it at once."""

    def __init__(self, store: MinutesStore, embedder: Embedder) -> None:
        self._store = store
        self._embedder = embedder
        self._dense = DenseSearch(store)
        self._passages: dict[int, Passage] = {}

    @property
    def notices(self) -> tuple[str, ...]:
        """What to tell the person about the last search: a damaged index, and what mends it."""
        return self._dense.notices

    def search(
        self,
        question: str,
        *,
        terms: Sequence[str] = (),
        filters: Filters | None = None,
        k: int = 10,
        beside: int = 0,
        depth: int = _DEPTH,
    ) -> list[Hit]:
        """The `k` best passages for `question`, best first; headings are never among them.

        Behind them come the other passages near the first `beside` of them in their agenda items: what follows a
        motion or a question seldom repeats its words.

        `terms` are further words or phrases to look for by words (an acronym written out). `depth` is how
        many passages each side contributes before they are fused. Equal scores are in order of key.

        Raises:
            StoreUnusable: the database cannot be read.
        """
        query = self._embedder.embed_query(question)
        match = lexical.match_query(question, terms)
        with self._store.snapshot() as connection:
            where, values = filtering.condition(connection, filters or Filters())
            near = self._dense.passages(connection, query, (where, values), depth)
            where = f"NOT p.heading AND {where}"
            worded = lexical.by_words(connection, match, where, values, depth, also=near)
            candidates = list(dict.fromkeys([*near, *worded]))
            found = _Candidates(best_windows(connection, query, candidates), worded)
            keys = self._store.keys_of(connection, candidates)
            scores = found.fused(keys, depth)
            best = sorted(scores, key=lambda id_: (-scores[id_], keys[id_]))[:k]
            near_by = _beside(connection, best[:beside], set(best))
            similarity = {**found.similarity, **best_windows(connection, query, near_by)}
            passages = self._passages_of(connection, [*best, *near_by])
        return [
            Hit(
                passage=passages[id_],
                score=scores.get(id_, 0.0),
                rank=rank,
                similarity=similarity.get(id_),
                lexical=found.lexical.get(id_),
            )
            for rank, id_ in enumerate([*best, *near_by], start=1)
        ]

    def close(self) -> None:
        """Let go of the index; the store stays open."""
        self._dense.close()

    def _passages_of(self, connection: sqlite3.Connection, ids: Sequence[int]) -> dict[int, Passage]:
        """Passages by their numbers. Those of earlier searches are kept: a number never means another passage."""
        kept = self._passages
        found = {id_: kept[id_] for id_ in ids if id_ in kept}
        missing = [id_ for id_ in ids if id_ not in found]
        if missing:
            found |= self._store.by_id(connection, missing)
            # Put in place whole: other threads go on reading what they hold.
            self._passages = {**kept, **found} if len(kept) < _KEPT else found
        return found


def _beside(connection: sqlite3.Connection, ids: Sequence[int], known: set[int]) -> list[int]:
    """Passages of the same agenda items, at most `_REACH` before or after one of `ids`, in order of text."""
    found = connection.execute(
        "SELECT DISTINCT p.id FROM passages q JOIN passages p ON p.meeting = q.meeting AND p.item = q.item"
        " WHERE q.id IN (SELECT value FROM json_each(?)) AND NOT p.heading"
        " AND p.position BETWEEN q.position - ? AND q.position + ? ORDER BY p.meeting, p.position",
        (json.dumps(list(ids)), _REACH, _REACH),
    )
    return [id_ for (id_,) in found if id_ not in known]


@dataclass(frozen=True, slots=True)
class _Candidates:
    """Passages that either side brought up, with what both sides make of each of them."""

    similarity: Mapping[int, float]
    lexical: Mapping[int, float]

    def fused(self, keys: Mapping[int, str], depth: int) -> Mapping[int, float]:
        """A score for each candidate from its places in the two rankings."""
        rankings = [
            sorted(side, key=lambda id_: (-side[id_], keys[id_]))[:depth]
            for side in (self.similarity, self.lexical)
        ]
        return reciprocal_rank_fusion(rankings)

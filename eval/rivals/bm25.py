"""BM25 over pieces of 1,000 characters, the first of which is the answer: search as every database has it.

SQLite's FTS5 in memory, words cut to their stems. A question is its words, any of which may match; it is refused
where none does.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing

from eval.cases import Case
from eval.rivals.rival import HITS, Piece, fingerprint, show
from eval.run import Told

_LENGTH = 1000  # characters of a piece


class WordSearch:
    """BM25 over pieces of the texts; cites the best one whole. Usable in the thread that made it."""

    name = "bm25"

    def __init__(self, texts: Sequence[Piece]) -> None:
        self._identity = fingerprint(self.name, texts)
        self._index = sqlite3.connect(":memory:")
        self._index.execute(
            "CREATE VIRTUAL TABLE pieces USING fts5(text, source UNINDEXED, tokenize = 'porter unicode61')"
        )
        self._index.executemany(
            "INSERT INTO pieces (text, source) VALUES (?, ?)",
            ((piece.text, piece.source) for text in texts for piece in _cut(text)),
        )

    def identity(self) -> str:
        """Names the texts and the code."""
        return self._identity

    def answer(self, case: Case) -> Told:
        """The best piece, whole."""
        found = self._search(case.request.question)
        return show(case, self.name, found, found[:1])

    def _search(self, question: str) -> list[Piece]:
        words = re.findall(r"\w+", question)
        if not words:
            return []
        query = " OR ".join(f'"{word}"' for word in words)
        rows = self._index.execute(
            "SELECT source, text, -bm25(pieces) FROM pieces WHERE pieces MATCH ? ORDER BY rank, rowid LIMIT ?",
            (query, HITS),
        )
        with closing(rows):
            return [Piece(source=source, text=text, score=score) for source, text, score in rows]


def _cut(text: Piece) -> Iterator[Piece]:
    for start in range(0, len(text.text), _LENGTH):
        yield Piece(source=text.source, text=text.text[start : start + _LENGTH])

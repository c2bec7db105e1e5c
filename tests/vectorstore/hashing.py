"""A small embedder for tests: deterministic, instant, and good enough that shared words mean nearness.

Each word is hashed to one of `dimension` places with a sign; a text is the sum of its words, scaled to
length 1.
Windows are counted in words, `window` of them.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

import numpy as np

from vectorstore.embedder import cut

_WORD = re.compile(r"\w+")


class HashEmbedder:
    """Bag of hashed words; counts in `embedded` how many texts it was given."""

    def __init__(self, name: str = "hashing", dimension: int = 256, window: int = 64) -> None:
        self.name = name
        self.dimension = dimension
        self.window = window
        self.embedded = 0

    def embed_passages(self, texts: Sequence[str]) -> np.ndarray:
        self.embedded += len(texts)
        rows = [self.embed_query(text) for text in texts]
        return np.stack(rows) if rows else np.zeros((0, self.dimension), dtype=np.float32)

    def embed_query(self, text: str) -> np.ndarray:
        vector = np.zeros(self.dimension, dtype=np.float64)
        for word in _WORD.findall(text.casefold()):
            digest = hashlib.sha256(word.encode()).digest()
            vector[int.from_bytes(digest[:4], "big") % self.dimension] += 1 if digest[4] & 1 else -1
        vector[0] += 1e-3  # so that no text is without direction
        return (vector / np.linalg.norm(vector)).astype(np.float32)

    def is_word(self, word: str) -> bool:
        return False  # it has no vocabulary

    def split_windows(self, text: str, header: str) -> list[str]:
        words = [match.span() for match in _WORD.finditer(text)]
        return [f"{header}\n{text[a:b]}" for a, b in cut(text, words, self.window)]

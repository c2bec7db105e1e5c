"""An embedder that costs next to nothing, so that the scale of everything else can be seen in minutes."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from vectorstore.embedder import cut

_WORD = re.compile(r"\w+")


class CheapEmbedder:
    """Words hashed to places; windows are counted in words. Its vectors are good for measuring, not for finding."""

    name, dimension, window = "cheap", 384, 180

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Embed texts; shape (n, d), rows of length 1."""
        matrix = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, text in zip(matrix, texts, strict=True):
            hashes = [zlib.crc32(word.encode("utf-8", "replace")) for word in _WORD.findall(text.casefold())]
            np.add.at(row, np.array(hashes, dtype=np.int64) % self.dimension, 1.0)
            row[zlib.crc32(text.encode("utf-8", "replace")) % self.dimension] += 0.5
        return matrix / np.linalg.norm(matrix, axis=1, keepdims=True)

    def embed_query(self, text: str) -> NDArray[np.float32]:
        """Embed a question; shape (d,), length 1."""
        vector: NDArray[np.float32] = self.embed_passages([text])[0]
        return vector

    def split_windows(self, text: str, header: str) -> list[str]:
        """Cut `text` into overlapping windows of words, `header` in front of each."""
        words = [match.span() for match in _WORD.finditer(text)]
        return [f"{header}\n{text[a:b]}" for a, b in cut(text, words, self.window)]

    def is_word(self, word: str) -> bool:
        """It has no vocabulary."""
        return False

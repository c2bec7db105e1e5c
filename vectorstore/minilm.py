"""The packaged model's forward pass in numpy: a question's vector without PyTorch, whose import takes seconds.

The same weights, 22 million of them, as sentence-transformers opens for ingestion; a test holds the two to the same
vectors. A sequence at a time and one thread: a question has twenty word pieces, and others are asking too.
"""

# ruff: noqa: PLC0415 - the tokenizer's library is imported when the first text comes

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
_EPSILON = np.float32(1e-12)


class MiniLM:
    """A BERT encoder of word pieces whose mean, scaled to length 1, is the meaning of a text.

    Source: Devlin et al., NAACL 2019, for the encoder; Reimers and Gurevych, EMNLP 2019, for the mean.
    """

    def __init__(self, folder: Path, window: int) -> None:
        """Read the weights in `folder`; of a longer text only the first `window` word pieces are read."""
        from safetensors.numpy import load_file
        from threadpoolctl import ThreadpoolController
        from tokenizers import Tokenizer

        # Threads that wait for each other over so little work make it ten times slower on a busy machine.
        ThreadpoolController().select(internal_api="openblas").limit(limits=1)
        told = json.loads((folder / "config.json").read_text("utf-8"))
        self._heads = int(told["num_attention_heads"])
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._window = window
        weights = load_file(folder / "model.safetensors")
        self._words = weights["embeddings.word_embeddings.weight"]
        self._places = (
            weights["embeddings.position_embeddings.weight"]
            + weights["embeddings.token_type_embeddings.weight"][0]
        )
        self._norm = _Norm(weights, "embeddings.LayerNorm")
        self._layers = [
            _Layer(weights, f"encoder.layer.{n}", self._heads) for n in range(int(told["num_hidden_layers"]))
        ]

    def embed(self, text: str) -> Floats:
        """The vector of one text; shape (d,), length 1."""
        ids = self._tokenizer.encode(text).ids
        if len(ids) > self._window:
            ids = [*ids[: self._window - 1], ids[-1]]  # the last is the mark of the end
        states = self._norm(self._words[ids] + self._places[: len(ids)])
        for layer in self._layers:
            states = layer(states)
        mean = states.mean(axis=0)
        vector: Floats = mean / np.linalg.norm(mean)
        return vector

    def pieces(self, text: str) -> list[tuple[int, int]]:
        """The character spans of the word pieces of a text, in order, however long it is."""
        return [(int(a), int(b)) for a, b in self._tokenizer.encode(text, add_special_tokens=False).offsets]


class _Norm:
    """Layer normalisation: each row to mean 0 and variance 1, then stretched and shifted."""

    def __init__(self, weights: dict[str, Floats], name: str) -> None:
        self._stretch, self._shift = weights[f"{name}.weight"], weights[f"{name}.bias"]

    def __call__(self, rows: Floats) -> Floats:
        centred = rows - rows.mean(axis=-1, keepdims=True)
        spread = np.sqrt((centred * centred).mean(axis=-1, keepdims=True) + _EPSILON)
        scaled: Floats = centred / spread * self._stretch + self._shift
        return scaled


class _Linear:
    """A matrix and an offset; several of one input are laid side by side."""

    def __init__(self, weights: dict[str, Floats], *names: str) -> None:
        self._matrix = np.concatenate([weights[f"{name}.weight"] for name in names]).T.copy()
        self._offset = np.concatenate([weights[f"{name}.bias"] for name in names])

    def __call__(self, rows: Floats) -> Floats:
        made: Floats = rows @ self._matrix + self._offset
        return made


class _Layer:
    """One layer of the encoder: every piece looks at every other, then each is thought over by itself."""

    def __init__(self, weights: dict[str, Floats], name: str, heads: int) -> None:
        seen = f"{name}.attention"
        self._heads = heads
        self._asked = _Linear(weights, *(f"{seen}.self.{part}" for part in ("query", "key", "value")))
        self._told = _Linear(weights, f"{seen}.output.dense")
        self._after_looking = _Norm(weights, f"{seen}.output.LayerNorm")
        self._wide = _Linear(weights, f"{name}.intermediate.dense")
        self._narrow = _Linear(weights, f"{name}.output.dense")
        self._after_thinking = _Norm(weights, f"{name}.output.LayerNorm")

    def __call__(self, states: Floats) -> Floats:
        looked = self._after_looking(states + self._told(self._attend(states)))
        return self._after_thinking(looked + self._narrow(_gelu(self._wide(looked))))

    def _attend(self, states: Floats) -> Floats:
        count, width = states.shape
        query, key, value = (
            self._asked(states).reshape(count, 3, self._heads, width // self._heads).transpose(1, 2, 0, 3)
        )
        scores = query @ key.transpose(0, 2, 1) / np.sqrt(np.float32(width // self._heads))
        shares = np.exp(scores - scores.max(axis=-1, keepdims=True))
        shares /= shares.sum(axis=-1, keepdims=True)
        seen: Floats = (shares @ value).transpose(1, 0, 2).reshape(count, width)
        return seen


def _gelu(x: Floats) -> Floats:
    """The Gaussian error linear unit: x times the normal distribution up to x."""
    half, root = np.float32(0.5), np.float32(0.5**0.5)
    made: Floats = x * half * (1 + _erf(x * root))
    return made


def _erf(x: Floats) -> Floats:
    """The error function, to 1.5e-7. Source: Abramowitz and Stegun, 7.1.26."""
    size = np.abs(x)
    t = 1 / (1 + np.float32(0.3275911) * size)
    series = np.zeros_like(t)
    for term in (1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592):
        series = (series + np.float32(term)) * t
    made: Floats = np.copysign(1 - series * np.exp(-size * size), x)
    return made

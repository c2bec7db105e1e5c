"""Where the parts are chosen: which embedder, which store, and the assistant over them."""

from __future__ import annotations

from pathlib import Path

from assistant.answering import Assistant
from vectorstore import MinutesStore, SentenceTransformerEmbedder


def open_embedder() -> SentenceTransformerEmbedder:
    """The embedder of this installation: all-MiniLM-L6-v2 from its package, nothing fetched."""
    return SentenceTransformerEmbedder()


def open_assistant(folder: Path) -> Assistant:
    """The assistant over an existing store.

    Raises:
        StoreUnusable: there is no store, or it cannot be read.
        StoreMismatch: it was built with another embedder.
    """
    embedder = open_embedder()
    return Assistant(MinutesStore.open(folder, embedder), embedder)

"""Where the parts are chosen: which embedder, which store, and the assistant over them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from assistant.answering import Assistant
from assistant.drafting import Drafter
from vectorstore import MinutesStore, SentenceTransformerEmbedder


@cache
def open_embedder() -> SentenceTransformerEmbedder:
    """The embedder of this installation, one a process: all-MiniLM-L6-v2 from its package, nothing fetched."""
    return SentenceTransformerEmbedder()


def open_assistant(folder: Path, *, create: bool = False, drafter: Drafter | None = None) -> Assistant:
    """The assistant over an existing store; with `create`, over an empty one where there is none yet.

    `drafter` is the language model that words its leads; without one it only quotes.

    Raises:
        StoreUnusable: there is no store, or it cannot be read, or (with `create`) not be made.
        StoreMismatch: it was built with another embedder.
        StoreBusy: it has to be made, and another process is at it.
    """
    embedder = open_embedder()
    return Assistant(MinutesStore.open(folder, embedder, create=create), embedder, drafter)

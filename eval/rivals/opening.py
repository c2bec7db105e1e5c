"""All rivals over one folder of minutes, in the order in which they stand in the table."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from assistant.answering import Assistant
from eval.rivals.bm25 import WordSearch
from eval.rivals.copying import CopyFirst
from eval.rivals.refusing import AlwaysRefuse
from eval.rivals.rival import read_texts
from eval.run import System
from vectorstore import Embedder


def open_rivals(minutes: Path, assistant: Assistant, identity: str, embedder: Embedder) -> Iterator[System]:
    """Every rival, one after the other, the simplest first.

    `assistant` is ours over the same minutes, `identity` what its answers depend on: one of the rivals is its
    search without its choice.

    Raises:
        MinutesError: the folder holds no minutes, or a file cannot be read.
    """
    from eval.rivals.naive import Naive  # noqa: PLC0415 - LangChain takes seconds to import

    texts = read_texts(minutes)
    yield AlwaysRefuse()
    yield WordSearch(texts)
    yield Naive(texts, embedder)
    yield CopyFirst(assistant, identity)

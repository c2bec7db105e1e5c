"""A process to be killed: `python -m tests.vectorstore.loader DIR EDITION` loads an edition of a corpus.

It passes the two failpoints that belong to whoever reads and parses files.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from ingest import Minutes
from tests.vectorstore.builder import Item, minutes
from tests.vectorstore.hashing import HashEmbedder
from vectorstore import MinutesStore, load, reach

DOCUMENTS, PARAGRAPHS = 24, 20


def document(number: int, edition: int) -> Minutes:
    """A document of that edition; a third of its paragraphs differ from those of the edition before."""
    paragraphs = [
        f"Ward {p} of document {number} got {p * number} pounds"
        + (f" in edition {edition}." if p % 3 == 0 else " as always.")
        for p in range(PARAGRAPHS)
    ]
    return minutes(f"{number:02}.txt", [Item(f"Grants {number}", paragraphs)])


def sources(edition: int) -> Iterator[Minutes]:
    for number in range(DOCUMENTS):
        reach("after-read")
        parsed = document(number, edition)
        reach("after-parse")
        yield parsed


def main(folder: str, edition: str) -> None:
    embedder = HashEmbedder()
    with MinutesStore.open(Path(folder), embedder, create=True) as store:
        load(store, sources(int(edition)), embedder)


if __name__ == "__main__":
    main(*sys.argv[1:])

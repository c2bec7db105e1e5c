"""What the store's tests share: a small embedder, a folder, and two councils' minutes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from ingest import Kind, Minutes
from tests.vectorstore.builder import Item, minutes
from tests.vectorstore.hashing import HashEmbedder
from vectorstore import MinutesStore


@pytest.fixture
def embedder() -> HashEmbedder:
    return HashEmbedder()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "store"


@pytest.fixture
def store(folder: Path, embedder: HashEmbedder) -> Iterator[MinutesStore]:
    with MinutesStore.open(folder, embedder, create=True) as opened:
        yield opened


@pytest.fixture
def parenting() -> Minutes:
    return minutes(
        "parenting.txt",
        [
            Item(
                "Secure accommodation",
                [
                    "The committee heard how Looked After Children (LAC) are placed in secure accommodation.",
                    ("RESOLVED that three more places be bought.", Kind.DECISION),
                ],
            ),
            Item("Education results", ["The results of the virtual school were noted by members."]),
        ],
    )


@pytest.fixture
def planning() -> Minutes:
    return minutes(
        "planning.txt",
        [
            Item(
                "Library extension",
                [
                    "Officers described the extension to the library and its secure bicycle store.",
                    ("RESOLVED that permission be granted.", Kind.DECISION),
                ],
            ),
        ],
        council="Camden",
        body="Planning Sub-Committee",
        held_on=date(2016, 3, 11),
    )

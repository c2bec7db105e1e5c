"""Small stores of made-up minutes for the registers: a meeting is its items, and items are what was said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from ingest import Kind, Minutes
from tests.vectorstore.builder import Item, minutes
from tests.vectorstore.hashing import HashEmbedder
from vectorstore import MinutesStore, load

COUNCIL, BODY = "Ashby Borough Council", "Parks Committee"
FILLER = [
    f"Bench {n} by gate {n} was painted {colour}." for n, colour in enumerate(["red", "blue", "grey"] * 10)
]


def meeting(
    day: date | None,
    *items: tuple[str, Sequence[str | tuple[str, Kind]]],
    council: str | None = COUNCIL,
    body: str | None = BODY,
) -> Minutes:
    """The minutes of a meeting; each item is a title and its paragraphs, or (words, kind)."""
    who = "-".join(part.split()[0].lower() for part in (council, body) if part)
    source = f"{day or 'undated'}-{who or 'nobody'}.txt"
    return minutes(
        source, [Item(title, said) for title, said in items], council=council, body=body, held_on=day
    )


def store_of(folder: Path, *held: Minutes) -> MinutesStore:
    """A new store in `folder` that holds these meetings, and one of thirty paragraphs about benches before them all."""
    store = MinutesStore.open(folder, HashEmbedder(), create=True)
    earlier = meeting(date(2001, 1, 1), ("Benches", FILLER))
    load(store, iter([earlier, *held]), HashEmbedder())
    return store

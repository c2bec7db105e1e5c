"""No two passages share an address: those that would are told apart by their position."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ingest.citation import Citation


def tell_apart(citations: Iterable[Citation]) -> Iterator[Citation]:
    """Give each citation, in the order of the text, its place among those of the same address."""
    plain = [replace(citation, nth=1, of=1) for citation in citations]
    of = Counter(plain)
    nth: Counter[Citation] = Counter()
    for citation in plain:
        nth[citation] += 1
        yield replace(citation, nth=nth[citation], of=of[citation])

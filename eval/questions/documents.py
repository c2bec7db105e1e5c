"""The minutes that questions are about, document by document: out of a folder or out of a store."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path, PurePosixPath
from typing import TypeVar

from ingest import Passage, find_sources, parse, read_source
from vectorstore import Filters, MinutesStore

_Place = TypeVar("_Place", Path, str)
Passages = tuple[Passage, ...]
Find = Callable[[str], list[Passages]]
"""The documents of a name, without folders: one, none, or several that share it; each as all its passages."""


def in_folder(minutes: Path) -> Find:
    """The documents of a folder; each is read when it is first asked for.

    Raises:
        MinutesError: there are no minutes, or (when it is asked for) a document cannot be read.
    """
    paths = _by_name((path.name, path) for path in find_sources(minutes))

    @cache
    def find(name: str) -> list[Passages]:
        return [tuple(parse(read_source(path)).passages()) for path in paths.get(name, ())]

    return find


def in_store(store: MinutesStore) -> Find:
    """The documents of a store."""
    sources = _by_name((PurePosixPath(known.source).name, known.source) for known in store.sources())

    @cache
    def find(name: str) -> list[Passages]:
        return [tuple(store.passages(Filters(sources=(source,)))) for source in sources.get(name, ())]

    return find


def _by_name(named: Iterable[tuple[str, _Place]]) -> dict[str, list[_Place]]:
    places: defaultdict[str, list[_Place]] = defaultdict(list)
    for name, place in named:
        places[name].append(place)
    return dict(places)

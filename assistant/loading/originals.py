"""The originals: files that an officer has added, kept in the store's folder so that they can be read again.

A better reader (`minutebook ingest STORE/minutes`), a sidecar changed by hand, a load that was interrupted: each time
it is these files that are read. What is taken out of the store is taken out of here too.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from assistant.loading.shelf import Shelf
from ingest import Origin, read_sidecar, stamp, stamp_of
from vectorstore import StoredSource

FOLDER = "minutes"


class Originals(Shelf):
    """The files that were added. Many threads may ask."""

    def __init__(self, store: Path) -> None:
        super().__init__((store / FOLDER).resolve())
        self._hashes: dict[Path, tuple[str, str]] = {}

    def unfinished(self, stored: Sequence[StoredSource]) -> list[str]:
        """Those that the store does not hold, or holds as they were before: a load was interrupted."""
        by_name: defaultdict[str, list[StoredSource]] = defaultdict(list)
        for source in stored:
            by_name[source.parts[-1]].append(source)
        return [
            name
            for name in self.names()
            if not any(self.is_of(source, self.folder / name) for source in by_name[name])
        ]

    def of(self, source: StoredSource) -> str | None:
        """The name of the file that a document of the store was read from, if it is one of these."""
        name = source.parts[-1]
        here = name in self.names()
        return name if here and self.is_of(source, self.folder / name) else None

    def is_of(self, source: StoredSource, path: Path) -> bool:
        """Whether a document of the store is what stands in a file; by its bytes where its place cannot tell."""
        now = stamp_of(Origin(path))
        if now and (source.provenance.origin, source.provenance.stamp) == (path.as_posix(), now):
            return True
        return source.parts[-1] == path.name and source.sha256 == self._hash(path, now)

    def _hash(self, path: Path, now: str) -> str:
        """As the store knows it; read piece by piece, and again only when the file has changed."""
        known = self._hashes.get(path)
        if known is None or not now or known[0] != now:
            with path.open("rb") as file:
                whole = hashlib.file_digest(file, "sha256").hexdigest()
            beside = self.sidecar(path.name)
            known = now, stamp(whole, read_sidecar(beside) if beside.is_file() else None)
            self._hashes[path] = known
        return known[1]

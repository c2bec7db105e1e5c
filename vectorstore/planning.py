"""What of the documents found is to be read: not what the store holds already, and each under a name of its own.

A document is known by where it lies: a changed file there replaces what was read from it before. One that was moved
is known by its name and its bytes; a copy with the same of both is no document of its own.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest import Job, MeetingFacts, Origin, Workers, hash_of, reader_version, stamp_of
from vectorstore.model import Provenance, StoredSource
from vectorstore.naming import tell_apart
from vectorstore.store import MinutesStore
from vectorstore.writing import facts_json

Hashes = Mapping[Origin, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is to be done with the documents found.

    Attributes:
        jobs: to be read, in the order found.
        unchanged: names of those that the store holds as they are.
        copies: those with the name and the bytes of another document, which stands for them.
        provenance: where each document to be read lies and how it is known again, by name.
        renewed: the same of those unchanged that were touched or moved.
    """

    jobs: tuple[Job, ...]
    unchanged: tuple[str, ...]
    copies: tuple[Origin, ...]
    provenance: Mapping[str, Provenance]
    renewed: Mapping[str, Provenance]


def plan(store: MinutesStore, origins: Sequence[Origin], facts: MeetingFacts, workers: Workers) -> Plan:
    """Compare what was found with what the store holds; what may have changed is hashed in `workers`.

    Raises:
        StoreUnusable: the store cannot be read.
    """
    told = hashlib.sha256(f"{reader_version()} {facts_json(facts)}".encode()).hexdigest()
    now = {origin: Provenance(origin.key, stamp_of(origin), told) for origin in origins}
    stored = store.sources()
    hashes = _hashed(now, stored, workers)
    known, copies = _recognised(now, stored, hashes)
    unchanged: list[str] = []
    renewed: dict[str, Provenance] = {}
    names: dict[Origin, str] = {}
    for origin, there in known.items():
        if there.provenance.is_surely(now[origin]):
            unchanged.append(there.source)
        elif there.provenance.told == told and there.sha256 == hashes.get(origin):
            unchanged.append(there.source)
            renewed[there.source] = now[origin]
        else:
            names[origin] = there.source
    new = [origin for origin in origins if origin not in known and origin not in copies]
    names |= tell_apart(new, {one.source: one.parts for one in stored})
    return Plan(
        jobs=tuple(Job(origin=o, name=names[o], facts=facts) for o in origins if o in names),
        unchanged=tuple(unchanged),
        copies=tuple(copies),
        provenance={name: now[origin] for origin, name in names.items()},
        renewed=renewed,
    )


def _hashed(now: Mapping[Origin, Provenance], stored: Sequence[StoredSource], workers: Workers) -> Hashes:
    """Of the documents that only their bytes can tell from others or from what they were; None if not to be had."""
    at = {one.provenance.origin: one.provenance for one in stored}
    alike = Counter(origin.name for origin in now) + Counter(one.parts[-1] for one in stored)

    def is_doubtful(origin: Origin) -> bool:
        there = at.get(origin.key)
        return alike[origin.name] > 1 if there is None else not there.is_surely(now[origin])

    return {done.job: done.result for done in workers.run(hash_of, filter(is_doubtful, now))}


def _recognised(
    now: Mapping[Origin, Provenance], stored: Sequence[StoredSource], hashes: Hashes
) -> tuple[dict[Origin, StoredSource], dict[Origin, None]]:
    """Those that are a document of the store, at its place or moved; and the copies of others."""
    at = {one.provenance.origin: one for one in stored}
    known = {origin: at[origin.key] for origin in now if origin.key in at}
    holds = {there.source: hashes.get(origin, there.sha256) for origin, there in known.items()}
    named: dict[str, list[StoredSource]] = defaultdict(list)
    for one in stored:
        named[one.parts[-1]].append(one)
    copies: dict[Origin, None] = {}
    first: dict[tuple[str, str], Origin] = {}
    for origin, provenance in now.items():
        sha256 = hashes.get(origin)
        if origin in known or sha256 is None:
            continue
        like = next((one for one in named[origin.name] if _is_like(one, sha256, holds)), None)
        if like is None:
            if first.setdefault((origin.name, sha256), origin) is not origin:
                copies[origin] = None
        elif like.source in holds or (like.provenance.told == provenance.told and _is_there(like)):
            copies[origin] = None
        else:
            known[origin], holds[like.source] = like, sha256
    return known, copies


def _is_like(document: StoredSource, sha256: str, holds: Mapping[str, str | None]) -> bool:
    """Whether its bytes are the same, or a name is all that is known of where it came from."""
    nameless = not document.provenance.origin and document.source not in holds
    return nameless or holds.get(document.source, document.sha256) == sha256


def _is_there(document: StoredSource) -> bool:
    """Whether a document still lies where it was read, or the archive does that it was read from."""
    place = Path(document.provenance.origin)
    return bool(document.provenance.origin) and any(p.is_file() for p in (place, *place.parents))

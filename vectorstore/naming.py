"""What citations call a document: the last component of its path, more of it where another bears that name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from ingest import Origin

Parts = tuple[str, ...]


def tell_apart(new: Sequence[Origin], known: Mapping[str, Parts]) -> dict[Origin, str]:
    """A name for each of `new`: the shortest end of its path that no other document's path has.

    `known` are the names already given, which are kept, and the paths of their documents.
    """
    alike: dict[str, list[Parts]] = defaultdict(list)
    for parts in [*known.values(), *(origin.parts for origin in new)]:
        alike[parts[-1]].append(parts)
    named: dict[str, list[Origin]] = defaultdict(list)
    for origin in new:
        named[origin.name].append(origin)
    taken = set(known)
    return {
        origin: name
        for last, origins in named.items()
        for origin, name in _by_ends(origins, alike[last], taken).items()
    }


def _by_ends(origins: Sequence[Origin], alike: Sequence[Parts], taken: set[str]) -> dict[Origin, str]:
    """Names for documents that share their last component, with each other and with the rest of `alike`."""
    names: dict[Origin, str] = {}
    for depth in range(1, max(len(origin.parts) for origin in origins)):
        ends = Counter(parts[-depth:] for parts in alike)
        for origin in origins:
            end = "/".join(origin.parts[-depth:])
            if origin not in names and ends[origin.parts[-depth:]] == 1 and end not in taken:
                names[origin] = end
        if len(names) == len(origins):
            break
    return {origin: names.get(origin, origin.key) for origin in origins}

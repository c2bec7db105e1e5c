"""Which council, collection and format a question is about: those of the documents that its gold lies in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from eval.cases import Case

NOWHERE, SEVERAL = "none", "several"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a document or a question belongs.

    Attributes:
        council: as the minutes name it, "none" where they do not.
        collection: name of the folder or archive that the file lay in.
        format: the suffix of the file, without its dot.
    """

    council: str = NOWHERE
    collection: str = NOWHERE
    format: str = NOWHERE


GROUPINGS = ("type", "council", "collection", "format")
"""By what a report tells its questions apart; all but the first are parts of a Place."""


def place_of(case: Case, places: Mapping[str, Place]) -> Place:
    """The place of a question: that of the documents of its gold, or of those that come near; "several" if they differ.

    One that nothing in the minutes comes near belongs nowhere.
    """
    docs = [unit.doc for gold in case.golds for unit in gold] or list(case.near)
    found = [places[doc] for doc in docs if doc in places]
    return Place(
        council=_only(place.council for place in found),
        collection=_only(place.collection for place in found),
        format=_only(place.format for place in found),
    )


def _only(names: Iterable[str]) -> str:
    different = set(names)
    return different.pop() if len(different) == 1 else SEVERAL if different else NOWHERE

"""What the minutes hold that are asked: how much, where each document belongs, and the whole text of a unit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from eval.cases import Unit
from eval.matching import Matcher
from eval.placing import NOWHERE, Place
from eval.shown import Shown
from ingest import Passage
from vectorstore import Filters, MinutesStore


class Holdings:
    """A store as those who judge see it.

    Attributes:
        documents, passages: how many it holds, headings not counted.
        places: the place of each document, by the name of its file; of two of one name, the last.
    """

    def __init__(self, store: MinutesStore) -> None:
        meetings = store.documents()
        councils = {meeting.source: meeting.council for meeting in meetings}
        sources = store.sources()
        self._store = store
        self._matcher = Matcher()
        self.documents = len(sources)
        self.passages = sum(meeting.passages for meeting in meetings)
        self._names = {PurePosixPath(source.source).name: source.source for source in sources}
        self.places = {
            PurePosixPath(source.source).name: Place(
                council=councils.get(source.source) or NOWHERE,
                collection=source.parts[-2] if len(source.parts) > 1 else NOWHERE,
                format=PurePosixPath(source.source).suffix.removeprefix(".").lower() or NOWHERE,
            )
            for source in sources
        }

    def text_of(self, unit: Unit) -> str | None:
        """The text of the passage that is the unit, None where none is."""
        found = (
            p.text
            for p in self._of(unit.doc)
            if self._matcher.is_unit(Shown(source=unit.doc, text=p.text), unit)
        )
        return next(found, None)

    def _of(self, doc: str) -> Iterator[Passage]:
        if doc in self._names:
            yield from self._store.passages(Filters(sources=(self._names[doc],)))

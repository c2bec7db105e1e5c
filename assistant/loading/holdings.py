"""What the store holds already of a file that waits: a document of its name, the same bytes, the same meeting."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.loading.model import Particulars, Reading
from ingest import Status
from vectorstore import MinutesStore, StoredDocument, StoredSource

_Meeting = tuple[str, str, date]


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """What one version of the store holds.

    Attributes:
        sources: every document. named: they by the last component of their names. documents: the meetings of each.
        meetings: the documents of each meeting, by council, body and day.
        councils, bodies: the names in use.
    """

    version: int
    sources: tuple[StoredSource, ...]
    named: Mapping[str, Sequence[StoredSource]]
    documents: Mapping[str, Sequence[StoredDocument]]
    meetings: Mapping[_Meeting, Sequence[StoredDocument]]
    councils: tuple[str, ...]
    bodies: tuple[str, ...]

    @classmethod
    def read(cls, store: MinutesStore) -> Holdings:
        """Take them from a store as it is now."""
        with store.snapshot() as connection:
            version = store.version(connection)
        sources = tuple(store.sources())
        named: defaultdict[str, list[StoredSource]] = defaultdict(list)
        for source in sources:
            named[source.parts[-1]].append(source)
        documents: defaultdict[str, list[StoredDocument]] = defaultdict(list)
        meetings: defaultdict[_Meeting, list[StoredDocument]] = defaultdict(list)
        for document in store.documents():
            documents[document.source].append(document)
            if (which := _which(_known(document))) is not None:
                meetings[which].append(document)
        every = [document for several in documents.values() for document in several]
        return cls(
            version=version, sources=sources, named=named, documents=documents, meetings=meetings,
            councils=tuple(sorted({d.council for d in every if d.council})),
            bodies=tuple(sorted({d.body for d in every if d.body})),
        )  # fmt: skip

    def conflicts(self, name: str, reading: Reading, place: str) -> Iterator[str]:
        """What adding the file to `place` (its path there) would meet, a sentence each."""
        replaced = next((s for s in self.named.get(name, ()) if s.provenance.origin == place), None)
        same = [source for source in self.sources if source.sha256 in reading.sha256]
        if replaced in same and replaced.sha256 == reading.sha256[1]:
            yield "This very file is loaded already: adding it changes nothing."
            return
        if replaced is not None:
            yield "A document of this name is loaded already and will be replaced."
        elif self.named.get(name) and not same:
            yield "Another document of this name is loaded already: both will be kept, told apart by their folders."
        for source in same:
            if source is not replaced:
                yield f"The same file is loaded already, as {source.source}."
        gone = {source.source for source in same} | ({replaced.source} if replaced else set())
        yield from self._same_meeting(reading, gone)

    def _same_meeting(self, reading: Reading, but: set[str]) -> Iterator[str]:
        told: dict[str, StoredDocument] = {}
        for meeting in reading.meetings:
            which = _which(meeting.now)
            for document in self.meetings.get(which, ()) if which else ():
                if document.source not in but:
                    told.setdefault(document.source, document)
        for source, document in told.items():
            status = "" if document.status is Status.UNKNOWN else f" ({document.status.value})"
            yield f"Minutes of this meeting are loaded already, as {source}{status}: both will be kept."


def _known(document: StoredDocument) -> Particulars:
    return Particulars(council=document.council, body=document.body, held_on=document.held_on)


def _which(meeting: Particulars) -> _Meeting | None:
    """What tells one meeting from another; None where nobody says enough."""
    if meeting.held_on is None or not (meeting.body or meeting.council):
        return None
    return (meeting.council or "").casefold(), (meeting.body or "").casefold(), meeting.held_on

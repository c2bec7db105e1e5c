"""The store as a LangChain retriever, for chains of other people's making."""

from __future__ import annotations

from datetime import date
from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict, Field, PrivateAttr

from ingest import Kind
from vectorstore import Embedder, Filters, Hit, MinutesStore, Retriever


class MinutesRetriever(BaseRetriever):
    """Passages of a MinutesStore as Documents, best first.

    `page_content` is the passage, verbatim. `metadata` holds `citation` (its key), `label`, `reference` (in full),
    `source`, `council`, `body`, `date` (ISO, None where unknown), `status`, `item`, `item_title`, `kind`, `printed`,
    `start` and `end` (offsets in the source text), `score` and `rank` (from 1). `ainvoke` runs in a thread.

    Attributes:
        store, embedder: the store, and the embedder that it was built with.
        k: how many passages.
        council, body: part of the name, any case. date_from, date_to: inclusive.
        kinds: only these kinds. sources: only these files.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    store: MinutesStore
    embedder: Any  # an Embedder; pydantic cannot check a protocol
    k: int = Field(default=10, ge=1)
    council: str | None = None
    body: str | None = None
    date_from: date | None = None
    date_to: date | None = None
    kinds: tuple[Kind, ...] = ()
    sources: tuple[str, ...] = ()

    _retriever: Retriever = PrivateAttr()

    def model_post_init(self, context: Any, /) -> None:  # noqa: ANN401 - pydantic's own signature
        """Open the search over the store."""
        embedder: Embedder = self.embedder
        self._retriever = Retriever(self.store, embedder)

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun
    ) -> list[Document]:
        hits = self._retriever.search(query, filters=self._filters(), k=self.k)
        return [_document(hit) for hit in hits]

    def _filters(self) -> Filters:
        return Filters(
            council=self.council,
            body=self.body,
            date_from=self.date_from,
            date_to=self.date_to,
            kinds=self.kinds,
            sources=self.sources,
        )


def _document(hit: Hit) -> Document:
    passage = hit.passage
    return Document(
        id=passage.key,
        page_content=passage.text,
        metadata={
            "citation": passage.key,
            "label": passage.citation.label,
            "reference": passage.reference,
            "source": passage.source,
            "council": passage.council,
            "body": passage.body,
            "date": passage.held_on.isoformat() if passage.held_on else None,
            "status": passage.status.value,
            "item": passage.item,
            "item_title": passage.item_title,
            "kind": passage.kind.value,
            "printed": passage.citation.printed,
            "start": passage.start,
            "end": passage.end,
            "score": hit.score,
            "rank": hit.rank,
        },
    )

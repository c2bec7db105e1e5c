"""The pipeline that everybody writes first: LangChain's recursive splitter, MiniLM, the nearest piece is the answer.

1,000 characters a piece, 100 of them shared with the next; the vectors are those of our embedder, in LangChain's own
store in memory. It always answers.
"""

from __future__ import annotations

from collections.abc import Sequence

from langchain_core.documents import Document
from langchain_core.embeddings import Embeddings
from langchain_core.vectorstores import InMemoryVectorStore
from langchain_text_splitters import RecursiveCharacterTextSplitter

from eval.cases import Case
from eval.rivals.rival import HITS, Piece, fingerprint, show
from eval.run import Told
from vectorstore import Embedder


class Naive:
    """The nearest piece by cosine, cited whole."""

    name = "naive"

    def __init__(self, texts: Sequence[Piece], embedder: Embedder) -> None:
        self._identity = fingerprint(f"{self.name} {embedder.name}", texts)
        splitter = RecursiveCharacterTextSplitter(chunk_size=1000, chunk_overlap=100)
        self._store = InMemoryVectorStore(_Embedded(embedder))
        self._store.add_documents(
            [
                Document(page_content=part, metadata={"source": text.source})
                for text in texts
                for part in splitter.split_text(text.text)
            ]
        )

    def identity(self) -> str:
        """Names the texts, the embedder and the code."""
        return self._identity

    def answer(self, case: Case) -> Told:
        """The nearest piece, whole."""
        nearest = self._store.similarity_search_with_score(case.request.question, k=HITS)
        found = [
            Piece(source=document.metadata["source"], text=document.page_content, score=float(score))
            for document, score in nearest
        ]
        return show(case, self.name, found, found[:1])


class _Embedded(Embeddings):
    """Our embedder as LangChain takes one."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        vectors: list[list[float]] = self._embedder.embed_passages(texts).tolist()
        return vectors

    def embed_query(self, text: str) -> list[float]:
        vector: list[float] = self._embedder.embed_query(text).tolist()
        return vector

"""Passages become ranked Hits: SQLite is the truth, Chroma a disposable index."""

from vectorstore.embedder import Embedder, Identity, SentenceTransformerEmbedder
from vectorstore.failpoints import FAILPOINTS, reach
from vectorstore.loading import load, rebuild_index
from vectorstore.model import (
    Coverage,
    Filters,
    Hit,
    IndexReport,
    LoadReport,
    Progress,
    Provenance,
    StoredDocument,
    StoredSource,
)
from vectorstore.nearness import Nearness
from vectorstore.planning import Plan, plan
from vectorstore.retriever import Retriever
from vectorstore.store import MinutesStore

__all__ = [
    "FAILPOINTS",
    "Coverage",
    "Embedder",
    "Filters",
    "Hit",
    "Identity",
    "IndexReport",
    "LoadReport",
    "MinutesStore",
    "Nearness",
    "Plan",
    "Progress",
    "Provenance",
    "Retriever",
    "SentenceTransformerEmbedder",
    "StoredDocument",
    "StoredSource",
    "load",
    "plan",
    "reach",
    "rebuild_index",
]

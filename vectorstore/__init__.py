"""Passages become ranked Hits: SQLite is the truth, Chroma a disposable index."""

from vectorstore.model import Coverage, Filters, Hit

__all__ = ["Coverage", "Filters", "Hit"]

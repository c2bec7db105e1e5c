"""A word that a line end broke is found whole, and quoted as printed."""

from __future__ import annotations

from tests.vectorstore.builder import Item, minutes
from vectorstore import MinutesStore, Retriever, load
from vectorstore.embedder import Embedder


def test_a_broken_word_is_found_whole_and_quoted_as_printed(store: MinutesStore, embedder: Embedder):
    paragraphs = ["The allo-\ntments are let.", "The harbour wall stands.", "The bus shelter leaks."]
    load(store, [minutes("a.txt", [Item("Assets", paragraphs)])], embedder, index=False)
    hit = Retriever(store, embedder).search("allotments")[0]
    assert hit.passage.citation.printed == "1.1"
    assert "allo-\ntments" in hit.passage.text

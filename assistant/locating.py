"""A citation as typed, by key, by file and number or in words, becomes the passages that it names."""

from __future__ import annotations

from assistant.corpus import Corpus
from assistant.lookup import find_numbered
from assistant.understanding import understand
from ingest import Citation, Passage, UnknownCitation, UnknownSource
from vectorstore import Filters, MinutesStore


def locate(citation: str, store: MinutesStore) -> list[Passage]:
    """The passages that a citation names: one by its key, all that are so numbered otherwise.

    Raises:
        UnknownCitation: none is.
    """
    try:
        return [store.passage(Citation.parse(citation.strip()).key)]
    except ValueError:
        pass  # not a key: a person's words
    name, _, number = citation.strip().rpartition(" ")
    try:
        filters = Filters(sources=(store.find_source(name),)) if name else Filters()
        words = number
    except UnknownSource:
        filters, words = Filters(), citation
    question = understand(words, (), filters, Corpus.read(store), lambda _: True)
    if not question.places:  # "key point 11" names a list, "11" alone does not
        question = understand(f"paragraph {words}", (), filters, Corpus.read(store), lambda _: True)
    found = find_numbered(question, store)
    if not found:
        raise UnknownCitation(f"no passage answers to {citation!r}: give its key, FILE and number, or its list and number")
    return found

"""A citation as typed, by key, by file and number or in words, becomes the passages that it names."""

from __future__ import annotations

from assistant.corpus import Corpus
from assistant.lookup import find_numbered
from assistant.places import find_places
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
    filters, words = _in_source(citation, store)
    question = understand(words, (), filters, Corpus.read(store), lambda _: True)
    if not question.places:  # "key point 11" names a list, "11" alone does not
        question = understand(f"paragraph {words}", (), filters, Corpus.read(store), lambda _: True)
    found = find_numbered(question, store, most=None)
    if not found:
        raise UnknownCitation(
            f"no passage answers to {citation!r}: give its key, FILE and number, or its list and number"
        )
    return found


def _in_source(citation: str, store: MinutesStore) -> tuple[Filters, str]:
    """The file that a citation begins with and what follows it, "FILE 7.3" or "FILE key point 11"; else no file."""
    parts = citation.split()
    for n in range(len(parts) - 1, 0, -1):
        number = " ".join(parts[n:])
        places, beside = find_places(number)
        alone = n == len(parts) - 1 or (places and not beside.strip())
        # "point" of "point 2" names a list, even where a file's name has "point" in it.
        if not alone or find_places(f"{parts[n - 1]} {number}")[0] != places:
            continue
        try:
            return Filters(sources=(store.find_source(" ".join(parts[:n])),)), number
        except UnknownSource:
            continue
    return Filters(), citation

"""What is embedded of a document: its passages in windows, to be found; their sentences and its words, to be compared.

A question is held closely against few passages, but at once: what that needs is embedded when the minutes are loaded.
"""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

import numpy as np

from ingest import Minutes, split_sentences, undo_hyphens
from vectorstore import headers
from vectorstore.embedder import Embedder
from vectorstore.vectors import pack, pack_small, text_hash

_TERM = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


class Grain(Enum):
    """How finely a text is cut, with the query that finds out whether the store holds its vectors."""

    WINDOW = "SELECT 1 FROM vectors WHERE hash = ?"
    SENTENCES = "SELECT 1 FROM sentences WHERE hash = ?"
    WORD = "SELECT 1 FROM terms WHERE term = ?"


Key = tuple[Grain, bytes | str]  # a word is its own name, all else is known by its hash
Texts = Mapping[Key, tuple[str, ...]]  # what is embedded under a key: the sentences of a passage, or one text
Vectors = Mapping[Key, bytes]  # the same as the database keeps it


@dataclass(frozen=True, slots=True)
class Cut:
    """A document as it is embedded: for a passage's key the hashes of its windows and that of its sentences."""

    windows: Mapping[str, Sequence[bytes]]
    sentences: Mapping[str, bytes]
    texts: Texts


def cut(minutes: Minutes, embedder: Embedder) -> Cut:
    """Cut all that may be an answer: headings are neither found nor compared."""
    windows: dict[str, list[bytes]] = {}
    sentences: dict[str, bytes] = {}
    texts: dict[Key, tuple[str, ...]] = {}
    for passage in minutes.passages():
        if passage.heading or not passage.words.strip():
            continue
        parts = embedder.split_windows(undo_hyphens(passage.words), headers.header(passage))
        windows[passage.key] = [text_hash(embedder.name, part) for part in parts]
        texts.update(
            ((Grain.WINDOW, hash_), (part,)) for hash_, part in zip(windows[passage.key], parts, strict=True)
        )
        told = tuple(s.text for s in split_sentences(passage.text, passage.words_from))
        sentences[passage.key] = sentences_hash(embedder.name, told)
        texts[(Grain.SENTENCES, sentences[passage.key])] = told
    words = (word for word in terms(p.text for p in minutes.passages()) if word.isalpha())
    texts.update(((Grain.WORD, word), (word,)) for word in words)
    return Cut(windows, sentences, texts)


def terms(texts: Iterable[str]) -> Counter[str]:
    """In how many of the texts each word stands, in lower case."""
    whole = (unicodedata.normalize("NFC", text) for text in texts)  # a letter and its accent are one
    return Counter(term for text in whole for term in {w.casefold() for w in _TERM.findall(text)})


def lacking(connection: sqlite3.Connection, texts: Texts) -> Texts:
    """Those of the texts that the store has no vectors for."""
    return {
        key: text
        for key, text in texts.items()
        if connection.execute(key[0].value, (key[1],)).fetchone() is None
    }


def embed(texts: Texts, embedder: Embedder) -> Vectors:
    """The vectors of the texts as the database keeps them, each distinct text embedded once."""
    each = list(dict.fromkeys(text for told in texts.values() for text in told))
    if not each:
        return {}
    rows = dict(zip(each, embedder.embed_passages(each), strict=True))
    return {
        key: pack(rows[told[0]])
        if key[0] is Grain.WINDOW
        else pack_small(np.stack([rows[text] for text in told]))
        for key, told in texts.items()
    }


def sentences_hash(model: str, sentences: Sequence[str]) -> bytes:
    """The name under which the vectors of a passage's sentences are kept, however the passage is cut."""
    return text_hash(model, "\0".join(sentences))


def windows_of(texts: Texts) -> int:
    """How many of the texts are windows."""
    return sum(grain is Grain.WINDOW for grain, _ in texts)

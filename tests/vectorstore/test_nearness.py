"""Words and sentences are compared by vectors that were made when the minutes were loaded, and go with them."""

from __future__ import annotations

import numpy as np
import pytest

from ingest import split_sentences
from tests.vectorstore.builder import Item, minutes
from tests.vectorstore.hashing import HashEmbedder
from vectorstore import Nearness, load

QUESTION = "who mends the lamps?"
TOLD = "The lamps were mended. A member asked who mends the lamps. It was noted."


class Likening(HashEmbedder):
    """Words that begin alike are alike."""

    def embed_query(self, text):
        return super().embed_query(" ".join(word[:4] for word in text.split()))


def _sentences(document):
    return [
        [s.text for s in split_sentences(p.text, p.words_from)] for p in document.passages() if not p.heading
    ]


@pytest.fixture
def lamps():
    return minutes("lamps.txt", [Item("Lamps", [TOLD, "Lighting is a matter for 2 lighting engineers."])])


def test_words_of_like_meaning_are_found_nearest_highest(store, lamps):
    embedder = Likening()
    load(store, [lamps], embedder, index=False)
    (near,) = Nearness(store, embedder, unlike=0.5).words_like(["lampposts"])
    assert set(near) == {"lamps"}
    assert near["lamps"] == pytest.approx(1.0, abs=1e-3)


def test_a_word_of_the_minutes_is_looked_up_and_another_embedded(store, embedder, lamps):
    load(store, [lamps], embedder, index=False)
    nearness = Nearness(store, embedder, unlike=0.5)
    before = embedder.embedded
    assert nearness.words_like(["lamps"]) == [{"lamps": 1.0}]
    assert nearness.words_like(["zeppelins"]) == [{}]
    assert embedder.embedded == before  # `embed_passages` is for loading


def test_the_nearest_sentence_is_found_without_embedding_a_passage(store, embedder, lamps):
    load(store, [lamps], embedder, index=False)
    sentences = _sentences(lamps)
    embedded = embedder.embedded
    found = Nearness(store, embedder, unlike=0.5).nearest_sentences(QUESTION, sentences)
    assert embedder.embedded == embedded
    expected = [
        max(float(row @ embedder.embed_query(QUESTION)) for row in embedder.embed_passages(told))
        for told in sentences
    ]
    assert found == pytest.approx(expected, abs=2e-3)


def test_sentences_cut_otherwise_than_when_they_were_loaded_are_embedded_now(store, embedder, lamps):
    load(store, [lamps], embedder, index=False)
    nearness = Nearness(store, embedder, unlike=0.5)
    (cosine,) = nearness.nearest_sentences(QUESTION, [["who mends the lamps?"]])
    assert cosine == pytest.approx(1.0, abs=1e-3)


def test_a_replaced_passage_brings_its_own_sentences_and_leaves_none_behind(store, embedder, lamps):
    load(store, [lamps], embedder, index=False)
    after = minutes("lamps.txt", [Item("Lamps", [TOLD, "Nothing else was said."])])
    embedded = embedder.embedded
    load(store, [after], embedder, index=False)
    # one window, one sentence, and the words that are new: "nothing", "else", "said"
    assert embedder.embedded - embedded == 5
    with store.snapshot() as connection:
        assert connection.execute("SELECT count(*) FROM sentences").fetchone() == (2,)
        words = {word for (word,) in connection.execute("SELECT term FROM terms")}
    assert "lighting" not in words
    assert "nothing" in words
    vectors = Nearness(store, embedder, unlike=0.5)
    assert vectors.words_like(["lighting"]) == [{}]
    assert vectors.words_like(["lamps"]) == [{"lamps": 1.0}]


def test_a_word_and_a_sentence_that_another_document_holds_stay(store, embedder, lamps):
    twin = minutes("twin.txt", [Item("Lamps", [TOLD])])
    load(store, [lamps, twin], embedder, index=False)
    store.forget("lamps.txt")
    embedded = embedder.embedded
    nearness = Nearness(store, embedder, unlike=0.5)
    assert nearness.words_like(["mended"]) == [{"mended": 1.0}]
    assert np.isfinite(nearness.nearest_sentences(QUESTION, _sentences(twin))).all()
    assert embedder.embedded == embedded

"""Embedders keep one contract: unit rows, and windows that lose no word."""

from __future__ import annotations

import re
import subprocess
import sys
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.vectorstore.hashing import HashEmbedder
from vectorstore import SentenceTransformerEmbedder
from vectorstore.embedder import cut

HEADER = "Corporate Parenting Committee, 24 November 2014. Secure accommodation"


@pytest.fixture(scope="module", params=["hashing", pytest.param("model", marks=pytest.mark.model)])
def embedder(request):
    return HashEmbedder() if request.param == "hashing" else SentenceTransformerEmbedder()


def test_rows_are_unit_vectors_in_order(embedder):
    texts = ["The budget was approved.", "Children in care", "The budget was approved."]
    rows = embedder.embed_passages(texts)
    assert rows.shape == (3, embedder.dimension)
    assert rows.dtype == np.float32
    assert np.linalg.norm(rows, axis=1) == pytest.approx(1, abs=1e-5)
    assert rows[0] == pytest.approx(rows[2], abs=1e-5)
    assert rows[1] @ rows[0] < 0.9


def test_a_query_is_embedded_as_a_passage_of_the_same_words(embedder):
    text = "secure accommodation"
    assert embedder.embed_query(text) == pytest.approx(embedder.embed_passages([text])[0], abs=1e-5)


def test_nothing_to_embed_is_no_rows(embedder):
    assert embedder.embed_passages([]).shape == (0, embedder.dimension)


def test_a_short_text_is_one_window_with_its_header(embedder):
    assert embedder.split_windows("It was agreed.", HEADER) == [f"{HEADER}\nIt was agreed."]


def test_windows_of_a_long_text_overlap_and_lose_no_word(embedder):
    words = [f"word{n}" for n in range(600)]
    windows = [
        window.removeprefix(HEADER + "\n").split()
        for window in embedder.split_windows(" ".join(words), HEADER)
    ]
    assert len(windows) > 2
    for window, following in pairwise(windows):
        overlap = window.index(following[0])
        assert window[overlap:] == following[: len(window) - overlap]
    assert list(dict.fromkeys(word for window in windows for word in window)) == words


@pytest.mark.model
def test_windows_of_the_real_model_fit_it_and_its_meaning_is_near():
    embedder = SentenceTransformerEmbedder()
    text = "The Safeguarding Board's Multi-agency arrangements; £3,000,000 (resolved) " * 120
    windows = embedder.split_windows(text, HEADER * 20)
    assert all(len(embedder._pieces(window)) <= embedder.window - 2 for window in windows)
    near, far = embedder.embed_passages(
        ["Locked children's homes were discussed.", "The car park was resurfaced."]
    )
    query = embedder.embed_query("secure accommodation for young people")
    assert near @ query > far @ query + 0.1


@pytest.mark.model
def test_questions_and_passages_get_the_same_vectors_of_the_two_runtimes():
    """Questions go through numpy, passages through sentence-transformers: the same weights, the same meaning."""
    embedder = SentenceTransformerEmbedder()
    texts = [
        "x",
        "who asked for it?",
        "What did we agree on £3,000,000 café Ó 議事 \U0001f600?",
        "long words " * 300,
    ]
    rows = embedder.embed_passages(texts)
    cosines = [float(embedder.embed_query(text) @ row) for text, row in zip(texts, rows, strict=True)]
    assert min(cosines) > 0.99999


@pytest.mark.model
def test_a_question_is_embedded_without_the_library_of_the_passages():
    code = (
        "import sys; from vectorstore import SentenceTransformerEmbedder as S; e = S();"
        "e.embed_query('who?'); e.is_word('who');"
        "print(sorted({'torch', 'transformers', 'sentence_transformers'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.model
def test_a_vector_of_a_question_cannot_be_changed_by_who_gets_it():
    vector = SentenceTransformerEmbedder().embed_query("who?")
    with pytest.raises(ValueError, match="read-only"):
        vector[0] = 1


@pytest.mark.model
def test_loading_the_model_prints_nothing():
    code = "from vectorstore import SentenceTransformerEmbedder as S; S().embed_query('x'); S().embed_passages(['x'])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("", "")


def test_identity_is_known_without_loading_the_model():
    code = (
        "import sys; from vectorstore import SentenceTransformerEmbedder as S; e = S();"
        "print(e.name, e.dimension, e.window, 'torch' in sys.modules, 'chromadb' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["all-MiniLM-L6-v2", "384", "256", "False", "False"]


@given(st.text("ab \n", max_size=200), st.integers(4, 20))
def test_cut_covers_every_piece_and_never_exceeds_the_room(text, room):
    pieces = [match.span() for match in re.finditer(r"[ab]{1,3}", text)]
    runs = list(cut(text, pieces, room))
    for piece in pieces:
        assert any(a <= piece[0] and piece[1] <= b for a, b in runs)
    if len(pieces) > room:
        assert all(sum(a <= s and e <= b for s, e in pieces) <= room for a, b in runs)

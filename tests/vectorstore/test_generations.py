"""The Chroma index: equal to exact search, and never missed when it is missing or damaged."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import numpy as np
import pytest

from ingest import Kind, Minutes, StoreUnusable
from tests.vectorstore.builder import Item, minutes
from tests.vectorstore.hashing import HashEmbedder
from vectorstore import Filters, MinutesStore, Retriever, chroma_index, generations, load, rebuild_index

EXACTLY = Filters(kinds=tuple(Kind))  # a filter that leaves all in goes to exact search
QUESTIONS = ["potholes in ward 7", "library budget 30", "what did members agree on school places?", "otter"]
SUBJECTS = ["potholes", "library", "school places", "allotments", "bins", "budget", "parking"]


def corpus(documents: int, paragraphs: int, edition: int = 0) -> list[Minutes]:
    return [
        minutes(
            f"{d:03}.txt",
            [
                Item(
                    f"Business {d}",
                    [
                        f"Agreed on {SUBJECTS[(d + p) % 7]} in ward {p} for £{d * p}, edition {edition}."
                        for p in range(paragraphs)
                    ],
                )
            ],
        )
        for d in range(documents)
    ]


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    """A store of 1,200 passages with its index, to be copied."""
    folder = tmp_path_factory.mktemp("built") / "store"
    embedder = HashEmbedder()
    with MinutesStore.open(folder, embedder, create=True) as store:
        assert load(store, corpus(30, 40), embedder).index.vectors == 1200
    return folder


@pytest.fixture
def copied(built, tmp_path):
    return Path(shutil.copytree(built, tmp_path / "copy"))


def answers(store: MinutesStore, embedder: HashEmbedder, filters: Filters | None = None):
    retriever = Retriever(store, embedder)
    found = [retriever.search(question, filters=filters) for question in QUESTIONS]
    notices = retriever.notices
    retriever.close()
    return found, notices


def test_chroma_finds_what_exact_search_finds(copied, embedder, monkeypatch):
    asked = []
    original = chroma_index.ChromaIndex.nearest
    monkeypatch.setattr(
        chroma_index.ChromaIndex, "nearest", lambda self, q, n: asked.append(n) or original(self, q, n)
    )
    with MinutesStore.open(copied, embedder) as store:
        through_chroma, notices = answers(store, embedder)
        times = len(asked)
        assert times >= len(QUESTIONS)
        exactly, _ = answers(store, embedder, EXACTLY)
        assert len(asked) == times
    assert through_chroma == exactly
    assert notices == ()


def test_chroma_ranks_random_vectors_as_numpy_does(tmp_path):
    rng = np.random.default_rng(7)
    matrix = rng.normal(size=(3000, 48)).astype(np.float32)
    matrix /= np.linalg.norm(matrix, axis=1, keepdims=True)
    chroma_index.build(tmp_path, np.arange(10, 3010), matrix)
    index = chroma_index.ChromaIndex(tmp_path)
    for query in matrix[:20] + rng.normal(scale=0.1, size=(20, 48)).astype(np.float32):
        query /= np.linalg.norm(query)
        expected = np.argsort(-(matrix @ query))[:100] + 10
        found = index.nearest(query, 100)
        assert [id_ for id_, _ in found] == expected.tolist()
        assert [cosine for _, cosine in found] == pytest.approx(np.sort(matrix @ query)[::-1][:100], abs=1e-5)
    index.close()


@pytest.mark.parametrize("count", [1, 3, 480, 1000, 1999, 5200])
def test_reading_never_changes_an_index_of_any_size(tmp_path, count):
    """Chroma writes to what it opens, and more so to a graph too small to have been written out."""
    matrix = np.random.default_rng(1).normal(size=(count, 16)).astype(np.float32)
    chroma_index.build(tmp_path, np.arange(count), matrix)
    before = {p: (p.read_bytes(), p.stat().st_mtime_ns) for p in tmp_path.rglob("*") if p.is_file()}
    for _ in range(3):
        index = chroma_index.ChromaIndex(tmp_path)
        assert index.count == count
        assert index.nearest(matrix[0], 5)[0][0] == 0
        index.close()
    assert {p: (p.read_bytes(), p.stat().st_mtime_ns) for p in tmp_path.rglob("*") if p.is_file()} == before


def test_documents_newer_than_the_index_and_forgotten_ones_are_right(copied, embedder):
    with MinutesStore.open(copied, embedder) as store:
        new = minutes("new.txt", [Item("Otters", ["An otter was seen in ward 7."])])
        assert not load(store, [new], embedder).index.built
        store.forget("007.txt")
        through_chroma, notices = answers(store, embedder)
        assert through_chroma == answers(store, embedder, EXACTLY)[0]
        assert through_chroma[3][0].passage.source == "new.txt"
        assert not any(hit.passage.source == "007.txt" for hits in through_chroma for hit in hits)
        assert notices == ()


def test_an_index_of_mostly_forgotten_documents_still_fills_the_answer(copied, embedder):
    with MinutesStore.open(copied, embedder) as store:
        for document in range(29):
            store.forget(f"{document:03}.txt")
        hits = Retriever(store, embedder).search("potholes in ward 7")
        assert len(hits) == 10
        assert hits == Retriever(store, embedder).search("potholes in ward 7", filters=EXACTLY)


def test_an_index_far_behind_is_made_anew_and_the_old_one_removed(copied, embedder):
    with MinutesStore.open(copied, embedder) as store:
        retriever = Retriever(store, embedder)
        retriever.search("potholes")
        report = load(store, corpus(30, 40, edition=1), embedder)
        assert (report.index.built, report.index.generation) == (True, "g0002")
        assert sorted(p.name for p in (copied / "index").iterdir()) == ["CURRENT", "g0002"]
        hits = retriever.search("edition 1")
        assert hits == retriever.search("edition 1", filters=EXACTLY)
        assert retriever.notices == ()


def _index_files(folder: Path) -> list[Path]:
    return sorted(p.relative_to(folder) for p in (folder / "index").rglob("*") if p.is_file())


def _delete(path: Path) -> None:
    path.unlink()


def _truncate(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def _empty(path: Path) -> None:
    os.truncate(path, 0)


def _scribble(path: Path) -> None:
    content = bytearray(path.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 8] = bytes(byte ^ 0xFF for byte in content[middle : middle + 8])
    path.write_bytes(content)


@pytest.mark.parametrize("harm", [_delete, _truncate, _empty, _scribble])
def test_harm_to_any_file_of_the_index_means_right_answers_and_a_notice(built, tmp_path, embedder, harm):
    files = _index_files(built)
    assert len(files) >= 8  # CURRENT, the manifest, Chroma's own six
    for number, file in enumerate(files):
        folder = Path(shutil.copytree(built, tmp_path / str(number)))
        harm(folder / file)
        with MinutesStore.open(folder, embedder) as store:
            found, notices = answers(store, embedder)
            assert found == answers(store, embedder, EXACTLY)[0], file
        assert len(notices) == 1, file
        assert "run `minutebook index`" in notices[0]
        assert "\n" not in notices[0]


def test_harm_while_the_index_is_open_is_noticed(copied, embedder):
    with MinutesStore.open(copied, embedder) as store:
        retriever = Retriever(store, embedder)
        before = retriever.search("potholes")
        assert retriever.notices == ()
        _scribble(next((copied / "index").rglob("data_level0.bin")))
        assert retriever.search("potholes") == before
        assert "damaged" in retriever.notices[0]


def test_the_index_is_mended_without_embedding(copied, embedder):
    shutil.rmtree(copied / "index" / "g0001")
    with MinutesStore.open(copied, embedder) as store:
        _, notices = answers(store, embedder)
        assert notices
        embedder.embedded = 0
        report = rebuild_index(store)
        assert (report.built, report.vectors, embedder.embedded) == (True, 1200, 0)
        found, notices = answers(store, embedder)
        assert notices == ()
        assert found == answers(store, embedder, EXACTLY)[0]


def test_loading_mends_a_damaged_index(copied, embedder):
    _truncate(next((copied / "index").rglob("header.bin")))
    with MinutesStore.open(copied, embedder) as store:
        assert load(store, [], embedder).index.built
        assert answers(store, embedder)[1] == ()


def test_another_stores_index_is_not_believed(built, copied, embedder, tmp_path):
    with MinutesStore.open(tmp_path / "other", embedder, create=True) as store:
        load(store, corpus(5, 5), embedder, index=False)
        shutil.copytree(copied / "index", tmp_path / "other" / "index")
        found, notices = answers(store, embedder)
        assert found == answers(store, embedder, EXACTLY)[0]
        assert "another store" in notices[0]


def test_an_index_that_fails_its_check_is_not_published(copied, embedder, monkeypatch):
    """The check runs in another process; here its verdict is on an index of the wrong vectors."""
    original = chroma_index.build
    monkeypatch.setattr(
        chroma_index, "build", lambda folder, ids, matrix: original(folder, ids, matrix[::-1].copy())
    )
    with MinutesStore.open(copied, embedder) as store:
        with pytest.raises(StoreUnusable, match="fails its check"):
            rebuild_index(store)
        assert generations.current(copied, store.id).name == "g0001"
        assert answers(store, embedder)[1] == ()


def test_a_store_never_indexed_is_searched_exactly_with_a_notice(store, embedder, parenting):
    load(store, [parenting], embedder, index=False)
    retriever = Retriever(store, embedder)
    assert retriever.search("secure") == retriever.search("secure", filters=EXACTLY) != []
    retriever.search("secure")
    assert "no index yet" in retriever.notices[0]

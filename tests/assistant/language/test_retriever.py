"""MinutesRetriever: passages as LangChain Documents, for chains of other people's making."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from datetime import date

import pytest
from langchain_core.documents import Document
from langchain_core.runnables import RunnableLambda

from assistant import MinutesRetriever
from eval.samples import MINUTES
from ingest import Kind, parse, read_source
from tests.conftest import REPOSITORY
from tests.vectorstore.hashing import HashEmbedder
from vectorstore import MinutesStore, Retriever, load

QUESTION = "secure accommodation panel terms of reference"


@pytest.fixture(scope="module")
def embedder():
    return HashEmbedder()


@pytest.fixture(scope="module")
def store(tmp_path_factory, embedder):
    with MinutesStore.open(tmp_path_factory.mktemp("retriever") / "store", embedder, create=True) as store:
        names = (
            "2014-11-24-education-scrutiny.txt",
            "2015-10-20-cabinet.txt",
            "2016-03-11-social-care-board.txt",
        )
        load(store, [parse(read_source(MINUTES / name)) for name in names], embedder)
        yield store


def test_documents_are_the_hits_of_the_store_in_their_order(store, embedder):
    hits = Retriever(store, embedder).search(QUESTION, k=4)
    found = MinutesRetriever(store=store, embedder=embedder, k=4).invoke(QUESTION)
    assert [d.id for d in found] == [hit.passage.key for hit in hits]
    assert [d.metadata["rank"] for d in found] == [1, 2, 3, 4]
    assert all(isinstance(d, Document) for d in found)


def test_a_document_is_a_passage_with_its_citation_and_offsets(store, embedder):
    for document in MinutesRetriever(store=store, embedder=embedder).invoke(QUESTION):
        told = document.metadata
        source = store.source_text(told["source"])
        assert source[told["start"] : told["end"]] == document.page_content
        assert told["citation"] == document.id
        assert told["label"] in told["reference"]
        assert told["kind"] in set(Kind)
        assert date.fromisoformat(told["date"])


@pytest.mark.parametrize(
    ("narrowed", "fits"),
    [
        ({"body": "cabinet"}, lambda told: told["body"] == "Cabinet"),
        ({"date_from": date(2016, 1, 1)}, lambda told: told["date"] >= "2016"),
        ({"kinds": (Kind.DECISION,)}, lambda told: told["kind"] == "decision"),
        ({"sources": ("2015-10-20-cabinet.txt",)}, lambda told: told["source"] == "2015-10-20-cabinet.txt"),
    ],
    ids=["body", "date", "kind", "source"],
)
def test_its_fields_narrow_the_search(store, embedder, narrowed, fits):
    everything = MinutesRetriever(store=store, embedder=embedder, k=50).invoke(QUESTION)
    found = MinutesRetriever(store=store, embedder=embedder, k=50, **narrowed).invoke(QUESTION)
    assert found
    assert all(fits(document.metadata) for document in found)
    assert not all(fits(document.metadata) for document in everything)


def test_it_answers_async_in_batches_and_in_chains(store, embedder):
    retriever = MinutesRetriever(store=store, embedder=embedder, k=2)
    plain = retriever.invoke(QUESTION)
    assert asyncio.run(retriever.ainvoke(QUESTION)) == plain
    assert retriever.batch([QUESTION, QUESTION]) == [plain, plain]
    assert (retriever | RunnableLambda(len)).invoke(QUESTION) == 2


def test_langchain_is_imported_only_when_the_retriever_is_used():
    code = "import sys, assistant; print('langchain_core' in sys.modules); assistant.MinutesRetriever; "
    code += "print('langchain_core' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]


@pytest.mark.model
def test_the_ten_lines_of_the_docs_run(tmp_path, monkeypatch, capsys):
    paper = (REPOSITORY / "docs" / "language-models.md").read_text("utf-8")
    lines = paper.split("```python\n")[1].split("```")[0]
    assert len(lines.strip().splitlines()) <= 12
    monkeypatch.chdir(tmp_path)
    from assistant.cli import main

    assert main(["ingest", str(MINUTES / "2015-10-20-cabinet.txt"), "--store", "demo-store"]) == 0
    capsys.readouterr()
    exec(compile(lines, "docs", "exec"), {})  # noqa: S102 - our own lines
    assert "Secure Accommodation Panel" in capsys.readouterr().out

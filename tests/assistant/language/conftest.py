"""A store with planted injections, and the small real model served on loopback for the whole session."""

from __future__ import annotations

import pytest

from assistant.answering import Assistant
from eval import small_model
from ingest import parse, read_source
from tests.assistant.language.injections import write_planted_minutes
from tests.vectorstore.hashing import HashEmbedder
from vectorstore import MinutesStore, load


@pytest.fixture(scope="session")
def planted(tmp_path_factory):
    """An assistant that quotes, over the minutes with the twenty injections."""
    folder = tmp_path_factory.mktemp("planted")
    embedder = HashEmbedder()
    with MinutesStore.open(folder / "store", embedder, create=True) as store:
        load(store, [parse(read_source(write_planted_minutes(folder)))], embedder)
        yield Assistant(store, embedder)


@pytest.fixture(scope="session")
def small_model_url():
    """Where the small real model is served; skips where its packages are not installed."""
    try:
        small_model.find_weights()
    except small_model.NoSmallModel as missing:
        pytest.skip(str(missing))
    with small_model.serve(threads=1) as url:
        yield url

"""The assistant as people meet it: real sample minutes, the real embedder loaded once, one store for all readers."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

import eval as evaluation
from assistant.answering import Assistant
from assistant.cli import main
from assistant.opening import open_assistant

SAMPLES = Path(evaluation.__file__).parent / "data" / "minutes"
CHOSEN = (
    "2014-11-24-education-scrutiny.txt",
    "2015-07-07-secure-accommodation-panel.txt",
    "2016-03-11-social-care-board.txt",
    "2017-01-20-social-care-board.txt",
    "2017-09-14-highways-board.txt",
)


@pytest.fixture(scope="session")
def samples() -> list[Path]:
    """Five sample meetings: two councils, decimal paragraphs and key points, unnumbered actions."""
    return [SAMPLES / name for name in CHOSEN]


@pytest.fixture(scope="session")
def sample_store(samples: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a store with the five, loaded by the command; only for reading."""
    folder = tmp_path_factory.mktemp("samples") / "store"
    assert main(["ingest", *map(str, samples), "--store", str(folder)]) == 0
    return folder


@pytest.fixture(scope="session")
def assistant(sample_store: Path) -> Assistant:
    """The assistant over the five."""
    return open_assistant(sample_store)


@pytest.fixture
def store_copy(sample_store: Path, tmp_path: Path) -> Path:
    """A copy of the store, to be harmed."""
    return Path(shutil.copytree(sample_store, tmp_path / "store"))


@dataclass(frozen=True)
class Pair:
    """Two meetings: one with decimal paragraphs and unnumbered actions, one whose two lists both start at 1."""

    assistant: Assistant
    decimal: str
    points: str
    council: str  # a word of the name of the second meeting's council


@pytest.fixture(scope="session", params=["sample", "real"])
def pair(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Pair:
    """The two, told by us and, where they lie beside this checkout, as they were published."""
    if request.param == "sample":
        folder, names, council = SAMPLES, (CHOSEN[0], CHOSEN[2]), "Calvershire"
    else:
        folder = request.getfixturevalue("shared") / "minutes"
        names, council = ("000_5880ba93ecb4e890.txt", "002_66f153377f2e24aa.txt"), "Surrey"
    store = tmp_path_factory.mktemp(request.param) / "store"
    assert main(["ingest", *(str(folder / name) for name in names), "--store", str(store)]) == 0
    return Pair(open_assistant(store), *names, council)

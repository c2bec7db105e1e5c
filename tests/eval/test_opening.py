"""What is evaluated over: a folder of minutes becomes a store aside, and says what of it could not be read."""

import pytest

from eval.opening import open_aside, open_over
from ingest import NothingToIngest, StoreMismatch, UnreadableSource
from tests.eval.test_placing import FENCE
from tests.vectorstore.hashing import HashEmbedder
from vectorstore import MinutesStore

pytestmark = pytest.mark.model


@pytest.fixture
def minutes(tmp_path):
    folder = tmp_path / "minutes"
    folder.mkdir()
    (folder / "board.txt").write_text(FENCE, "utf-8")
    return folder


@pytest.fixture
def other_store(tmp_path):
    """A store that another embedder made."""
    MinutesStore.open(tmp_path / "store", HashEmbedder(), create=True).close()
    return tmp_path / "store"


def test_a_store_aside_that_another_version_made_is_made_anew(minutes, other_store):
    with open_aside(minutes, other_store).store as store:
        assert [document.source for document in store.documents()] == ["board.txt"]


def test_a_store_that_was_named_is_not(minutes, other_store):
    with pytest.raises(StoreMismatch):
        open_over(minutes, other_store)


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_asked(minutes, tmp_path):
    (minutes / "scan.pdf").write_bytes(b"%PDF-1.7 and nothing else")
    told = []
    with open_over(minutes, tmp_path / "store", on_failure=told.append).store as store:
        assert len(store.documents()) == 1
    assert ["scan.pdf" in str(error) for error in told] == [True]
    with pytest.raises(UnreadableSource, match=r"scan\.pdf"):
        open_over(minutes, tmp_path / "other")


def test_a_folder_without_minutes_is_told_in_one_line(tmp_path):
    (tmp_path / "minutes").mkdir()
    with pytest.raises(NothingToIngest, match="holds no minutes"):
        open_over(tmp_path / "minutes", tmp_path / "store")

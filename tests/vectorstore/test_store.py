"""Opening a store, and what it tells of what is in it."""

from __future__ import annotations

import os
import sqlite3
import stat
from dataclasses import replace
from datetime import date

import pytest

from ingest import Kind, StoreMismatch, StoreUnusable, UnknownCitation, UnknownSource
from tests.vectorstore.builder import Item, minutes
from tests.vectorstore.hashing import HashEmbedder
from vectorstore import Filters, MinutesStore, load


def _everything(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _one_line(error) -> str:
    message = str(error.value)
    assert len(message.splitlines()) == 1
    return message


def test_a_new_store_is_for_its_owner_only(store):
    assert stat.S_IMODE(store.folder.stat().st_mode) == 0o700


def test_opening_where_there_is_no_store_says_what_to_run(folder, embedder):
    with pytest.raises(StoreUnusable) as error:
        MinutesStore.open(folder, embedder)
    assert "minutebook ingest" in _one_line(error)
    assert not folder.exists()


def test_a_folder_of_other_things_is_not_made_a_store(tmp_path, embedder):
    (tmp_path / "letter.txt").write_text("dear")
    with pytest.raises(StoreUnusable) as error:
        MinutesStore.open(tmp_path, embedder, create=True)
    assert "letter.txt" in _one_line(error)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_path_below_a_file_is_refused_in_one_line(tmp_path, embedder):
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreUnusable) as error:
        MinutesStore.open(tmp_path / "file" / "store", embedder, create=True)
    _one_line(error)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_is_refused(tmp_path, embedder):  # pragma: no cover
    tmp_path.chmod(0o500)
    with pytest.raises(StoreUnusable) as error:
        MinutesStore.open(tmp_path / "store", embedder, create=True)
    _one_line(error)


@pytest.mark.parametrize("create", [False, True])
def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path, embedder, create):
    (tmp_path / "minutebook.db").write_bytes(b"not a database at all" * 10)
    before = _everything(tmp_path)
    with pytest.raises(StoreUnusable) as error:
        MinutesStore.open(tmp_path, embedder, create=create)
    _one_line(error)
    assert _everything(tmp_path) == before


def test_somebody_elses_database_is_refused_and_left_alone(tmp_path, embedder):
    with sqlite3.connect(tmp_path / "minutebook.db") as connection:
        connection.execute("CREATE TABLE meta (name, value)")
    connection.close()
    before = _everything(tmp_path)
    with pytest.raises(StoreUnusable, match="not a store of minutes"):
        MinutesStore.open(tmp_path, embedder, create=True)
    assert _everything(tmp_path) == before


@pytest.mark.parametrize(
    "other", [HashEmbedder("other"), HashEmbedder(dimension=32)], ids=["name", "dimension"]
)
def test_another_embedder_is_refused_and_nothing_changes(store, folder, other):
    store.close()
    before = _everything(folder)
    with pytest.raises(StoreMismatch) as error:
        MinutesStore.open(folder, other, create=True)
    assert "hashing" in _one_line(error)
    assert "minutebook ingest" in str(error.value)
    assert _everything(folder) == before


def test_a_newer_schema_is_refused_and_nothing_changes(store, folder, embedder):
    store.close()
    with sqlite3.connect(folder / "minutebook.db") as connection:
        connection.execute("UPDATE meta SET value = '999' WHERE name = 'schema'")
    connection.close()
    before = _everything(folder)
    with pytest.raises(StoreMismatch, match="newer version"):
        MinutesStore.open(folder, embedder)
    assert _everything(folder) == before


def test_an_older_schema_says_what_to_run_and_nothing_changes(store, folder, embedder):
    store.close()
    with sqlite3.connect(folder / "minutebook.db") as connection:
        connection.execute("UPDATE meta SET value = '2' WHERE name = 'schema'")
    connection.close()
    before = _everything(folder)
    with pytest.raises(StoreMismatch, match="older version") as error:
        MinutesStore.open(folder, embedder, create=True)
    assert "schema 2, this one reads 3" in _one_line(error)
    assert "`minutebook ingest` into a new folder" in str(error.value)
    assert _everything(folder) == before


def test_a_store_whose_making_was_cut_short_is_made_again(folder, embedder):
    """A kill between the first page and the tables leaves a database with nothing in it."""
    folder.mkdir()
    connection = sqlite3.connect(folder / "minutebook.db")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()
    with pytest.raises(StoreUnusable, match="empty"):
        MinutesStore.open(folder, embedder)
    with MinutesStore.open(folder, embedder, create=True) as store:
        assert store.documents() == []


def test_a_damaged_database_is_one_line_not_a_traceback(store, folder, embedder, parenting):
    load(store, [parenting], embedder, index=False)
    store.close()
    database = folder / "minutebook.db"
    content = bytearray(database.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    database.write_bytes(content)
    with (
        pytest.raises(StoreUnusable, match="damaged") as error,
        MinutesStore.open(folder, embedder) as opened,
    ):
        list(opened.passages())
    _one_line(error)


def test_a_closed_store_says_so(store):
    store.close()
    with pytest.raises(StoreUnusable, match="closed"):
        store.documents()


def test_documents_tell_each_meeting(store, embedder, parenting, planning):
    load(store, [planning, parenting], embedder, index=False)
    told = [(d.source, d.council, d.held_on, d.passages, d.sha256) for d in store.documents()]
    assert told == [
        ("parenting.txt", "Southwark", date(2014, 11, 24), 3, parenting.sha256),
        ("planning.txt", "Camden", date(2016, 3, 11), 2, planning.sha256),
    ]


def test_coverage_counts_the_meetings_that_the_filters_leave(store, embedder, parenting, planning):
    undated = minutes("undated.txt", [Item("Any", ["Words."])], held_on=None)
    load(store, [parenting, planning, undated], embedder, index=False)
    everything = store.coverage(Filters())
    assert (everything.meetings, everything.first, everything.last) == (
        3,
        date(2014, 11, 24),
        date(2016, 3, 11),
    )
    assert everything.bodies == ("Corporate Parenting Committee", "Planning Sub-Committee")
    assert everything.councils == ("Camden", "Southwark")
    assert store.coverage(Filters(council="camd")).meetings == 1
    assert store.coverage(Filters(body="PARENTING")).meetings == 2
    assert store.coverage(Filters(date_from=date(2016, 3, 11))).meetings == 1
    assert store.coverage(Filters(date_to=date(2016, 3, 10))).meetings == 1
    assert store.coverage(Filters(sources=("undated.txt",))).meetings == 1
    assert store.coverage(Filters(kinds=(Kind.VOTE,))).meetings == 3
    assert store.coverage(Filters(council="nowhere")).meetings == 0


def test_passages_come_back_equal_and_in_order(store, embedder, parenting, planning):
    load(store, [planning, parenting], embedder, index=False)
    assert list(store.passages()) == [*parenting.passages(), *planning.passages()]
    decisions = list(store.passages(Filters(kinds=(Kind.DECISION,), council="Camden")))
    assert [p.text for p in decisions] == ["1.2 RESOLVED that permission be granted."]


def test_a_passage_is_found_by_its_key_and_its_item_by_the_passage(store, embedder, parenting):
    load(store, [parenting], embedder, index=False)
    item = parenting.meetings[0].items[0]
    assert store.passage(item.passages[1].key) == item.passages[1]
    assert store.item_of(item.passages[2]) == list(item.passages)


def test_an_unknown_address_is_said_to_be_unknown(store, embedder, parenting):
    load(store, [parenting], embedder, index=False)
    passage = next(parenting.passages())
    astray = replace(passage, citation=replace(passage.citation, meeting="elsewhere"))
    with pytest.raises(UnknownCitation):
        store.passage(astray.key)
    with pytest.raises(UnknownCitation):
        store.item_of(astray)


@pytest.mark.parametrize(
    ("number", "printed"),
    [
        ("1.2", ["1.2"]),
        ("(1.2)", ["1.2"]),
        ("1.2.", ["1.2"]),
        ("1", ["1", "1.1", "1.2"]),
        ("9", []),
        ("", []),
        ("%", []),
    ],
)
def test_a_printed_number_finds_its_passages_and_its_item(
    store, embedder, parenting, planning, number, printed
):
    load(store, [parenting, planning], embedder, index=False)
    found = store.numbered(number, Filters(council="Southwark"))
    assert [passage.citation.printed for passage in found] == printed
    assert len(store.numbered(number)) == 2 * len(printed)


def test_source_text_is_verbatim(store, embedder, parenting):
    load(store, [parenting], embedder, index=False)
    assert store.source_text("parenting.txt") == parenting.text
    with pytest.raises(UnknownSource):
        store.source_text("parenting")


@pytest.mark.parametrize("name", ["planning.txt", "planning", "PLANN", "ning.t"])
def test_a_source_is_found_by_an_unmistakable_part_of_its_name(store, embedder, parenting, planning, name):
    load(store, [parenting, planning], embedder, index=False)
    assert store.find_source(name) == "planning.txt"


@pytest.mark.parametrize(
    ("name", "hint"), [("planing.txt", "planning.txt"), ("p", "parenting.txt"), ("zzz", "list")]
)
def test_a_name_that_fits_none_or_several_lists_the_nearest(store, embedder, parenting, planning, name, hint):
    load(store, [parenting, planning], embedder, index=False)
    with pytest.raises(UnknownSource) as error:
        store.find_source(name)
    assert hint in _one_line(error)


def test_forgetting_leaves_nothing_of_a_document(store, folder, embedder, parenting, planning):
    """Passages, windows, vectors, words, acronyms: all go, and another document's stay."""
    load(store, [planning], embedder, index=False)
    tables = (
        "documents",
        "meetings",
        "passages",
        "windows",
        "vectors",
        "terms",
        "acronyms",
        "lexicon",
        "sentences",
    )

    def counts():
        with store.snapshot() as connection:
            return [connection.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in tables]  # noqa: S608

    before = counts()
    load(store, [parenting], embedder, index=False)
    assert store.acronyms() == {"LAC": "Looked After Children"}
    assert store.forget("parenting.txt") == 5
    assert counts() == before
    assert store.acronyms() == {}
    with pytest.raises(UnknownSource):
        store.forget("parenting.txt")


def test_vocabulary_counts_passages_not_mentions(store, embedder):
    load(
        store,
        [minutes("a.txt", [Item("Tea", ["tea Tea tea", "no Council’s coffee"])])],
        embedder,
        index=False,
    )
    vocabulary = store.vocabulary()
    assert vocabulary["tea"] == 2
    assert vocabulary["council’s"] == 1
    assert "TEA" not in vocabulary

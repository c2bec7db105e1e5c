"""Loading: what is new is embedded, what is known is not, and what changed takes the place of what was."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ingest import MeetingFacts
from tests.vectorstore.builder import Item, minutes
from tests.vectorstore.hashing import HashEmbedder
from vectorstore import Filters, Progress, Retriever, load
from vectorstore.vectors import text_hash


def _counts(store):
    with store.snapshot() as connection:
        tables = ("documents", "passages", "windows", "vectors", "lexicon", "terms", "ledger", "sentences")
        return [connection.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in tables]  # noqa: S608


def test_loading_twice_changes_nothing(store, embedder, parenting, planning):
    first = load(store, [parenting, planning], embedder, index=False)
    counts, embedded = _counts(store), embedder.embedded
    again = load(store, [parenting, planning], embedder, index=False)
    assert (first.new, first.changed, first.unchanged, first.passages) == (2, 0, 0, 8)
    assert (again.new, again.changed, again.unchanged, again.windows_embedded) == (0, 0, 2, 0)
    assert _counts(store) == counts
    assert first.windows_embedded == 5
    assert embedder.embedded == embedded


def test_a_changed_document_embeds_only_what_changed(store, embedder):
    before = minutes("a.txt", [Item("Roads", ["Potholes were filled.", "Lamps were mended."])])
    after = minutes("a.txt", [Item("Roads", ["Potholes were filled.", "Lamps were replaced."])])
    load(store, [before], embedder, index=False)
    report = load(store, [after], embedder, index=False)
    assert (report.changed, report.windows_embedded) == (1, 1)
    assert list(store.passages()) == list(after.passages())
    assert _counts(store)[3] == 2  # the vector of the replaced sentence is gone


def test_the_same_words_in_two_documents_are_embedded_once(store, embedder):
    twins = [minutes(name, [Item("Roads", ["Potholes were filled."])]) for name in ("a.txt", "b.txt")]
    assert load(store, twins, embedder, index=False).windows_embedded == 1
    store.forget("a.txt")
    hits = Retriever(store, embedder).search("potholes")
    assert [hit.passage.source for hit in hits] == ["b.txt"]
    assert hits[0].similarity is not None


def test_a_headings_only_document_is_stored(store, embedder):
    report = load(store, [minutes("a.txt", [Item("Apologies", [])])], embedder)
    assert (report.new, report.windows_embedded, report.index.generation) == (1, 0, None)
    assert Retriever(store, embedder).search("apologies") == []


def test_other_facts_are_a_change(store, embedder, parenting):
    load(store, [parenting], embedder, index=False)
    told = MeetingFacts(council="Southwark")
    assert store.is_current("parenting.txt", parenting.sha256)
    assert not store.is_current("parenting.txt", parenting.sha256, told)
    assert load(store, [parenting], embedder, facts=told, index=False).changed == 1
    assert store.is_current("parenting.txt", parenting.sha256, told)
    assert not store.is_current("parenting.txt", "0" * 64, told)
    assert not store.is_current("other.txt", parenting.sha256, told)


def test_a_better_reading_of_the_same_bytes_is_a_change(store, embedder, parenting):
    """The file did not change, the parser did: what is stored is what it says now."""
    load(store, [parenting], embedder, index=False)
    meeting = parenting.meetings[0]
    item = meeting.items[0]
    passages = (*item.passages[:-1], replace(item.passages[-1], mover="Cllr Hartley"))
    better = replace(meeting, items=(replace(item, passages=passages), *meeting.items[1:]))
    report = load(store, [replace(parenting, meetings=(better,))], embedder, index=False)
    assert (report.changed, report.windows_embedded) == (1, 0)
    assert store.passage(passages[-1].key).mover == "Cllr Hartley"


def test_what_was_reported_before_an_interruption_is_kept_and_the_rest_is_read_again(
    store, embedder, parenting
):
    long = minutes("long.txt", [Item("Grants", [f"Ward {n} got {n} pounds." for n in range(600)])])
    told: list[Progress] = []

    def sources():
        yield long
        yield parenting
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        load(store, sources(), embedder, on_progress=told.append, index=False)
    assert [p.source for p in told] == [d.source for d in store.documents()] == ["long.txt"]
    again = load(store, [long, parenting], embedder, index=False)
    assert (again.new, again.unchanged) == (1, 1)


def test_windows_of_many_documents_are_embedded_together(store, embedder):
    calls: list[int] = []

    class Counting(HashEmbedder):
        def embed_passages(self, texts):
            calls.append(len(texts))
            return super().embed_passages(texts)

    small = [minutes(f"{n}.txt", [Item("Grants", [f"Ward {n} got {n} pounds."])]) for n in range(40)]
    load(store, small, Counting(), index=False)
    assert len(calls) == 1
    assert calls[0] > 40


def test_a_vector_dropped_with_an_earlier_version_is_made_again_for_a_document_of_the_same_batch(
    store, embedder
):
    """The first document no longer says what the second one says now; both are read in one run."""
    shared = "The lighthouse was repainted in red."
    load(store, [minutes("a.txt", [Item("Works", [shared])])], embedder, index=False)
    (before,) = Retriever(store, embedder).search(shared, k=1)
    changed, new = (
        minutes("a.txt", [Item("Works", ["Nothing was done."])]),
        minutes("b.txt", [Item("Works", [shared])]),
    )
    report = load(store, [changed, new], embedder, index=False)
    assert (report.changed, report.new) == (1, 1)
    (after,) = Retriever(store, embedder).search(shared, k=1)
    assert (before.passage.source, after.passage.source) == ("a.txt", "b.txt")
    assert after.similarity == pytest.approx(before.similarity)


def test_progress_tells_each_document(store, embedder, parenting, planning):
    load(store, [parenting], embedder, index=False)
    told: list[Progress] = []
    load(store, [parenting, planning], embedder, on_progress=told.append, index=False)
    assert [(p.documents, p.source, p.outcome, p.passages) for p in told] == [
        (1, "parenting.txt", "unchanged", 0),
        (2, "planning.txt", "new", 3),
    ]


def test_the_ledger_keeps_what_was_done(store, embedder, parenting):
    load(store, [parenting], embedder, index=False)
    store.forget("parenting.txt")
    with store.snapshot() as connection:
        told = connection.execute("SELECT act, source, passages FROM ledger ORDER BY id").fetchall()
    assert told == [("added", "parenting.txt", 5), ("forgot", "parenting.txt", 5)]


def test_a_vector_is_named_by_its_model_too():
    assert text_hash("one", "text") != text_hash("two", "text")


def test_two_meetings_of_one_file_are_both_there(store, embedder, parenting, planning):
    second = replace(planning.meetings[0], id="planning.txt", source="parenting.txt")
    load(store, [replace(parenting, meetings=(parenting.meetings[0], second))], embedder, index=False)
    assert [d.meeting for d in store.documents()] == ["parenting.txt", "planning.txt"]
    assert store.coverage(Filters()).meetings == 2

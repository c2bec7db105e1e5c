"""Searching: both sides narrowed first, fused, and the same every time."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from ingest import Kind
from tests.vectorstore.builder import Item, minutes
from vectorstore import Filters, MinutesStore, Retriever, load

EVERY_KIND = Filters(kinds=tuple(Kind))  # a filter that leaves all in: searched exactly


@pytest.fixture
def retriever(store, embedder, parenting, planning):
    load(store, [parenting, planning], embedder, index=False)
    return Retriever(store, embedder)


def test_the_passage_asked_for_comes_first(retriever):
    hits = retriever.search("Which children are placed in secure accommodation?")
    assert hits[0].passage.citation.printed == "1.1"
    assert [hit.rank for hit in hits] == [1, 2, 3, 4, 5]
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_headings_are_never_returned(retriever):
    assert not any(hit.passage.heading for hit in retriever.search("Secure accommodation", k=50))


def test_similarity_is_the_exact_cosine_even_of_what_words_alone_found(store, embedder):
    """Depth 1: meaning brings up one passage, words another; both have both measures."""
    document = minutes(
        "a.txt",
        [
            Item(
                "",
                ["kerb kerb kerb kerb drain drain", "kerb and many other words that dilute what it is about"],
            )
        ],
    )
    load(store, [document], embedder, index=False)
    for hit in Retriever(store, embedder).search(
        "kerb drain", k=2, depth=1, terms=["dilute", "other", "many"]
    ):
        window = embedder.split_windows(hit.passage.words, "Corporate Parenting Committee, 24 November 2014")[
            0
        ]
        expected = float(embedder.embed_query(window).astype(np.float64) @ embedder.embed_query("kerb drain"))
        assert hit.similarity == pytest.approx(expected, abs=1e-6)
        assert (hit.lexical or 0) > 0


def test_a_passage_without_any_of_the_words_has_no_lexical_score(retriever):
    hits = {hit.passage.text: hit for hit in retriever.search("bicycle")}
    assert hits["1.2 RESOLVED that permission be granted."].lexical is None
    assert any(hit.lexical for hit in hits.values())


@pytest.mark.parametrize(
    ("filters", "sources"),
    [
        (Filters(council="CAMDEN"), {"planning.txt"}),
        (Filters(body="parent"), {"parenting.txt"}),
        (Filters(date_from=date(2015, 1, 1)), {"planning.txt"}),
        (Filters(date_to=date(2015, 1, 1)), {"parenting.txt"}),
        (Filters(sources=("planning.txt",)), {"planning.txt"}),
        (Filters(council="nowhere"), set()),
    ],
    ids=["council", "body", "from", "to", "source", "none"],
)
def test_filters_narrow_both_sides(retriever, filters, sources):
    assert {hit.passage.source for hit in retriever.search("secure library", filters=filters)} == sources


def test_filters_come_before_ranking(store, embedder):
    """The one wanted passage is worse than two hundred others on both sides, and is found at depth 5."""
    many = minutes("many.txt", [Item("Roads", [f"potholes potholes repair {n}" for n in range(200)])])
    one = minutes(
        "one.txt",
        [Item("Other", ["a long remark on something else that names potholes once"])],
        council="Camden",
    )
    load(store, [many, one], embedder, index=False)
    hits = Retriever(store, embedder).search("potholes repair", filters=Filters(council="Camden"), depth=5)
    assert [hit.passage.source for hit in hits] == ["one.txt"]


def test_kinds_narrow_too(retriever):
    hits = retriever.search("secure library", filters=Filters(kinds=(Kind.DECISION,)))
    assert {hit.passage.kind for hit in hits} == {Kind.DECISION}
    assert len(hits) == 2


def test_further_terms_are_looked_for_by_words(retriever):
    plain = {hit.passage.key: hit.lexical for hit in retriever.search("LAC")}
    more = {hit.passage.key: hit.lexical for hit in retriever.search("LAC", terms=["virtual school"])}
    gained = [key for key in more if more[key] is not None and plain[key] is None]
    assert [key for key in gained if "#2/" in key] == gained != []


def test_a_phrase_must_stand_as_one(store, embedder):
    texts = ["the after looked children", "looked after children"]
    load(store, [minutes("a.txt", [Item("", texts)])], embedder, index=False)
    hits = Retriever(store, embedder).search("zzz", terms=["Looked After Children"])
    assert [hit.passage.words for hit in hits if hit.lexical] == ["looked after children"]


def test_accents_and_endings_do_not_matter(store, embedder):
    load(
        store,
        [minutes("a.txt", [Item("", ["Councillor Müller proposed amendments."])])],
        embedder,
        index=False,
    )
    assert Retriever(store, embedder).search("muller")[0].lexical
    assert Retriever(store, embedder).search("amendment")[0].lexical


def test_a_passage_is_found_by_the_date_of_its_meeting(retriever):
    hits = retriever.search("What happened on 11 March 2016?")
    assert hits[0].passage.source == "planning.txt"


def test_a_long_passage_is_found_by_its_last_window(store, embedder):
    """Whatever stands at the end of a long paragraph counts as much as what stands at its start."""
    filler = " ".join(f"filler{n}" for n in range(300))
    long = minutes("long.txt", [Item("", [f"{filler} the otter sanctuary was funded", f"{filler} no news"])])
    load(store, [long], embedder, index=False)
    hits = Retriever(store, embedder).search("otter sanctuary funded")
    assert hits[0].passage.citation.printed == "1.1"
    assert hits[0].similarity > hits[1].similarity + 0.1
    assert len(hits) == 2


def test_equal_scores_are_in_order_of_key(store, embedder):
    twins = [minutes(f"{n}.txt", [Item("Same", ["Same words."])]) for n in (3, 1, 2)]
    load(store, twins, embedder, index=False)
    hits = Retriever(store, embedder).search("same words")
    assert [hit.passage.source for hit in hits] == ["1.txt", "2.txt", "3.txt"]


def test_of_equal_passages_the_keys_decide_who_is_within_the_depth(store, embedder):
    """Three hundred passages are equally near; the order in which they were stored is nobody's business."""
    twins = [minutes(f"{n:03}.txt", [Item("Same", ["Same words."])]) for n in range(300)]
    load(store, twins[::-1], embedder, index=False)
    twin = minutes("x.txt", [Item("Same", ["Same words."])], body="Same", held_on=None)
    load(store, [twin], embedder)
    hits = Retriever(store, embedder).search("words", k=9, depth=9)
    assert [hit.passage.source for hit in hits if hit.passage.source != "x.txt"][:8] == [
        f"{n:03}.txt" for n in range(8)
    ]


def test_the_order_of_loading_does_not_matter(tmp_path, embedder, parenting, planning):
    found = []
    for name, order in (("one", [parenting, planning]), ("two", [planning, parenting])):
        with MinutesStore.open(tmp_path / name, embedder, create=True) as store:
            load(store, order, embedder, index=False)
            found.append(Retriever(store, embedder).search("secure places granted"))
    assert found[0] == found[1]


def test_an_empty_store_finds_nothing(store, embedder):
    assert Retriever(store, embedder).search("anything") == []
    assert Retriever(store, embedder).search("", filters=EVERY_KIND) == []


def test_k_limits_the_hits(retriever):
    assert len(retriever.search("secure", k=2)) == 2

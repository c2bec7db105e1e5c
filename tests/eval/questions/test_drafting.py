"""Drafts: questions out of a store whose gold passes the check, in many wordings, the same every time."""

from collections import Counter
from itertools import islice

import pytest

from eval import samples
from eval.questions.anchors import find_anchor
from eval.questions.checking import check_questions
from eval.questions.documents import in_folder, in_store
from eval.questions.drafting import draft
from eval.questions.writing import question_json
from ingest import Kind, find_sources, parse, read_source
from tests.vectorstore.hashing import HashEmbedder
from vectorstore import MinutesStore, load


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """The sample minutes in a store."""
    embedder = HashEmbedder()
    folder = tmp_path_factory.mktemp("drafting") / "store"
    with MinutesStore.open(folder, embedder, create=True) as opened:
        load(opened, (parse(read_source(path)) for path in find_sources(samples.MINUTES)), embedder)
        yield opened


@pytest.fixture(scope="module")
def passages(store):
    return list(store.passages())


@pytest.fixture(scope="module")
def drafts(store, passages):
    return list(islice(draft(passages, in_store(store)), 60))


def test_every_draft_passes_the_check(tmp_path, store, drafts):
    path = tmp_path / "drafts.jsonl"
    path.write_text("\n".join(question_json(case, draft=True, note="edit me") for case in drafts), "utf-8")
    assert list(check_questions(path, in_store(store))) == []
    assert list(check_questions(path, in_folder(samples.MINUTES))) == []


def test_drafts_are_of_many_types_and_meetings_and_no_wording_is_worn_out(drafts):
    assert len(drafts) == 60
    types = Counter(case.type for case in drafts)
    assert {"decision", "recommendation", "action", "who", "vote", "number-lookup"} == set(types)
    assert len({case.golds[0][0].doc for case in drafts}) == 18
    assert len({case.request.question.casefold() for case in drafts}) == 60
    openings = Counter(" ".join(case.request.question.split()[:2]).casefold() for case in drafts[:20])
    assert max(openings.values()) <= 4


def test_the_same_store_gives_the_same_drafts(store, passages, drafts):
    assert list(islice(draft(passages, in_store(store)), 60)) == drafts


def test_all_outcomes_of_the_kind_are_the_gold(drafts, passages):
    """A question on what was decided is answered by every decision of the item at that meeting, and no other item's."""
    told = {(p.source, p.item, p.item_title) for p in passages}
    assert told
    for case in drafts:
        if case.type != "decision":
            continue
        (gold,) = case.golds
        labels = {unit.label for unit in gold}
        first = next(p for p in passages if p.source == gold[0].doc and p.citation.label == gold[0].label)
        decided = {
            p.citation.label
            for p in passages
            if (p.source, p.item, p.item_title) == (first.source, first.item, first.item_title)
            and p.kind is Kind.DECISION
            and not p.heading
        }
        assert labels == decided


def test_nothing_closed_to_the_public_is_asked_for(store, passages):
    from dataclasses import replace

    closed = [replace(passage, exempt=True) for passage in passages]
    assert list(draft(closed, in_store(store))) == []


def test_an_anchor_is_lengthened_until_it_is_alone(tmp_path):
    words = "That the grant of one hundred pounds to the"
    text = f"""Rotherbourne Council
Minutes of the Cabinet held on 7 July 2015

5. GRANTS

5.1 {words} choir be paid.

5.2 {words} band be refused.
"""
    (tmp_path / "grants.txt").write_text(text, "utf-8")
    (document,) = in_folder(tmp_path)("grants.txt")
    anchors = {p.citation.printed: find_anchor(p, document) for p in document}
    assert anchors["5.1"] == f"{words} choir"
    assert anchors["5.2"] == f"{words} band"


def test_two_passages_of_the_same_words_have_no_anchor(tmp_path):
    text = "Minutes of the Cabinet held on 7 July 2015\n\n5. GRANTS\n\n5.1 Agreed.\n\n5.2 Agreed.\n"
    (tmp_path / "grants.txt").write_text(text, "utf-8")
    (document,) = in_folder(tmp_path)("grants.txt")
    assert [find_anchor(p, document) for p in document if p.citation.printed in ("5.1", "5.2")] == [
        None,
        None,
    ]


def test_gold_without_a_number_of_its_own_has_that_of_its_item(tmp_path):
    text = """Rotherbourne Parish Council
Minutes of the Cabinet held on 7 July 2015

1. APOLOGIES

There were none.

2. LEASE OF THE DEPOT

The members discussed the lease of the depot at some length, and what it would cost to mend the roof.

RESOLVED that a lease of ten years be granted to the Boat Trust on the terms that were reported to the meeting.
"""
    (tmp_path / "depot.txt").write_text(text, "utf-8")
    find = in_folder(tmp_path)
    (document,) = find("depot.txt")
    (decision,) = (p for p in document if p.kind is Kind.DECISION)
    assert (decision.citation.printed, decision.item) == (None, "2")
    (case,) = (case for case in draft(document, find) if case.type == "decision")
    assert [unit.printed for unit in case.golds[0]] == ["2"]

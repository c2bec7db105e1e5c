"""A judged answer becomes a line that the evaluation reads: with anchors that are found once, or not at all."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.feedback import FILE, Judged, Verdict, anchor, save
from assistant.model import Turn
from eval.cases import read_cases
from ingest import BadQuestion, StoreUnusable
from tests.assistant.web.records import passage
from vectorstore import Filters, MinutesStore

QUESTION = "Who was elected chair of the Panel?"


@pytest.fixture
def store(store_copy):
    with MinutesStore.open(store_copy, None) as opened:
        yield opened


def some(store):
    return next(p for p in store.passages() if not p.heading and p.citation.printed and len(p.words) > 80)


def test_a_kept_case_is_read_by_the_evaluation_with_its_filters_and_history(store):
    right = some(store)
    saved = save(
        store,
        Judged(
            verdict=Verdict.WRONG_PARAGRAPH,
            question=QUESTION,
            history=(Turn(question="Does it meet?"),),
            filters=Filters(body="Panel"),
            gold=(right,),
        ),
    )
    (case,) = read_cases(saved.file)

    assert saved.file == store.folder / FILE
    assert (case.id, case.type, case.answerable) == (saved.id, "wrong paragraph", True)
    assert case.request.question == QUESTION
    assert case.request.history == (Turn(question="Does it meet?"),)
    assert case.request.filters == Filters(body="Panel")
    ((unit,),) = case.golds
    assert (unit.doc, unit.printed) == (right.source, right.citation.printed)


def test_the_anchor_stands_once_in_the_document(store):
    for one in [p for p in store.passages() if not p.heading][:200]:
        text = " ".join(store.source_text(one.source).split()).casefold()
        try:
            found = anchor(one, store.source_text(one.source))
        except BadQuestion:
            whole = " ".join(one.text.split()).casefold()
            assert text.count(whole) != 1
        else:
            assert text.count(found.casefold()) == 1
            assert found in " ".join(one.text.split())


@given(st.lists(st.sampled_from(["the", "Panel", "meets", "twice", "7.3"]), min_size=1, max_size=12))
def test_words_that_stand_twice_are_never_an_anchor(words):
    one = passage(" ".join(words), printed=None)
    with pytest.raises(BadQuestion, match="more than once"):
        anchor(one, f"{one.text}\n\n{one.text}")


def test_a_case_that_should_have_been_refused_has_no_gold_whatever_was_chosen(store):
    judged = Judged(verdict=Verdict.SHOULD_HAVE_REFUSED, question=QUESTION, gold=(some(store),))
    (case,) = read_cases(save(store, judged).file)

    assert (case.answerable, case.golds) == (False, ((),))


@pytest.mark.parametrize("verdict", [Verdict.WRONG_PARAGRAPH, Verdict.SHOULD_HAVE_ANSWERED])
def test_what_should_have_been_cited_must_be_said(store, verdict):
    with pytest.raises(BadQuestion, match="Choose the passage"):
        save(store, Judged(verdict=verdict, question=QUESTION))
    assert not (store.folder / FILE).exists()


def test_cases_are_added_one_under_the_other_and_only_the_owner_reads_them(store):
    judged = Judged(verdict=Verdict.SHOULD_HAVE_REFUSED, question=QUESTION)
    first, second = save(store, judged), save(store, replace(judged, question="Why?\nNow"))
    lines = [json.loads(line) for line in first.file.read_text("utf-8").splitlines()]

    assert [line["id"] for line in lines] == [first.id, second.id]
    assert len({first.id, second.id}) == 2
    assert first.file.stat().st_mode & 0o077 == 0


def test_a_file_that_cannot_be_written_is_told_in_one_line(store):
    (store.folder / FILE).mkdir()
    with pytest.raises(StoreUnusable, match=r"cannot write .*the case was not kept"):
        save(store, Judged(verdict=Verdict.SHOULD_HAVE_REFUSED, question=QUESTION))

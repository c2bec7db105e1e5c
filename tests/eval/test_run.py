"""Cases are asked through the assistant that people use: its answer is judged, its errors are rows."""

import pytest

from assistant.answering import Assistant
from assistant.contract import Request
from eval.asking import Asking
from eval.cases import Case, Unit
from eval.run import evaluate
from ingest import parse, read_source
from tests.vectorstore.hashing import HashEmbedder
from vectorstore import MinutesStore, load

BISCUITS = {"doc": "panel.txt", "anchor": "no budget for biscuits", "printed": "5.2"}


@pytest.fixture
def assistant(tmp_path, minutes):
    embedder = HashEmbedder()
    with MinutesStore.open(tmp_path / "store", embedder, create=True) as store:
        load(store, [parse(read_source(minutes / "panel.txt"))], embedder)
        yield Asking(Assistant(store, embedder))


def case(id_, question, *gold, type_="number-lookup"):
    request = Request(question=question)
    return Case(
        id=id_, type=type_, answerable=bool(gold), request=request, golds=(gold,), nuggets=("biscuits",)
    )


def test_an_answer_is_judged_by_what_it_shows(assistant):
    told = []
    asked = case("a", "what does 5.2 say?", Unit(**BISCUITS))
    (row,) = evaluate(assistant, [asked], on_row=lambda *given: told.append(given))
    assert row.answered
    assert (row.scores["joint"], row.scores["recall5"], row.scores["printed"]) == ((1,), (1,), (1,))
    ((of, same, shown),) = told
    assert (of, same) == (asked, row)
    assert (shown.record["id"], shown.record["citations"][0]["printed"]) == ("a", "5.2")


def test_a_case_that_fails_is_a_row_and_the_next_is_asked(assistant):
    gold = Unit(**BISCUITS)
    first, second = evaluate(assistant, [case("a", "?", gold), case("b", "what does 5.2 say?", gold)])
    assert "empty" in first.error
    assert (first.answered, first.scores["joint"], first.seconds) == (False, (0,), {})
    assert second.scores["joint"] == (1,)


def test_an_unanswerable_case_is_judged_by_being_refused_only(assistant):
    (row,) = evaluate(assistant, [case("a", "who flew the helicopter to Madagascar?")])
    assert row.scores == {"abstain_recall": (1,), "abstain_precision": (1,)}
    assert not row.answered


def test_a_case_that_fails_is_wrong_in_every_respect_and_no_refusal(assistant):
    answerable, unanswerable = evaluate(assistant, [case("a", "?", Unit(**BISCUITS)), case("b", "?")])
    assert answerable.scores["false_refusal"] == (1,)
    assert answerable.scores["recall10"] == (0,)
    assert unanswerable.scores == {"abstain_recall": (0,)}


def test_every_step_of_the_chain_is_timed(assistant):
    (row,) = evaluate(assistant, [case("a", "what does 5.2 say?")])
    steps = {name: seconds for name, seconds in row.seconds.items() if name != "total"}
    assert {"understand", "retrieve", "write"} <= set(steps)
    assert 0 < sum(steps.values()) <= row.seconds["total"]

"""Answers are kept as they come, and found again only for the same question of the same system."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.contract import Request
from assistant.model import Turn
from eval.cases import Case
from eval.keeping import KeptAnswers, Resuming
from eval.run import Told, evaluate
from ingest import BadQuestion, UnreadableSource
from vectorstore import Filters

TOLD = Told(
    record={"answered": True, "answer": "A “quoted” answer. \ud800"}, seconds={"total": 0.5}, peak_memory=7
)


def case(question="what was agreed?", **request):
    return Case(
        id="1", type="fact", answerable=False, request=Request(question=question, **request), golds=((),)
    )


class Counting:
    """A system that says how often it was asked, and fails on the questions it is told to."""

    name = "counting"

    def __init__(self, fails=()):
        self.asked, self.fails = [], fails

    def identity(self):
        return "counting"

    def answer(self, asked):
        self.asked.append(asked.request.question)
        if asked.request.question in self.fails:
            raise BadQuestion("no")
        return Told(record={"answered": False, "answer": asked.request.question})


def test_an_answer_that_was_kept_is_found_after_the_file_was_closed(tmp_path):
    with KeptAnswers(tmp_path / "answers.jsonl", "us") as kept:
        assert kept.find(case()) is None
        kept.keep(case(), Told(record={"answer": "Ja: “é”"}, seconds={"total": 0.5}))
    with KeptAnswers(tmp_path / "answers.jsonl", "us") as kept:
        assert kept.find(case()) == Told(record={"answer": "Ja: “é”"}, seconds={"total": 0.5})


@pytest.mark.parametrize(
    "other",
    [
        case("what was agreed"),
        case(filters=Filters(body="cabinet")),
        case(history=(Turn(question="and before?"),)),
    ],
    ids=["another wording", "another filter", "another history"],
)
def test_another_question_does_not_find_it(tmp_path, other):
    with KeptAnswers(tmp_path / "answers.jsonl", "us") as kept:
        kept.keep(case(), TOLD)
        assert kept.find(other) is None


def test_another_system_or_other_minutes_do_not_find_it_and_leave_it_there(tmp_path):
    path = tmp_path / "answers.jsonl"
    with KeptAnswers(path, "us") as kept:
        kept.keep(case(), TOLD)
    with KeptAnswers(path, "us over more minutes") as kept:
        assert kept.find(case()) is None
        kept.keep(case(), Told(record={"answer": "other"}))
    with KeptAnswers(path, "us") as kept:
        found = kept.find(case())
    assert (found.seconds, found.peak_memory) == (TOLD.seconds, TOLD.peak_memory)


@given(cut=st.integers(min_value=1, max_value=60))
def test_a_line_that_was_cut_off_by_a_kill_is_asked_again_and_the_rest_is_kept(tmp_path_factory, cut):
    path = tmp_path_factory.mktemp("kept") / "answers.jsonl"
    with KeptAnswers(path, "us") as kept:
        kept.keep(case("first"), TOLD)
        kept.keep(case("second"), TOLD)
    path.write_bytes(path.read_bytes()[:-cut])
    with KeptAnswers(path, "us") as kept:
        assert kept.find(case("first")) is not None
        assert kept.find(case("second")) is None
        kept.keep(case("second"), TOLD)
    assert [json.loads(line)["id"] for line in path.read_text("utf-8").splitlines()] == ["1", "1"]


def test_a_second_run_asks_only_what_the_first_did_not_answer(tmp_path):
    cases = [case(question) for question in ("a", "b", "c")]
    with KeptAnswers(tmp_path / "answers.jsonl", "us") as kept:
        first = Counting(fails=["b"])
        rows = evaluate(Resuming(first, kept), cases)
        assert [row.error for row in rows] == ["", "no", ""]
        second = Counting()
        rows = evaluate(Resuming(second, kept), cases)
    assert (first.asked, second.asked) == (["a", "b", "c"], ["b"])
    assert [row.error for row in rows] == ["", "", ""]


def test_a_file_of_something_else_is_told_in_one_line(tmp_path):
    path = tmp_path / "answers.jsonl"
    path.write_text("no JSON at all\n", "utf-8")
    with pytest.raises(UnreadableSource, match=r"answers\.jsonl holds no kept answers"):
        KeptAnswers(path, "us")


def test_a_folder_that_cannot_be_written_is_told_in_one_line(tmp_path):
    with pytest.raises(UnreadableSource, match="cannot be written"):
        KeptAnswers(tmp_path / "none" / "answers.jsonl", "us")

"""Answers of any system that prints the contract are laid beside the questions and judged."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.contract import Request
from eval.answers import BadAnswers, GivenAnswers
from eval.cases import Case, Unit
from eval.run import evaluate
from ingest import MinutesError, UnreadableSource

UNIT = Unit(doc="panel.txt", anchor="no budget for biscuits", printed="5.2")
CITED = {
    "source": "panel.txt",
    "text": "5.2 There was no budget for biscuits.",
    "printed": "5.2",
    "quote": "no budget for biscuits",
}
RIGHT = {
    "answered": True,
    "answer": "There was no budget for biscuits.",
    "citations": [CITED],
    "hits": [CITED],
}


def case(id_):
    return Case(
        id=id_,
        type="fact",
        answerable=True,
        request=Request(question="?"),
        golds=((UNIT,),),
        nuggets=("biscuits",),
    )


@pytest.fixture
def file(tmp_path):
    def write(*records):
        path = tmp_path / "answers.jsonl"
        path.write_text("\n".join(r if isinstance(r, str) else json.dumps(r) for r in records), "utf-8")
        return path

    return write


def rows(path, *ids):
    cases = [case(id_) for id_ in ids]
    return evaluate(GivenAnswers(path, cases), cases, [UNIT])


def joints(path, *ids):
    return [row.scores["joint"] for row in rows(path, *ids)]


def test_answers_are_matched_by_id_in_any_order_and_those_of_other_questions_are_passed_over(file):
    wrong = {"answered": False, "id": "b"}
    path = file(RIGHT | {"id": "elsewhere"}, wrong, RIGHT | {"id": "a"})
    assert joints(path, "a", "b") == [(1,), (0,)]


def test_answers_without_ids_are_matched_by_their_order(file):
    assert joints(file(RIGHT | {"id": None}, {"answered": False}, RIGHT), "a", "b", "c") == [(1,), (0,), (1,)]


def test_a_question_without_an_answer_is_wrong_and_its_row_says_so(file):
    given, missing = rows(file(RIGHT | {"id": "a"}), "a", "b")
    assert (given.error, "holds no answer" in missing.error) == ("", True)
    assert (missing.scores["false_refusal"], missing.scores["joint"]) == ((1,), (0,))


def test_an_answer_is_kept_whole_under_the_id_of_its_question(file):
    (asked,) = [case("a")]
    assert GivenAnswers(file(RIGHT), [asked]).answer(asked).record == RIGHT | {"id": "a"}


def test_the_system_is_called_as_its_file_or_as_one_says_and_is_known_by_what_it_says(file):
    path = file(RIGHT)
    first = GivenAnswers(path, [case("a")])
    assert (first.name, GivenAnswers(path, [case("a")], "cairn").name) == ("answers", "cairn")
    again, other = GivenAnswers(path, [case("a")]), GivenAnswers(file(RIGHT | {"answer": "No."}), [case("a")])
    assert first.identity() == again.identity() != other.identity()


@pytest.mark.parametrize(
    ("records", "complaint"),
    [
        (["{"], "line 1 is not JSON"),
        (["[]"], "line 1 is not a JSON object"),
        (["[" * 100_000], "line 1 is not JSON"),
        ([{"answer": "yes"}], 'line 1 has no "answered"'),
        ([RIGHT, {"answered": "yes"}], 'line 2 has no "answered"'),
        ([RIGHT | {"citations": "panel.txt"}], '"citations" of .* no list of objects'),
        ([RIGHT | {"hits": [1]}], '"hits" of .* no list of objects'),
        ([RIGHT | {"answer": 7}], '"answer" in .* is no text'),
        ([RIGHT | {"citations": [CITED | {"printed": 5.2}]}], '"printed" in .* is no text'),
        ([RIGHT | {"claims": [{"text": "yes", "citations": 1}]}], '"claims" of .* no list of objects'),
        ([RIGHT | {"id": "a"}, RIGHT | {"id": "a"}], "answers 'a' twice"),
        ([RIGHT | {"id": "z"}], "answers none of these questions"),
        ([], "answers none of these questions"),
    ],
    ids=lambda value: None if isinstance(value, list) else value,
)
def test_a_file_that_cannot_be_judged_is_refused_in_one_line(file, records, complaint):
    with pytest.raises(BadAnswers, match=complaint) as told:
        joints(file(*records), "a")
    assert "\n" not in str(told.value)


def test_a_missing_file_is_told_by_name(tmp_path):
    with pytest.raises(UnreadableSource, match=r"none\.jsonl cannot be read"):
        joints(tmp_path / "none.jsonl", "a")


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
_keys = ("answered", "answer", "citations", "hits", "claims", "id")


@given(st.lists(st.dictionaries(st.sampled_from(_keys), _json | st.just([CITED])), max_size=3))
def test_whatever_a_system_prints_is_judged_or_refused_in_one_line(tmp_path_factory, records):
    path = tmp_path_factory.mktemp("answers") / "answers.jsonl"
    path.write_text("\n".join(map(json.dumps, records)), "utf-8")
    told = [row.id for row in _rows_or_refusal(path)]
    assert told in ([], ["a", "b"])


def _rows_or_refusal(path):
    """The rows; none, if the file is refused."""
    try:
        return rows(path, "a", "b")
    except MinutesError:
        return []

"""Question files: what a line says becomes a case, and a bad line is told by file and number."""

import json
from datetime import date

import pytest

from eval.cases import Unit, read_cases, read_units
from ingest import BadQuestion, UnreadableSource
from vectorstore import Filters

UNIT = {"doc": "panel.txt", "printed": "4", "anchor": "quarterly meetings", "kind": "decision"}
QUESTION = {"id": "q1", "question": "what was agreed?", "type": "fact", "answerable": True, "gold": [UNIT]}


@pytest.fixture
def file(tmp_path):
    """Writes records, one a line, and says where."""

    def write(*records):
        path = tmp_path / "questions.jsonl"
        path.write_text("\n".join(r if isinstance(r, str) else json.dumps(r) for r in records), "utf-8")
        return path

    return write


def test_a_line_becomes_a_case_with_what_is_asked_and_what_answers_it(file):
    asked = {
        "history": ["who met?"],
        "filters": {"body": "Panel", "date_from": "2015-01-01"},
        "nuggets": ["quarterly"],
    }
    (case,) = read_cases(file(QUESTION | asked))
    assert case.request.question == "what was agreed?"
    assert [turn.question for turn in case.request.history] == ["who met?"]
    assert case.request.filters == Filters(body="Panel", date_from=date(2015, 1, 1))
    assert case.golds == ((Unit(doc="panel.txt", anchor="quarterly meetings", printed="4"),),)
    assert case.nuggets == ("quarterly",)


def test_other_golds_may_be_single_units_or_lists(file):
    (case,) = read_cases(file(QUESTION | {"alt": [UNIT, [UNIT, UNIT]]}))
    assert [len(gold) for gold in case.golds] == [1, 1, 2]


def test_what_may_be_cited_is_every_gold_and_what_is_named_beside_it(file):
    other = UNIT | {"anchor": "annual report"}
    (case,) = read_cases(file(QUESTION | {"also": [other]}))
    assert [unit.anchor for unit in case.citable] == ["quarterly meetings", "annual report"]


def test_a_forbidden_unit_without_an_anchor_is_left_out(file):
    (case,) = read_cases(file(QUESTION | {"forbidden": [{"doc": "panel.txt"}, UNIT]}))
    assert [unit.anchor for unit in case.forbidden] == ["quarterly meetings"]


def test_blank_lines_are_passed_over_and_counted(file):
    with pytest.raises(BadQuestion, match="line 3 is not JSON"):
        read_cases(file(QUESTION, "", "{"))


@pytest.mark.parametrize(
    ("record", "complaint"),
    [
        ("[]", "is not a JSON object"),
        ({"question": "?"}, 'has no "id"'),
        (QUESTION | {"gold": []}, '"gold" is empty'),
        (QUESTION | {"gold": [{"doc": "panel.txt"}]}, 'without "doc" or "anchor"'),
        (QUESTION | {"question": 7}, 'no "question"'),
    ],
    ids=["no object", "no id", "no gold", "no anchor", "no question"],
)
def test_a_line_that_is_no_question_is_refused_in_one_line(file, record, complaint):
    with pytest.raises(BadQuestion, match=complaint):
        read_cases(file(record))


def test_two_questions_of_one_id_are_refused(file):
    with pytest.raises(BadQuestion, match="'q1'"):
        read_cases(file(QUESTION, QUESTION))


def test_a_file_without_questions_is_refused(file):
    with pytest.raises(BadQuestion, match="holds no question"):
        read_cases(file(""))


def test_a_missing_file_is_told_by_name(tmp_path):
    with pytest.raises(UnreadableSource, match=r"none\.jsonl cannot be read"):
        read_units(tmp_path / "none.jsonl")


def test_a_file_that_is_no_text_is_told_by_name(tmp_path):
    (tmp_path / "picture.jsonl").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UnreadableSource, match="is not UTF-8"):
        read_cases(tmp_path / "picture.jsonl")

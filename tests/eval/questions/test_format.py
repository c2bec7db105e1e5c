"""The format of a question file: what is written is read again, and the schema allows just what can be read."""

import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from assistant.contract import Request
from assistant.model import Turn
from eval import samples
from eval.cases import Case, Unit, read_case, read_cases
from eval.questions.schema import find_faults
from eval.questions.writing import question_json
from ingest import BadQuestion
from tests.conftest import REPOSITORY
from vectorstore import Filters

_word = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=12).filter(
    lambda text: text.strip()
)
_units = st.builds(
    Unit,
    doc=_word,
    anchor=_word,
    printed=st.none() | _word,
    kind=_word | st.just(""),
    label=_word | st.just(""),
)
_gold = st.lists(_units, min_size=1, max_size=3).map(tuple)
_days = st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1))
_asked = st.builds(
    Request,
    question=_word,
    history=st.lists(st.builds(Turn, question=_word, answer=_word | st.just("")), max_size=2).map(tuple),
    filters=st.builds(
        Filters,
        council=st.none() | st.sampled_from(["Limerick", "Sir Gaerfyrddin"]),
        body=st.none() | st.just("Cabinet"),
        date_from=_days,
        date_to=_days,
    ),
)


@st.composite
def cases(draw):
    """Any golden question."""
    answerable = draw(st.booleans())
    asked = draw(_asked)
    id_ = draw(_word)
    return Case(
        id=id_,
        type=draw(_word),
        answerable=answerable,
        request=Request(id=id_, question=asked.question, history=asked.history, filters=asked.filters),
        golds=tuple(draw(st.lists(_gold, min_size=1, max_size=3))) if answerable else ((),),
        also=tuple(draw(st.lists(_units, max_size=2))),
        forbidden=tuple(draw(st.lists(_units, max_size=2))),
        nuggets=tuple(draw(st.lists(_word, max_size=2))),
        near=tuple(draw(st.lists(_word, max_size=2))),
    )


@given(cases())
def test_a_case_that_is_written_is_read_again_the_same(case):
    line = question_json(case, note="for people", draft=True)
    assert "\n" not in line
    read = read_case(json.loads(line), "here")
    assert read == case
    assert [unit.label for unit in read.citable] == [unit.label for unit in case.citable]


@given(cases())
def test_a_case_that_is_written_is_as_the_schema_says(case):
    assert list(find_faults(json.loads(question_json(case)))) == []


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | _word | st.just({"doc": "a.txt", "anchor": "b"}),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["doc", "anchor", "x"]), inner)
    ),
    max_leaves=4,
)
_keys = ("gold", "alt", "also", "forbidden", "nuggets", "near", "history", "filters", "note", "printed")
_whole = {
    "id": "a",
    "question": "what?",
    "type": "fact",
    "answerable": True,
    "gold": [{"doc": "a", "anchor": "b"}],
}


@given(st.dictionaries(st.sampled_from([*_whole, *_keys]), _json))
def test_whatever_the_schema_allows_is_read_and_all_else_is_read_or_refused(changes):
    record = _whole | changes
    try:
        case = read_case(record, "here")
    except BadQuestion:
        case = None
    allowed = not list(find_faults(record))
    assert (
        case or not allowed or "filters" in changes
    )  # a day that is none, such as 30 February, has its form


def test_the_samples_are_as_the_schema_says():
    faults = [
        (question["id"], fault)
        for line in samples.QUESTIONS.read_text("utf-8").splitlines()
        for question in [json.loads(line)]
        for fault in find_faults(question)
    ]
    assert faults == []


def test_the_samples_are_read_as_they_would_be_written():
    cases = read_cases(samples.QUESTIONS)
    assert [read_case(json.loads(question_json(case)), "here") for case in cases] == cases


def test_the_schema_explains_every_key_of_a_question_and_the_docs_name_it():
    schema = json.loads((samples.QUESTIONS.parent / "questions.schema.json").read_text("utf-8"))
    assert [key for key, told in schema["properties"].items() if not told.get("description")] == []
    told = (REPOSITORY / "docs" / "questions.md").read_text("utf-8")
    assert [key for key in schema["properties"] if f"`{key}`" not in told] == []

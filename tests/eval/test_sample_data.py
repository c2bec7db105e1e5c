"""The sample minutes, questions and unit gold hold together: a wrong gold would make every score a lie."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

import pytest

DATA = files("eval") / "data"
KINDS = {"paragraph", "decision", "recommendation", "action", "vote", "motion", "admin", "agenda_text"}
COUNCILS = ("Rotherbourne", "Calvershire")


def collapse(text: str) -> str:
    """One space for any white space, no-break spaces included."""
    return re.sub(r"\s+", " ", text).strip()


def read_lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (DATA / name).read_text("utf-8").splitlines() if line]


MINUTES = {
    path.name: collapse(path.read_text("utf-8"))
    for path in (DATA / "minutes").iterdir()
    if path.name.endswith(".txt")
}
QUESTIONS = read_lines("questions.jsonl")
UNITS = read_lines("units.jsonl")


def cited() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every unit that a question names, with the question's id."""
    for question in QUESTIONS:
        for unit in question["gold"] + question.get("also", []) + question.get("forbidden", []):
            yield question["id"], unit
        for other in question.get("alt", []):
            for unit in other:
                yield question["id"], unit


@cache
def texts_of(doc: str) -> dict[str, str]:
    """The text of each unit by its anchor, from its start to the start of the next unit of the document."""
    units = [unit for unit in UNITS if unit["doc"] == doc]
    page = MINUTES[doc]
    begins, at = [], 0
    for unit in units:
        at = page.index(unit["starts"], at)
        begins.append(at)
        at += 1
    ends = [*begins[1:], len(page)]
    return {unit["anchor"]: page[a:b] for unit, a, b in zip(units, begins, ends, strict=True)}


def test_there_are_at_least_fourteen_meetings_of_several_years():
    dated = [re.match(r"\d{4}-\d{2}-\d{2}-", name) for name in MINUTES]
    assert all(dated)
    assert len(dated) >= 14
    assert len({name[:4] for name in MINUTES}) >= 4


def test_the_sample_holds_two_councils_and_most_minutes_name_one():
    # A council may be named by the other, as a comparison: whose minutes they are is the one named more.
    owner = {n: Counter({c: t.count(c) for c in COUNCILS}).most_common(1)[0] for n, t in MINUTES.items()}
    per_council = Counter(council for council, times in owner.values() if times)
    assert all(per_council[council] >= 5 for council in COUNCILS)
    assert sum(per_council.values()) >= 0.8 * len(MINUTES)


def test_every_sample_file_has_the_length_of_real_minutes():
    lengths = {name: len(text.split()) for name, text in MINUTES.items()}
    assert {name: n for name, n in lengths.items() if not 550 <= n <= 1600} == {}


def test_question_ids_and_wordings_are_unique():
    ids = [question["id"] for question in QUESTIONS]
    asked = [(q["question"].lower(), json.dumps([q.get("history"), q.get("filters")])) for q in QUESTIONS]
    assert len(set(ids)) == len(ids)
    assert len(set(asked)) == len(asked)


def test_a_third_of_the_questions_cannot_be_answered():
    unanswerable = sum(not question["answerable"] for question in QUESTIONS)
    assert len(QUESTIONS) >= 150
    assert 3 * unanswerable >= len(QUESTIONS)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q["id"])
def test_gold_nuggets_and_answerable_agree(question):
    """What is answerable has gold and nuggets, what is not has neither."""
    assert bool(question["gold"]) == bool(question["nuggets"]) == question["answerable"]


def test_every_unit_a_question_names_is_gold_of_a_document_that_exists():
    known = {(u["doc"], u["anchor"], u["printed"], u["kind"]) for u in UNITS}
    strays = [
        (asked, unit)
        for asked, unit in cited()
        if (unit["doc"], unit["anchor"], unit["printed"], unit["kind"]) not in known
    ]
    assert strays == []


def test_nearest_documents_of_refusals_exist():
    named = {doc for question in QUESTIONS for doc in question.get("near", [])}
    assert named <= set(MINUTES)


def test_every_nugget_stands_in_a_gold_unit():
    missing = [
        (question["id"], nugget)
        for question in QUESTIONS
        for nugget in question["nuggets"]
        if not any(
            re.search(
                rf"(?<!\w){re.escape(nugget)}(?!\w)", texts_of(unit["doc"])[unit["anchor"]], re.IGNORECASE
            )
            for unit in question["gold"]
        )
    ]
    assert missing == []


def test_nuggets_are_one_to_five_words():
    lengths = {nugget: len(nugget.split()) for q in QUESTIONS for nugget in q["nuggets"]}
    assert {nugget: n for nugget, n in lengths.items() if not 1 <= n <= 5} == {}


@pytest.mark.parametrize("doc", sorted(MINUTES))
def test_each_document_has_unit_gold_with_anchors_that_occur_once(doc):
    anchors = [unit["anchor"] for unit in UNITS if unit["doc"] == doc]
    assert len(anchors) >= 10
    assert {anchor: n for anchor in anchors if (n := MINUTES[doc].count(anchor)) != 1} == {}


@pytest.mark.parametrize("doc", sorted(MINUTES))
def test_each_anchor_lies_in_its_own_unit(doc):
    assert [anchor for anchor, text in texts_of(doc).items() if anchor not in text] == []


def test_units_have_known_kinds_and_their_number_is_printed_before_them():
    assert {unit["kind"] for unit in UNITS} <= KINDS
    unprinted = [
        unit
        for unit in UNITS
        if unit["printed"]
        and not re.search(
            rf"(?<!\d){re.escape(unit['printed'])}\.? {re.escape(unit['starts'])}", MINUTES[unit["doc"]]
        )
    ]
    assert unprinted == []


def test_both_lists_of_one_document_start_at_one():
    """Key points and recommendations of the same meeting are told apart by their list, not their number."""
    both = Counter((unit["doc"], unit["kind"]) for unit in UNITS if unit["printed"] == "1")
    assert any(both[doc, "paragraph"] and both[doc, "recommendation"] for doc in MINUTES)

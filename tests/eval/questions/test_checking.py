"""A broken set of questions: each thing that can be wrong with one is found and told in a line."""

import json
import re

import pytest

from eval.questions.checking import check_questions, check_units
from eval.questions.documents import in_folder
from ingest import UnreadableSource

PANEL = """Rotherbourne Council
Minutes of the Secure Accommodation Panel held on 7 July 2015

5. TERMS OF REFERENCE

5.1 The Panel considered how often it should meet. The chair proposed quarterly meetings in the town hall.

5.2 The treasurer said that there would be no budget for biscuits at any meeting.

5.3 The chair thanked the treasurer and said that there would be no budget for tea at any meeting.
"""
BISCUITS = {"doc": "panel.txt", "printed": "5.2", "anchor": "no budget for biscuits"}
TEA = {"doc": "panel.txt", "printed": "5.3", "anchor": "no budget for tea"}
WHOLE = {
    "id": "q1",
    "question": "is there a budget for biscuits?",
    "type": "fact",
    "answerable": True,
    "gold": [BISCUITS],
    "nuggets": ["no budget"],
    "also": [TEA],
    "filters": {"body": "Panel", "date_from": "2015-07-01"},
    "history": ["who met?", {"role": "assistant", "content": "The Panel."}],
    "note": "for people",
}
REFUSED = {
    "id": "q2",
    "question": "what do biscuits cost?",
    "type": "near-miss",
    "answerable": False,
    "gold": [],
}


@pytest.fixture
def minutes(tmp_path):
    folder = tmp_path / "minutes"
    folder.mkdir()
    (folder / "panel.txt").write_text(PANEL, "utf-8")
    return folder


@pytest.fixture
def check(tmp_path, minutes):
    """Writes records, one a line, and gives the findings without the name of the file."""

    def findings(*records):
        path = tmp_path / "questions.jsonl"
        path.write_text("\n".join(r if isinstance(r, str) else json.dumps(r) for r in records), "utf-8")
        return [line.removeprefix(f"{path} ") for line in check_questions(path, in_folder(minutes))]

    return findings


def test_a_whole_set_gives_no_finding(check):
    assert check(WHOLE, "", REFUSED | {"near": ["panel.txt", {"doc": "panel.txt"}]}) == []


def test_case_and_line_breaks_of_an_anchor_do_not_matter(check):
    assert check(WHOLE | {"gold": [BISCUITS | {"anchor": "NO budget\n for\u00a0Biscuits"}]}) == []


BROKEN = {
    "an id that occurs twice": ([WHOLE, REFUSED | {"id": "q1"}], r"line 2 \(q1\): .* line 1 has the same id"),
    "the same question twice": (
        [WHOLE, WHOLE | {"id": "q2", "question": "Is there a  budget for biscuits?"}],
        r"line 2 \(q2\): .* line 1 asks the same",
    ),
    "no JSON": (["{"], "line 1 is not JSON"),
    "no object": (["[1]"], "line 1 is not a JSON object"),
    "no question": (
        [{k: v for k, v in WHOLE.items() if k != "question"}],
        "'question' is a required property",
    ),
    "an empty question": ([WHOLE | {"question": " "}], "question: "),
    "a key that is misspelt": ([WHOLE | {"nugets": []}], "'nugets' was unexpected"),
    "a wrong type": ([WHOLE | {"answerable": "yes"}], "answerable: 'yes' is not of type 'boolean'"),
    "answerable without gold": ([WHOLE | {"gold": [], "nuggets": []}], r"gold: \[\] should be non-empty"),
    "unanswerable with gold": ([REFUSED | {"gold": [TEA]}], "gold: "),
    "a unit without anchor": (
        [WHOLE | {"gold": [{"doc": "panel.txt"}]}],
        r"gold\[0\]: 'anchor' is a required",
    ),
    "an alternative without anchor": (
        [WHOLE | {"alt": [[{"doc": "panel.txt"}]]}],
        r"alt\[0\]\[0\]: 'anchor' is a",
    ),
    "a day that is none": ([WHOLE | {"filters": {"date_from": "2015-02-30"}}], "'2015-02-30' is no date"),
    "gold of no document": (
        [WHOLE | {"gold": [BISCUITS | {"doc": "x.txt"}]}],
        "gold: there is no document x.txt",
    ),
    "an anchor that is nowhere": (
        [WHOLE | {"gold": [BISCUITS | {"anchor": "no budget for bread"}]}],
        "gold: the anchor 'no budget for bread' is not in panel.txt",
    ),
    "an anchor that occurs twice": (
        [WHOLE | {"also": [TEA | {"anchor": "there would be no budget"}]}],
        "also: the anchor 'there would be no budget' stands 2 times in panel.txt",
    ),
    "an anchor across passages": (
        [WHOLE | {"forbidden": [TEA | {"anchor": "at any meeting. 5.3 The chair"}]}],
        "forbidden: .* runs from one passage into the next in panel.txt",
    ),
    "a number that is not printed": (
        [WHOLE | {"gold": [BISCUITS | {"printed": "5.4"}]}],
        "gold: .* has the number '5.4' here, and in panel.txt as it is read '5.2'",
    ),
    "no number where one is printed": (
        [WHOLE | {"alt": [BISCUITS | {"printed": None}]}],
        "alt: .* has the number None here, and in panel.txt as it is read '5.2'",
    ),
    "a nugget that no gold says": (
        [WHOLE | {"nuggets": ["no budget", "tea"]}],
        "nuggets: 'tea' stands in no gold",
    ),
    "a nugget that is part of a word": (
        [WHOLE | {"nuggets": ["biscuit"]}],
        "nuggets: 'biscuit' stands in no gold",
    ),
    "a near document that is not there": (
        [REFUSED | {"near": ["x.txt"]}],
        "near: there is no document x.txt",
    ),
    "nothing": ([""], "holds no question"),
}


@pytest.mark.parametrize(("records", "finding"), BROKEN.values(), ids=BROKEN.keys())
def test_what_is_broken_is_found_in_one_line_and_nothing_else_is(check, records, finding):
    (told,) = check(*records)
    assert re.search(finding, told)
    assert "\n" not in told


def test_every_broken_line_is_told_not_only_the_first(check):
    assert len(check("{", WHOLE | {"nuggets": ["tea"]}, REFUSED | {"near": ["x.txt"]})) == 3


def test_an_anchor_may_stand_in_another_document_as_well(check, minutes):
    (minutes / "other.txt").write_text(PANEL, "utf-8")
    assert check(WHOLE) == []


def test_documents_of_one_name_are_told(check, minutes):
    (minutes / "later").mkdir()
    (minutes / "later" / "panel.txt").write_text(PANEL, "utf-8")
    assert any("2 documents are named panel.txt" in line for line in check(WHOLE))


def test_units_are_checked_as_gold_is(tmp_path, minutes):
    path = tmp_path / "units.jsonl"
    units = (TEA, TEA | {"anchor": "the chair"}, {"doc": "panel.txt"})
    path.write_text("\n".join(map(json.dumps, units)), "utf-8")
    twice, unplaced = check_units(path, in_folder(minutes))
    assert "line 2: the anchor 'the chair' stands 2 times in panel.txt" in twice
    assert 'line 3 names a unit without "doc" or "anchor"' in unplaced


def test_a_missing_file_is_told_by_name(tmp_path, minutes):
    with pytest.raises(UnreadableSource, match=r"none\.jsonl cannot be read"):
        list(check_questions(tmp_path / "none.jsonl", in_folder(minutes)))

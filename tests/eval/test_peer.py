"""The peer is given the minutes as documents that it can read, and what it tells is told on as it stands."""

import json

from benchmarks.peer import as_contract, prepare
from eval.answers import GivenAnswers
from eval.cases import read_cases

TEXT = """Rotherbourne Council
Minutes of the Secure Accommodation Panel held on 7 July 2015

5. TERMS OF REFERENCE

5.1 The Panel considered how often it should meet. The chair proposed quarterly meetings in the town hall.

5.2 The treasurer said that there would be no budget for biscuits at any meeting.
"""
PASSAGE = {
    "doc_id": "minutes-1",
    "text": "5.2 The treasurer said that there would be no budget for biscuits.",
}
TOLD = {
    "id": "a",
    "question": "is there a budget for biscuits?",
    "grounded": True,
    "text": PASSAGE["text"],
    "sources": [PASSAGE],
    "candidates": [PASSAGE | {"score": 0.5}],
}


def prepared(tmp_path, given):
    minutes = tmp_path / "minutes"
    minutes.mkdir()
    (minutes / "panel.txt").write_text(TEXT, "utf-8")
    names = prepare(minutes, tmp_path / "corpus", given)
    assert names == {"minutes-1": "panel.txt"}
    head, _, body = (
        (tmp_path / "corpus" / "minutes-1.md").read_text("utf-8").removeprefix("---\n").partition("---\n")
    )
    return dict(line.split(": ", 1) for line in head.splitlines()), body


def test_it_is_given_the_text_as_decoded_titled_with_council_body_and_date(tmp_path):
    head, body = prepared(tmp_path, "text")
    assert head["id"] == "minutes-1"
    assert head["lang"] == "en"
    assert "Secure Accommodation Panel" in head["title"]
    assert "2015-07-07" in head["title"]
    assert body.strip() == TEXT.strip()


def test_or_it_is_given_each_passage_as_a_paragraph_under_the_title_of_its_item(tmp_path):
    _, body = prepared(tmp_path, "passages")
    paragraphs = body.strip().split("\n\n")
    at = paragraphs.index("# TERMS OF REFERENCE")
    assert [p[:3] for p in paragraphs if p[:2] == "5."][-2:] == ["5.1", "5.2"]
    assert at < next(n for n, p in enumerate(paragraphs) if p.startswith("5.1"))


def test_what_it_tells_is_judged_as_any_answer_is(tmp_path):
    question = {"id": "a", "question": "?a", "type": "fact", "answerable": True}
    unit = {"doc": "panel.txt", "anchor": "no budget for biscuits", "printed": "5.2"}
    (tmp_path / "q.jsonl").write_text(json.dumps(question | {"gold": [unit]}), "utf-8")
    record = as_contract(TOLD, {"minutes-1": "panel.txt"})
    (tmp_path / "a.jsonl").write_text(json.dumps(record), "utf-8")
    (case,) = read_cases(tmp_path / "q.jsonl")
    told = GivenAnswers(tmp_path / "a.jsonl", [case]).answer(case).record
    assert (told["answered"], told["citations"][0]["source"]) == (True, "panel.txt")
    assert told["citations"][0]["printed"] is None
    assert told["hits"][0]["score"] == 0.5


def test_a_refusal_stays_one():
    told = as_contract(
        TOLD | {"grounded": False, "text": "I have no source.", "sources": []}, {"minutes-1": "panel.txt"}
    )
    assert (told["answered"], told["claims"], told["citations"], len(told["hits"])) == (False, [], [], 1)

"""Thirty house styles: each chunk that a person would cite is found, under its number and of its kind."""

# ruff: noqa: E501  (a text is one line)

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pytest

from ingest import Minutes, check_conservation, parse, read_source

LAYOUTS = Path(__file__).parent / "layouts"
NO_PASSAGE = {"item", "not_minutes"}  # headings, and what is not minutes at all
SAME = {"para": {"paragraph"}, "point": {"paragraph"}}
SEVERAL = {"answer", "exempt", "table", "condition", "correction"}  # kinds that the records call otherwise
NUMBER = re.compile(
    r"(?:(?:para|key point|recommendation|minute|resolved|decision|item|PAR|ref)\s+|(?=\(?\d+[/.)]))(\(?\d[\d./]*\)?|\([a-z]\))"
)

NOT_MET = {
    ("L25", "(1)(b) table"): "the letter over a table is not put together with it",
    ("L25", "2(a)"): "the list under that heading loses its number",
    ("L25", "exempt table row: item 51"): "a row of a table without figures is not told from a paragraph",
    ("L34", "item 12"): "excluding the public is a decision of the meeting",
    ("L30", "item 5(i)"): "'Noted' under a short line makes it a heading",
    ("L10", "PAR 2"): "a prefix and its number on two lines are not put together",
}


def chunks() -> list[object]:
    found = []
    for path in sorted(LAYOUTS.glob("L*.json")):
        for chunk in json.loads(path.read_text(encoding="utf-8"))["chunks"]:
            if chunk["kind"] in NO_PASSAGE:
                continue
            reason = NOT_MET.get((path.stem, chunk["label"]))
            marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
            found.append(pytest.param(path.stem, chunk, marks=marks, id=f"{path.stem} {chunk['label']}"))
    return found


@cache
def minutes_of(name: str) -> Minutes:
    return parse(read_source(LAYOUTS / f"{name}.txt"))


def folded(number: str) -> str:
    return number.strip(" .:()").casefold()


@pytest.mark.parametrize(("name", "chunk"), chunks())
def test_a_chunk_is_one_passage_of_its_number_and_kind(name: str, chunk: dict[str, str]):
    passages = [
        p
        for p in minutes_of(name).passages()
        if chunk["starts"].casefold() in " ".join(p.text.split()).casefold()[: len(chunk["starts"]) + 30]
    ]
    assert passages, [p.text[:60] for p in minutes_of(name).passages()]
    kinds = SAME.get(chunk["kind"], {chunk["kind"]})
    if chunk["kind"] not in SEVERAL:
        passages = [p for p in passages if p.kind.value in kinds]
        assert passages
    number = NUMBER.match(chunk["label"])
    if number:
        known = {folded(n) for p in passages for n in (p.citation.printed, p.item) if n}
        assert folded(number.group(1)) in known


@pytest.mark.parametrize("path", sorted(LAYOUTS.glob("L*.txt")), ids=lambda p: p.stem)
def test_no_text_of_a_layout_is_lost(path: Path):
    assert check_conservation(parse(read_source(path))) == []


def test_items_of_every_family_of_numbers_keep_their_number():
    numbers = [item.number for item in minutes_of("L18").meetings[0].items]
    assert {"77/21", "P/142", "C/152", "32", "PLA149/14"} <= set(numbers)


def test_a_number_used_twice_is_told_apart():
    labels = [p.citation.label for p in minutes_of("L19").passages()]
    assert "minute 306/19 (first of two so numbered)" in labels
    assert "minute 306/19 (second of two so numbered)" in labels


def test_two_meetings_of_one_file_have_their_own_dates():
    days = [str(meeting.held_on) for meeting in minutes_of("L35").meetings]
    assert days == ["2016-11-03", "2016-11-10"]


def test_exempt_items_are_marked():
    exempt = {item.number for item in minutes_of("L34").meetings[0].items if item.exempt}
    assert exempt == {"13", "14"}


def test_a_decision_printed_twice_is_cited_once():
    told = [p for p in minutes_of("L06").passages() if "contract be let" in p.text]
    assert len(told) == 1
    assert {"repeated"} <= {r.reason for r in minutes_of("L06").residue}


def test_entries_of_a_list_of_decisions_belong_to_their_own_bodies():
    assert [m.body for m in minutes_of("L09").meetings if m.body] == ["Advisory Council", "Task Group"]

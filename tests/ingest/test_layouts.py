"""Well over a hundred fixtures of forty house styles: each chunk that a person would cite is found, under its number and of its kind.

`layouts` holds the examples of the field notes, `layouts_more` variants by other councils, written by somebody who had
not read the parser. All are made up.
"""

# ruff: noqa: E501  (a text is one line)

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pytest

from ingest import Kind, Minutes, Passage, SourceText, check_conservation, parse, read_source

HERE = Path(__file__).parent
TEXTS = sorted([*(HERE / "layouts").glob("L*.txt"), *(HERE / "layouts_more").glob("U*.txt")])
NO_PASSAGE = {"item", "not_minutes", "action_owner"}  # headings, and what is not minutes at all
KINDS = {"para": "paragraph", "point": "paragraph"}
SEVERAL = {"answer", "exempt", "table", "condition", "correction"}  # kinds that the records call otherwise
NUMBER = re.compile(r"\w*\d[\w./-]*|\([a-z]+\)")

NOT_MET = {
    ("L25", "(1)(b) table"): "the letter over a table is not put together with it",
    ("L25", "exempt table row: item 51"): "a row of a table without figures is not told from a paragraph",
    (
        "L30",
        "item 4, ref 4.4.4.5iv",
    ): "a post in the owner column makes it an action here, as real minutes of that style have it",
    ("L32", "Notes (agenda text)"): "the note is printed with a 1, and keeps it",
    ("U18a", "83/17"): "five families of numbers in one file make no sequence",
    ("U18a", "85"): "five families of numbers in one file make no sequence",
    ("U18a", "ALLOT/86"): "five families of numbers in one file make no sequence",
    ("U18a", "87"): "five families of numbers in one file make no sequence",
    (
        "U26a",
        "motion (1), vote on the substantive motion (unnumbered)",
    ): "a motion that was put and carried is a decision",
    ("U106", "6"): '"None was raised." reads like house-keeping',
    ("U111", "5, recommendation (unnumbered)"): "to agree to recommend is a decision, as in L29",
    ("U112", "1"): "what opens with the opening of the meeting reads like house-keeping",
    ("U113", "62"): "lobbying is not known as house-keeping",
    ("U114", "N18/204D, reason (a)"): "the reference stands in a field below the heading",
    ("U114", "N18/204D, reason (b)"): "the reference stands in a field below the heading",
    ("U114", "N18/204D, reason (c)"): "the reference stands in a field below the heading",
    ("U116", "3.1"): '"None had been received" reads like house-keeping',
    ("U29c", "item 2, 2nd paragraph"): "what was moved and came to nothing is a motion",
    ("U208", "item 5, motion 2, reply (unnumbered)"): "a reply and the fall of the motion share a paragraph",
    ("U209", "item 14(a), amendment"): "what has no number is not said to be within 14(a)",
    ("U209", "item 14(a), amendment, vote"): "what has no number is not said to be within 14(a)",
    ("U209", "item 14(a), vote"): "what has no number is not said to be within 14(a)",
    ("U214", "WX/15/0388/F, vote (unnumbered)"): "mover, vote and outcome share a paragraph",
    ("U214", "WX/15/0388/F, reason R1"): "a letter and a figure with a full stop are not read as a number",
    ("U214", "WX/15/0388/F, reason R2"): "a letter and a figure with a full stop are not read as a number",
    (
        "U214",
        "WX/15/0412/HH, 1st paragraph (unnumbered)",
    ): "the order of business is not known as house-keeping",
    ("U220", "09/73, RESOLVED"): "a word broken by a stray blank is not put together",
    ("U220", "close"): "a word broken by a stray blank is not put together",
    ("U19a", "FC022/22 (second of two)"): '"No officer was present" reads like attendance',
}


def chunks() -> list[object]:
    found = []
    for path in TEXTS:
        for chunk in json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["chunks"]:
            if chunk["kind"] in NO_PASSAGE:
                continue
            reason = NOT_MET.get((path.stem, chunk["label"]))
            marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
            found.append(pytest.param(path.stem, chunk, marks=marks, id=f"{path.stem} {chunk['label']}"))
    return found


@cache
def minutes_of(name: str) -> Minutes:
    return parse(read_source(next(path for path in TEXTS if path.stem == name)))


def folded(text: str) -> str:
    return " ".join(text.replace("\xad", "").split()).casefold()


def numbers_in(text: str) -> set[str]:
    return {number.strip(" .:()") for number in NUMBER.findall(folded(text))}


def is_numbered(passage: Passage, label: str) -> bool:
    """All numbers of the label are in what a person is told; a label without one stands for a passage without one."""
    c = passage.citation
    told = numbers_in(" ".join(filter(None, (c.label, passage.item, c.printed, passage.item_title))))
    if "unnumbered" in label or not numbers_in(label):
        return c.printed is None or c.printed.strip("()") == (passage.item or "").strip("()")
    return numbers_in(label) <= told


@pytest.mark.parametrize(("name", "chunk"), chunks())
def test_a_chunk_is_one_passage_of_its_number_and_kind(name: str, chunk: dict[str, str]):
    start = folded(chunk["starts"]).rstrip(" .…")
    passages = [p for p in minutes_of(name).passages() if start in folded(p.text)[: len(start) + 30]]
    assert passages, [p.text[:60] for p in minutes_of(name).passages()]
    if chunk["kind"] not in SEVERAL:
        passages = [p for p in passages if p.kind.value == KINDS.get(chunk["kind"], chunk["kind"])]
        assert passages
    assert any(is_numbered(p, chunk["label"]) for p in passages), [p.citation.label for p in passages]


@pytest.mark.parametrize("path", TEXTS, ids=lambda p: p.stem)
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


def test_resolutions_counted_through_the_year_stand_inside_the_items_they_settle():
    items = minutes_of("U41a").meetings[0].items
    assert [i.number for i in items if i.number] == [str(n) for n in range(1, 9)]
    told = {p.citation.label: p for i in items for p in i.passages if not p.heading}
    assert (told["resolution 2024-61"].mover, told["resolution 2024-61"].seconder) == ("Brandt", "Castel")
    assert told["5.1, motion 2024-64"].kind is Kind.MOTION
    assert told["5.2, resolution 2024-66"].lead == "Ferry Street trial"


def test_a_resolution_that_is_the_item_itself_stays_so():
    text = "TOWNSHIP OF OLDTOWN\n\nR2024-40 T. Bell, S. Kane:\n\nThat the minutes be adopted. Carried.\n\nR2024-41 A. Lee, S. Kane:\n\nThat the road be closed. Carried.\n"
    items = parse(SourceText(name="m.txt", text=text, sha256="0")).meetings[0].items
    assert [i.number for i in items if i.number] == ["R2024-40", "R2024-41"]


def test_a_number_and_a_nought_head_the_item_of_that_number():
    items = minutes_of("U41b").meetings[0].items
    assert [(i.number, i.title) for i in items[1:4]] == [
        ("1.0", "Sederunt & Apologies"),
        ("2.0", "Minute of last meeting"),
        ("3.0", "Matters arising"),
    ]


def test_the_close_of_a_meeting_is_open_although_its_last_item_was_not():
    exempt = {p.exempt: " ".join(p.text.split())[:24] for p in minutes_of("U41c").passages() if not p.heading}
    assert exempt == {True: "DECISION: to accept the ", False: "ACTIONS ARISING: 22b – H"}


def test_the_vote_behind_a_caption_is_that_of_each_clause_below_it():
    votes = {
        p.citation.printed: p.vote
        for p in minutes_of("U41c").passages()
        if p.item == "22" and p.citation.printed
    }
    assert votes == {"22": None, "a": "by 2 votes to 0", "b": "by 2 votes to 0", "c": "by 2 votes to 0"}


def test_clauses_led_in_by_a_dash_say_what_leads_them_in():
    clause = next(p for p in minutes_of("U41e").passages() if p.words.startswith("retain"))
    preamble = next(p for p in minutes_of("U41e").passages() if "referred back" in p.text)
    assert (preamble.citation.note, clause.citation.label) == ("preamble", "resolution (1)")
    assert clause.lead.endswith("with a request that it -")


def test_initials_and_a_number_in_the_margin_number_the_pages():
    assert [r.reason for r in minutes_of("U41e").residue] == ["page number"] * 2

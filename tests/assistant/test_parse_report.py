"""The parse report: what an officer who knows the meeting needs to see, on a terminal of a hundred columns."""

from __future__ import annotations

import pytest

from assistant.parse_report import report
from ingest import SourceText, check_conservation, parse

TEXT = """Page 1

OLDTOWN BOROUGH COUNCIL

DRAFT minutes of a meeting of the Parks Committee held on Tuesday 3 May 2016 at 6.30 pm

Present: Cllrs A Bell and C Dunn

7. Drains

7.1 The clerk said that the drains of the whole of the lower town were blocked again, and that the contractor who
had been told of it twice had still not sent anybody to look at them.

7.3 The committee thanked the clerk.

RESOLVED: That the contractor be written to.

8. Exempt: Land

8.1 The price was discussed.

Page 2
"""


def told(text: str = TEXT, *, full: bool = False) -> str:
    minutes = parse(SourceText(name="july.txt", text=text, sha256="0"))
    assert check_conservation(minutes) == []
    return "\n".join(report(minutes, full=full))


def section(words: str, title: str) -> list[str]:
    lines = words.splitlines()
    start = lines.index(title) + 1
    return [line.strip() for line in lines[start : lines.index("", start)]]


def test_the_meeting_comes_first():
    assert told().splitlines()[:10] == [
        "july.txt",
        "",
        "  council:  Oldtown Borough Council",
        "  body:     Parks Committee",
        "  date:     Tuesday 3 May 2016",
        "  time:     18:30",
        "  status:   draft",
        "  present:  1 entry: Cllrs A Bell and C Dunn",
        "  found:    3 items, 6 passages: 3 paragraphs, 1 decision, 2 admin",
        "",
    ]


def test_each_passage_has_its_label_its_kind_and_its_first_words_below_its_item():
    lines = told().splitlines()
    item = lines.index("Item 7: Drains")
    assert lines[item + 1].split("  ")[1] == "paragraph 7.1"
    assert lines[item + 1].split()[2:5] == ["paragraph", "The", "clerk"]
    assert lines[item + 1].endswith("…")
    assert any(line.startswith("Item 8: ") and line.endswith("(exempt)") for line in lines)


def test_full_prints_every_passage_whole():
    assert "had still not sent anybody" not in " ".join(told().split())
    assert "had still not sent anybody to look at them." in " ".join(told(full=True).split())


def test_gaps_in_the_numbering_are_told_apart_from_what_is_uncertain():
    assert section(told(), "Numbering") == ["in item 7, after paragraph 7.1 comes 7.3: 1 number is missing"]
    assert not any("7.3" in line for line in section(told(), "Uncertain"))
    sound = TEXT.replace("7.3", "7.2")
    assert section(told(sound), "Numbering") == ["no number is missing, printed twice or out of order"]


def test_what_was_set_aside_is_grouped_by_its_reason_with_examples():
    assert section(told(), "Set aside, no part of the record") == [
        "page numbers, 2 times: “Page 1”, “Page 2”"
    ]


def test_what_is_not_stated_is_said_with_what_to_do():
    words = told("7. Drains\n\n7.1 The clerk said so.\n\n7.2 The chair agreed with the clerk.\n")
    assert "date:     not stated" in words
    assert "no date of the meeting is stated" in section(words, "Uncertain")
    assert any("--council or a sidecar" in line for line in section(words, "Uncertain"))


def test_it_ends_with_whether_all_text_is_there():
    assert told().splitlines()[-1].startswith(f"Every one of the {len(TEXT)} characters")


@pytest.mark.parametrize("full", [False, True])
def test_no_line_is_wider_than_a_hundred_columns(full):
    wide = TEXT.replace("The price", "The " + "verylongword" * 30 + " price").replace(
        "7. Drains", "7. Drains" * 30
    )
    assert max(map(len, told(wide, full=full).splitlines())) <= 100


def test_signs_that_would_move_the_cursor_or_turn_the_writing_are_not_printed():
    hostile = TEXT.replace("The price", "\x1b[2JThe \u202eprice").replace("Parks", "Pa\x07rks")
    assert not {"\x1b", "\u202e", "\x07"} & set(told(hostile, full=True))

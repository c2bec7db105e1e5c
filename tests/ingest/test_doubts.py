"""What is doubtful in the numbers of a meeting is said, and what is sound is not."""

# ruff: noqa: E501  (a text is one line)

from __future__ import annotations

import pytest

from ingest import SourceText, doubts_of_numbers, parse

HEAD = "Minutes of a meeting of the Parks Committee held on 3 May 2016\n\n"


def doubts(text: str) -> list[str]:
    (meeting,) = parse(SourceText(name="m.txt", text=HEAD + text, sha256="0")).meetings
    return doubts_of_numbers(meeting)


def paragraphs(*numbers: str) -> str:
    return "7. Drains\n\n" + "\n\n".join(
        f"{n} The drain of house {n} was looked at by the clerk." for n in numbers
    )


def items(*numbers: int) -> str:
    titles = ("Apologies", "Minutes", "Drains", "Trees", "Roads", "Finance", "Paths", "Lights", "Signs")
    return "\n\n".join(f"{n}. {titles[n - 1]}\n\nThere was a long talk about it." for n in numbers)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (paragraphs("7.1", "7.2", "7.4"), ["in item 7, after paragraph 7.2 comes 7.4: 1 number is missing"]),
        (
            paragraphs("7.1", "7.2", "7.5"),
            ["in item 7, after paragraph 7.2 comes 7.5: 2 numbers are missing"],
        ),
        (
            "301/19 Drains\n\nA long talk.\n\n303/19 Trees\n\nA long talk.\n\n302/19 Roads\n\nA long talk.\n\n304/19 Paths\n\nA long talk.",
            ["after item 303/19 comes 302/19: out of order"],
        ),
        (items(1, 2, 4, 5), ["after item 2 comes 4: 1 number is missing"]),
        (paragraphs("7.1", "7.2", "7.2", "7.3"), ["paragraph 7.2 is printed 2 times in item 7"]),
        (
            "7. Drains\n\n(a) The first of the drains.\n\n(b) The second of them.\n\n(d) The last of them.\n\n"
            "8. Trees\n\nA talk.",
            ["in item 7, after paragraph (b) comes (d): 1 number is missing"],
        ),
    ],
)
def test_a_number_that_is_missing_or_printed_twice_is_said(text, said):
    assert doubts(text) == said


@pytest.mark.parametrize(
    "text",
    [
        paragraphs("7.1", "7.2", "7.3"),
        items(1, 2, 3, 4),
        "7. Drains\n\n(i) The first of the drains.\n\n(ii) The second of them.\n\n(iii) The third of them.\n\n"
        "(iv) The fourth of them.\n\n(v) The fifth of them.\n",
    ],
)
def test_numbers_that_follow_one_another_raise_no_doubt(text):
    assert doubts(text) == []


def test_a_meeting_without_a_date_is_said_and_one_with_a_date_is_not():
    undated = parse(
        SourceText(name="m.txt", text="1. Drains\n\nA long talk.\n\n2. Trees\n\nAnother.", sha256="0")
    )
    assert "m.txt: no date of the meeting is stated" in undated.warnings
    dated = parse(SourceText(name="m.txt", text=HEAD + items(1, 2), sha256="0"))
    assert dated.warnings == ()


def test_a_text_that_ends_in_mid_sentence_is_said():
    cut = parse(
        SourceText(name="m.txt", text=HEAD + items(1, 2) + " The members then turned to the", sha256="0")
    )
    assert any("cut short" in warning for warning in cut.warnings)

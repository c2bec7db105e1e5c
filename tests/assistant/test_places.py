"""Which printed numbers a question looks up, and which figures are none."""

from __future__ import annotations

import pytest

from assistant.places import find_places, same_number
from assistant.question import Place


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("what does 7.3 say?", [Place("7.3")]),
        ("para. 6.8", [Place("6.8", "paragraph")]),
        ("key point 11", [Place("11", "key point")]),
        ("KEY POINT NO. 11", [Place("11", "key point")]),
        ("recommendation 2 of the Calvershire report", [Place("2", "recommendation")]),
        ("resolution (b)", [Place("(b)", "resolution")]),
        ("what was resolved (iv)?", [Place("(iv)", "resolution")]),
        ("minute 28/19", [Place("28/19", "minute")]),
        ("what came of R2023-150?", [Place("R2023-150")]),
        ("what does HF/42 say?", [Place("HF/42")]),
        ("what does HF/42 (b) say?", [Place("HF/42", part="(b)")]),
        ("minute 12 (iv)", [Place("12", "minute", "(iv)")]),
        ("paragraph (b) of HF/42", [Place("(b)", "paragraph"), Place("HF/42")]),
        ("key points 11 and 12", [Place("11", "key point"), Place("12", "key point")]),
        ("recommendations 1, 2 and 3", [Place(n, "recommendation") for n in "123"]),
        ("paragraphs 7.3 and 7.4", [Place("7.3", "paragraph"), Place("7.4", "paragraph")]),
    ],
)
def test_a_printed_number_is_found_with_its_list(text, places):
    assert list(find_places(text)[0]) == places


@pytest.mark.parametrize(
    "text",
    [
        "why was £7.3 million set aside?",
        "what rose by 7.3%?",
        "what was spent in 2018/19?",
        "did the meeting end at 6.30 pm?",
        "which roads became 20 mph zones?",
        "which decisions 3 years ago failed?",
        "what about section 106 money?",
    ],
)
def test_a_sum_a_share_a_year_or_an_hour_is_no_printed_number(text):
    assert find_places(text) == ((), text)


def test_a_limit_beside_a_number_of_a_list_is_not_taken_for_another():
    places, rest = find_places("resolutions 1 and 20 mph zones")
    assert places == (Place("1", "resolution"),)
    assert rest == " and 20 mph zones"


@pytest.mark.parametrize(
    ("printed", "asked"), [("(b)", "b"), ("(B)", "b)"), ("7.3", "7.3."), ("11", "11"), ("3.0", "3")]
)
def test_brackets_capitals_and_a_closing_stop_make_no_other_number(printed, asked):
    assert same_number(printed, asked)


@pytest.mark.parametrize(("printed", "asked"), [("7.3", "7.30"), ("7.3", "73"), (None, "1"), ("1", "11")])
def test_another_number_is_another_number(printed, asked):
    assert not same_number(printed, asked)

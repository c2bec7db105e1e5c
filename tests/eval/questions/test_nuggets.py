"""What a complete answer has to say, as far as a machine can tell."""

import doctest

import pytest

from eval.questions import nuggets, wordings
from eval.questions.nuggets import find_nuggets


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("A grant of £8,500 was made.", ("£8,500",)),
        ("It costs €1.2 million a year.", ("€1.2 million",)),
        ("by 1 October 2018 and 3rd May", ("1 October 2018", "3rd May")),
        ("a rise of 4.5% or 12 per cent", ("4.5%", "12 per cent")),
        ("42 hours a week", ("42 hours",)),
        ("In 2018 readings were better", ()),
        ("as paragraph 7.3 says", ()),
        ("5, the appointment, and 18 who left", ()),
        ("nothing is counted here", ()),
    ],
)
def test_sums_dates_shares_and_counts_are_nuggets(words, found):
    assert find_nuggets(words) == found


def test_the_examples_in_the_docstrings_are_true():
    assert [doctest.testmod(module).failed for module in (nuggets, wordings)] == [0, 0]

"""Which days a question names."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.periods import find_periods
from assistant.question import Period


@pytest.mark.parametrize(
    "text",
    [
        "24 November 2014",
        "24th of November, 2014",
        "November 24, 2014",
        "24 Nov. 2014",
        "24/11/2014",
        "24.11.2014",
        "2014-11-24",
    ],
)
def test_one_day_is_read_however_it_is_written(text):
    periods, rest = find_periods(text)
    assert periods == (Period(date(2014, 11, 24), date(2014, 11, 24)),)
    assert rest.strip(" ,") == ""


def test_a_month_is_its_first_to_its_last_day():
    assert find_periods("in February 2016")[0] == (Period(date(2016, 2, 1), date(2016, 2, 29)),)


def test_months_before_one_year_are_all_of_that_year():
    periods, _ = find_periods("in Feb, March and April 2019")
    assert [period.first for period in periods] == [date(2019, 2, 1), date(2019, 3, 1), date(2019, 4, 1)]


def test_a_year_alone_is_all_of_it_and_its_words_are_taken_out():
    periods, rest = find_periods("what was agreed in 2018 on parking?")
    assert periods == (Period(date(2018, 1, 1), date(2018, 12, 31)),)
    assert rest == "what was agreed in  on parking?"


@pytest.mark.parametrize(
    "text",
    ["£2,018", "2018/19", "31/31/2015", "minute 2014.5", "may I ask?", "in march we met", "12018 people"],
)
def test_what_is_no_date_is_left_alone(text):
    assert find_periods(text) == ((), text)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_of_two_centuries_is_read_back(day):
    expected = (Period(day, day),)
    assert find_periods(f"{day.day} {day:%B} {day.year}")[0] == expected
    assert find_periods(day.isoformat())[0] == expected
    assert find_periods(f"{day.day}/{day.month}/{day.year}")[0] == expected


def test_an_unknown_day_is_in_no_period():
    assert not Period(date.min, date.max).holds(None)

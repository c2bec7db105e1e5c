"""Whose meeting it was: councils, bodies and days as minutes announce them, and where one meeting ends."""

from __future__ import annotations

import pytest

from ingest import Minutes, SourceText, parse


def read(text: str) -> Minutes:
    return parse(SourceText(name="m.txt", text=text, sha256="0"))


BUSINESS = "\n\n1. Apologies\n\nNone.\n\n2. Drains\n\nThe drains were discussed at length by all.\n"
PAGE = """London Borough of Oldtown


Cabinet - Tuesday 3 May 2016 4.00 pm


03/05/2016 - Minutes


3.1  The minutes of 5 April were approved.


03/05/2016 - Parks Panel: terms of reference


4.1  The cabinet looked at the terms of reference.


RESOLVED:


1.    That the terms of reference be approved.


03/05/2016 - 20 mph limits


5.1  There was nothing to report.
"""


@pytest.mark.parametrize(
    ("header", "council", "body"),
    [
        (
            "MINUTES OF PROCEEDINGS AT MEETING OF OLDTOWN CITY AND\n\nCOUNTY COUNCIL HELD IN THE HALL ON 3 MAY 2016",
            "Oldtown City and County Council",
            None,
        ),
        (
            "MINUTES OF SPECIAL MEETING OF OLDTOWN COUNTY COUNCIL HELD ON 3 MAY 2016",
            "Oldtown County Council",
            None,
        ),
        (
            "Minutes of the meeting of the Council of the London Borough of Oldtown held on 3 May 2016",
            "London Borough of Oldtown",
            None,
        ),
        (
            "London Borough of Oldtown\n\nParks Panel - Tuesday 3 May 2016 6 pm",
            "London Borough of Oldtown",
            "Parks Panel",
        ),
        ("Virtual meeting of Oldtown County Council - Tuesday 3 May 2016", "Oldtown County Council", None),
        (
            "To bring the Social Care Board of Oldtown County Council up to date, at the meeting on 3 May 2016.",
            "Oldtown County Council",
            "Social Care Board",
        ),
        ("Proceedings of the Ordinary Meeting of the Council held on 3 May 2016", None, None),
    ],
)
def test_council_and_body_are_read_from_the_announcement_and_never_run_together(header, council, body):
    (meeting,) = read(header + BUSINESS).meetings
    assert (meeting.council, meeting.body) == (council, body)
    assert str(meeting.held_on) == "2016-05-03"


def test_dated_items_of_one_day_are_items_of_one_meeting():
    (meeting,) = read(PAGE).meetings
    assert (meeting.council, meeting.body) == ("London Borough of Oldtown", "Cabinet")
    assert [(i.number, i.title) for i in meeting.items if i.title] == [
        ("3", "Minutes"),
        ("4", "Parks Panel: terms of reference"),
        ("5", "20 mph limits"),
    ]


def test_dated_items_of_another_day_are_another_meeting():
    days = read(PAGE.replace("03/05/2016 - 20 mph", "07/06/2016 - 20 mph")).meetings
    assert [str(m.held_on) for m in days] == ["2016-05-03", "2016-06-07"]


def test_a_quantity_in_a_title_is_no_number_of_an_item():
    text = "Oldtown Council\n\nParks Board - Tuesday 3 May 2016\n\n20 MPH TRIAL\n\n1. It went well.\n\n2. It ended.\n"
    assert [(i.number, i.title) for i in read(text).meetings[0].items if i.title] == [(None, "20 MPH TRIAL")]

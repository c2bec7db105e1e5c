"""Whose meeting it was: councils, bodies and days as minutes announce them, and where one meeting ends."""

from __future__ import annotations

import pytest

from ingest import Minutes, SourceText, parse
from ingest.announcing import announcement


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
        (
            "OLDTOWN COUNTY BOROUGH COUNCIL / CYNGOR BWRDEISTREF SIROL OLDTOWN\n\nCABINET / CABINET\n\n"
            "MINUTES OF THE MEETING HELD IN THE HALL ON TUESDAY 3 MAY 2016",
            "Oldtown County Borough Council",
            "Cabinet",
        ),
        (
            "Cyngor Tref Oldtown / Oldtown Town Council\n\nMinutes of the meeting held on 3 May 2016",
            "Cyngor Tref Oldtown / Oldtown Town Council",
            None,
        ),
        (
            "THE CORPORATION OF THE VILLAGE OF EAST OLDTOWN\nREGULAR COUNCIL MEETING MINUTES\n"
            "Tuesday, May 3, 2016 - 6:30 p.m.",
            "Village of East Oldtown",
            None,
        ),
        (
            "CITY OF OLD CREEK\nREGULAR MEETING OF THE CITY COUNCIL\nMINUTES — TUESDAY, MAY 3, 2016, 6:30 PM",
            "City of Old Creek",
            None,
        ),
        (
            "SHIRE OF OLDTOWN\nMINUTES – ORDINARY COUNCIL MEETING\nTuesday 3 May 2016, Council Chambers, Oldtown",
            "Shire of Oldtown",
            None,
        ),
        (
            "OLDTOWN MUNICIPAL DISTRICT\n\nMinutes of Monthly Meeting of Oldtown M.D. held in the Area Office on "
            "Tuesday 3rd May, 2016 @ 2.30p.m.",
            None,
            "Oldtown Municipal District",
        ),
        (
            "Oldtown Community Board\n\nNgā Meneti o te Hui / Minutes – Tuesday 3 May 2016, 5.30pm, the hall",
            None,
            "Oldtown Community Board",
        ),
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


HEADERS = [
    (
        "Parks Committee - Monday 4 July 2022 6.30 pm\n\nVenue: Town Hall\n\nContact: Ann Bee",
        (None, "Parks Committee", "2022-07-04", "18:30"),
    ),
    (
        "Agenda and minutes\n\nGovernance and Audit Committee - Thursday, 12th January, 2023 2.00 pm",
        (None, "Governance and Audit Committee", "2023-01-12", "14:00"),
    ),
    (
        "Oldtown Borough Council\n\nMinutes of a meeting of the Highways Committee held in the Town Hall, Newtown on "
        "Tuesday 7 May 2019 at 7.30 pm when there were present:\n\nCllr A Bell",
        ("Oldtown Borough Council", "Highways Committee", "2019-05-07", "19:30"),
    ),
    (
        "MINUTES OF PROCEEDINGS AT MEETING OF\n\nOLDTOWN COUNTY COUNCIL HELD IN THE COUNTY\n\nBUILDINGS, OLDTOWN ON "
        "3RD MAY, 2016 AT 19:30 HRS",
        ("Oldtown County Council", None, "2016-05-03", "19:30"),
    ),
    (
        "Minutes of the meeting of the LOCAL COMMITTEE FOR OLDTOWN AND NEWTOWN held at 2.30 pm on 3 May 2016",
        (None, "Local Committee for Oldtown and Newtown", "2016-05-03", "14:30"),
    ),
    (
        "Minutes of the Joint Committee of Oldtown and Newtown Councils held on 3 May 2016 at 10am",
        (None, "Joint Committee of Oldtown and Newtown Councils", "2016-05-03", "10:00"),
    ),
    (
        "NORTH AREA PANEL\n\nMinutes of the meeting held on Tuesday, 3 May 2016 commencing at 7pm",
        (None, "North Area Panel", "2016-05-03", "19:00"),
    ),
    (
        "Safer Oldtown Partnership Board\n\nNotes of the meeting held on 3 May 2016",
        (None, "Safer Oldtown Partnership Board", "2016-05-03", None),
    ),
    (
        "Oldtown County Borough Council\n\nMINUTES OF THE MEETING OF THE PLANNING COMMITTEE A HELD ON WEDNESDAY 3 MAY "
        "2016, STARTING AT 9.30AM",
        ("Oldtown County Borough Council", "Planning Committee A", "2016-05-03", "09:30"),
    ),
    (
        "A meeting of the Arts Policy Committee was held in Council Chamber, Oldtown City and County Council, on "
        "Tuesday 3 May 2016, from 7pm to 9pm",
        ("Oldtown City and County Council", "Arts Policy Committee", "2016-05-03", "19:00"),
    ),
    (
        "TOWNSHIP OF OLDTOWN\n\nTuesday, May 3, 2016\n\nA regular meeting of the Township of Oldtown Council was held "
        "on Tuesday, May 3, 2016 starting at 6:30 p.m.\n\nCommittee Reports:\n\n"
        "C. Dunn: Newtown Home for the Aged Board of Management",
        ("Township of Oldtown Council", None, "2016-05-03", "18:30"),
    ),
    (
        "OLDTOWN PARISH COUNCIL Draft (until approved at the next meeting) Minutes of the Ordinary Meeting held on "
        "3 May 2016 at 7.05 pm\n\nAlso in attendance: Cllr C Dunn, Wideshire County Council",
        ("Oldtown Parish Council", None, "2016-05-03", "19:05"),
    ),
    (
        "MINUTES OF SPECIAL MEETING OF OLDTOWN CITY COUNCIL HELD ON 3 MAY 2016\n\nChief Executive (Mr. A. Bell)",
        ("Oldtown City Council", None, "2016-05-03", None),
    ),
    (
        "Minutes of the previous meeting held on 1 April 2016 were approved.\n\nPolicy Committee\n\n3 May 2016",
        (None, "Policy Committee", "2016-05-03", None),
    ),
    (
        "The meeting of 3 May 2012 of the Standing Committee was approved by the Secretary of State in 2012.",
        (None, None, "None", None),
    ),
    (
        "Date: Tuesday 3 May 2016\n\nTime: 6.30pm\n\nVenue: Council Chamber",
        (None, None, "2016-05-03", "18:30"),
    ),
    ("Oldtown Forum\n\nMinutes of the meeting held on 3 May 2016 at 7.30", (None, "Oldtown Forum", "2016-05-03", None)),
]  # fmt: skip


@pytest.mark.parametrize(("header", "expected"), HEADERS)
def test_a_header_is_read_in_every_form_and_what_it_does_not_say_is_not_guessed(header, expected):
    (meeting,) = read(header + BUSINESS).meetings
    began = meeting.began_at.isoformat("minutes") if meeting.began_at else None
    assert (meeting.council, meeting.body, str(meeting.held_on), began) == expected


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("These minutes were confirmed as a correct record at the meeting on 7 June 2016", "confirmed"),
        ("Signed as a correct record: A Bell, Chair, 7 June 2016", "confirmed"),
        ("Approved at the meeting of 7 June 2016", "confirmed"),
        ("Signed as a correct record: .......... Chair  Date: ........", "unknown"),
        ("Signed: A Bell  3 May 2016", "unknown"),
        (
            "The minutes of the meeting held on 5 April 2016 were confirmed and signed as a correct record.",
            "unknown",
        ),
        ("The plan is subject to approval by the Minister.", "unknown"),
        ("These minutes are subject to confirmation at the next meeting.", "draft"),
    ],
)
def test_minutes_are_confirmed_or_a_draft_only_where_they_say_so_of_themselves(line, status):
    text = f"Oldtown Town Council\n\nMinutes of the meeting held on 3 May 2016{BUSINESS}\n\n{line}\n"
    assert read(text).meetings[0].status.value == status


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("DRAFT", "draft"),
        ("Draft minutes", "draft"),
        ("UNCONFIRMED MINUTES", "draft"),
        ("Status: Confirmed", "confirmed"),
        ("Approved minutes", "confirmed"),
        ("DRAFT BUDGET 2017", "unknown"),
        ("Circulated: draft minutes of the meeting of 5 April", "unknown"),
    ],
)
def test_a_draft_of_something_else_makes_no_draft_of_the_minutes(line, status):
    text = f"Oldtown Town Council\n\n{line}\n\nMinutes of the meeting held on 3 May 2016{BUSINESS}"
    assert read(text).meetings[0].status.value == status


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Cabinet Minutes 12.03.19.pdf", (None, "Cabinet", "2019-03-12", None)),
        (
            "g1234 Public minutes 04th-Jul-2022 18.30 Parks Committee.pdf",
            (None, "Parks Committee", "2022-07-04", "18:30"),
        ),
        ("Printed minutes 03rd-May-2016 19.00 Council.pdf", (None, None, "2016-05-03", "19:00")),
        ("2018-06-25-environment-spc.md", (None, "Environment SPC", "2018-06-25", None)),
        ("2023_07_11_oldtown_council.pdf", ("Oldtown Council", None, "2023-07-11", None)),
        ("20190311 minutes.pdf", (None, None, "2019-03-11", None)),
        ("minutes_03122018.pdf", (None, None, "2018-12-03", None)),
        ("11-03-2019.docx", (None, None, "2019-03-11", None)),
        ("Minutes 11 March 2019.pdf", (None, None, "2019-03-11", None)),
        ("Minutes 5th June 2023 (approved 3 July 2023).pdf", (None, None, "2023-06-05", None)),
        ("agenda 12-03-2019 minutes 12-02-2019.pdf", (None, None, "None", None)),
        ("March 2019.pdf", (None, None, "None", None)),
        ("minutes-2019-13-45.txt", (None, None, "None", None)),
        ("2019-02-12-oldtown-newtown.md", (None, None, "2019-02-12", None)),
        ("item 7 minutes.pdf", (None, None, "None", None)),
    ],
)
def test_the_name_of_the_file_speaks_where_the_text_does_not(name, expected):
    (meeting,) = parse(SourceText(name=name, text=BUSINESS, sha256="0")).meetings
    began = meeting.began_at.isoformat("minutes") if meeting.began_at else None
    assert (meeting.council, meeting.body, str(meeting.held_on), began) == expected


def test_the_text_goes_before_the_name_of_the_file():
    text = f"Oldtown Council\n\nParks Board - Tuesday 3 May 2016 6 pm{BUSINESS}"
    (meeting,) = parse(SourceText(name="Cabinet 12.03.19 18.30.pdf", text=text, sha256="0")).meetings
    assert (meeting.body, str(meeting.held_on), str(meeting.began_at)) == (
        "Parks Board",
        "2016-05-03",
        "18:00:00",
    )


@pytest.mark.parametrize(
    ("roll", "entries"),
    [
        ("Present: Cllrs A Bell and C Dunn", ("Cllrs A Bell and C Dunn",)),
        ("PRESENT\n\nCllr A Bell\n\nCllr C Dunn\n\nAPOLOGIES\n\nCllr E Fox", ("Cllr A Bell", "Cllr C Dunn")),
        ("Those Attending: Cllr A Bell\n\nIn attendance: The clerk", ("Cllr A Bell", "The clerk")),
        ("Members present (3 Councillors): - A Bell (AB)", ("A Bell (AB)",)),
        ("Present: Cllr A Bell\n\nCllr Bell welcomed all to the meeting.", ("Cllr A Bell",)),
        (
            "Present: Councillor Ann Bell (Leader) – Chair\n\n"
            "Councillors: C Dunn, E Fox\n\nApologies: Councillor G Hill",
            ("Councillor Ann Bell (Leader) – Chair", "Councillors: C Dunn, E Fox"),
        ),
        (
            "Present: Councillor Ann Bell (Leader) Clerk: C Dunn",
            ("Councillor Ann Bell (Leader) Clerk: C Dunn",),
        ),
    ],
)
def test_those_present_are_listed_and_those_who_sent_apologies_are_not(roll, entries):
    text = f"Oldtown Town Council\n\nMinutes of the meeting held on 3 May 2016\n\n{roll}{BUSINESS}"
    assert read(text).meetings[0].attendance == entries


def test_a_header_of_nothing_but_letters_in_brackets_is_read_to_its_end():
    """It can be cut in more ways than there is time for, if a rule tries them all."""
    assert announcement(["A" + "(a) " * 60 + "RT ONE"]) == ("", 0)


def test_a_head_in_two_languages_and_the_announcement_are_no_items():
    head = "OLDTOWN TOWN COUNCIL / CYNGOR TREF OLDTOWN\n\nMINUTES OF THE MEETING HELD ON TUESDAY 3 MAY 2016"
    text = f"{head}\n\nPresent: Cllr A Bell"
    assert [item.title for item in read(text + BUSINESS).meetings[0].items] == ["", "Apologies", "Drains"]

"""What the grammar of minutes makes of short texts: numbers, lists, kinds, meetings."""

# ruff: noqa: E501  (a text is one line)

from __future__ import annotations

from datetime import date

import pytest

from ingest import Kind, MeetingFacts, Minutes, Passage, SourceText, Status, parse


def read(text: str, facts: MeetingFacts = MeetingFacts(), name: str = "x.txt") -> Minutes:  # noqa: B008
    return parse(SourceText(name=name, text=text, sha256="0"), facts)


def body(text: str) -> list[Passage]:
    return [p for p in read(text).passages() if not p.heading]


def test_a_decimal_that_does_not_fit_the_sequence_opens_no_paragraph():
    text = "7.1 The officer spoke of the budget.\n\n7.2 It was said that\n7.9 per cent was left.\n\n7.3 The chair closed."
    assert [p.citation.printed for p in body(text)] == ["7.1", "7.2", "7.3"]


def test_two_lists_that_start_at_one_are_told_apart_by_their_captions():
    text = "Minutes:\n\nKey points raised:\n\n1. Members asked.\n\n2. It was said.\n\nThe Board Recommends:\n\n1. That it be so.\n\n2. That it be done.\n"
    assert [p.citation.label for p in body(text)] == [
        "key point 1",
        "key point 2",
        "recommendation 1",
        "recommendation 2",
    ]
    assert {p.lead for p in body(text) if p.kind is Kind.RECOMMENDATION} == {"The Board Recommends:"}


def test_a_year_at_the_start_of_a_wrapped_line_opens_no_paragraph():
    text = "1. The pilot would begin in\n2016. It would last a year.\n\n2. Members agreed with the idea.\n"
    assert [p.citation.printed or p.item for p in body(text)] == ["1", "2"]


_LONG = "The clerk had written to the owner about the hedge and would write again before the summer. " * 6


def test_a_minute_that_runs_on_in_the_line_of_the_one_before_is_a_minute_of_its_own():
    text = f"71/19 Hedges\n\nIt was agreed to write.\n\n72/19 Report {_LONG}73/19 Local plan The chair spoke.\n\n74/19 Gardens It was deferred.\n"
    assert [p.item for p in body(text)] == ["71/19", "72/19", "73/19", "74/19"]


def test_a_minute_that_is_only_spoken_of_in_a_line_opens_none():
    text = f"71/19 Hedges\n\nIt was agreed to write.\n\n72/19 Report {_LONG}See minute 73/19 Later.\n\n74/19 Gardens It was deferred.\n"
    assert "73/19" not in {p.item for p in body(text)}


def test_a_last_item_that_is_misnumbered_keeps_its_printed_number():
    items = "".join(f"{n}. Item called so\n\nIt was noted that all is well.\n\n" for n in range(1, 14))
    *_, last = body(f"{items}11. Other Reports - for information only: the gate is open.\n")
    assert (last.item, last.citation.printed) == ("11", "11")


@pytest.mark.parametrize(
    "line", ["The motion was lost by 1 vote to 2.", "The amendment was carried by five votes to 4."]
)
def test_what_became_of_a_motion_by_how_many_votes_is_a_vote(line):
    (*_, last) = body(f"1. Play area\n\nAnn Bee moved that the swings be removed.\n\n{line}\n")
    assert last.kind is Kind.VOTE


@pytest.mark.parametrize(
    "moved",
    [
        "Moved by Councillor Eve:\n\nThat the by-law be passed.",
        "Notice of motion: that the by-law be passed.",
        "The motion was proposed by Councillor Eve, that the by-law be carried into effect.",
    ],
)
def test_a_motion_that_asks_for_something_to_be_passed_is_not_carried_by_its_own_words(moved):
    found = body(f"45. MOTIONS\n\n46. By-law\n\n{moved}\n\nMembers spoke.\n")
    assert found[0].kind is Kind.MOTION


def test_a_motion_is_a_decision_only_if_it_was_carried():
    moved = "45. MOTIONS\n\n46. Dogs\n\nCouncillor Eve moved and Councillor Fox seconded that dogs be banned.\n\nThe motion was put to the vote and was {}.\n"
    assert Kind.DECISION not in {p.kind for p in body(moved.format("lost"))}
    assert Kind.DECISION in {p.kind for p in body(moved.format("carried"))}


def test_text_above_the_minutes_of_an_item_is_agenda_text():
    text = "Agenda item\n\nBudget\n\nRecommended –\n\nThat 2% be approved.\n\nMinutes:\n\nRESOLVED that 1% be approved.\n"
    assert [p.kind for p in body(text)] == [Kind.AGENDA_TEXT, Kind.DECISION]


def test_orders_left_without_a_heading_after_the_last_paragraph_are_actions():
    text = "7.1 The chair spoke.\n\n7.2 The officer answered.\n\n\n\n\nCirculate the list to members.\n\n\nThere will be a visit.\n"
    labels = [p.citation.label for p in body(text)][2:]
    assert labels == ["action (unnumbered, 1st of 2 after 7.2)", "action (unnumbered, 2nd of 2 after 7.2)"]


def test_blank_lines_between_wrapped_lines_do_not_part_a_paragraph():
    text = "1.\n\nRoads\n\nThe engineer gave an update on the works at the bridge and said that the\n\nnew surface would be laid before the end of the month if the weather was\n\ndry enough.\n\nMembers thanked him.\n\n2.\n\nParks\n\nNone of the members asked anything about the parks and the gardens of the\n\ntown hall.\n"
    assert [p.text.split()[0] for p in body(text)] == ["The", "Members", "None"]


def test_what_an_officer_says_overrides_text_and_file_name():
    facts = MeetingFacts(
        council="Oldtown Council", body="Parks Committee", held_on=date(2020, 1, 2), status=Status.CONFIRMED
    )
    meeting = read(
        "Minutes of the meeting of the Roads Committee held on 3 May 2016\n\n1. Apologies\n\nNone.\n", facts
    ).meetings[0]
    assert (meeting.council, meeting.body, meeting.held_on, meeting.status) == (
        "Oldtown Council", "Parks Committee", date(2020, 1, 2), Status.CONFIRMED,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "name", "day"),
    [
        ("Minutes of the meeting held on Tuesday 12TH MARCH, 2019\n", "x.txt", date(2019, 3, 12)),
        ("Meeting held on 06/12/13\n", "x.txt", date(2013, 12, 6)),
        ("03/04/2014 - Young carers\n\n7.1 He spoke.\n", "x.txt", date(2014, 4, 3)),
        (
            '---\ntitle: "Minutes"\ndate: "2017-01-09"\n---\n\nMinutes of a meeting held on 3 November 2016\n',
            "x.md",
            date(2016, 11, 3),
        ),
        ("Apologies were received.\n", "2018-06-15-newcastle-west.md", date(2018, 6, 15)),
        ("The minutes of the meeting of 4 May 2015 were approved.\n\nThe bin was moved.\n", "x.txt", None),
        ('---\ntitle: "Notes"\ndate: "2017-01-09"\n---\n\nThe bin was moved.\n', "x.md", None),
    ],
)
def test_the_date_is_the_meetings_own_or_unknown(text: str, name: str, day: date | None):
    assert read(text, name=name).meetings[0].held_on == day


def test_draft_minutes_say_so():
    assert (
        read("DRAFT MINUTES of the Parks Committee held on 3 May 2016\n").meetings[0].status is Status.DRAFT
    )


def test_page_numbers_and_footers_are_residue_and_the_sentence_goes_on():
    text = "(141) URGENT BUSINESS\nThe Chairman said that there were no items which she\nParks Committee\n1\n10 November 2011\nwished to bring.\n(142) CLOSE\n"
    told = body(text)[0]
    assert "10 November" not in told.text
    assert told.text.endswith("bring.")


def test_a_text_with_no_heading_and_no_number_is_read_with_honest_ordinals():
    assert [p.citation.label for p in body("The bin was moved to the park.\n\nThe tree was felled by the wind.\n")] == [
        "paragraph (unnumbered, 1st of 2)", "paragraph (unnumbered, 2nd of 2)",
    ]  # fmt: skip


def test_a_task_in_a_list_that_a_broken_off_agreement_leads_in_is_an_action():
    text = "5. Lights\n\nThe switch was discussed by the members. It was agreed that\n\na. KC would contact the band leader;\n\nb. The lamps be put up in June.\n"
    assert [(p.kind, p.citation.printed) for p in body(text)[-2:]] == [
        (Kind.ACTION, "a"),
        (Kind.DECISION, "b"),
    ]


def test_a_count_with_nothing_moved_above_it_is_the_decision():
    assert [p.kind for p in body("1. Bench\n\nThe clerk showed a bench.\n\nAll in favour\n")][
        -1
    ] is Kind.DECISION


def test_prose_that_mentions_parts_in_brackets_is_not_cut():
    text = "The committee could (i) close the path, (ii) Mend it; (iii) Leave it as it was, and the members thought that the second of these was the best for the village.\n"
    assert len(body(text)) == 1


def test_a_counter_of_markdown_that_goes_on_to_two_is_a_printed_number():
    text = "1. **Chair's report**\n\nShe spoke.\n\n2. **Clerk's report**\n\nHe spoke.\n\n1. **Roads**\n\nNone is shut.\n\n1. **Lamps**\n\nAll are lit.\n"
    assert [p.item or p.citation.printed for p in body(text)][:2] == ["1", "2"]

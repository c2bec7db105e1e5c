"""House styles of counties, cities and boroughs: labels over what was decided, votes before resolutions, action logs."""

# ruff: noqa: E501  (a text is one line)

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest import Kind, Minutes, Passage, SourceText, check_conservation, parse
from ingest.kinds import kind_of


def read(text: str, name: str = "m.txt") -> Minutes:
    minutes = parse(SourceText(name=name, text=textwrap.dedent(text), sha256="0"))
    assert check_conservation(minutes) == []
    return minutes


def body(text: str) -> list[Passage]:
    return [p for p in read(text).passages() if not p.heading]


def item_4(text: str) -> list[Passage]:
    """What is read of item 4 between two others."""
    around = f"3. Ducks\n\nThey quacked.\n\n{text}\n5. Swans\n\nThey swam.\n"
    return [p for p in body(around) if p.item == "4"]


def opening_with(words: str, passages: list[Passage]) -> Passage:
    found = [p for p in passages if " ".join(p.words.split()).startswith(words)]
    assert len(found) == 1, [p.words for p in passages]
    return found[0]


EXPORTED = """\
    # Agenda and minutes

    **Parks and Lakes Committee, Tarnhill City Council**
    Monday, 8th May, 2023 6.00 pm

    ---

    ## 1.

    **Boats** (PDF 118 KB)

    *Decision:*

    The Committee noted the report and asked for a price.

    *Minutes:*

    The boats leaked.

    ## 2.

    **Swans** (PDF 1.2 MB)

    *Decision:*

    - The swans to be counted.

    *Minutes:*

    Councillor Fenn had seen nine.

    Having withdrawn, the Sub-Committee resolved:

    - (a) the nests to be fenced;
    - (b) dogs to be kept off.

    ## 3.

    **Kiosk** (PDF 95 KB)

    *Decision:*

    The Committee let the kiosk.

    *Minutes:*

    Two offers had been received.
    """


def test_a_label_printed_over_every_decision_is_no_running_header():
    kinds = {p.words: p.kind for p in body(EXPORTED)}
    assert kinds["The Committee noted the report and asked for a price."] is Kind.DECISION
    assert kinds["The swans to be counted."] is Kind.DECISION
    assert kinds["The Committee let the kiosk."] is Kind.DECISION
    assert kinds["The boats leaked."] is Kind.PARAGRAPH


def test_the_brackets_round_the_size_of_a_paper_go_with_it():
    titles = [item.title for item in read(EXPORTED).meetings[0].items if item.number]
    assert titles == ["Boats", "Swans", "Kiosk"]


def test_a_letter_behind_a_bullet_is_the_printed_number():
    swans = [p for p in body(EXPORTED) if p.citation.printed]
    assert [(p.citation.label, p.kind, p.words) for p in swans] == [
        ("resolution (a)", Kind.DECISION, "the nests to be fenced;"),
        ("resolution (b)", Kind.DECISION, "dogs to be kept off."),
    ]


def test_a_body_named_before_its_council_is_told_from_it():
    meeting = read(EXPORTED).meetings[0]
    assert (meeting.council, meeting.body) == ("Tarnhill City Council", "Parks and Lakes Committee")


def test_a_letter_behind_a_bullet_that_begins_no_list_is_none():
    text = "4. Parks\n\nThe officer said:\n\n- b) should have been c) in the plan\n- the plan was old\n\n5. Lakes\n\nThey were full.\n"
    assert [p.citation.printed for p in body(text)][1:3] == [None, None]


@pytest.mark.parametrize(
    "line",
    [
        "Officers present:- Ann Ash (Director of Boats) and Bob Beech (Clerk).",
        "Officers and advisers:-  Ann Ash (Treasurer), Bob Beech (Actuary).",
        "Also in attendance:-  Councillors Cole and Dunn.",
        "Apologies:- Ann Ash (Boats), Bob Beech (Swans)",
        "Attendance: Councillor Ann Ash (Chair), Councillor Bob Beech",
        "An apology for absence was received from Councillor Ash.",
        "COPIES OF ALL DOCUMENTS CONSIDERED ARE IN THE MINUTE BOOK",
        "(The minutes are available in Welsh / Mae'r cofnodion ar gael yn Gymraeg)",
    ],
)
def test_front_matter_of_a_meeting_is_house_keeping_and_no_item(line):
    text = f"TARNHILL COUNTY COUNCIL\n\nPARKS COMMITTEE\n\nMinutes of the meeting held on 8 May 2023\n\n{line}\n\nPAR.7  BOATS\n\nThey leaked.\n"
    (note,) = [p for p in read(text).passages() if p.text == line]
    assert (note.kind, note.heading) == (Kind.ADMIN, False)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Purchase cards: limited assurance. Of forty, nine had no receipt.", Kind.PARAGRAPH),
        ("Purchase the boats before June.", Kind.ACTION),
        ("The officer spoke (the plan was late, for which apologies were given).", Kind.PARAGRAPH),
        ("Apologies were given for Councillor Ash.", Kind.ADMIN),
        ("An apology was printed in the newspaper.", Kind.PARAGRAPH),
        ("ALL BOATS ARE CLOSED", Kind.PARAGRAPH),
    ],
)
def test_a_label_or_an_apology_in_passing_tells_nothing(words, kind):
    assert kind_of(words) is kind


def test_the_last_minutes_said_to_be_of_a_day_and_accepted_are_house_keeping():
    text = "TARNHILL COUNCIL\n\n23/41 MINUTES OF LAST MEETING\nHeld 8 May 2023. Accepted. The boats had been mended.\n\n23/42 BOATS\nThey leaked.\n"
    assert body(text)[0].kind is Kind.ADMIN


@pytest.mark.parametrize(
    "lead",
    ["It was agreed that", "RESOLVED, with effect from 1 May 2024,", "The Committee agreed to"],
)
@pytest.mark.parametrize("marks", [("(a)", "(b)"), ("•", "•")])
def test_what_a_resolution_that_breaks_off_leads_in_is_resolved(lead, marks):
    first, second = marks
    text = f"4. Boats\n\n4.1 They leaked.\n\n4.2 {lead}\n{first} that they be mended; and\n{second} that they be painted.\n\n4.3 Members thanked the crew.\n"
    passages = item_4(text)
    assert [p.kind for p in passages] == [Kind.PARAGRAPH, *[Kind.DECISION] * 3, Kind.PARAGRAPH]
    assert passages[2].lead == lead


def test_a_resolution_that_ends_above_a_list_leads_nothing_in():
    text = "4. Boats\n\nThe Committee agreed to mend the boats.\n\n- they leaked\n- they were old\n"
    assert [p.kind for p in item_4(text)] == [Kind.DECISION, Kind.PARAGRAPH, Kind.PARAGRAPH]


def test_who_moved_and_the_count_belong_to_the_resolution_below():
    text = """\
        7. BOATS

        It was proposed by Councillor Ash, seconded by Councillor Beech and on
        being put to the vote (7 for, 2 against, 1 abstention)

        RESOLVED:

        That the boats be sold subject to

        (a)   a price of £400; and

        (b)   their being mended.

        The officer thanked them.

        RESOLVED:

        That the pond be drained.
        """
    put, sold, price, mended, _, drained = body(text)
    assert (put.kind, sold.kind, price.kind, mended.kind) == (Kind.VOTE, *[Kind.DECISION] * 3)
    assert (sold.mover, sold.seconder) == ("Councillor Ash", "Councillor Beech")
    assert sold.vote == "7 for, 2 against, 1 abstention"
    assert (drained.mover, drained.vote) == (None, None)


def test_a_sentence_is_not_cut_before_its_seconder():
    text = """\
        7. BOATS

        The officer recommendation, having been proposed by Councillor Ash and
        seconded by Councillor Beech, was put to the vote and LOST (3 for, 6
        against).
        """
    (lost,) = body(text)
    assert (lost.kind, lost.mover, lost.seconder) == (Kind.MOTION, "Councillor Ash", "Councillor Beech")


def test_what_was_moved_and_then_amended_is_not_what_was_agreed():
    text = """\
        7. BOATS

        The Cabinet's proposal, moved by Councillor Ash and seconded by Councillor Beech, was that the fee be £9.

        First amendment: It was moved by Councillor Cole and seconded by Councillor Dunn that it stay at £5. Upon being put to the vote the amendment was lost.

        Second amendment: It was moved by Councillor Elm and seconded by Councillor Fir that it be £7 and a tenth go to swans. Councillor Elm withdrew the words on swans. The amendment as altered was carried and became part of the substantive motion.

        RESOLVED that the fee be £7.
        """
    assert [p.kind for p in body(text)] == [*[Kind.MOTION] * 3, Kind.DECISION]


def test_a_motion_that_was_moved_right_above_the_resolution_is_a_motion():
    text = "7. BOATS\n\nCouncillor Ash then moved, Councillor Beech seconding, the recommendation in the report.\n\nRESOLVED –\n\nThat the fee be £7.\n"
    moved, resolved = body(text)
    assert (moved.kind, moved.mover, moved.seconder) == (Kind.MOTION, "Councillor Ash", "Councillor Beech")
    assert resolved.kind is Kind.DECISION


MOTION = """\
    8. NOTICE OF MOTION – SWANS

    Councillor Ash moved the following motion, seconded by Councillor Beech:

    "This Council asks that swans be fed."

    {then}

    RESOLVED unanimously to support the motion{as_what}.
    """
FELL = "Councillor Cole proposed an amendment to add ducks. There being no seconder the amendment fell."
CARRIED = "Councillor Cole proposed an amendment to add ducks, seconded by Councillor Dunn. The amendment was carried."


def test_a_quoted_motion_that_the_council_resolves_to_support_is_what_it_decided():
    passages = body(MOTION.format(then=FELL, as_what=""))
    assert opening_with('"This Council', passages).kind is Kind.DECISION
    assert opening_with("Councillor Cole", passages).kind is Kind.MOTION
    assert opening_with("RESOLVED", passages).kind is Kind.DECISION


@pytest.mark.parametrize(("then", "as_what"), [(CARRIED, ""), (FELL, " as amended")])
def test_a_motion_that_was_amended_is_not_adopted_as_quoted(then, as_what):
    passages = body(MOTION.format(then=then, as_what=as_what))
    assert opening_with('"This Council', passages).kind is Kind.MOTION


def test_points_below_a_numbered_caption_say_its_number():
    text = "4. Boats\n\n4.1 They leaked.\n\n4.2 Key points raised:\n• oars were lost\n• sails were torn\n\n4.3 All left.\n"
    assert opening_with("oars", item_4(text)).citation.label == "bullet 1 of 2 after 4.2"


LOG = """\
    4. Boats

    They leaked.

    5. Action log

    Ref | Action | Owner | Due | Status
    BO/23/11 | Mend the boats: all of them | A Ash | July | Overdue
    BO/23/14 | Dogs to be asked about | B Beech and the Clerk | |  In hand

    6. Other business

    6.1 It was agreed that the pond be drained.
    """


def test_rows_of_an_action_log_are_actions_under_their_references():
    rows = [p for p in body(LOG) if p.item == "5"]
    assert [(p.kind, p.citation.printed, p.owner, p.due) for p in rows] == [
        (Kind.ACTION, "BO/23/11", "A Ash", "July"),
        (Kind.ACTION, "BO/23/14", "B Beech and the Clerk", None),
    ]


def test_a_row_of_an_action_log_knows_what_its_columns_mean():
    rows = [p for p in body(LOG) if p.item == "5"]
    assert {p.lead for p in rows} == {"Ref | Action | Owner | Due | Status"}


def test_the_items_go_on_after_an_action_log():
    numbers = [item.number for item in read(LOG).meetings[0].items]
    assert numbers[-3:] == ["4", "5", "6"]
    assert body(LOG)[-1].citation.label == "paragraph 6.1"


def test_a_log_without_a_column_of_numbers_numbers_nothing_and_ends_with_its_rows():
    text = (
        LOG.replace("Ref | ", "")
        .replace("BO/23/11 | ", "")
        .replace("BO/23/14 | ", "")
        .replace("6. Other business\n", "The wind was cold.\n")
    )
    mend, ask, cold, *_ = [p for p in body(text) if p.item == "5"]
    assert (mend.kind, mend.citation.printed, mend.owner) == (Kind.ACTION, None, "A Ash")
    assert (ask.kind, cold.kind) == (Kind.ACTION, Kind.PARAGRAPH)


def test_a_table_of_markdown_that_is_an_action_log_is_one_too():
    text = "| No. | Task | Responsible | Deadline |\n|---|---|---|---|\n| 1 | **Mend** the boats | A Ash | May |\n| 2 | Count the swans | B Beech | June |\n"
    assert [(p.citation.printed, p.owner, p.due) for p in body(text)] == [
        ("1", "A Ash", "May"),
        ("2", "B Beech", "June"),
    ]


def test_a_table_of_short_cells_that_names_no_task_is_no_log():
    text = "4. Boats\n\nName | Owner | Status\nSwift | A Ash | Afloat\nDuck | B Beech | Sunk\n"
    assert Kind.ACTION not in {p.kind for p in item_4(text)}


@pytest.mark.parametrize(
    "caption",
    [
        "ALTERNATIVES CONSIDERED",
        "Other options considered and rejected",
        "Details of any alternative options considered:",
        "Options considered",
    ],
)
def test_what_else_was_considered_is_told_from_the_reason(caption):
    text = f"4. BOATS\n\nRESOLVED –\n\nThat the boats be sold.\n\nREASONS FOR DECISION\n\nThey leaked.\n\n{caption}\n\nPaint, which would not hold.\n"
    sold, reason, other = item_4(text)
    assert (sold.kind, reason.kind, other.kind) == (Kind.DECISION, Kind.REASON, Kind.REASON)
    assert (reason.citation.list, other.citation.list) == ("reason", "alternative considered")
    assert other.lead == caption


def test_a_paper_that_was_noted_and_more_agreed_on_it_is_a_decision():
    assert (
        kind_of("The Committee noted the talk and agreed to ask for a further report in May.")
        is Kind.DECISION
    )
    assert (
        kind_of("The Committee noted that a mast had broken and that sails were agreed to be dear.")
        is Kind.PARAGRAPH
    )


ROLL = """\
    TARNHILL BOROUGH COUNCIL
    LAKES BOARD

    17 January 2024

    Present:-
    Councillor Ann Ash (in the Chair)
    Councillor Bob Beech     Cabinet Member, Boats
    Dr Olu Cole              Swans (Vice-Chair)

    Apologies:- Di Dunn (Ducks)

    23/41 BOATS
    They leaked.

    23/42 SWANS
    They swam.
    """


def test_a_roll_of_names_is_one_note_and_still_counts_each_name():
    minutes = read(ROLL)
    (roll,) = [p for p in minutes.passages() if "Councillor" in p.text]
    assert (roll.kind, "Ann Ash" in roll.text, "Olu Cole" in roll.text) == (Kind.ADMIN, True, True)
    assert len(minutes.meetings[0].attendance) == 3


def test_witnesses_are_noted_one_by_one():
    text = ROLL.replace("Present:-", "Witnesses:").replace("    Apologies:- Di Dunn (Ducks)\n\n", "")
    assert sum(p.kind is Kind.ADMIN and p.lead == "Witnesses:" for p in read(text).passages()) == 3


def test_members_whose_names_go_on_below_the_line_of_those_present_were_there():
    text = """\
        TARNHILL DISTRICT COUNCIL

        MINUTES OF THE BOATS COMMITTEE HELD ON 12 MARCH 2024

        Present: Councillor A Ash (Chairman)

        Councillor Mrs B Beech (Vice-Chairman)

        Councillors: C Cole and D Dunn

        Officers: E Elm (Clerk)

        1. BOATS

        They leaked.
        """
    there = (
        "Councillor A Ash (Chairman)",
        "Councillor Mrs B Beech (Vice-Chairman)",
        "Councillors: C Cole and D Dunn",
    )
    assert read(text).meetings[0].attendance == there


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Councillor Ash was duly elected Chair for the meeting.", Kind.DECISION),
        ("Councillor Ash was elected Vice-Chairman.", Kind.DECISION),
        ("Mrs Beech said that Mr Cole was elected Chair of the trust in 2010.", Kind.PARAGRAPH),
        ("The report was received and noted.", Kind.DECISION),
        ("The report was noted. Members spoke of the boats for an hour.", Kind.PARAGRAPH),
    ],
)
def test_an_election_to_the_chair_and_a_report_only_noted_are_settled(words, kind):
    assert kind_of(words) is kind


def test_a_resolution_that_leads_in_bullets_is_their_preamble():
    text = "4. Boats\n\nRESOLVED, with effect from 1 May,\n• that they be mended;\n• that they be sold.\n"
    labels = [p.citation.label for p in item_4(text)]
    assert labels == [
        "resolution (preamble)",
        "resolution (unnumbered, 1st of 2)",
        "resolution (unnumbered, 2nd of 2)",
    ]


def test_what_was_resolved_below_its_mover_is_no_motion():
    text = "4. BOATS\n\nIt was moved by Councillor Ash, seconded by Councillor Beech and\n\nRESOLVED (8 votes for, 3 against) That the boats be sold.\n"
    put, sold = item_4(text)
    assert (put.kind, sold.kind) == (Kind.VOTE, Kind.DECISION)
    assert (sold.mover, sold.seconder, sold.vote) == (
        "Councillor Ash",
        "Councillor Beech",
        "8 votes for, 3 against",
    )


def test_who_moved_above_the_vote_moved_each_clause_of_the_resolution():
    text = """\
        4. BOATS

        Councillor Ash moved, and Councillor Beech seconded, the recommendations in the report.

        Upon being put to the vote it was

        RESOLVED:

        1. That the boats be sold;
        2. That the oars be kept.

        """
    moved, vote, sold, kept = item_4(textwrap.dedent(text))
    assert [p.kind for p in (moved, vote)] == [Kind.MOTION, Kind.VOTE]
    assert {(p.kind, p.mover, p.seconder) for p in (sold, kept)} == {
        (Kind.DECISION, "Councillor Ash", "Councillor Beech")
    }


def test_an_empty_last_cell_is_a_cell_of_an_action_log():
    text = "4. Boats\n\nMin. No. | Action | Lead Officer | Update\n12 | Mend the boats | A Ash | Done\n14(b) | Sell the oars | B Beech |\n"
    assert [p.citation.printed for p in item_4(text)] == ["12", "14(b)"]


_CELLS = st.text(st.sampled_from("abc AB 12/.(),-"), min_size=1, max_size=40).map(str.strip)


@given(st.lists(st.tuples(_CELLS, _CELLS, _CELLS), min_size=1, max_size=6))
def test_each_row_of_an_action_log_is_one_action_whatever_its_cells_hold(rows):
    lines = [" | ".join((f"A{n}", *row)).strip() for n, row in enumerate(rows, 1)]
    passages = body("Boats\n\nRef | Action | Owner | Due\n" + "\n".join(lines) + "\n")
    assert [p.text for p in passages] == lines
    assert [p.citation.printed for p in passages] == [f"A{n}" for n in range(1, len(rows) + 1)]
    assert {p.kind for p in passages} == {Kind.ACTION}
    assert [p.owner for p in passages] == [owner or None for _, owner, _ in rows]


def test_tasks_that_were_agreed_in_clauses_are_actions_and_the_next_bullet_is_none_of_them():
    text = "4. Boats\n\n- Lights: it was agreed that\na. KC would contact the band leader;\nb. All boats be lit.\n- Oars: they were lost.\n"
    _, contact, lit, oars = item_4(text)
    assert [p.kind for p in (contact, lit, oars)] == [Kind.ACTION, Kind.DECISION, Kind.PARAGRAPH]


@pytest.mark.parametrize("caption", ["Agreed:-", "RESOLVED –"])
def test_a_task_in_a_clause_of_a_resolution_leaves_it_a_resolution(caption):
    text = f"4. Boats\n\n{caption}\n(1) That the boats be lit.\n(2) That KC write to the crew. Action: Karl Cole\n"
    labels = [(p.kind, p.citation.label) for p in item_4(text)]
    assert labels == [(Kind.DECISION, "resolution (1)"), (Kind.DECISION, "resolution (2)")]

"""House styles of counties, cities and boroughs: labels over what was decided, votes before resolutions, action logs."""

# ruff: noqa: E501  (a text is one line)

from __future__ import annotations

import textwrap

from ingest import Kind, Minutes, Passage, SourceText, check_conservation, parse


def read(text: str, name: str = "m.txt") -> Minutes:
    minutes = parse(SourceText(name=name, text=textwrap.dedent(text), sha256="0"))
    assert check_conservation(minutes) == []
    return minutes


def body(text: str) -> list[Passage]:
    return [p for p in read(text).passages() if not p.heading]


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

"""Styles of fire authorities, cabinets, scrutiny commissions and small parishes, each in a short text."""

from __future__ import annotations

from ingest import Kind, Passage, SourceText, parse

HEAD = "ASHBY PARISH COUNCIL\n\nMinutes of the meeting held on Tuesday 9 May 2023 in the Hall\n\n"


def body(text: str) -> list[Passage]:
    minutes = parse(SourceText(name="m.txt", text=HEAD + text, sha256="0"))
    return [p for p in minutes.passages() if not p.heading and p.citation.item and p.kind is not Kind.ADMIN]


def told(text: str) -> list[tuple[str | None, Kind]]:
    return [(p.citation.printed, p.kind) for p in body(text)]


def test_what_the_authority_did_is_decided_by_each_letter_though_it_asks_or_refuses():
    text = (
        "Minute 4: BUDGET\nThe Treasurer spoke of the year.\nThe Authority:-\n(a) noted the position;\n"
        "(b) did not approve Proposal 4, and requested a report;\n(c) delegated the text to the Chief Officer.\n\n"
        "Minute 5: STAFF\nNobody was ill.\n"
    )
    decided = [(m, Kind.DECISION) for m in ("(a)", "(b)", "(c)")]
    assert told(text) == [(None, Kind.PARAGRAPH), *decided, (None, Kind.PARAGRAPH)]


def test_a_decision_that_breaks_off_at_that_is_told_in_clauses_counted_in_brackets():
    text = (
        "**Item 5 - Glass**\n\nReport of the Head of Streets.\n\nDecision: That\n\n"
        "(1) the weekly round be brought in;\n\n(2) the Head of Streets be authorised to buy boxes.\n\n"
        "Reasons: The Act asks for it.\n\nOptions: To do nothing.\n\n"
        "Cllr Bell, who spoke by leave, was concerned for narrow lanes.\n\n"
        "**Item 6 - Depot**\n\nDecision: That it be let.\n"
    )
    assert told(text) == [
        (None, Kind.PARAGRAPH),
        ("(1)", Kind.DECISION),
        ("(2)", Kind.DECISION),
        (None, Kind.REASON),
        (None, Kind.REASON),
        (None, Kind.PARAGRAPH),
        (None, Kind.DECISION),
    ]


def test_two_actions_below_each_other_are_two_tasks():
    text = (
        "4 Repairs\n4.1 They were late.\nACTION: RA to send figures.\n"
        "ACTION: Ash Ltd - calls answered in May.\n\n5 Lifts\n5.1 None.\n"
    )
    assert [p.kind for p in body(text)].count(Kind.ACTION) == 2


def test_a_minute_that_a_wrapped_line_points_to_is_no_item():
    text = (
        "23/069  Public\nOne of the public spoke against the houses behind the farm, see\n23/073.\n\n"
        "23/070  Minutes\nThey were read.\n\n23/073  Planning\nNothing was seen.\n"
    )
    assert body(text)[0].text.endswith("23/073.")


def test_applications_in_a_column_are_each_commented_on_in_a_passage_of_its_own():
    text = (
        "23/073  Planning\n23/01877/HOU  The Old Forge, rear ext. & 2 rooflights\n              No objection\n"
        "23/01902/FUL  Land at the farm, 4 houses\n              OBJECT - access is on the bend, and the sewer is\n"
        "              full.\n\n23/074  Allotments\nRents were seen.\n"
    )
    first, second = body(text)[:2]
    assert (first.kind, second.kind) == (Kind.DECISION, Kind.DECISION)
    assert first.text.startswith("23/01877/HOU")
    assert second.text.startswith("23/01902/FUL")


def test_a_joint_authority_is_the_council_and_not_a_body_of_the_first_council_in_it():
    text = (
        "HILLSHIRE COMBINED FIRE AUTHORITY\n\nMinutes of a Meeting of the Authority held at Headquarters on "
        "Tuesday, 12th December, 2023\n\nPRESENT:-\nEast Hill Council:  Councillors Ash (Chairman), Bee\n"
        "Borough of Dale:  Councillor Cod\n\nMinute 9: STAFF\nNobody was ill.\n"
    )
    minutes = parse(SourceText(name="m.txt", text=text, sha256="0"))
    assert {(p.council, p.body) for p in minutes.passages()} == {("Hillshire Combined Fire Authority", None)}


def test_a_list_of_payments_in_two_columns_is_one_passage():
    text = (
        "4 Finance\n\n  Clerk, May           £486.00\n  Ash Ltd grass        £920.00\n"
        "  Bee & Co             £31.50\n\n5 Trees\n\nNone.\n"
    )
    assert [p.text.count("£") for p in body(text) if "£" in p.text] == [3]


def test_what_a_decision_announces_as_follows_is_led_in_by_it():
    text = (
        "**Item 5 - Fund**\n\nDecision: Approve grants as follows.\n\nDale Hall (roof) £900\nHill Walk £60\n"
        "Ash Ltd - refused, no public benefit\n\nReasons: Scored by panel.\n\n"
        "**Item 6 - Depot**\n\nDecision: That it be let.\n"
    )
    leads = {p.text: p.lead for p in body(text)}
    assert leads["Dale Hall (roof) £900"] == "Decision: Approve grants as follows."
    assert not leads["Reasons: Scored by panel."]

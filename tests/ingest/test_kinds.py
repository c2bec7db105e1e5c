"""What a passage is by its own words: a decision is told from its mention, a motion from what came of it."""

# ruff: noqa: E501  (a text is one line)

from __future__ import annotations

import pytest

from ingest import Kind, Passage, SourceText, parse
from ingest.kinds import kind_of


def body(text: str) -> list[Passage]:
    minutes = parse(SourceText(name="m.txt", text=text, sha256="0"))
    return [p for p in minutes.passages() if not p.heading]


@pytest.mark.parametrize(
    "words",
    [
        "The sub-committee agreed to recommend to cabinet that fees rise.",
        "By a show of hands, five votes to four, the sub-committee agreed to support the cut.",
        "It was agreed that the fee rise.",
        "Members resolved to close the hall.",
        "The Committee noted the report.",
        "The Board approved the budget.",
        "The recommendations were agreed.",
        "Councillor Bee moved, seconded by Councillor Cod, that dogs be banned. The motion was carried.",
        "RESOLVED that the minutes of 3 May be approved.",
        "The request for a bench was refused as funds were short.",
        "Cllr Lee's request for a review was not acceded to.",
        "A petition of 63 names was seen. Deferred to March for the Clerk to ask.",
        "The motion on leads was LOST. It was then agreed that signs be bought.",
        "The roof leaks. Agreed: spend up to £900 of the reserve.",
        "It rained in. Agreed: the lights be hired, £400. Cllr Lee to find a ladder.",
        "Discussed at length. Agreed 2 new signs and Clerk to write a piece.",
        "Ash wanted a lower rate. Members feared a precedent. Refused.",
        "(Exempt.) The Authority:- (a) noted the programme; (b) approved the terms.",
        "The Parks Committee: - agreed not to raise the fee.",
        "Draft 2 was seen. It was proposed by Cllr Lee, seconded by Cllr Ash and agreed by 4 to 1 that it be £90. Cllr Bee asked for his vote against to be recorded.",
    ],
)
def test_what_the_meeting_settled_is_a_decision(words):
    assert kind_of(words) is Kind.DECISION


@pytest.mark.parametrize(
    "words",
    [
        "61 per cent were in favour of the limit.",
        "The target was for 20 new households to be approved by March.",
        "The decision of 2016 had been carried by one vote.",
        "A bonus was paid to any carer whose friend was approved, which nobody regretted.",
        "The officer said that two of the five applications were approved.",
        "A member asked whether the scheme was approved by the board.",
        "The Committee noted that attendance had fallen.",
        "Members agreed that the report was interesting.",
        "The council had agreed in 2012 to sell the land.",
        "The survey found 11 against, 6 in favour.",
        "No change was proposed and none was agreed.",
        "Her request to the County for a crossing was refused.",
        "The application was refused by the District on 16 February.",
        "The chairman took the meeting through the proposals.",
        "The Authority: who they are and what they do.",
        "The rent is high. Agreed rents are seldom so.",
    ],
)
def test_the_mention_of_a_decision_is_a_remark(words):
    assert kind_of(words) is Kind.PARAGRAPH


@pytest.mark.parametrize(
    "words",
    [
        "The minutes of the meeting held on 3 May 2016 were approved as a correct record and signed.",
        "Councillor Bee disclosed that she was a member of the trust.",
        "It was here that the chair adjourned the meeting for five minutes.",
    ],
)
def test_minutes_confirmed_interests_and_adjournments_are_house_keeping(words):
    assert kind_of(words) is Kind.ADMIN


def test_a_motion_lost_is_no_decision_even_among_key_points():
    text = "Key points raised:\n\n1. Members asked.\n\n2. Ann Bee moved that dogs be banned. The motion was seconded. It was lost by 4 votes to 6.\n"
    lost = body(text)[1]
    assert (lost.kind, lost.citation.label) == (Kind.MOTION, "key point 2")


def test_tasks_named_after_the_last_number_are_actions():
    text = "RESOLVED:\n\n1. That the hall be shut.\n\n2. That it be sold.\n\n\n\nHead of libraries to open talks with the union.\n\nThe hall to be on the next agenda.\n"
    assert [p.kind for p in body(text)] == [Kind.DECISION] * 2 + [Kind.ACTION] * 2


def test_prose_after_the_last_number_is_no_action():
    text = "7.1 The chair spoke.\n\n7.2 The officer answered.\n\n\nThe council continues to grow trees.\n\nMembers hoped to see more.\n"
    assert Kind.ACTION not in {p.kind for p in body(text)}


def test_the_first_matter_of_a_title_tells_whether_it_is_house_keeping():
    text = "1. {}\n\n1.1 The chair hoped that the panel would meet again.\n\n1.2 It was cold.\n\n2. Drains\n\n2.1 They leak.\n"
    assert body(text.format("Election of chair and apologies"))[0].kind is Kind.PARAGRAPH
    assert body(text.format("Apologies and election of chair"))[0].kind is Kind.ADMIN


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("23/00301/HOU 4 Mill Rise, dormer. No objection.", Kind.DECISION),
        ("23/00301/HOU 4 Mill Rise, dormer. OBJECT, out of keeping.", Kind.DECISION),
        ("Consent B-07, Lot 12: no objection provided the road is widened.", Kind.DECISION),
        ("Council maintains its objection to the access.", Kind.DECISION),
        ("The Parish Council objects to the access.", Kind.PARAGRAPH),
        ("Highways – no objection.", Kind.PARAGRAPH),
        ("24/0102/FLL pods – approved by the Council under delegated powers.", Kind.PARAGRAPH),
        ("23/00217/FUL Old Bakery, REFUSED by District 16/9.", Kind.PARAGRAPH),
    ],
)
def test_a_comment_on_a_planning_application_is_what_the_council_resolved(words, kind):
    assert kind_of(words, "PLANNING") is kind

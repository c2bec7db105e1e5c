"""Movers, votes, owners, due dates and speakers: as printed, or nothing."""

from __future__ import annotations

import pytest

from ingest.model import Kind
from ingest.outcomes import outcome_of, speakers_of


@pytest.mark.parametrize(
    ("words", "mover", "seconder"),
    [
        ("Proposed by Cllr Kay, seconded by Cllr Lee, one abstained.", "Cllr Kay", "Cllr Lee"),
        (
            "Moved by Councillor Ames\nSeconded by Councillor Boyd\nThat leave be given.",
            "Councillor Ames",
            "Councillor Boyd",
        ),
        ("On the proposition of Cllr Gill, seconded by Cllr Fox, it was resolved", "Cllr Gill", "Cllr Fox"),
        ("That the report be received. Davidson/Death Carried", "Davidson", "Death"),
        ("RESOLVED that the motion on bins be debated in May.", None, None),
        ("Cllr Ames moved, and Cllr Jo Boyd seconded, that it be refused.", "Cllr Ames", "Cllr Jo Boyd"),
        (
            "Jo Ames moved that it be lifted. The motion was seconded by Ida Boyd. It fell.",
            "Jo Ames",
            "Ida Boyd",
        ),
        (
            "Proposed – Cllr Mrs Ames Seconded – Cllr Mrs Boyd 'That the bills be paid'",
            "Cllr Mrs Ames",
            "Cllr Mrs Boyd",
        ),
        ("Prop. JA, 2nd IB, All in favour.", "JA", "IB"),
        ("Proposed JA, Seconded IB and carried unanimously.", "JA", "IB"),
        ("Motion by Jo Ames, second by Ida Boyd to sell the plow. Motion carried.", "Jo Ames", "Ida Boyd"),
        ("Jo Ames made a motion, second by Ida Boyd to adjourn.", "Jo Ames", "Ida Boyd"),
        ("The lamp was proposed for the 2nd Lane, and it was agreed.", None, None),
        ("Moved by Ames, Seconded by Boyd THAT the agenda be adopted. CARRIED", "Ames", "Boyd"),
        ("Vouchers 4 to 9 were approved, proposed Cllr Ames seconded Cllr Boyd.", "Cllr Ames", "Cllr Boyd"),
        ("It was agreed, Cllr Ames proposing and Cllr Boyd seconding, to fund it.", "Cllr Ames", "Cllr Boyd"),
        ("Cllr Ames proposed, Cllr Boyd seconded, that leave be given.", "Cllr Ames", "Cllr Boyd"),
        ("Otherwise approved, prop. JA, sec. IB.", "JA", "IB"),
        ("It was moved by P. K. Ames. The item that Cllr Boyd had seconded was noted.", "P. K. Ames", None),
    ],
)
def test_mover_and_seconder_are_read_as_printed(words: str, mover: str | None, seconder: str | None):
    outcome = outcome_of(words, Kind.DECISION)
    assert (outcome.mover, outcome.seconder) == (mover, seconder)


@pytest.mark.parametrize(
    ("kind", "words", "vote"),
    [
        (
            Kind.DECISION,
            "An amendment was put and LOST (3 for, 5 against). The motion was CARRIED by 6 votes to 2.",
            "by 6 votes to 2",
        ),
        (
            Kind.VOTE,
            "For: Councillors Agar, Bird, Ford and Gore (4)",
            "For: Councillors Agar, Bird, Ford and Gore (4)",
        ),
        (Kind.VOTE, "Yeas: A. Ames B. Boyd (2)", "Yeas: A. Ames B. Boyd (2)"),
        (
            Kind.VOTE,
            "The vote was as follows: For 19, Against 8, Abstentions 2.",
            "For 19, Against 8, Abstentions 2",
        ),
        (Kind.DECISION, "It was resolved by 4 votes to 1 to set £3100.", "by 4 votes to 1"),
        (
            Kind.VOTE,
            "On a vote, sixteen Members voted for and three against.",
            "sixteen Members voted for and three against",
        ),
        (Kind.VOTE, "For - 4 Abstention – 1", "For - 4 Abstention – 1"),
        (Kind.DECISION, "RESOLVED that the report be noted.", None),
    ],
)
def test_a_vote_is_read_as_printed(kind: Kind, words: str, vote: str | None):
    assert outcome_of(words, kind).vote == vote


@pytest.mark.parametrize(
    ("kind", "words", "owner", "due"),
    [
        (Kind.ACTION, "Data would follow. ACTION – D. Dunn (by 3 June)", "D. Dunn", "3 June"),
        (Kind.ACTION, "Cycle counts were asked for.\n\nAction >>>>>> ED Resources", "ED Resources", None),
        (Kind.ACTION, "Clerk to write to the school.", "Clerk", None),
        (Kind.PARAGRAPH, "The Community Council would write. KC/GD", "KC/GD", None),
        (Kind.PARAGRAPH, "The speed signs were liked.", None, None),
    ],
)
def test_an_owner_is_read_from_the_words_or_from_the_margin(
    kind: Kind, words: str, owner: str | None, due: str | None
):
    outcome = outcome_of(words, kind)
    assert (outcome.owner, outcome.due) == (owner, due)


@pytest.mark.parametrize(
    ("words", "speakers"),
    [
        ("The Lead Member for Children stated that it would.", ("The Lead Member for Children",)),
        (
            "Councillor O'Brien enquired whether it would. The Leader replied that it would.",
            ("Councillor O'Brien", "The Leader"),
        ),
        ("A member asked why costs had risen.", ()),
    ],
)
def test_speakers_are_named_as_printed_and_a_member_stays_unnamed(words: str, speakers: tuple[str, ...]):
    assert speakers_of(words) == speakers


def test_a_mover_whose_name_begins_like_a_word_of_the_vote_is_named_whole():
    moved = "Fergus Allison moved that the limit be 20 mph. Joan Motionless seconded the motion."
    outcome = outcome_of(moved, Kind.MOTION)
    assert (outcome.mover, outcome.seconder) == ("Fergus Allison", "Joan Motionless")

"""Minutes of councils in Australia, New Zealand, Scotland, Ireland and the United States: what their own forms say."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest import Kind, Minutes, SourceText, parse, read_source

MORE = Path(__file__).parent / "layouts_more"


def read(text: str) -> Minutes:
    return parse(SourceText(name="", text=text, sha256=""))


def passage(minutes: Minutes, start: str):
    return next(p for p in minutes.passages() if start in p.text)


def test_a_numbered_resolution_holds_its_movers_its_words_and_its_vote():
    found = passage(parse(read_source(MORE / "U42a.txt")), "yarding fee to $1.90")
    assert (found.kind, found.mover, found.seconder, found.vote) == (
        Kind.DECISION,
        "Cr Marchetti",
        "Cr Rudge",
        "3/2",
    )


def test_a_lost_motion_keeps_its_vote_and_is_no_decision():
    found = passage(parse(read_source(MORE / "U42a.txt")), "two pepper trees")
    assert (found.kind, found.vote) == (Kind.MOTION, "2/3")


def test_items_are_titles_right_above_their_text_where_nothing_is_counted():
    (meeting,) = parse(read_source(MORE / "U42c.txt")).meetings
    assert [i.title for i in meeting.items if i.title][-6:] == [
        "Minutes",
        "Stanmoor Birth Centre",
        "Patient Transport",
        "Dental Access",
        "School Nursing",
        "Work Programme",
    ]


def test_what_is_resolved_below_a_motion_that_was_put_has_its_mover_and_the_vote_that_carried_it():
    minutes = parse(read_source(MORE / "U42c.txt"))
    motion, resolved = passage(minutes, "It was moved by"), passage(minutes, "That the closure is")
    assert motion.vote == "5 for, 1 against, 1 abst"
    assert resolved.mover == "Cllr Jelley"


def test_the_last_sentence_of_a_paragraph_leads_in_what_was_agreed():
    text = (
        "I.   GRANTS\n\nThere was submitted Report No. 60/23. The Committee agreed:-\n\n"
        "(i)   to award the undernoted sums; and\n(ii)  that the balance be carried forward.\n\nII.   ROADS\n\nNoted.\n"
    )
    minutes = read(text)
    assert [passage(minutes, w).kind for w in ("to award", "that the balance")] == [Kind.DECISION] * 2


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("The amendment accordingly became the finding of the meeting.", Kind.DECISION),
        ("Motion by Osler to draft an ordinance. Motion died for lack of a second.", Kind.MOTION),
        (
            "Cllr. Moran proposed, Cllr. Quill seconded. The motion was deemed to have fallen: "
            "For 2 (Cllrs. Moran, Quill); Against 3 (Cllrs. Hale, Tighe, Ward).",
            Kind.MOTION,
        ),
        ("Forms issued 68 In favour 29 Against 11 came back by post.", Kind.PARAGRAPH),
    ],
)
def test_words_for_what_came_of_a_motion_are_known(words, kind):
    assert passage(read(f"1. PARKS\n\n{words}\n\n2. ROADS\n\nNoted.\n"), words[:20]).kind is kind


def test_a_reply_ends_at_the_next_motion_of_the_list():
    text = (
        '6.   NOTICES OF MOTION\n\n(a)  Cllr. A. Moran:\n"That a kerb be lowered."\nReply: It can be done. Noted.\n\n'
        '(b)  Cllr. B. Quill:\n"That parking be free."\nReply: It cannot.\n\n7.   A.O.B.\n\nNone.\n'
    )
    assert passage(read(text), "Cllr. B. Quill").citation.label == "paragraph (b)"


def test_a_member_who_left_in_brackets_is_not_run_together_with_the_report():
    text = (
        "1. SLIPWAY\n\n(Cllr Gale left the meeting, 7.48 pm)\nReport from the Director on a licence of the Club, which"
        "\nwas asked for in May and\nis not yet given.\n\n2. ROADS\n\nNoted.\n"
    )
    assert passage(read(text), "Report from").kind is not Kind.ADMIN


def test_a_motion_in_quotation_marks_has_the_letter_above_it_with_its_mover():
    text = (
        '6.   NOTICES OF MOTION\n\n(a)  Cllr. A. Moran:\n"That a kerb be lowered."\nReply: It can be done.\n\n'
        '(b)  Cllr. B. Quill:\n"That parking be free."\nReply: It cannot.\n\n7.   A.O.B.\n\nA clock has stopped.\n'
    )
    minutes = read(text)
    found = passage(minutes, "parking be free")
    assert (found.kind, found.citation.printed) == (Kind.MOTION, "(b)")
    assert minutes.meetings[0].items[-1].title == "A.O.B"


def test_the_time_is_when_the_meeting_was_declared_open():
    text = "SHIRE OF OLDTOWN\nMINUTES\nTuesday 3 May 2016\n\n1  OPENING\nCr Lee declared the meeting open at 4.04pm.\n"
    assert str(read(text).meetings[0].began_at) == "16:04:00"


def test_who_voted_against_stands_with_what_was_carried():
    text = (
        "1. FUND\n\nPCB/25/10 Moved N Brough / Seconded J Ashdown\nThat the report be received.\n"
        "CARRIED, T Rangi voted against\n\n2. ROADS\n\nNoted.\n"
    )
    assert "T Rangi voted against" in passage(read(text), "report be received").text

"""What an officer writes beside the minutes: read strictly, applied to the records, said where it no longer fits."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest import (
    BadSidecar,
    Kind,
    MeetingFacts,
    Minutes,
    Passage,
    SourceText,
    Status,
    check_conservation,
    correct,
    parse,
    parse_sidecar,
    read_one,
    read_sidecar,
    sidecar_of,
)

TEXT = """Minutes of a meeting of the Parks Committee held on 3 May 2016

7. Drains

7.1 The clerk said that the drains were blocked again.

7.2 A member asked when they would be cleared.

The chair said that it would be soon. The contractor had been told twice.

7.3 The committee agreed to write to the contractor.

8. Trees

8.1 The trees had been looked at in the spring.

Page 3 of the folio of the clerk of works

The oak was sound.
"""


def read(toml: str, text: str = TEXT, facts: MeetingFacts = MeetingFacts()) -> Minutes:  # noqa: B008
    minutes = parse(SourceText(name="july.txt", text=text, sha256="0"), facts)
    corrected = correct(minutes, parse_sidecar(toml.encode(), "july.txt.minutes.toml"), facts)
    assert check_conservation(corrected) == []
    keys = [p.key for p in corrected.passages()]
    assert len(set(keys)) == len(keys)
    return corrected


def passage(minutes: Minutes, words: str) -> Passage:
    (found,) = (p for p in minutes.passages() if words in p.text)
    return found


def labels(minutes: Minutes, item: str) -> list[str]:
    return [p.citation.label for p in minutes.passages() if p.item == item and not p.heading]


def test_the_meeting_is_as_the_officer_says_and_so_are_its_passages():
    minutes = read("""
[meeting]
council = "Oldtown Town Council"
body = "Open Spaces Committee"
date = 2016-05-04
time = "6.30 pm"
status = "confirmed"
attendance = ["Cllr A Bell", "Cllr C Dunn"]
""")
    (meeting,) = minutes.meetings
    assert (meeting.council, meeting.body) == ("Oldtown Town Council", "Open Spaces Committee")
    assert (meeting.held_on, meeting.began_at) == (date(2016, 5, 4), time(18, 30))
    assert (meeting.status, meeting.attendance) == (Status.CONFIRMED, ("Cllr A Bell", "Cllr C Dunn"))
    one = passage(minutes, "blocked again")
    assert (one.council, one.body, one.held_on, one.status) == (
        "Oldtown Town Council",
        "Open Spaces Committee",
        date(2016, 5, 4),
        Status.CONFIRMED,
    )


def test_what_the_officer_says_on_the_command_line_goes_before_the_sidecar():
    facts = MeetingFacts(council="Newtown Council", held_on=date(2016, 6, 1))
    told = '[meeting]\ncouncil = "Oldtown Council"\nbody = "Cabinet"\ndate = 2016-05-04\n'
    (meeting,) = read(told, facts=facts).meetings
    assert (meeting.council, meeting.body) == ("Newtown Council", "Cabinet")
    assert meeting.held_on == date(2016, 6, 1)


def test_a_date_in_the_sidecar_ends_the_doubt_about_it():
    text = TEXT.replace(" held on 3 May 2016", "")
    assert any("no date" in w for w in read("", text).warnings)
    assert not any("no date" in w for w in read("[meeting]\ndate = 2016-05-04\n", text).warnings)


TWO = "\n".join(
    f"Minutes of the meeting of the Parks Committee held on {day} 2016\n\n1. Apologies\n\nNone.\n\n2. Drains\n\n"
    f"The drains of {day} were discussed.\n"
    for day in ("3 May", "7 June")
)


def test_of_several_meetings_each_is_told_in_order_or_by_its_words():
    minutes = read(
        '[[meeting]]\nmatch = "drains of 7 June"\ntime = "7pm"\n[[meeting]]\nmatch = "of 3 May"\nbody = "Cabinet"\n',
        TWO,
    )
    assert [(m.body, m.began_at) for m in minutes.meetings] == [
        ("Cabinet", None),
        ("Parks Committee", time(19)),
    ]
    minutes = read('[[meeting]]\nstatus = "draft"\n[[meeting]]\nstatus = "confirmed"\n[[meeting]]\n', TWO)
    assert [m.status for m in minutes.meetings] == [Status.DRAFT, Status.CONFIRMED]
    assert "july.txt.minutes.toml, line 5: the file holds no 3rd meeting, only 2" in minutes.warnings


def test_one_date_is_not_given_to_several_meetings():
    minutes = read('[meeting]\ncouncil = "Oldtown Council"\ndate = 2016-05-04\n', TWO)
    assert [m.council for m in minutes.meetings] == ["Oldtown Council"] * 2
    assert [str(m.held_on) for m in minutes.meetings] == ["2016-05-03", "2016-06-07"]
    assert any("line 1: the file holds 2 meetings" in w for w in minutes.warnings)


def correction(**fields: object) -> str:
    shown = {True: "true", False: "false"}
    lines = [f"{k} = {shown[v] if isinstance(v, bool) else repr(v)}" for k, v in fields.items()]
    return "\n".join(["[[correction]]", *lines, ""])


def test_a_number_is_as_the_officer_says_and_what_follows_is_told_by_it():
    minutes = read(correction(item="7", label="paragraph 7.2", printed="7.2A"))
    assert labels(minutes, "7") == [
        "paragraph 7.1",
        "paragraph 7.2A",
        "paragraph (unnumbered, 1st of 1 after 7.2A)",
        "paragraph 7.3",
    ]


def test_a_number_that_is_none_is_taken_away():
    minutes = read(correction(label="paragraph 7.2", printed=False))
    assert labels(minutes, "7") == [
        "paragraph 7.1",
        "paragraph (unnumbered, 1st of 2 after 7.1)",
        "paragraph (unnumbered, 2nd of 2 after 7.1)",
        "paragraph 7.3",
    ]
    assert passage(minutes, "7.2").words.startswith("7.2 A member")


def test_a_number_that_was_lost_is_given():
    minutes = read(correction(starts="The oak was", printed="8.2"))
    assert passage(minutes, "oak").citation.label == "paragraph 8.2"


def test_a_kind_is_as_the_officer_says_and_its_parts_are_read_again():
    text = TEXT.replace(
        "The chair said that it would be soon.", "Members stood by the clerk by 4 votes to 1."
    )
    before = passage(read("", text), "stood by")
    assert (before.kind, before.vote) == (Kind.PARAGRAPH, None)
    after = passage(read(correction(starts="Members stood", kind="decision"), text), "stood by")
    assert (after.kind, after.vote) == (Kind.DECISION, "by 4 votes to 1")
    assert after.citation.label == "decision (unnumbered, 1st of 1 after 7.2)"


def test_a_passage_is_cut_where_the_officer_says():
    minutes = read(correction(starts="The chair said", split_before="The contractor had", kind="action"))
    assert passage(minutes, "it would be soon").text == "The chair said that it would be soon."
    cut = passage(minutes, "told twice")
    assert (cut.text, cut.kind) == ("The contractor had been told twice.", Kind.ACTION)
    assert cut.citation.label == "action (unnumbered, 1st of 1 after 7.2)"


def test_the_cut_may_give_the_second_part_its_number():
    text = TEXT.replace("The contractor had", "7.2b The contractor had")
    minutes = read(correction(starts="The chair said", split_before="7.2b", printed="7.2b"), text)
    cut = passage(minutes, "told twice")
    assert (cut.citation.label, cut.words) == ("paragraph 7.2b", "The contractor had been told twice.")


def test_a_passage_is_joined_to_the_one_before_it_across_what_was_set_aside():
    text = TEXT.replace("soon. The contractor", "soon.\n\nPage 4\n\nThe contractor")
    apart = read("", text)
    assert passage(apart, "told twice").text == "The contractor had been told twice."
    minutes = read(correction(starts="The contractor", join=True), text)
    joined = passage(minutes, "told twice")
    assert (
        joined.text.split()
        == "The chair said that it would be soon. The contractor had been told twice.".split()
    )
    assert "Page 4" not in joined.text
    assert text[joined.start : joined.end].startswith("The chair said")


def test_a_cut_after_furniture_inside_the_passage_falls_in_the_right_place():
    text = TEXT.replace("soon. The contractor", "soon.\n\nPage 4\n\nThe contractor")
    both = correction(starts="The contractor", join=True) + correction(
        starts="The chair said", split_before="had been"
    )
    minutes = read(both, text)
    assert passage(minutes, "told twice").text == "had been told twice."
    assert "Page 4" not in passage(minutes, "it would be soon").text


def test_furniture_is_set_aside_with_its_reason():
    minutes = read(correction(starts="Page 3 of the folio", furniture=True))
    assert not any("folio" in p.text for p in minutes.passages())
    (aside,) = (r for r in minutes.residue if "folio" in minutes.text[r.start : r.end])
    assert aside.reason == "set aside by an officer"
    assert passage(minutes, "oak").citation.label == "paragraph (unnumbered, 1st of 1 after 8.1)"


def test_a_passage_is_closed_or_opened_as_the_officer_says():
    assert passage(read(correction(label="paragraph 7.1", exempt=True)), "blocked").exempt
    text = TEXT.replace("7. Drains", "7. Exempt: Drains")
    assert not passage(read(correction(label="paragraph 7.1", exempt=False), text), "blocked").exempt


def test_each_correction_sees_what_the_earlier_ones_left():
    both = correction(label="paragraph 7.2", printed="7.9") + correction(
        label="paragraph 7.9", kind="question"
    )
    minutes = read(both)
    assert passage(minutes, "A member asked").kind is Kind.QUESTION
    assert not any("line" in w for w in minutes.warnings)


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        (
            correction(item="7", label="paragraph 7.7", printed="7.8"),
            "line 2: no passage is labelled 'paragraph 7.7'",
        ),
        (correction(starts="The drain is gone", kind="action"), "line 2: no passage is opening with"),
        (correction(starts="The", kind="action"), "passages are opening with 'The': the correction is not"),
        (
            correction(label="paragraph 7.1", split_before="gone words"),
            "line 2: 'gone words' does not stand inside",
        ),
    ],
)
def test_a_correction_that_fits_no_passage_or_several_is_said_and_changes_nothing(toml, said):
    minutes, before = read("\n" + toml), read("")
    assert minutes.meetings == before.meetings
    assert any(said in warning for warning in minutes.warnings)


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        (b"[meeting]\ncouncil = Parks\n", "is not TOML: Invalid value (at line 2, column 11)"),
        (b"\xff\xfe[", "is not UTF-8"),
        (b"# ours\n[meeting]\n\ncomitee = 'Parks'\n", "line 4: [meeting] 'comitee' is not known: allowed are match"),
        (b"[meetings]\n", "line 1: 'meetings' is not known: allowed are [meeting] and [[correction]]"),
        (b"[meeting]\ndate = '12 March'\n", "line 2: [meeting] date must be a day of the calendar"),
        (b"[meeting]\ntime = 'soon'\n", "line 2: [meeting] time must be a time of day"),
        (b"[meeting]\nstatus = 'final'\n", "line 2: [meeting] status 'final' is not known: allowed are draft"),
        (b"[meeting]\nattendance = 'Cllr Bell'\n", "line 2: [meeting] attendance must be a list"),
        (b"[[correction]]\nkind = 'action'\n", "line 1: [correction] names no passage"),
        (b"[[correction]]\nlabel = 'x'\n", "line 1: [correction] corrects nothing"),
        (b"[[correction]]\nlabel = 'x'\nprinted = 7.4\n", "line 3: [correction] printed must be words between"),
        (b"[[correction]]\nlabel = 'x'\nkind = 'vibe'\n", "line 3: [correction] kind 'vibe' is not known"),
        (b"[[correction]]\nlabel = 'x'\njoin = false\n", "line 3: [correction] join must be true"),
        (b"[[correction]]\nlabel = 'x'\njoin = true\nkind = 'action'\n", "line 1: [correction] 'join' stands alone"),
        (b"correction = 3\n", "'correction' must be a table"),
        (b"x = " + b"[" * 5000, "nested too deeply"),
        (b"#" * 1_000_001, "larger than 1,000,000 bytes"),
    ],
)  # fmt: skip
def test_a_malformed_sidecar_is_one_line_that_says_where_and_what_is_allowed(toml, said):
    with pytest.raises(BadSidecar) as error:
        parse_sidecar(toml, "july.minutes.toml")
    assert str(error.value).startswith("july.minutes.toml")
    assert said in str(error.value)
    assert "\n" not in str(error.value)


def test_a_line_is_the_right_one_of_several_tables():
    with pytest.raises(BadSidecar, match="line 6: "):
        parse_sidecar(
            b"[[correction]]\nlabel = 'x'\nkind = 'action'\n[[correction]]\nlabel = 'y'\nkind = 'vibe'\n", "s"
        )


def test_a_sidecar_is_found_by_the_full_name_first(tmp_path: Path):
    minutes = tmp_path / "july.txt"
    minutes.write_text(TEXT)
    assert sidecar_of(minutes) is None
    short = tmp_path / "july.minutes.toml"
    short.write_text('[meeting]\nbody = "Cabinet"\n')
    assert sidecar_of(minutes) == short
    full = tmp_path / "july.txt.minutes.toml"
    full.write_text('[meeting]\nbody = "Trees Panel"\n')
    assert sidecar_of(minutes) == full
    assert read_one(minutes).meetings[0].body == "Trees Panel"
    assert sidecar_of(tmp_path / "june.txt") is None


def test_a_sidecar_that_comes_changes_or_goes_makes_another_version_of_the_document(tmp_path: Path):
    minutes = tmp_path / "july.txt"
    minutes.write_text(TEXT)
    beside = tmp_path / "july.minutes.toml"
    versions = [read_one(minutes).sha256]
    for toml in ('[meeting]\nbody = "Cabinet"\n', '[meeting]\nbody = "Cabinet" # so\n'):
        beside.write_text(toml)
        versions.append(read_one(minutes).sha256)
        assert read_one(minutes).sha256 == versions[-1]
    assert len(set(versions)) == 3
    beside.unlink()
    assert read_one(minutes).sha256 == versions[0]


def test_a_sidecar_that_cannot_be_opened_is_one_line(tmp_path: Path):
    with pytest.raises(BadSidecar, match="cannot be read"):
        read_sidecar(tmp_path)


WORDS = st.sampled_from(["The", "the chair", "drains", "7.2", "soon. The", "clerk\nof", "A", "Page 3"])
FIXES = st.fixed_dictionaries(
    {"starts": st.sampled_from(["7.1", "A member", "The chair", "7.3", "The trees", "Page 3", "The oak", "8. Trees"])}
) .flatmap(
    lambda named: st.one_of(
        st.builds(lambda w: named | {"split_before": w, "printed": "9"}, WORDS),
        st.builds(lambda w: named | {"split_before": w}, WORDS),
        st.just(named | {"join": True}),
        st.just(named | {"furniture": True}),
        st.builds(lambda k: named | {"kind": str(k)}, st.sampled_from(Kind)),
        st.builds(lambda n: named | {"printed": n}, st.sampled_from(["1", "7.1", "7.3", "(a)", False])),
    )
)  # fmt: skip


@given(st.lists(FIXES, max_size=8))
def test_whatever_is_corrected_no_text_is_lost_and_no_address_shared(fixes):
    text = TEXT.replace("The contractor", "\n\nPage 4\n\nthe contractor")
    read("\n".join(correction(**fix) for fix in fixes), text)

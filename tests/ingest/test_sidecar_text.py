"""A sidecar that a form writes is the sidecar that is read back, whatever was typed into the form."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest import Correction, Kind, Sidecar, Status, ToldMeeting, parse_sidecar, sidecar_text

WORDS = (
    st.text(st.characters(codec="utf-8"), min_size=1).map(lambda text: " ".join(text.split())).filter(bool)
)
MEETINGS = st.builds(
    ToldMeeting,
    line=st.just(1),
    match=st.none() | WORDS,
    council=st.none() | WORDS,
    body=st.none() | WORDS,
    date=st.none() | st.dates(),
    time=st.none() | st.times(),
    status=st.sampled_from([None, Status.DRAFT, Status.CONFIRMED]),
    attendance=st.none() | st.lists(WORDS, max_size=3).map(tuple),
)
CORRECTIONS = st.builds(
    Correction,
    line=st.just(1),
    item=st.none() | WORDS,
    label=WORDS,
    starts=st.none() | WORDS,
    printed=st.just(False) | WORDS,
    kind=st.none() | st.sampled_from(list(Kind)),
    split_before=st.none() | WORDS,
    exempt=st.none() | st.booleans(),
)


def without_lines(sidecar):
    return (
        sidecar.each,
        [replace(meeting, line=1) for meeting in sidecar.meetings],
        [replace(correction, line=1) for correction in sidecar.corrections],
    )


@given(st.lists(MEETINGS, min_size=1, max_size=3), st.booleans(), st.lists(CORRECTIONS, max_size=3))
def test_what_is_written_is_read_back(meetings, each, corrections):
    sidecar = Sidecar(
        name="july.txt.minutes.toml",
        sha256="",
        meetings=tuple(meetings if each else meetings[:1]),
        each=each,
        corrections=tuple(corrections),
    )
    text = sidecar_text(sidecar)
    if text:
        assert without_lines(parse_sidecar(text.encode(), sidecar.name)) == without_lines(sidecar)
    else:
        assert not corrections
        assert set(sidecar.meetings) == {ToldMeeting(line=1)}


@pytest.mark.parametrize("flag", ["join", "furniture"])
def test_what_stands_alone_is_read_back_too(flag):
    correction = Correction(line=1, starts="Page 3", **{flag: True})
    sidecar = Sidecar(name="july.txt.minutes.toml", sha256="", corrections=(correction,))
    assert without_lines(parse_sidecar(sidecar_text(sidecar).encode(), sidecar.name)) == without_lines(
        sidecar
    )


def test_half_a_character_is_replaced_since_no_file_can_hold_it():
    told = ToldMeeting(line=1, body="Parks \udc80 Committee")
    text = sidecar_text(Sidecar(name="x", sha256="", meetings=(told,)))
    assert parse_sidecar(text.encode(), "x").meetings[0].body == "Parks ? Committee"

"""What a person is told to call a passage: nested numbers, second lists, bullets, closed business, corrections."""

# ruff: noqa: E501  (a strategy is one line)

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest import Citation, SourceText, check_conservation, parse


def labels_of(text: str) -> dict[str, str]:
    """Label by opening words."""
    minutes = parse(SourceText(name="parks.txt", text=textwrap.dedent(text), sha256=""))
    assert check_conservation(minutes) == []
    return {" ".join(p.words.split())[:12].strip(): p.citation.label for p in minutes.passages()}


def test_a_clause_within_a_paragraph_is_called_by_both_numbers():
    labels = labels_of("""\
        4. Parks

        (1) The officer answered:

        (a) the gate would open in May;

        (b) the pond was shut.

        (2) Members thanked her.
        """)
    assert labels["the gate wou"] == "paragraph (1)(a)"
    assert labels["Members than"] == "paragraph (2)"


def test_a_list_of_resolutions_within_a_numbered_paragraph_says_which():
    labels = labels_of("""\
        4. PARKS

        4.1 The officer reported.

        4.2 RESOLVED:

        (i) That the report be noted.

        (ii) That the pond be dredged.

        4.3 The chair thanked all.
        """)
    assert labels["That the rep"] == "4.2, resolution (i)"


def test_the_second_list_of_one_name_in_an_item_says_that_it_is_the_second():
    labels = labels_of("""\
        4. Parks

        RESOLVED that:

        1) the park be opened;

        2) the pond be shut.

        The debate went on.

        RESOLVED that:

        1) the gate be painted;

        2) the bench be moved.
        """)
    assert labels["the park be"] == "resolution 1"
    assert labels["the gate be"] == "2nd resolution, 1"


def test_remarks_in_bullets_are_counted_by_list():
    labels = labels_of("""\
        4. Parks

        The following points were made:

        - The gate was rusty.
        - The pond was dry.

        The officer replied on costs and on time.

        She was asked about staff:

        - Two rangers had left.
        - One was being sought.
        """)
    assert labels["The pond was"] == "bullet 2 of 2"
    assert labels["Two rangers"] == "2nd list, bullet 1 of 2"


def test_what_a_correction_quotes_has_no_number_of_this_meeting():
    labels = labels_of("""\
        3. Minutes

        3.1 It was asked that paragraph 4.5 of the minutes of 28 June 2018 be corrected to read:

        “4.5 The deficit was £16m.

        4.6 It had been reported.”

        3.2 The minutes were agreed.

        4. Wards

        4.1 The director spoke.
        """)
    assert labels["It was asked"] == "paragraph 3.1 (correction to paragraph 4.5 of 28 June 2018)"
    assert not any(label.startswith(("paragraph 4.5", "paragraph 4.6")) for label in labels.values())


def test_closed_business_and_the_other_meetings_of_a_file_are_said():
    labels = labels_of("""\
        MINUTES OF THE PARKS COMMITTEE MEETING HELD ON 3 MAY 2016

        1. Gates

        The gates were shut.

        PART II

        2. Sale of land

        The offer was discussed.

        MINUTES OF THE PARKS COMMITTEE MEETING HELD ON 7 JUNE 2016

        1. Ponds

        The ponds were dry.
        """)
    assert labels["The gates we"] == "paragraph (unnumbered, 1st of 1) (meeting of 3 May 2016)"
    assert labels["The offer wa"] == "paragraph (unnumbered, 1st of 1) (Part 2, meeting of 3 May 2016)"
    assert labels["The ponds we"] == "paragraph (unnumbered, 1st of 1) (meeting of 7 June 2016)"


def test_a_table_of_short_cells_is_one_passage_and_numbers_nothing():
    labels = labels_of("""\
        1. Election

        No | Name | Votes
        1 | Hay | 12
        2 | Ivy | 9

        2. Parks

        The park was open.
        """)
    assert sum("Hay" in words or "No | Name" in words for words in labels) == 1
    assert labels["The park was"] == "paragraph (unnumbered, 1st of 1)"


@pytest.mark.parametrize("mark", ["|", "/", "(b)", "7.3", "#", " ", "%2F"])
def test_the_key_of_an_address_is_read_back_whatever_it_holds(mark: str):
    citation = Citation(
        meeting=f"a{mark}.txt", item="7", noun="2nd resolution", captioned=True, within=("2", "(a)"), printed="i",
        nth=2, of=3, note=f"Part 2{mark.replace('|', '')}",
    )  # fmt: skip
    assert Citation.parse(citation.key) == citation


@given(st.builds(
    Citation,
    meeting=st.text(min_size=1), item=st.text(min_size=1), noun=st.sampled_from(["paragraph", "bullet", "2nd resolution"]),
    captioned=st.booleans(), within=st.lists(st.text(min_size=1), max_size=3).map(tuple),
    printed=st.none() | st.text(min_size=1), nth=st.integers(1, 20), of=st.integers(1, 20),
    after=st.none() | st.text(min_size=1), note=st.text(),
))  # fmt: skip
def test_an_address_round_trips_through_its_key(citation: Citation):
    assert Citation.parse(citation.key) == citation

"""Words broken at line ends: for searching they are whole again, and nothing else is touched."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.hyphens import undo_hyphens


@pytest.mark.parametrize(
    ("printed", "searched"),
    [
        ("an infor-\nmation sheet", "an information sheet"),
        ("an infor-\r\n   mation sheet", "an information sheet"),
        ("the reg-\fister", "the register"),
        ("a well-\nkept path", "a well-kept path"),
        ("a re-\nopened path that re-opened", "a re-opened path that re-opened"),
        ("a play-\nground beside the playground", "a playground beside the playground"),
        (
            "the whist-\ndrive: whist is played, and a drive up",
            "the whist-drive: whist is played, and a drive up",
        ),
        ("Kris Croskery-\nHodgins", "Kris Croskery-Hodgins"),
        ("the Sub-\nCommittee", "the Sub-Committee"),
        ("DECLARA-\nTIONS OF INTEREST", "DECLARATIONS OF INTEREST"),
        ("pre-\nand post-war houses", "pre- and post-war houses"),
        ("pages 12-\n14", "pages 12-\n14"),
        ("it was agreed -\nthe chair dissenting", "it was agreed -\nthe chair dissenting"),
        ("- Clerk to write\n- Chair to ring", "- Clerk to write\n- Chair to ring"),
    ],
)
def test_a_broken_word_is_whole_and_a_compound_keeps_its_hyphen(printed: str, searched: str):
    assert undo_hyphens(printed) == searched


@given(st.text(alphabet="ab -\n\fZ7", max_size=60))
def test_only_hyphens_and_space_are_ever_taken_out(text: str):
    assert re.sub(r"[-\s]", "", undo_hyphens(text)) == re.sub(r"[-\s]", "", text)


@given(st.text(alphabet="abc .\n", max_size=60))
def test_a_text_without_hyphens_is_left_as_it_is(text: str):
    assert undo_hyphens(text) == text

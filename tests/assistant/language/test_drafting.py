"""A draft that comes in pieces is read a sentence at a time, each with the markers that belong to it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.drafting import MOST_SENTENCES, Drafted, read_sentences


@pytest.mark.parametrize(
    ("draft", "read"),
    [
        ("It was agreed [1].", [("It was agreed.", (1,))]),
        ("It was agreed. [1]", [("It was agreed.", (1,))]),
        ("It was agreed.[1][2]", [("It was agreed.", (1, 2))]),
        ("It was agreed [2, 1].", [("It was agreed.", (2, 1))]),
        ("It was agreed. [1] It cost £4. [2]", [("It was agreed.", (1,)), ("It cost £4.", (2,))]),
        ("It was agreed.\n[1]\nIt cost £4.", [("It was agreed.", (1,)), ("It cost £4.", ())]),
        ("- It was agreed [1]\n2. It cost £4 [2]", [("It was agreed", (1,)), ("It cost £4", (2,))]),
        ("Cllr. Bee moved it [1]. It cost £7.3m [1].", [("Cllr. Bee moved it.", (1,)), ("It cost £7.3m.", (1,))]),
        ("<think>Is it [1]? Yes.</think>It was agreed. [1]", [("It was agreed.", (1,))]),
        ("<think>Is it? Yes. No.", []),
        ("It was agreed", [("It was agreed", ())]),
        ("", []),
        ("  \n \n", []),
    ],
)  # fmt: skip
@pytest.mark.parametrize("size", [1, 3, 1000])
def test_markers_belong_to_the_sentence_before_them(draft, read, size):
    pieces = [draft[at : at + size] for at in range(0, len(draft), size)]
    assert list(read_sentences(pieces)) == [Drafted(text, markers) for text, markers in read]


def test_a_sentence_is_read_as_soon_as_the_next_begins():
    given_so_far = []

    def pieces():
        for piece in ("It was ag", "reed. [1] ", "It cost", " £4. [2]"):
            given_so_far.append(piece)
            yield piece

    first = next(read_sentences(pieces()))
    assert first == Drafted("It was agreed.", (1,))
    assert len(given_so_far) == 3


@pytest.mark.parametrize("piece", ["It was agreed. [1] ", "and so on "], ids=["sentences", "no full stop"])
def test_a_draft_without_end_is_cut_off(piece):
    def pieces():
        while True:
            yield piece

    assert len(list(read_sentences(pieces()))) <= MOST_SENTENCES


@given(st.text(st.sampled_from("ab .[]1<\n?"), max_size=60), st.integers(1, 7))
def test_how_a_draft_is_cut_into_pieces_changes_nothing(draft, size):
    pieces = [draft[at : at + size] for at in range(0, len(draft), size)]
    assert list(read_sentences(pieces)) == list(read_sentences([draft]))

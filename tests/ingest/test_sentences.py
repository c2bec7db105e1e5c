"""Sentences are slices of the record: in order, apart, and nothing left out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.sentences import split_sentences

_PROSE = st.text(alphabet="aB1 .?!;:\n\t“”'()£é\u00a0", max_size=400)


@given(st.one_of(_PROSE, st.text(max_size=200)), st.integers(min_value=0, max_value=20))
def test_sentences_are_slices_in_order_that_cover_every_character_but_blanks(text, start):
    begun = min(start, len(text))
    at = begun
    for sentence in split_sentences(text, begun):
        assert sentence.start >= at
        assert text[at : sentence.start].strip() == ""
        assert text[sentence.start : sentence.end] == sentence.text == sentence.text.strip() != ""
        at = sentence.end
    assert text[at:].strip() == ""


@pytest.mark.parametrize(
    "text",
    [
        "Cllr. Bee spoke to Mr. T. Ash of St. Mary’s Road, i.e. the ward member.",
        "It cost £7.3 million, see para. 6.8 and no. 4.",
        "The Board heard of e.g. two units.",
        "One was for it; one was not.",
    ],
)
def test_what_is_one_sentence_is_not_cut(text):
    assert [s.text for s in split_sentences(text)] == [text]


def test_a_quotation_keeps_its_closing_mark():
    assert [s.text for s in split_sentences("He said “Never.” Then he left.")] == [
        "He said “Never.”",
        "Then he left.",
    ]


def test_a_blank_line_ends_a_sentence_without_a_stop():
    assert [s.text for s in split_sentences("RESOLVED:\n\nThat it be noted")] == [
        "RESOLVED:",
        "That it be noted",
    ]


def test_the_clauses_of_a_very_long_sentence_are_parted_at_semicolons():
    clause = "that the officers be asked to write to each of the parishes concerned " * 3
    assert len(split_sentences(f"{clause};\n{clause}; and {clause}.")) == 3

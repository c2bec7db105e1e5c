"""Everyday words stand for the terms of the record, and only where these minutes use the terms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.thesaurus import _GROUPS, synonyms
from assistant.words import words

TERMS = sorted({term.strip() for line in _GROUPS.splitlines() if line for term in line.split(",")})


@given(st.sampled_from(TERMS))
def test_every_term_of_a_group_stands_for_the_others_and_they_for_it(term):
    others = synonyms(term)
    assert others
    for other in {one for found in others.values() for one in found}:
        assert any(term in back for back in synonyms(other).values())


@given(st.text())
def test_any_text_has_synonyms_for_words_of_its_own_alone(text):
    for word, others in synonyms(text).items():
        assert word in words(text)
        assert word not in others


@pytest.mark.parametrize(
    ("question", "word", "term"),
    [
        ("Are the LOOS open?", "loos", "public convenience"),
        ("why was it turned down", "turned", "refuse"),
        ("which chemists have shut", "chemists", "pharmacy"),
        ("lorries on the Rd", "lorries", "heavy goods vehicle"),
        ("lorries on the Rd", "rd", "road"),
    ],
)
def test_what_people_say_is_known_by_what_minutes_say(question, word, term):
    assert term in synonyms(question)[word]


def test_a_word_within_a_longer_term_is_not_taken_for_another_of_its_own():
    assert "speed limit" not in synonyms("speed humps")["speed"]

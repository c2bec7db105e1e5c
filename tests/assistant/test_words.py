"""Words as they are compared: whatever differs to the eye only, is one."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.words import FUNCTION_WORDS, content_words, fold, stem, stems, words


@given(st.text(max_size=200))
def test_folding_twice_changes_nothing_more(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=200))
def test_content_words_are_words_of_the_text_once_and_none_of_the_little_ones(text):
    found = content_words(text)
    assert len(found) == len(set(found))
    assert set(found) <= set(words(text)) - FUNCTION_WORDS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the children’s home", "The  CHILDREN'S\u00a0home"),
        ("a 20mph zone", "a 20 mph zone"),
        ("foot\u00adpath", "footpath"),
    ],
)
def test_case_blanks_apostrophes_and_soft_hyphens_make_no_other_word(one, other):
    assert words(one) == words(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("meetings", "meeting"), ("agreed", "agree"), ("council’s", "council"), ("parking", "parks")],
)
def test_forms_of_a_word_have_one_stem(one, other):
    assert stems(one) == stems(other)


ENDINGS = ("ing", "ings", "ational", "fulness", "ization", "ously", "ment", "ements", "iveness", "ability")


def test_different_words_keep_different_stems():
    assert len({stem(word) for word in ("panel", "parking", "precept", "police")}) == 4


def test_a_question_without_a_subject_has_no_content_words():
    assert content_words("and what did they do about it?") == []


def test_numbers_count_as_content_however_short():
    assert content_words("were there 3 or 12?") == ["3", "12"]


def test_a_word_has_the_same_stem_however_many_ask_at_once():
    """The stemmer keeps the word that it works on; threads that share one get each other's letters."""
    asked = [f"{word}{ending}" for word in ("meet", "relat", "nation", "govern") for ending in ENDINGS]
    alone = [stem.__wrapped__(word) for word in asked]
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as threads:
            together = list(threads.map(lambda _: [stem.__wrapped__(word) for word in asked], range(40)))
    finally:
        sys.setswitchinterval(interval)
    assert all(stems == alone for stems in together)

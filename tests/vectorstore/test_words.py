"""Headers and the query by words."""

from __future__ import annotations

import doctest

import pytest

from tests.vectorstore.builder import Item, minutes
from vectorstore import embedder, headers, lexical, rows


@pytest.mark.parametrize("module", [embedder, lexical, rows], ids=lambda m: m.__name__)
def test_examples_in_docstrings_hold(module):
    tried = doctest.testmod(module)
    assert tried.attempted > 0
    assert tried.failed == 0


def test_header_names_body_date_item_and_lead_in():
    document = minutes("a.txt", [Item("Budget", ["It was noted."])])
    passage = list(document.passages())[1]
    assert headers.header(passage) == "Corporate Parenting Committee, 24 November 2014. Budget"
    assert headers.place(passage) == "Southwark, Corporate Parenting Committee, 24 November 2014"


def test_header_leaves_out_what_is_unknown():
    document = minutes("a.txt", [Item("", ["It was noted."])], council=None, body=None, held_on=None)
    passage = list(document.passages())[1]
    assert headers.header(passage) == ""
    assert headers.place(passage) == ""


@pytest.mark.parametrize(
    "question",
    ['quotes " inside', "AND OR NOT NEAR", "7.3", "(a) *", "title:words", "", "???", "what is it", "a\0b"],
)
def test_no_question_breaks_the_query_language(question, store):
    """Whatever a person types is words to look for, never syntax."""
    with store.snapshot() as connection:
        assert lexical.by_words(connection, lexical.match_query(question), "1", (), 5) == {}

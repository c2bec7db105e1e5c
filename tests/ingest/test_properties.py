"""What holds of any text whatever: nothing is lost, nothing fails, every passage has an address of its own."""

# ruff: noqa: E501  (a text is one line)

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from ingest import Citation, Kind, Minutes, SourceText, check_conservation, find_acronyms, parse

FRAGMENTS = [
    "1. ", "2. ", "3. ", "7.1 ", "7.2  ", "(a) ", "(b) ", "(i) ", "77/21 ", "276.\n\n", "Minutes:\n", "RESOLVED: ", "RESOLVED:\n",
    "Recommendations:\n", "\n", "\n\n", "\n\n\n\n", "That the report be noted.", "Apologies", "The chair said no.", "**bold**", "| |",
    "<td>x</td>", "&nbsp;", "\u00a0", "---\n", "12 March 2019", "Action: AB", "Question 1 from Cllr A to B:\n", "Reply: ", "· ",
    "• point\n", "\f", "\r\n", "\r", "pdf icon PDF 129 KB", "PART II\n", "Item 3: ", "a) ", "LOST", "CARRIED", "Moved by Cllr A\n",
    "WHEREAS x;\n", "5 ", "24/01150/FUL barn", "Page 2\n", "2\n", "Additional documents: ", "4.4.5viii) x", "“quote", "’s", "\\",
    "Resolution number RD/2015/119\n", "5\\. Reports. 5.1 A. 5.1.1 Clerk. ", "Meeting: 21/09/2011 - Council (Item 62)\n", "(((",
]  # fmt: skip
minute_like = st.lists(st.sampled_from(FRAGMENTS), max_size=40).map("".join)
texts = st.one_of(minute_like, st.text(max_size=300))


def read(text: str) -> Minutes:
    return parse(SourceText(name="x.txt", text=text, sha256="0"))


@settings(max_examples=300, deadline=None)
@given(texts)
def test_every_character_is_in_one_passage_or_in_the_residue(text: str):
    assert check_conservation(read(text)) == []


@settings(max_examples=200, deadline=None)
@given(texts)
def test_no_two_passages_share_an_address_and_every_address_reads_back(text: str):
    citations = [p.citation for p in read(text).passages()]
    assert len({c.key for c in citations}) == len(citations)
    assert [Citation.parse(c.key) for c in citations] == citations


@settings(max_examples=200, deadline=None)
@given(texts)
def test_words_begin_inside_the_passage_and_headings_are_no_outcomes(text: str):
    for passage in read(text).passages():
        assert 0 <= passage.words_from <= len(passage.text)
        assert not (passage.heading and passage.kind is not Kind.ADMIN)


@settings(max_examples=100, deadline=None)
@given(texts)
def test_the_same_text_is_read_the_same_way_twice(text: str):
    assert read(text) == read(text)


@settings(max_examples=100, deadline=None)
@given(texts)
def test_acronyms_are_found_in_any_text_without_failing(text: str):
    assert all(short and words for short, words in find_acronyms(text))


def test_a_lost_passage_is_noticed():
    """The check itself can fail: a passage taken away is reported."""
    from dataclasses import replace

    minutes = read("1. The chair said no.\n\n2. The clerk said yes.\n")
    meeting = minutes.meetings[0]
    short = replace(meeting, items=meeting.items[:-1])
    assert check_conservation(replace(minutes, meetings=(short,)))

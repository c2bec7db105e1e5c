"""From what was typed and chosen to a conversation: limits, filters, follow-ups, errors, what opens."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.model import Turn
from assistant.web.responder import converse, find_opened, read_filters, read_question
from ingest import BadQuestion, StoreUnusable, UnknownCitation
from tests.assistant.web.records import answer, exchange, passage
from vectorstore import Filters


class Scripted:
    """An assistant that gives these answers, then fails if told to; remembers what it was asked."""

    def __init__(self, *answers, then=None):
        self.answers, self.then, self.asked = answers, then, []

    def stream(self, question, *, history=(), filters=None):
        self.asked.append((question, list(history), filters))
        yield from self.answers
        if self.then:
            raise self.then


def test_a_question_of_a_thousand_characters_is_asked_and_one_more_is_politely_refused():
    assert len(read_question("x" * 1000)) == 1000
    with pytest.raises(BadQuestion, match=r"1,001 characters long\. Please keep it to 1,000"):
        read_question("x" * 1001)


def test_a_question_is_trimmed_to_one_line():
    assert read_question("  what did\n we agree? ") == "what did we agree?"


def test_nothing_typed_is_not_a_question():
    with pytest.raises(BadQuestion, match="type a question"):
        read_question(" \n ")


def test_filters_are_read_from_what_was_chosen():
    chosen = {"council": "Ambridge", "body": "", "from": "2014-01-01", "to": "2015-12-31"}

    assert read_filters(chosen) == Filters(
        council="Ambridge", date_from=date(2014, 1, 1), date_to=date(2015, 12, 31)
    )
    assert read_filters({}) == read_filters(None) == Filters()


@pytest.mark.parametrize(
    ("chosen", "line"),
    [
        ({"from": "yesterday"}, "'yesterday' is not a date"),
        ({"from": "2015-01-02", "to": "2015-01-01"}, "after"),
    ],
)
def test_dates_that_cannot_be_meant_are_refused_in_one_line(chosen, line):
    with pytest.raises(BadQuestion, match=line):
        read_filters(chosen)


def test_an_exchange_grows_and_the_last_state_is_done():
    first, last = answer(), answer(("It meets.", passage(), "meet"))
    states = list(converse(Scripted(first, last), "Q", (), Filters()))

    assert [state[-1].answer for state in states] == [None, first, last, last]
    assert [state[-1].done for state in states] == [False, False, False, True]


def test_earlier_questions_and_answers_go_with_a_follow_up():
    assistant = Scripted(answer())
    earlier = (exchange(answer(("It meets.", passage(), "meet")), question="Does it meet?"),)
    list(converse(assistant, "And when?", earlier, Filters(body="Cabinet")))

    history = [Turn(question="Does it meet?", answer="It meets. [1]")]
    assert assistant.asked == [("And when?", history, Filters(body="Cabinet"))]


def test_an_error_of_the_product_becomes_a_line_of_the_exchange():
    states = list(converse(Scripted(then=StoreUnusable("the store is gone")), "Q", (), Filters()))

    assert states[-1][-1].error == "the store is gone"
    assert states[-1][-1].done


def test_a_citation_opens_its_passage_with_its_quote_and_a_hit_without_one():
    cited, found = passage(), passage("Other.", printed="8")
    conversation = (exchange(answer(("It meets.", cited, "meet"), found=[found])),)

    assert find_opened(conversation, 0, 1, None).quote == "meet"
    assert find_opened(conversation, 0, None, 1).passage == found


@pytest.mark.parametrize(
    "where", [(1, 1, None), (-1, 1, None), (0, 9, None), (0, None, None), ("0", 1, None)]
)
def test_what_is_not_in_the_conversation_cannot_be_opened(where):
    conversation = (exchange(answer(("It meets.", passage(), "meet"))),)

    with pytest.raises(UnknownCitation, match="not part of this conversation"):
        find_opened(conversation, *where)

"""From an address to a conversation: limits, filters, follow-ups, what is kept, errors, what opens."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.model import Turn
from assistant.web.location import Asked, Chosen
from assistant.web.responder import converse, open_passage, read_filters, read_question
from ingest import BadQuestion, Citation, Kind, StoreUnusable, UnknownCitation
from tests.assistant.web.records import answer, exchange, passage
from vectorstore import Filters

Q = Asked(question="Q")


class Scripted:
    """An assistant that gives these answers, then fails if told to; remembers what it was asked."""

    ready = True

    def __init__(self, *answers, then=None):
        self.answers, self.then, self.asked = answers, then, []

    def stream(self, question, *, history=(), filters=None):
        self.asked.append((question, list(history), filters))
        yield from self.answers
        if self.then:
            raise self.then


class Shelf:
    """A store that holds these passages."""

    def __init__(self, *passages):
        self.held = passages

    def passage(self, key):
        for one in self.held:
            if one.key == key:
                return one
        raise UnknownCitation(key)

    def passages(self, filters):
        return (one for one in self.held if one.source in filters.sources)


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
    chosen = Chosen(council="Ambridge", since="2014-01-01", until="2015-12-31")

    assert read_filters(chosen) == Filters(
        council="Ambridge", date_from=date(2014, 1, 1), date_to=date(2015, 12, 31)
    )
    assert read_filters(Chosen()) == Filters()


def test_outcomes_only_leaves_what_meetings_settled():
    assert read_filters(Chosen(outcomes="1")).kinds == (Kind.DECISION, Kind.RECOMMENDATION, Kind.ACTION)


@pytest.mark.parametrize(
    ("chosen", "line"),
    [
        (Chosen(since="yesterday"), "'yesterday' is not a date"),
        (Chosen(since="2015-01-02", until="2015-01-01"), "after"),
    ],
)
def test_dates_that_cannot_be_meant_are_refused_in_one_line(chosen, line):
    with pytest.raises(BadQuestion, match=line):
        read_filters(chosen)
    (*_, last) = converse(Scripted(answer()), [Asked(question="Q", chosen=chosen)])
    assert line in last[-1].error


def test_an_exchange_grows_and_the_last_state_is_done():
    first, last = answer(), answer(("It meets.", passage(), "meet"))
    states = list(converse(Scripted(first, last), [Q]))[1:]

    assert [state[-1].answer for state in states] == [None, first, last, last]
    assert [state[-1].done for state in states] == [False, False, False, True]


def test_earlier_questions_and_answers_go_with_a_follow_up():
    assistant = Scripted(answer())
    earlier = (exchange(answer(("It meets.", passage(), "meet")), question="Does it meet?"),)
    then = Asked(question="And when?", chosen=Chosen(body="Cabinet"))
    list(converse(assistant, [earlier[0].asked, then], earlier))

    history = [Turn(question="Does it meet?", answer="It meets. [1]")]
    assert assistant.asked == [("And when?", history, Filters(body="Cabinet"))]


def test_a_server_that_remembers_nothing_asks_all_questions_of_the_address_again():
    assistant = Scripted(answer())
    (*_, last) = converse(assistant, [Asked(question="One?"), Asked(question="Two?")])

    assert [question for question, *_ in assistant.asked] == ["One?", "Two?"]
    assert [e.asked.question for e in last] == ["One?", "Two?"]
    assert all(e.done for e in last)


def test_going_back_shows_what_was_there_without_asking_again():
    assistant = Scripted(answer())
    asked = [Asked(question="One?"), Asked(question="Two?")]
    (*_, both) = converse(assistant, asked)

    assert list(converse(assistant, asked[:1], both)) == [both[:1]]
    assert len(assistant.asked) == 2


def test_the_same_question_asked_of_other_minutes_is_asked_again():
    assistant = Scripted(answer())
    (*_, first) = converse(assistant, [Q])
    list(converse(assistant, [Asked(question="Q", chosen=Chosen(body="Cabinet"))], first))

    assert [filters for *_, filters in assistant.asked] == [Filters(), Filters(body="Cabinet")]


def test_an_answer_that_was_interrupted_is_asked_again():
    growing = list(converse(Scripted(answer()), [Q]))[2]
    assistant = Scripted(answer())
    (*_, last) = converse(assistant, [Q], growing)

    assert len(assistant.asked) == 1
    assert last[0].done


def test_an_error_of_the_product_becomes_a_line_of_the_exchange():
    (*_, last) = converse(Scripted(then=StoreUnusable("the store is gone")), [Q])

    assert last[-1].error == "the store is gone"
    assert last[-1].done


def test_a_passage_opens_in_its_item_with_what_the_conversation_quotes_of_it():
    before = passage("Before.", printed="6.1", citation=at("6", "6.1"))
    cited, beside = passage(), passage("Beside.", printed="7.4", citation=at("7", "7.4"))
    after = passage("After.", printed="8.1", citation=at("8", "8.1"))
    conversation = (exchange(answer(("It meets.", cited, "meet"))),)
    opened = open_passage(Shelf(before, cited, beside, after), cited.key, conversation)

    assert opened.quotes == ("meet",)
    assert opened.item == (cited, beside)
    assert (opened.before, opened.after) == (before, after)
    assert open_passage(Shelf(cited), cited.key).quotes == ()


def test_the_meeting_before_in_the_same_file_is_not_the_item_before():
    other = passage("Other.", citation=at("6", "6.1", meeting="cabinet.txt~2"))
    cited = passage()

    assert open_passage(Shelf(other, cited), cited.key).before is None


def test_a_passage_that_is_gone_is_said_to_be_so():
    with pytest.raises(UnknownCitation, match="no such passage, or no longer"):
        open_passage(Shelf(), "cabinet.txt#7/paragraph/7.3/1-1//")


def at(item, printed, meeting="cabinet.txt"):
    return Citation(meeting=meeting, item=item, noun="paragraph", printed=printed)


@pytest.mark.parametrize("ready", [True, False])
def test_a_question_asked_before_the_assistant_is_ready_is_known_to_take_longer(ready):
    scripted = Scripted(answer())
    scripted.ready = ready
    _, (waiting,), *_ = converse(scripted, [Q])

    assert waiting.starting is not ready

"""A typed question becomes what is searched for: against the words and names of the minutes that are loaded."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.corpus import Corpus
from assistant.model import Turn
from assistant.question import Period, Place, Scope, Wanted
from assistant.understanding import understand
from ingest import Kind
from vectorstore import Filters

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def corpus(assistant):
    return Corpus.read(assistant.store)


@pytest.fixture(scope="module")
def read(corpus):
    def read(text: str, *earlier: str, filters: Filters | None = None):
        history = [Turn(question=question) for question in earlier]
        known = frozenset("where there were decided agreed lighthouse".split())
        return understand(text, history, filters or Filters(), corpus, known.__contains__)

    return read


def test_the_words_that_frame_a_question_are_not_what_it_is_about(read):
    assert read("what did we agree on secure accommodation?").subject == ("secure", "accommodation")


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        ("what did we agree on secure accommodation?", True),
        ("what was resolved about school crossing patrols?", True),
        ("what actions were agreed?", True),
        ("what did the Board recommend?", True),
        ("why is there a shortage of secure accommodation?", False),
        ("what is MASH?", False),
    ],
)
def test_whether_an_outcome_is_asked_for(read, text, outcomes):
    assert read(text).outcomes is outcomes


def test_a_recommendation_asked_for_is_answered_by_nothing_else(read):
    assert read("what did the Board recommend on therapy?").kinds == (Kind.RECOMMENDATION,)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("who is the chair of the panel?", Wanted.PERSON),
        ("which building firm won the work?", Wanted.PERSON),
        ("what did members think of it?", Wanted.ANYTHING),
        ("how big is the grant?", Wanted.NUMBER),
        ("on what grounds did we object?", Wanted.REASON),
        ("what did we agree on grounds maintenance?", Wanted.ANYTHING),
        ("how much did the patrols cost?", Wanted.MONEY),
        ("how many units have closed?", Wanted.NUMBER),
        ("when is the next meeting?", Wanted.DATE),
        ("how long did the placement last?", Wanted.DURATION),
        ("what was the vote on the patrols?", Wanted.VOTE),
        ("why was it refused?", Wanted.REASON),
        ("what is MASH?", Wanted.ANYTHING),
    ],
)
def test_the_form_that_an_answer_must_have(read, text, wanted):
    assert read(text).wanted is wanted


def test_both_councils_are_each_asked(read):
    assert read("what did both councils say about exploitation?").scope is Scope.EACH_COUNCIL


def test_dates_and_numbers_are_taken_out_of_what_is_searched_for(read):
    question = read("what does key point 11 of 11 March 2016 say on convictions?")
    assert question.places == (Place("11", "key point"),)
    assert question.periods == (Period(date(2016, 3, 11), date(2016, 3, 11)),)
    assert question.subject == ("convictions",)


def test_councils_and_bodies_are_known_by_the_words_that_tell_them_apart(read):
    question = read("what did the Highways and Transport Board of Calvershire decide?")
    assert question.councils == ("Calvershire County Council",)
    assert question.bodies == ("Highways and Transport Board",)
    assert read("what did the council decide?").councils == ()


def test_an_acronym_of_these_minutes_is_expanded(read):
    expansions = read("what was said about LAC?").expansions
    assert [meaning.casefold() for meaning in expansions["lac"]] == ["looked after children"]


def test_a_misspelt_word_is_mended_and_the_person_told(read):
    question = read("what was agreed on secure acommodation?")
    assert question.subject == ("secure", "accommodation")
    assert question.notices == ("“acommodation” was read as “accommodation”.",)


def test_a_real_word_that_the_minutes_lack_is_never_changed(read):
    question = read("what was decided on the lighthouse?")
    assert question.subject == ("lighthouse",)
    assert question.notices == ()


def test_a_follow_up_carries_the_subject_of_what_was_asked_before(read):
    question = read("and who asked for it?", "what did we agree on secure accommodation?")
    assert set(question.subject) >= {"secure", "accommodation"}
    assert "accommodation" in question.query
    assert question.text == "and who asked for it?"


def test_a_follow_up_reaches_past_another_follow_up(read):
    question = read("and when?", "what did we agree on secure accommodation?", "and who asked for it?")
    assert set(question.subject) >= {"secure", "accommodation"}


def test_a_question_on_its_own_feet_carries_nothing(read):
    alone = read("what was decided on school crossing patrols?")
    after = read("what was decided on school crossing patrols?", "what did we agree on secure accommodation?")
    assert after == alone


def test_the_filters_go_through_untouched(read):
    filters = Filters(council="Ash", date_to=date(2016, 1, 1))
    assert read("what was agreed?", filters=filters).filters == filters

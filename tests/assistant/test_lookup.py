"""A printed number is looked up: the passages that carry it, all of them, or an honest word that none does."""

from __future__ import annotations

import pytest

from assistant.locating import locate
from assistant.lookup import find_numbered
from assistant.question import Place, Question
from ingest import Kind, UnknownCitation
from vectorstore import Filters

pytestmark = pytest.mark.model


def _where(passages):
    return [(p.source, p.citation.label) for p in passages]


def test_a_number_with_its_list_is_one_passage(pair):
    assert _where(locate("key point 11", pair.assistant.store)) == [(pair.points, "key point 11")]


@pytest.mark.parametrize("form", ["{decimal} 7.3", "7.3", "paragraph 7.3", "PARA. 7.3", "what does 7.3 say?"])
def test_a_decimal_paragraph_is_found_however_it_is_called(pair, form):
    found = locate(form.format(decimal=pair.decimal), pair.assistant.store)
    assert _where(found) == [(pair.decimal, "paragraph 7.3")]


def test_a_number_in_a_named_file_may_carry_its_list(pair):
    store = pair.assistant.store
    stem = pair.points.removesuffix(".txt")
    assert _where(locate(f"{stem} recommendation 1", store)) == [(pair.points, "recommendation 1")]
    assert _where(locate(f"{pair.points} key point 1", store)) == [(pair.points, "key point 1")]


def test_every_passage_is_found_again_by_its_key(pair):
    for passage in pair.assistant.store.passages():
        assert locate(f" {passage.key} ", pair.assistant.store) == [passage]


def test_a_number_is_narrowed_by_the_council_it_is_said_of(pair):
    found = locate(f"recommendation 2 of the {pair.council} report", pair.assistant.store)
    assert _where(found) == [(pair.points, "recommendation 2")]


def test_a_number_that_two_lists_have_is_offered_from_both(pair):
    both = {(pair.points, "key point 2"), (pair.points, "recommendation 2")}
    assert set(_where(locate("point 2", pair.assistant.store))) == both
    assert set(_where(locate("2", pair.assistant.store))) == both
    answer = pair.assistant.ask("point 2")
    assert {(c.passage.source, c.passage.citation.label) for c in answer.citations} == both


@pytest.mark.parametrize(
    "citation", ["key point 97", "9.97", "nothing 97", "a#b", "x#1/y//1-1/", "§", "point"]
)
def test_what_no_passage_carries_is_refused_in_one_line(pair, citation):
    with pytest.raises(UnknownCitation) as caught:
        locate(citation, pair.assistant.store)
    assert "\n" not in str(caught.value)


def test_a_question_for_a_number_that_is_nowhere_is_refused_and_says_so(pair):
    answer = pair.assistant.ask("what does paragraph 9.97 say?")
    assert not answer.answered
    assert "paragraph 9.97" in answer.text


def test_a_looked_up_passage_is_quoted_whole(pair):
    answer = pair.assistant.ask("what does 7.3 say?")
    (cited,) = answer.citations
    assert cited.passage.citation.printed == "7.3"
    assert cited.quote == cited.passage.words.strip()


def _asked(store, number, noun, filters=None):
    question = Question(
        text="", query="", subject=(), places=(Place(number, noun),), filters=filters or Filters()
    )
    return find_numbered(question, store, most=None)


@pytest.mark.parametrize("written", ["2", "(2)", "2.", "[2]"])
def test_brackets_round_a_number_make_no_difference(assistant, written):
    plain = _asked(assistant.store, "2", "resolution")
    assert [p.kind for p in plain] == [Kind.DECISION]
    assert _asked(assistant.store, written, "resolution") == plain


def test_a_look_up_obeys_filters(assistant):
    everywhere = _asked(assistant.store, "1", "recommendation")
    narrowed = _asked(assistant.store, "1", "recommendation", Filters(body="highways"))
    assert {p.body for p in narrowed} == {"Highways and Transport Board"}
    assert len(everywhere) > len(narrowed)
    assert set(narrowed) < set(everywhere)


def test_a_file_whose_name_has_the_word_point_does_not_swallow_key_point(tmp_path, samples, assistant):
    from assistant.cli import main
    from assistant.opening import open_assistant

    named = tmp_path / "checkpoint.txt"
    named.write_text(samples[0].read_text("utf-8"), "utf-8")
    folder = tmp_path / "store"
    assert main(["ingest", str(named), str(samples[2]), "--store", str(folder)]) == 0
    store = open_assistant(folder).store
    assert _where(locate("point 11", store)) == [(samples[2].name, "key point 11")]
    assert _where(locate("checkpoint 7.3", store)) == [("checkpoint.txt", "paragraph 7.3")]

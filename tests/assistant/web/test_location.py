"""The address of the page says all that was asked, chosen and opened, in the order in which it happened."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant.web.location import PAGES, Asked, Chosen, Location

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
chosen = st.builds(
    Chosen, council=words, body=words, since=words, until=words, outcomes=st.sampled_from(["", "1"])
)
places = st.builds(
    Location,
    page=st.sampled_from(PAGES),
    asked=st.lists(st.builds(Asked, question=words, chosen=chosen), max_size=5).map(tuple),
    chosen=chosen,
    passage=words,
    options=st.dictionaries(st.sampled_from(["search", "sort"]), words.filter(bool)).map(
        lambda options: tuple(options.items())
    ),
)


@given(places)
def test_what_is_written_is_read_back(place):
    assert Location.read(place.query) == place


@given(words)
def test_anything_can_be_read(query):
    assert isinstance(Location.read(query).query, str)


def test_a_choice_holds_for_the_questions_after_it_and_for_none_before():
    here = Location.read("?q=who&body=Cabinet&q=when&q=why&body=&from=2018-01-01")

    assert here.asked == (
        Asked(question="who"),
        Asked(question="when", chosen=Chosen(body="Cabinet")),
        Asked(question="why", chosen=Chosen(body="Cabinet")),
    )
    assert here.chosen == Chosen(since="2018-01-01")


def test_the_link_to_an_earlier_answer_has_what_led_to_it_and_nothing_after():
    here = Location.read("?q=who&body=Cabinet&q=when&body=&q=why&passage=x%23y")

    assert here.up_to(1).query == "?q=who&body=Cabinet&q=when"


def test_opening_a_passage_leaves_the_rest_as_it_is_and_closing_takes_only_that_away():
    here = Location.read("?show=decisions&body=Cabinet&search=panel")
    opened = here.at("cabinet.txt#7/paragraph/7.3/1-1//")

    assert opened.query == (
        "?show=decisions&body=Cabinet&search=panel&passage=cabinet.txt%237%2Fparagraph%2F7.3%2F1-1%2F%2F"
    )
    assert opened.at("") == here


def test_what_is_not_ours_is_passed_over_and_a_view_that_there_is_not_is_the_first():
    assert Location.read("?view=api&__theme=dark&show=nowhere&utm=x") == Location()


def test_an_address_without_end_is_cut():
    assert len(Location.read("&".join(f"q={n}" for n in range(100_000))).asked) == 50


def test_half_a_surrogate_pair_does_not_stop_a_link_from_being_written():
    assert Location(asked=(Asked(question="\ud800"),)).query == "?q=%3F"

"""A topic through the meetings: in order of date, with what came of it, or an honest no; and its picture."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answering import Assistant
from assistant.register.drawing import describe, draw
from assistant.register.model import Outcome, Stop, Timeline
from assistant.register.rendering import in_short
from ingest import BadQuestion, Kind
from tests.assistant.register.meetings import meeting, store_of
from tests.vectorstore.hashing import HashEmbedder
from vectorstore import Coverage, Filters

MARCH, MAY, JULY = date(2020, 3, 3), date(2020, 5, 5), date(2020, 7, 7)
RAMP = (
    meeting(JULY, ("Skate ramp", [("That the bowl be closed.", Kind.DECISION)]), body="Cabinet"),
    meeting(
        MARCH,
        ("Matters arising", ["The skate ramp was cracked.", ("RESOLVED that it be noted.", Kind.DECISION)]),
    ),
    meeting(MAY, ("Wheels", [("That every skate ramp be closed.", Kind.RECOMMENDATION), "It rained."])),
    meeting(None, ("Wheels", [("Cllr Ames to photograph the skate ramp.", Kind.ACTION)])),
)


@pytest.fixture
def assistant(folder):
    with store_of(folder, *RAMP) as store:
        yield Assistant(store, HashEmbedder())


def test_the_meetings_stand_in_order_of_date_each_with_what_came_of_the_topic(assistant):
    found = assistant.timeline("skate ramp")
    assert [(stop.held_on, stop.outcome) for stop in found.stops] == [
        (MARCH, Outcome.DISCUSSED),  # what was resolved under "Matters arising" was not said of the ramp
        (MAY, Outcome.RECOMMENDED),
        (JULY, Outcome.DECIDED),  # the item is about nothing else, whatever its resolution calls the thing
        (None, Outcome.ACTION),
    ]
    assert (found.first.held_on, found.latest.held_on) == (MARCH, JULY)
    assert [stop.shown_by.words for stop in found.stops][:2] == [
        "The skate ramp was cracked.",
        "That every skate ramp be closed.",
    ]
    assert in_short(found) == (
        "Yes, at 4 meetings: first 3 March 2020 (Parks Committee), discussed, nothing decided; "
        "latest 7 July 2020 (Cabinet), decided."
    )


def test_a_passage_that_lacks_a_word_of_the_topic_is_not_about_it(assistant):
    assert assistant.timeline("skate ramp helmets").stops == ()


def test_what_was_never_discussed_is_an_honest_no_that_says_what_was_searched(assistant):
    found = assistant.timeline("swimming pool")
    assert (found.stops, found.first, found.latest) == ((), None, None)
    assert in_short(found).startswith(
        "No: no passage has all words of “swimming pool”. Searched: 5 meetings, "
    )
    assert draw(found) == ""


def test_filters_and_a_time_named_in_the_topic_narrow_the_meetings(assistant):
    assert [s.held_on for s in assistant.timeline("skate ramp", Filters(body="Cabinet")).stops] == [JULY]
    assert [s.held_on for s in assistant.timeline("skate ramp in May 2020").stops] == [MAY]


@pytest.mark.parametrize("topic", ["", "?!", "have we discussed it before?"])
def test_what_names_no_topic_is_said_to_name_none(assistant, topic):
    with pytest.raises(BadQuestion):
        assistant.timeline(topic)


def picture(timeline):
    """The elements of a picture by name, without their namespace."""
    root = ElementTree.fromstring(draw(timeline))  # noqa: S314 - our own text
    return root, [(e.tag.rpartition("}")[2], e) for e in root.iter()]


def test_the_picture_tells_outcomes_by_shape_and_has_words_for_those_who_do_not_see_it(assistant):
    root, elements = picture(assistant.timeline("skate ramp"))
    titles = [e.text for name, e in elements if name == "title"]
    assert titles[0] == "Timeline: skate ramp"
    assert "7 July 2020, Cabinet, Ashby Borough Council: decided" in titles
    assert describe(assistant.timeline("skate ramp")) in [e.text for name, e in elements if name == "desc"]
    assert root.attrib["role"] == "img"
    marks = {ElementTree.tostring(list(e)[-1]) for name, e in elements if name == "g"}
    assert len(marks) == 4, "each outcome has a mark of its own, and no other"
    assert {e.get("fill") for _, e in elements} <= {None, "none", "currentColor"}


def test_a_mark_leads_where_it_is_told_to_and_a_picture_with_links_is_no_image(assistant):
    drawn = draw(assistant.timeline("skate ramp"), link=lambda stop: f'/?key="{stop.meeting}"&x')
    root = ElementTree.fromstring(drawn)  # noqa: S314 - our own text
    links = [e.get("href") for e in root.iter() if e.tag.endswith("}a")]
    assert links[0] == '/?key="2020-03-03-ashby-parks.txt"&x'
    assert root.attrib["role"] == "group"


@given(
    st.lists(
        st.tuples(st.one_of(st.none(), st.dates()), st.text(max_size=60), st.sampled_from(Outcome)),
        min_size=1,
        max_size=12,
    ),
    st.text(max_size=40),
)
def test_whatever_the_minutes_call_themselves_the_picture_is_well_formed_and_all_is_in_it(held, topic):
    (_, passage) = RAMP[0].passages()
    stops = [
        Stop(
            meeting=f"m{n}",
            held_on=day,
            council=name,
            body=None,
            outcome=outcome,
            shown_by=passage,
            passages=(passage,),
        )
        for n, (day, name, outcome) in enumerate(held)
    ]
    stops.sort(key=lambda s: (s.held_on is None, s.held_on or date.max))
    coverage = Coverage(meetings=len(stops), first=None, last=None, bodies=())
    _, elements = picture(Timeline(topic=topic, stops=tuple(stops), coverage=coverage))
    titles = [e.text for name, e in elements if name == "title"]
    assert len(titles) == 1 + len(stops)
    assert not [name for name, _ in elements if name in ("script", "image", "foreignObject", "style", "use")]

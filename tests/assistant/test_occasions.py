"""Which questions are for the registers, however they are put, and what they leave as their topic."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.occasions import recalled


@pytest.mark.parametrize(
    ("question", "asks", "topic"),
    [
        ("have we discussed bus shelters before?", "ever", "bus shelters"),
        ("Has food waste ever been raised?", "ever", "food waste"),
        ("has anyone ever mentioned dog fouling?", "ever", "dog fouling"),
        ("did the committee consider allotments in the past?", "ever", "allotments"),
        ("were potholes ever on the agenda?", "ever", "potholes"),
        ("and have councillors debated fracking?", "ever", "fracking"),
        ("have we ever had a discussion about bus shelters?", "ever", "bus shelters"),
        ("was air quality mentioned at any meeting?", "ever", "air quality"),
        ("when did we first discuss the precept?", "first", "precept"),
        ("when did potholes first come to the committee?", "first", "potholes"),
        ("what was the first time that potholes were discussed?", "first", "potholes"),
        ("is this the first time we have looked at foster care?", "first", "foster care"),
        ("when was the precept most recently discussed", "latest", "precept"),
        ("when was the last time food waste was on the agenda?", "latest", "food waste"),
        ("how often has secure accommodation come up?", "each", "secure accommodation"),
        ("at how many meetings was school transport discussed?", "each", "school transport"),
        ("which meetings dealt with food waste?", "each", "food waste"),
        ("what is outstanding on secure accommodation?", "open", "secure accommodation"),
        ("what actions are still open for the clerk?", "open", "clerk"),
        ("what's still to be done on school transport?", "open", "school transport"),
        ("list the open actions on fostering", "open", "fostering"),
        ("are there any outstanding actions?", "open", ""),
        ("has the action on the signal crossing been done?", "standing", "signal crossing"),
        ("what happened to the action on the signal crossing?", "standing", "signal crossing"),
    ],
)
def test_the_registers_are_asked_however_it_is_put(question, asks, topic):
    recall = recalled(question)

    assert (recall.asks, recall.topic) == (asks, topic)


@pytest.mark.parametrize(
    "question",
    [
        "what did we agree on secure accommodation?",
        "what was discussed at the last meeting?",
        "who raised potholes?",
        "when was the youth club opened?",
        "was the fee raised last year?",
        "what did we say about open spaces?",
        "what are the open spaces in the parish?",
        "what is open on Sundays?",
        "what actions were agreed on air quality?",
        "have we discussed before?",
    ],
)
def test_what_the_words_of_the_minutes_answer_is_left_to_them(question):
    assert recalled(question) is None


@given(st.text())
def test_a_topic_is_shorter_than_its_question(text):
    recall = recalled(f"have we ever discussed {text}")

    assert recall is None or len(recall.topic) < len(f"have we ever discussed {text}")

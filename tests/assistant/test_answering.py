"""Answers over real sample minutes: cited exactly, quoted verbatim, refused honestly, the same every time."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from assistant.answering import Asked
from assistant.contract import answer_json
from assistant.model import Turn
from assistant.quoting import as_quoted
from ingest import BadQuestion
from vectorstore import Filters

pytestmark = pytest.mark.model
ROOT = Path(__file__).parents[2]

SECURE = "what did we agree on secure accommodation?"
NOWHERE = "what did we agree about the lighthouse on the moon?"
QUESTIONS = [
    SECURE,
    NOWHERE,
    "what is MASH?",
    "How many flags were flown over the aquarium?",
    "point 2",
    "Why did members worry about looked after children?",
    "what did the Social Care Services Board recommend?",
    "how many specialist officers do the police have for child sexual exploitation?",
    "what did both councils say about child sexual exploitation?",
    "who is the chair of the Secure Accommodation Panel?",
    "what was decided on school crossing patrols?",
]


@pytest.fixture(scope="module")
def answers(assistant):
    return {question: assistant.ask(question) for question in QUESTIONS}


def _cited(answer):
    return [cited.passage.key for cited in answer.citations]


def test_what_was_agreed_is_answered_by_the_unnumbered_action(pair):
    answer = pair.assistant.ask(SECURE)
    assert _cited(answer) == [f"{pair.decimal}#7/action//2-3/7.7/"]
    (cited,) = answer.citations
    assert cited.passage.citation.label == "action (unnumbered, 2nd of 3 after 7.7)"
    assert "secure accommodation" in cited.quote
    assert answer.text.endswith("[1]")


def test_questions_here_are_both_answered_and_refused(answers):
    assert answers[SECURE].answered
    assert not answers[NOWHERE].answered
    assert 3 <= sum(answer.answered for answer in answers.values()) < len(QUESTIONS)


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_quote_is_a_slice_of_its_passage_and_of_the_source(answers, assistant, question):
    for cited in answers[question].citations:
        passage = cited.passage
        assert cited.quote.strip()
        assert cited.quote in passage.text
        assert passage.text == assistant.store.source_text(passage.source)[passage.start : passage.end]


@pytest.mark.parametrize("question", QUESTIONS)
def test_markers_claims_and_citations_are_the_same_numbers(answers, question):
    answer = answers[question]
    numbers = [cited.n for cited in answer.citations]
    assert numbers == list(range(1, len(numbers) + 1))
    assert {n for claim in answer.claims for n in claim.citations} == set(numbers)
    if answer.answered:
        assert {int(n) for n in re.findall(r"\[(\d+)\]", answer.text)} == set(numbers)
    assert answer.answered == bool(numbers)


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_claim_says_nothing_but_its_quote_behind_who_and_when(answers, question):
    answer = answers[question]
    for claim, cited in zip(answer.claims, answer.citations, strict=True):
        lead, _, quoted = claim.text.partition(": “")
        assert quoted == f"{as_quoted(cited.quote)}”"
        assert len(lead) < 150


def test_a_refusal_says_what_was_searched_and_what_came_nearest(answers, assistant):
    answer = answers[NOWHERE]
    assert "Searched: 5 meetings" in answer.text
    assert "24 November 2014 to 14 September 2017" in answer.text
    nearest = answer.text.partition("Nearest, but not an answer:")[2]
    assert nearest.count("\n- ") == 3
    assert all(hit.passage.reference in nearest for hit in answer.hits[:3])
    assert answer.coverage.meetings == len(assistant.store.documents())


@pytest.mark.parametrize(
    ("filters", "allowed"),
    [
        (Filters(council="calvershire"), lambda p: "Calvershire" in p.council),
        (Filters(body="SECURE accommodation"), lambda p: p.body == "Secure Accommodation Panel"),
        (Filters(date_from=date(2016, 3, 11)), lambda p: p.held_on >= date(2016, 3, 11)),
        (Filters(date_to=date(2015, 7, 7)), lambda p: p.held_on <= date(2015, 7, 7)),
    ],
    ids=["council", "body", "from", "to"],
)
def test_nothing_outside_the_filters_is_found_cited_or_counted(assistant, filters, allowed):
    everything = len(assistant.store.documents())
    for question in QUESTIONS:
        answer = assistant.ask(question, filters=filters)
        assert all(allowed(cited.passage) for cited in answer.citations)
        assert all(allowed(hit.passage) for hit in answer.hits)
        assert 0 < answer.coverage.meetings < everything


def test_filters_that_leave_nothing_are_said_to_leave_nothing(assistant):
    answer = assistant.ask(SECURE, filters=Filters(council="Atlantis"))
    assert not answer.answered
    assert answer.hits == ()
    assert "matches the filters" in answer.text


def test_a_follow_up_is_read_with_the_conversation(pair):
    first = pair.assistant.ask(SECURE)
    history = [Turn(question=SECURE, answer=first.text)]
    follow_up = "and how many units have closed?"
    found = [hit.passage.key for hit in pair.assistant.ask(follow_up, history=history).hits]
    alone = [hit.passage.key for hit in pair.assistant.ask(follow_up).hits]
    assert found != alone
    assert f"{pair.decimal}#7/paragraph/7.3/1-1//" in found[:3]


def test_who_asked_for_it_is_about_what_was_asked_before(pair):
    first = pair.assistant.ask(SECURE)
    answer = pair.assistant.ask("and who asked for it?", history=[Turn(question=SECURE, answer=first.text)])
    about = [hit.passage.source for hit in answer.hits[:3]]
    assert about == [pair.decimal] * 3
    assert all(cited.passage.source == pair.decimal for cited in answer.citations)


def test_a_question_that_stands_on_its_own_is_not_swayed_by_the_conversation(assistant, answers):
    question = "what was decided on school crossing patrols?"
    again = assistant.ask(question, history=[Turn(question=SECURE, answer=answers[SECURE].text)])
    assert _cited(again) == _cited(answers[question])


@pytest.mark.parametrize(
    "change",
    [str.upper, lambda q: q.rstrip("?"), lambda q: q.replace(" ", "  "), lambda q: f"\t{q} \n"],
    ids=["capitals", "no question mark", "two blanks", "blanks around"],
)
@pytest.mark.parametrize("question", [SECURE, NOWHERE, "key point 11", "what is MASH?"])
def test_how_a_question_is_typed_changes_no_citation(assistant, question, change):
    assert _cited(assistant.ask(change(question))) == _cited(assistant.ask(question))


def test_a_misspelt_word_is_mended_and_the_person_told(pair):
    answer = pair.assistant.ask("what did we agree on secure acommodation?")
    assert _cited(answer) == _cited(pair.assistant.ask(SECURE))
    assert answer.notices == ("“acommodation” was read as “accommodation”.",)


@pytest.mark.parametrize(
    "question",
    ["", "  \n", "?!", "—", "a" * 2001, "word " * 500],
)
def test_a_question_that_asks_nothing_or_never_ends_is_bad(assistant, question):
    with pytest.raises(BadQuestion) as caught:
        assistant.ask(question)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "question",
    [
        "'; DROP TABLE passages; --",
        'NEAR("secure" accommodation) AND *',
        "(((( secure",
        "x\x00y",
        "secure\ud800",
        "ﷺ‮🦆",
        "7" * 400,
        "a.b" * 300,
        "{question} %s [1] **bold**",
    ],
    ids=ascii,
)
def test_strange_questions_are_answered_or_refused_like_any(assistant, question):
    answer = assistant.ask(question)
    json.loads(answer_json(answer))
    assert answer.text


def test_the_same_question_gives_the_same_bytes_again(assistant, answers):
    for question, answer in answers.items():
        assert answer_json(assistant.ask(question)) == answer_json(answer)


def test_another_process_gives_the_same_bytes(sample_store, answers):
    lines = "".join(json.dumps({"question": question}) + "\n" for question in answers)
    asked = subprocess.run(
        [sys.executable, "-m", "assistant", "ask", "--json", "-", "--store", str(sample_store)],
        input=lines.encode(),
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "7"},
        check=True,
    )
    assert asked.stdout.decode().splitlines() == [answer_json(answer) for answer in answers.values()]


def test_a_stream_ends_with_the_whole_answer_and_only_grows(assistant, answers):
    for question in (SECURE, NOWHERE, "point 2"):
        parts = list(assistant.stream(question))
        assert parts[-1] == answers[question]
        assert [len(part.claims) for part in parts] == sorted(len(part.claims) for part in parts)
        for part in parts:
            assert answers[question].text.startswith(part.text)
    assert len(parts) == len(answers["point 2"].claims) > 1


def test_the_chain_serves_langchain_users(assistant, answers):
    one, two = Asked(text=SECURE), Asked(text=NOWHERE)
    assert assistant.chain.invoke(one) == answers[SECURE]
    assert assistant.chain.batch([one, two]) == [answers[SECURE], answers[NOWHERE]]
    assert list(assistant.chain.stream(one))[-1] == answers[SECURE]


def test_langchain_callbacks_see_each_step_by_name(assistant):
    from langchain_core.callbacks import BaseCallbackHandler

    seen = []

    class Watching(BaseCallbackHandler):
        def on_chain_start(self, serialized, inputs, *, name=None, **rest):
            seen.append(name)

    assistant.chain.invoke(Asked(text=SECURE), config={"callbacks": [Watching()]})
    assert seen[1:] == ["understand", "retrieve", "write", "reword"]


def test_example_questions_are_ones_that_the_minutes_answer(assistant):
    examples = assistant.example_questions()
    assert len(set(examples)) == 4
    assert any(assistant.ask(example).answered for example in examples)

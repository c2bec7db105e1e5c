"""The lines that scripts send and the objects they get."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.contract import Request, answer_json, minutes_json, read_date, read_request
from assistant.model import Turn
from ingest import BadQuestion, parse, read_source
from vectorstore import Filters

NONE = Filters()
_TEXT = st.text(max_size=60).filter(lambda text: text.strip())


@given(
    question=st.text(max_size=60),
    id_=st.one_of(st.none(), st.text(max_size=10)),
    earlier=st.lists(st.text(max_size=30), max_size=3),
    council=st.one_of(st.none(), _TEXT),
    day=st.one_of(st.none(), st.dates()),
)
def test_a_request_comes_back_as_it_was_sent(question, id_, earlier, council, day):
    sent = {
        "question": question,
        "id": id_,
        "history": earlier,
        "filters": {"council": council, "date_from": day.isoformat() if day else None},
    }
    assert read_request(json.dumps(sent), NONE) == Request(
        question=question,
        id=id_,
        history=tuple(Turn(question=text) for text in earlier),
        filters=Filters(council=council, date_from=day),
    )


def test_a_plain_line_is_a_question_under_the_filters_of_the_command():
    given_ = Filters(body="cabinet")
    assert read_request("  what was agreed?\n", given_) == Request(
        question="what was agreed?", filters=given_
    )


def test_keys_that_are_not_ours_are_ignored_so_that_a_question_file_can_be_piped_in():
    line = (
        '{"id": "seed-1", "question": "what?", "gold": [{"doc": "a.txt"}], "answerable": true, "type": "why"}'
    )
    assert read_request(line, NONE) == Request(question="what?", id="seed-1")


def test_filters_of_a_line_go_before_those_of_the_command():
    line = '{"question": "what?", "filters": {"council": "Ash", "date_to": "2016-01-31", "colour": "red"}}'
    read = read_request(line, Filters(council="Oak", body="cabinet")).filters
    assert read == Filters(council="Ash", body="cabinet", date_to=date(2016, 1, 31))


def test_history_may_be_the_messages_of_a_chat():
    messages = [
        {"role": "user", "content": "what was agreed?"},
        {"role": "assistant", "content": "That it be noted."},
        {"content": "by whom?"},
    ]
    line = json.dumps({"question": "when?", "history": messages})
    assert read_request(line, NONE).history == (
        Turn(question="what was agreed?", answer="That it be noted."),
        Turn(question="by whom?"),
    )


@pytest.mark.parametrize(
    "line",
    [
        '{"question": "what?"',
        "{" + '"a": ' + "[" * 100_000,
        "{}",
        '{"question": 7}',
        '{"question": null}',
        '{"question": "q", "history": "earlier"}',
        '{"question": "q", "history": [7]}',
        '{"question": "q", "history": [{"role": "user"}]}',
        '{"question": "q", "filters": "cabinet"}',
        '{"question": "q", "filters": {"council": 7}}',
        '{"question": "q", "filters": {"date_from": 2016}}',
        '{"question": "q", "filters": {"date_to": "last year"}}',
    ],
    ids=lambda line: line[:60],
)
def test_a_line_that_cannot_be_read_is_told_in_one_line(line):
    with pytest.raises(BadQuestion) as caught:
        read_request(line, NONE)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) > 20


@pytest.mark.parametrize("text", ["31/03/2019", "2019-02-30", "yesterday", ""])
def test_a_date_that_is_none_is_refused_with_the_form_to_use(text):
    with pytest.raises(BadQuestion, match="2019-03-31"):
        read_date(text)


def test_what_was_parsed_is_told_line_by_line_and_ends_with_what_was_set_aside(samples):
    minutes = parse(read_source(samples[0]))
    *passages, last = [json.loads(line) for line in minutes_json(minutes)]
    assert set(passages[0]) == set(
        "source council body date status item item_title kind list printed label text start end exempt".split()
    )
    assert len(passages) == len(list(minutes.passages()))
    assert set(last) == {"residue", "conserved", "warnings"}
    assert last["conserved"] is True


@pytest.mark.model
def test_an_answer_has_the_keys_that_scripts_rely_on(assistant):
    told = json.loads(answer_json(assistant.ask("what did we agree on secure accommodation?"), "x-1"))
    assert set(told) >= set("id question answered answer claims citations hits coverage writer".split())
    assert told["id"] == "x-1"
    assert set(told["citations"][0]) >= set(
        "n source council body date status item item_title kind list printed label".split()
        + "reference text quote start end".split()
    )
    assert set(told["hits"][0]) == set("rank score source kind printed label text".split())
    assert set(told["coverage"]) == {"meetings", "from", "to", "bodies"}
    assert [hit["rank"] for hit in told["hits"]] == list(range(1, 11))

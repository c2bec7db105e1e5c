"""A language model behind real HTTP on loopback, well and badly behaved: the quoted answer comes in any case."""

from __future__ import annotations

import json
import logging
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from assistant.chain.language_model import LanguageModel
from assistant.drafting import ModelFailed, UnknownModel
from assistant.rewording import reword
from tests.assistant.language import servers
from tests.assistant.language.reading import answer, evidence

OPEN = (
    "That the swimming baths be kept open on Sundays from 1 June 2019, and that five lifeguards be engaged."
)
LEAD = "The Leisure Committee agreed that five lifeguards be engaged. [1]"
EVIDENCE = [evidence(OPEN)]
QUESTION = "what did we agree on the baths?"
NAME = "openai:any"


def model(served, seconds=20.0):
    return LanguageModel(NAME, base_url=served.url, seconds=seconds)


def drafted(served, seconds=20.0):
    return "".join(model(served, seconds).draft(QUESTION, EVIDENCE))


def test_a_draft_comes_in_pieces_as_it_is_written():
    with servers.serving(servers.saying("The baths ", "be kept ", "open. [1]")) as served:
        assert list(model(served).draft(QUESTION, EVIDENCE)) == ["The baths ", "be kept ", "open. [1]"]


def test_the_model_is_shown_numbered_evidence_rules_and_the_question_and_is_asked_for_little():
    with servers.serving(servers.saying("x")) as served:
        drafted(served)
        (request,) = served.requests
    assert request["stream"] is True
    assert request["temperature"] == 0
    assert 0 < request.get("max_tokens", request.get("max_completion_tokens")) <= 1000
    assert request["messages"][0]["role"] == "system"
    asked = request["messages"][-1]["content"]
    assert (
        f"[1] Ambridge Borough Council, Leisure Committee, 14 May 2019, Swimming baths (decision): “{OPEN}”"
        in asked
    )
    assert QUESTION in asked


def test_braces_and_brackets_of_the_record_are_neither_filled_in_nor_markers():
    with servers.serving(servers.saying("x")) as served:
        list(
            model(served).draft(
                "what is {this}?", [evidence("The sum [7] of {question} and {0} was “noted”.")]
            )
        )
        asked = served.requests[0]["messages"][-1]["content"]
    assert "“The sum (7) of {question} and {0} was 'noted'.”" in asked
    assert "what is {this}?" in asked


def test_a_key_for_another_service_is_not_sent_to_the_server_that_is_named(monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "for somebody else")
    with servers.serving(servers.saying("x")) as served:
        drafted(served)
        monkeypatch.setenv("MINUTEBOOK_API_KEY", "for this one")
        drafted(served)
    assert served.keys == ["Bearer none", "Bearer for this one"]


FAILURES = {
    "rate-limited": (servers.failing(429), "is rate-limited (HTTP 429)"),
    "broken": (servers.failing(500), "failed (HTTP 500)"),
    "broken in HTML": (servers.failing(502, "<h1>Bad gateway</h1>"), "failed (HTTP 502)"),
    "no such model": (servers.failing(404), "has no such model (HTTP 404)"),
    "wrong key": (servers.failing(401), "refused the key (HTTP 401)"),
    "closes": (servers.closing, "could not be reached"),
    "garbage": (servers.garbage, "failed ("),
}


@pytest.mark.parametrize(("behaviour", "why"), FAILURES.values(), ids=FAILURES)
def test_a_failing_server_ends_in_the_quoted_answer_and_one_line_saying_why(behaviour, why):
    quoted = answer(OPEN)
    with servers.serving(behaviour) as served:
        whole = list(reword(quoted, model(served)))[-1]
        assert len(served.requests) == 1, "a failed draft is not asked for twice"
    assert (whole.text, whole.claims, whole.writer) == (quoted.text, quoted.claims, "quoting")
    line = whole.notices[-1]
    assert NAME in line
    assert why in line
    assert "\n" not in line
    assert line.isprintable()


def test_a_web_page_instead_of_a_model_ends_in_the_quoted_answer():
    quoted = answer(OPEN)
    with servers.serving(servers.a_web_page) as served:
        whole = list(reword(quoted, model(served)))[-1]
    assert (whole.text, whole.writer) == (quoted.text, "quoting")
    assert "in the words of the record alone" in whole.notices[-1]


def test_nobody_listening_is_said_to_be_out_of_reach():
    with servers.serving(servers.silent) as served:
        pass  # its port is free now
    with pytest.raises(ModelFailed, match="could not be reached"):
        drafted(served)


@pytest.mark.parametrize(
    "behaviour", [servers.silent, servers.pinging, servers.babbling], ids=["silent", "pinging", "endless"]
)
def test_a_server_that_never_comes_to_an_end_is_left_and_hung_up_on(behaviour):
    with servers.serving(behaviour) as served:
        with pytest.raises(ModelFailed, match=r"did not finish within 0\.5 seconds"):
            drafted(served, seconds=0.5)
        if behaviour is not servers.silent:
            assert served.left.wait(10), "the request goes on behind our back"


def test_a_lead_that_was_checked_before_the_connection_broke_stays():
    with servers.serving(servers.breaking_off(LEAD)) as served:
        whole = list(reword(answer(OPEN), model(served)))[-1]
    assert whole.writer == f"model:{NAME}"
    assert whole.text.startswith(LEAD)
    assert "could not be reached" in whole.notices[-1] or "failed" in whole.notices[-1]


def test_a_reader_who_leaves_ends_the_request():
    with servers.serving(servers.babbling) as served:
        reading = model(served).draft(QUESTION, EVIDENCE)
        next(reading)
        reading.close()
        assert served.left.wait(10)


def test_many_threads_may_ask_one_model_at_once():
    together = threading.Barrier(4)

    def behave(exchange):
        together.wait(20)  # only if all four are being answered does any of them go on
        servers.saying(json.dumps(exchange.prompt[-9:]))(exchange)

    with servers.serving(behave) as served, ThreadPoolExecutor(4) as threads:
        one = model(served)
        drafts = [threads.submit(lambda n=n: "".join(one.draft(f"number {n}?", EVIDENCE))) for n in range(4)]
        assert [draft.result() for draft in drafts] == [f'"number {n}?"' for n in range(4)]


def test_a_failure_leaves_nothing_in_the_log(caplog):
    caplog.set_level(logging.WARNING)
    with servers.serving(servers.failing(500)) as served, pytest.raises(ModelFailed):
        drafted(served)
    assert caplog.records == []


@pytest.mark.parametrize("name", ["", "gpt", "openai:", ":gpt"])
def test_a_name_that_names_no_provider_is_an_error_at_once(name):
    with pytest.raises(UnknownModel, match="names no language model"):
        LanguageModel(name)


def test_a_provider_that_nobody_knows_ends_in_one_line():
    with pytest.raises(ModelFailed, match="nobody"):
        list(LanguageModel("nobody:any").draft(QUESTION, EVIDENCE))


def test_a_missing_package_is_said_with_the_command_that_installs_it(monkeypatch):
    monkeypatch.setattr("assistant.chain.language_model.find_spec", lambda package: None)
    with pytest.raises(UnknownModel, match=r"pip install 'minutebook\[ollama\]'"):
        LanguageModel("ollama:llama3.2")


def test_no_key_is_said_in_one_line(monkeypatch):
    for variable in ("OPENAI_API_KEY", "OPENAI_ADMIN_KEY"):
        monkeypatch.delenv(variable, raising=False)
    with pytest.raises(ModelFailed, match="OPENAI_API_KEY"):
        list(LanguageModel("openai:any").draft(QUESTION, EVIDENCE))

"""The HTTP API with real clients: answers are those of `minutebook ask --json`, for whoever may ask."""

from __future__ import annotations

import contextlib
import json
import socket
import threading
from datetime import date

import httpx
import pytest
from gradio_client import Client

from assistant.access import Role, Users
from assistant.answering import Assistant
from assistant.audit import AuditLog
from assistant.contract import answer_json, passage_record
from assistant.model import Turn
from assistant.register import decisions
from assistant.register.rendering import decision_json, timeline_json
from assistant.web.doors import Doors
from ingest import parse, read_source
from tests.assistant.web.conftest import CHOSEN, SAMPLES, running
from tests.vectorstore.hashing import HashEmbedder
from vectorstore import Filters, MinutesStore, load

QUESTION = "Who moved the default 20 mph limit for villages at the Highways Board?"


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    embedder = HashEmbedder()
    with MinutesStore.open(tmp_path_factory.mktemp("programs") / "store", embedder, create=True) as store:
        load(store, [parse(read_source(SAMPLES / name)) for name in CHOSEN], embedder)
        yield Assistant(store, embedder)


@pytest.fixture(scope="module")
def users(tmp_path_factory):
    made = Users(tmp_path_factory.mktemp("users") / "users.json")
    made.add("Ann", Role.READER, "three random words")
    return made


@pytest.fixture(scope="module")
def audit(tmp_path_factory):
    """The file of an audit log that names who asked."""
    return tmp_path_factory.mktemp("audit") / "audit.jsonl"


@pytest.fixture(scope="module")
def served(assistant, users, audit):
    yield from running(assistant, doors=Doors(users=users), audit=AuditLog(audit, names=True))


@pytest.fixture(scope="module")
def bearer(users):
    return {"Authorization": f"Bearer {users.issue_token('Ann')}"}


@pytest.fixture(scope="module")
def client(served, bearer):
    return Client(served, headers=bearer, verbose=False, analytics_enabled=False)


def call(served, endpoint, arguments, headers):
    """Ask as a program without any library does: one request that asks, one that waits for the answer."""
    url = f"{served}gradio_api/call/v2/{endpoint}"
    asked = httpx.post(url, json=arguments, headers=headers)
    if asked.status_code != 200:
        return asked.status_code, asked.text
    events = httpx.get(
        f"{served}gradio_api/call/{endpoint}/{asked.json()['event_id']}", headers=headers, timeout=60
    )
    event, _, data = events.text.strip().rpartition("event: ")[2].partition("\ndata: ")
    return event, json.loads(data)


def test_an_answer_is_the_object_that_the_command_prints(assistant, served, bearer):
    event, (answer,) = call(served, "ask", {"question": QUESTION}, bearer)
    assert event == "complete"
    assert answer == json.loads(answer_json(assistant.ask(QUESTION)))
    assert answer["answered"]


def test_gradio_s_own_client_gets_the_same(assistant, client):
    answer = client.predict(question=QUESTION, api_name="/ask")
    assert answer == json.loads(answer_json(assistant.ask(QUESTION)))


def test_history_and_filters_mean_what_they_mean_to_the_command(assistant, client):
    told = {"council": "calvershire", "date_from": "2017-01-01", "date_to": "2017-12-31"}
    answer = client.predict(question="and who seconded it?", history=[QUESTION], **told, api_name="/ask")
    filters = Filters(council="calvershire", date_from=date(2017, 1, 1), date_to=date(2017, 12, 31))
    asked = assistant.ask("and who seconded it?", history=[Turn(question=QUESTION)], filters=filters)
    assert answer == json.loads(answer_json(asked))
    assert answer["coverage"]["meetings"] == 1


def test_a_citation_is_shown_in_its_item(assistant, client):
    cited = assistant.ask(QUESTION).citations[0].passage
    shown = client.predict(citation=cited.key, api_name="/show")
    (passage,) = shown["passages"]
    assert {**passage, "item_passages": 0} == {
        **passage_record(cited), "start": cited.start, "end": cited.end, "item_passages": 0
    }  # fmt: skip
    assert cited.key in [other["key"] for other in passage["item_passages"]]


def test_decisions_and_a_topic_are_the_objects_that_their_commands_print(assistant, client):
    given = client.predict(search="resolved", most=2, api_name="/decisions")
    every = [json.loads(decision_json(entry)) for entry in decisions(assistant.store, search="resolved")]
    assert (given["total"], given["decisions"]) == (len(every), every[:2])
    timeline = client.predict(topic="villages", api_name="/timeline")
    assert timeline == json.loads(timeline_json(assistant.timeline("villages")))
    assert timeline["stops"]


@pytest.mark.parametrize(
    ("endpoint", "arguments", "told"),
    [
        ("ask", {"question": " "}, "the question is empty"),
        ("ask", {"question": 7}, "must be text"),
        ("ask", {"question": "x " * 2000}, "longer than 2000 characters"),
        ("ask", {"question": QUESTION, "date_from": "last year"}, "is no date"),
        ("ask", {"question": QUESTION, "history": [3]}, "an entry of \"history\""),
        ("decisions", {"most": 5000}, "at most 1000 decisions"),
        ("timeline", {"topic": ""}, "empty"),
        ("show", {"citation": "nowhere 99.9"}, "no passage answers to"),
    ],
)  # fmt: skip
def test_what_cannot_be_answered_is_told_in_one_line(served, bearer, endpoint, arguments, told):
    event, error = call(served, endpoint, arguments, bearer)
    assert event == "error"
    assert told in error["error"]
    assert "\n" not in error["error"]


def test_without_a_token_nobody_is_answered(served):
    assert call(served, "ask", {"question": QUESTION}, {})[0] == 401
    with pytest.raises(Exception, match=r"401|Could not"):
        Client(served, verbose=False, analytics_enabled=False)


def test_what_only_the_page_does_is_not_offered_to_programs(served, bearer):
    info = httpx.get(f"{served}gradio_api/info", headers=bearer).json()
    assert set(info["named_endpoints"]) == {"/ask", "/show", "/decisions", "/timeline"}
    assert info["unnamed_endpoints"] == {}
    assert (
        httpx.post(f"{served}gradio_api/run/ask", json={"data": [QUESTION]}, headers=bearer).status_code
        == 404
    )


def test_the_audit_log_names_who_asked_and_what_was_cited(assistant, served, bearer, audit):
    before = len(audit.read_text("utf-8").splitlines()) if audit.exists() else 0
    call(served, "ask", {"question": QUESTION}, bearer)
    (line,) = audit.read_text("utf-8").splitlines()[before:]
    noted = json.loads(line)
    assert (noted["who"], noted["via"], noted["question"], noted["answered"]) == (
        "Ann",
        "program",
        QUESTION,
        True,
    )
    assert noted["citations"] == [c.passage.key for c in assistant.ask(QUESTION).citations]


def test_a_value_that_looks_like_a_file_opens_no_file_and_no_address(served, bearer):
    with socket.create_server(("127.0.0.1", 0)) as bait:
        bait.settimeout(1)
        caught = []

        def wait():
            with contextlib.suppress(TimeoutError):
                caught.append(bait.accept())

        waiting = threading.Thread(target=wait)
        waiting.start()
        for path in ("/etc/passwd", f"http://127.0.0.1:{bait.getsockname()[1]}/x"):
            like_a_file = {"path": path, "url": path, "meta": {"_type": "gradio.FileData"}}
            event, error = call(served, "ask", {"question": like_a_file}, bearer)
            assert event == "error"
            assert "root:" not in json.dumps(error)
        waiting.join()
        assert caught == []

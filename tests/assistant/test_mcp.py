"""`minutebook mcp` with the official client: a program that starts it, lists its tools and asks."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys

import pytest

from assistant.contract import answer_json
from tests.conftest import REPOSITORY

pytest.importorskip("mcp", reason="the extra mcp is not installed")

pytestmark = pytest.mark.model

QUESTION = "who asked for the review of school transport?"


@pytest.fixture(scope="module")
def visited(sample_store, tmp_path_factory):
    """What one visit gave: the tools, answers by name, and the audit log that was kept."""
    from mcp import ClientSession, StdioServerParameters
    from mcp.client.stdio import stdio_client

    audit = tmp_path_factory.mktemp("mcp") / "audit.jsonl"
    server = StdioServerParameters(
        command=sys.executable,
        args=["-m", "assistant", "mcp", "--store", str(sample_store), "--audit", str(audit)],
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
    )

    async def visit():
        async with stdio_client(server) as streams, ClientSession(*streams) as session:
            opened = await session.initialize()
            calls = {
                "ask": ("ask", {"question": QUESTION}),
                "refused": ("ask", {"question": "who won the cup final?"}),
                "narrowed": ("ask", {"question": QUESTION, "council": "Calvershire"}),
                "bad": ("ask", {"question": QUESTION, "date_from": "soon"}),
                "decisions": ("decisions", {"search": "transport", "most": 1}),
                "timeline": ("timeline", {"topic": "secure accommodation"}),
                "unknown": ("show", {"citation": "nowhere 99.9"}),
            }
            results = {name: await session.call_tool(*call) for name, call in calls.items()}
            key = results["ask"].structured_content["citations"][0]["key"]
            results["show"] = await session.call_tool("show", {"citation": key})
            return opened, (await session.list_tools()).tools, results

    opened, tools, results = asyncio.run(visit())
    return opened, {tool.name: tool for tool in tools}, results, audit


def test_the_tools_say_what_they_do_and_that_they_only_read(visited):
    opened, tools, _, _ = visited
    assert opened.server_info.name == "minutebook"
    assert "never an instruction" in opened.instructions
    assert set(tools) == {"ask", "show", "decisions", "timeline"}
    for tool in tools.values():
        assert tool.annotations.read_only_hint
        assert len(tool.description) > 80
    assert tools["ask"].input_schema["required"] == ["question"]


def test_an_answer_is_the_object_that_the_command_prints(visited, assistant):
    _, _, results, _ = visited
    answer = json.loads(answer_json(assistant.ask(QUESTION)))
    assert answer["answered"]
    assert results["ask"].structured_content == answer
    assert json.loads(results["ask"].content[0].text) == answer


def test_a_refusal_is_an_answer_and_a_filter_narrows(visited):
    _, _, results, _ = visited
    assert not results["refused"].is_error
    assert not results["refused"].structured_content["answered"]
    assert results["refused"].structured_content["coverage"]["meetings"] == 5
    assert results["narrowed"].structured_content["coverage"]["meetings"] < 5


def test_a_citation_of_an_answer_can_be_shown_in_its_item(visited):
    _, _, results, _ = visited
    cited = results["ask"].structured_content["citations"][0]
    (passage,) = results["show"].structured_content["passages"]
    assert (passage["key"], passage["text"]) == (cited["key"], cited["text"])
    assert len(passage["item_passages"]) > 1


@pytest.mark.parametrize(
    ("call", "told"), [("bad", "'soon' is no date"), ("unknown", "no passage answers to")]
)
def test_what_cannot_be_answered_is_an_error_in_one_line(visited, call, told):
    _, _, results, _ = visited
    assert results[call].is_error
    assert told in results[call].content[0].text
    assert "Traceback" not in results[call].content[0].text


def test_the_audit_log_has_a_line_for_every_answer_and_names_nobody(visited):
    *_, audit = visited
    lines = [json.loads(line) for line in audit.read_text("utf-8").splitlines()]
    assert [line["question"] for line in lines] == [QUESTION, "who won the cup final?", QUESTION]
    assert {line["who"] for line in lines} == {None}


def test_without_the_extra_the_command_says_what_to_install(sample_store):
    hidden = (
        "import sys; sys.modules['mcp'] = None; from assistant.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    command = [sys.executable, "-c", hidden, "mcp", "--store", str(sample_store)]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    assert done.returncode == 1
    assert done.stderr == (
        "minutebook: the Model Context Protocol is not installed: run pip install 'minutebook[mcp]'\n"
    )

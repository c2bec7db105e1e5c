"""A real language model that makes things up, served by llama.cpp on loopback: nothing it makes up is shown."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from assistant.chain.language_model import LanguageModel
from assistant.contract import answer_json
from eval import small_model
from eval.inventions import audit

pytestmark = pytest.mark.model

QUESTIONS = [
    "what did we agree on secure accommodation?",
    "how many specialist officers do the police have for child sexual exploitation?",
    "what was decided on school crossing patrols?",
    "what did we agree about the lighthouse on the moon?",
]


@pytest.fixture(scope="module")
def worded(assistant, small_model_url):
    return assistant.with_drafter(LanguageModel(small_model.NAME, base_url=small_model_url, seconds=120))


@pytest.mark.parametrize("question", QUESTIONS)
def test_nothing_is_shown_that_the_citations_do_not_hold(assistant, worded, question):
    quoted, told = assistant.ask(question), worded.ask(question)
    found = audit(json.loads(answer_json(told)), json.loads(answer_json(quoted)))
    assert (found.unsupported, found.dangling, found.invented) == ((), (), ())
    assert told.citations == quoted.citations
    assert told.text.endswith(quoted.text)
    if quoted.answered:
        assert told.writer in ("quoting", f"model:{small_model.NAME}")
        assert "openai:smollm2" in told.notices[-1], "what the model did is told"
    else:
        assert told == quoted


def test_the_model_really_drafts(worded, assistant, small_model_url):
    """Its drafts are not empty: what is kept back was written."""
    told = worded.ask(QUESTIONS[0])
    assert told.dropped or told.writer != "quoting" or "adds to the record" in told.notices[-1]


def test_the_command_line_asks_it_by_name_and_address(sample_store, small_model_url):
    command = [sys.executable, "-m", "assistant", "ask", QUESTIONS[0], "--json", "--store", str(sample_store)]
    asked = [*command, "--model", small_model.NAME, "--base-url", small_model_url]
    done = subprocess.run(asked, capture_output=True, text=True, check=True)
    record = json.loads(done.stdout)
    assert record["answered"]
    assert record["writer"] in ("quoting", "model:openai:smollm2")
    assert isinstance(record["dropped"], int)
    assert done.stderr == ""

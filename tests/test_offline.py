"""With every way out of the machine shut, minutes are ingested, asked and served."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

import eval as evaluation

pytestmark = pytest.mark.model

ROOT = Path(__file__).parents[1]
SAMPLE = Path(evaluation.__file__).parent / "data" / "minutes" / "2014-11-24-education-scrutiny.txt"

# Python reads this at start-up, before any program: a connection or a look-up that leaves the machine ends it.
SHUT = """
import os, socket, sys

def shut(name, host):
    if str(host) not in ("127.0.0.1", "::1", "localhost", "None", ""):
        sys.stderr.write(f"LEFT THE MACHINE: {name} {host}\\n")
        sys.stderr.flush()
        os._exit(86)

def guard(event, args):
    if event == "socket.connect" and args[0].family != socket.AF_UNIX:
        shut(event, args[1][0])
    elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
        shut(event, args[0])
    elif event == "socket.sendto" and args[0].family != socket.AF_UNIX:
        shut(event, args[1][0])

sys.addaudithook(guard)
"""


@pytest.fixture
def start(tmp_path):
    """Start a command in a process whose network is shut."""
    (tmp_path / "shut").mkdir()
    (tmp_path / "shut" / "sitecustomize.py").write_text(SHUT)
    path = os.pathsep.join([str(tmp_path / "shut"), str(ROOT)])
    hidden = {"HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE", "ANONYMIZED_TELEMETRY", "GRADIO_ANALYTICS_ENABLED"}
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    started = []

    def start(*words: object) -> subprocess.Popen[str]:
        program = list(map(str, words)) if words[0] == "-c" else ["-m", "assistant", *map(str, words)]
        process = subprocess.Popen(
            [sys.executable, *program],
            env={**environment, "PYTHONPATH": path},
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


def test_the_shut_network_is_really_shut(start):
    for attempt in ("s.connect(('192.0.2.1', 80))", "socket.getaddrinfo('example.invalid', 80)"):
        process = start("-c", f"import socket; s = socket.socket(); {attempt}")
        _, err = process.communicate()
        assert process.returncode == 86
        assert "LEFT THE MACHINE" in err


def test_ingest_ask_and_chat_work_with_the_network_shut(start, tmp_path):
    store = tmp_path / "store"
    ingesting = start("ingest", SAMPLE, "--store", store)
    out, err = ingesting.communicate()
    assert ingesting.returncode == 0, err
    assert out.split()[:2] == ["1", "read"]

    asking = start("ask", "what did we agree on secure accommodation?", "--json", "--store", store)
    out, err = asking.communicate()
    assert (asking.returncode, err) == (0, "")
    assert json.loads(out)["citations"][0]["label"] == "action (unnumbered, 2nd of 3 after 7.7)"

    chatting = start("chat", "--port", "0", "--store", store)
    address = _address(chatting)
    with urllib.request.urlopen(address, timeout=60) as page:  # noqa: S310 - our own
        assert "Minutebook" in page.read().decode()
    assert chatting.poll() is None


def test_the_chat_opens_with_nothing_ingested_yet(start, tmp_path):
    chatting = start("chat", "--port", "0", "--store", tmp_path / "none")
    assert chatting.stderr.readline().startswith("Starting the chat")
    with urllib.request.urlopen(_address(chatting), timeout=60) as page:  # noqa: S310 - our own
        assert page.status == 200
    assert chatting.poll() is None


def _address(chatting: subprocess.Popen[str]) -> str:
    for line in chatting.stderr:
        if "The chat is open at " in line:
            return line.split("The chat is open at ")[1].split()[0]
        assert "LEFT THE MACHINE" not in line
    raise AssertionError("the chat ended before it was open")

"""The address that is served: taken ones are told in one line, and the person at the keyboard can end it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.opening import open_assistant
from assistant.web import serve
from ingest import MinutesError

ROOT = Path(__file__).parents[3]
CHAT = """
import sys
from pathlib import Path
from assistant.opening import open_assistant
from assistant.web import serve
serve(open_assistant(Path(sys.argv[1]), create=True), port=0, on_ready=lambda url: print(url, flush=True))
print("ended", flush=True)
"""


def test_an_address_that_is_taken_is_told_in_one_line(tmp_path):
    assistant = open_assistant(tmp_path / "store", create=True)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(
            MinutesError, match=rf"127\.0\.0\.1 port {port}: .*in use; choose another"
        ) as told:
            serve(assistant, port=port)

    assert "\n" not in str(told.value)


def test_ctrl_c_ends_the_chat_without_a_traceback(tmp_path):
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-c", CHAT, str(tmp_path / "store")],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as chat:
        address = chat.stdout.readline()
        chat.send_signal(signal.SIGINT)
        rest, errors = chat.communicate(timeout=30)

    assert address.startswith("http://127.0.0.1:")
    assert (rest, chat.returncode) == ("ended\n", 0)
    assert "Traceback" not in errors

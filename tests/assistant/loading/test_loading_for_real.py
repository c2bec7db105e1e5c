"""A server that is killed while it loads loses nothing: the next one says what was not finished, and finishes it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest

from assistant.cli import main
from assistant.loading.desk import Desk
from assistant.opening import open_assistant
from tests.assistant.loading.conftest import BANDSTAND, rested

pytestmark = [pytest.mark.model, pytest.mark.kill]

SERVER = """
import sys, time
from pathlib import Path
from assistant.loading.desk import Desk
from assistant.opening import open_assistant

if __name__ == "__main__":
    desk = Desk(open_assistant(Path(sys.argv[1]), create=True).store)
    desk.take("bandstand.txt", [sys.argv[2].encode()])
    while desk.look().is_busy:
        time.sleep(0.05)
    desk.add(["bandstand.txt"])
    while desk._loader._child is None:
        time.sleep(0.01)
    print("loading", flush=True)
    time.sleep(600)
"""


def test_a_load_survives_the_server_and_a_busy_store(tmp_path, capsys):
    folder = tmp_path / "store"
    (tmp_path / "server.py").write_text(SERVER)
    command = [sys.executable, str(tmp_path / "server.py"), str(folder), BANDSTAND]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True) as server:
        assert server.stdout.readline() == "loading\n"
        os.killpg(server.pid, signal.SIGKILL)  # and the child, as when the machine is switched off

    assistant = open_assistant(folder)
    desk = Desk(assistant.store)
    assert desk.look().unfinished == ("bandstand.txt",)
    with assistant.store.writing("a load at the command line"):
        desk.go_on()
        sight = rested(desk)
    assert "is being written to by process" in sight.load.problem
    assert sight.unfinished == ("bandstand.txt",)

    desk.go_on()
    asked = 0
    while desk.look().is_busy:  # nobody who asks meanwhile waits for it
        assistant.ask("what colour is the bandstand?")
        asked += 1
        time.sleep(0.2)
    sight = desk.look()
    assert asked > 1
    assert (sight.load.problem, sight.unfinished) == ("", ())
    assert [added.source for added in sight.load.added] == ["bandstand.txt"]
    assert "painted green" in assistant.ask("what colour is the bandstand to be painted?").text

    assert main(["ingest", str(folder / "minutes"), "--store", str(folder)]) == 0
    assert "1  unchanged" in capsys.readouterr().out
    assert main(["forget", "bandstand", "--store", str(folder)]) == 0
    assert list((folder / "minutes").iterdir()) == []
    assert desk.look().unfinished == ()

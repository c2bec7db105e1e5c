"""The server is killed in mid-answer and started again: the page says so and goes on, and links still work."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.assistant.web.visitor import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.kill]

ROOT = Path(__file__).parents[3]
# A real assistant over real minutes; the slow one stops for long in the middle of every answer.
SERVER = """
import sys, time
from pathlib import Path
from assistant.answering import Assistant
from assistant.web import serve
from tests.vectorstore.hashing import HashEmbedder
from ingest import parse, read_source
from vectorstore import MinutesStore, load

folder, minutes, port, slow = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4] == "slow"

class Embedder(HashEmbedder):
    def is_word(self, word):
        return True

class Slow(Assistant):
    def stream(self, *asked, **told):
        for answer in super().stream(*asked, **told):
            yield answer
            time.sleep(600 if slow else 0)

embedder = Embedder()
with MinutesStore.open(folder, embedder, create=True) as store:
    load(store, [parse(read_source(Path(minutes)))], embedder)
    serve(Slow(store, embedder), port=port, on_ready=lambda url: print(url, flush=True))
"""
MINUTES = ROOT / "eval" / "data" / "minutes" / "2015-07-07-secure-accommodation-panel.txt"
QUESTION = "Who was elected chair of the Secure Accommodation Panel?"


def start(folder, port, pace):
    server = subprocess.Popen(
        [sys.executable, "-c", SERVER, str(folder), str(MINUTES), str(port), pace],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    )
    return server, server.stdout.readline().strip()


def test_a_server_killed_in_mid_answer_is_told_and_the_page_goes_on_when_it_is_back(window, tmp_path):
    server, address = start(tmp_path / "store", 0, "slow")
    again = None
    try:
        councillor = Visitor(window, address)
        page = councillor.page
        councillor.load()
        councillor.type(QUESTION)
        page.locator('.mb-log[aria-busy="true"] .mb-words').first.wait_for()
        page.locator("#mb-question").fill("half a quest")
        councillor.listen()
        server.send_signal(signal.SIGKILL)
        server.wait()
        page.get_by_text("The connection to Minutebook was lost.").wait_for()
        told = page.locator(".toast-wrap:visible").count()
        lost = councillor.heard()
        councillor.picture("interrupted")
        again, _ = start(tmp_path / "store", int(address.rstrip("/").rsplit(":", 1)[1]), "quick")
        page.get_by_text("Minutebook was interrupted and is back.").wait_for(timeout=60_000)
        councillor.wait(1)
        councillor.picture("back")
        words = " ".join(page.locator(".mb-words").first.inner_text().split())
        heard = [" ".join(line.split()) for line in councillor.heard()]

        assert told == 0
        assert len(lost) == 1
        for line, told_once in zip(
            heard, ("was interrupted and is back", "Getting ready", words), strict=True
        ):
            assert told_once in line
        assert councillor.texts(".mb-question") == [QUESTION]
        assert page.locator(".mb-cite").count() > 0
        assert page.get_by_label("Your question").input_value() == "half a quest"
        councillor.open(page.locator(".mb-cite").first)
        page.reload()
        councillor.wait(1)
        assert councillor.reading().locator("mark").count() > 0
    finally:
        for one in (server, again):
            if one is not None:
                one.kill()
                one.wait()
                one.stdout.close()


def test_a_question_asked_while_the_server_is_away_waits_for_it(window, tmp_path):
    server, address = start(tmp_path / "store", 0, "quick")
    again = None
    try:
        councillor = Visitor(window, address)
        councillor.load()
        server.kill()
        server.wait()
        councillor.type(QUESTION)
        councillor.page.get_by_text("The connection to Minutebook was lost.").wait_for()
        again, _ = start(tmp_path / "store", int(address.rstrip("/").rsplit(":", 1)[1]), "quick")
        councillor.page.get_by_text("Minutebook was interrupted and is back.").wait_for(timeout=60_000)
        councillor.wait(1)

        assert councillor.page.locator(".mb-cite").count() > 0
    finally:
        for one in (server, again):
            if one is not None:
                one.kill()
                one.wait()
                one.stdout.close()

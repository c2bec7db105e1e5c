"""A real browser on a real chat: real store, real embedder, some sample minutes and a hostile file."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

import pytest

import eval as evaluation
from assistant.answering import Assistant
from assistant.opening import open_embedder
from assistant.web import serve
from ingest import MeetingFacts, parse, read_source
from tests.assistant.web.hostile import HOSTILE_BODY, HOSTILE_COUNCIL, write_hostile_minutes
from tests.assistant.web.visitor import Visitor
from vectorstore import MinutesStore, load

SAMPLES = Path(evaluation.__file__).parent / "data" / "minutes"
CHOSEN = (
    "2014-11-24-education-scrutiny.txt",
    "2015-07-07-secure-accommodation-panel.txt",
    "2017-09-14-highways-board.txt",
    "2019-02-14-highways-board.txt",
)
CHROMIUM_ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def chromium():
    """Where the browser is; without one, or without what drives it, the tests are skipped."""
    pytest.importorskip("playwright", reason="playwright is not installed")
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return found
    return pytest.skip("no Chromium on this machine")


@pytest.fixture(scope="module")
def browser(chromium):
    """A browser for one file of tests: while it is open, no other test could use asyncio in this thread."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as started:
        opened = started.chromium.launch(executable_path=chromium, args=CHROMIUM_ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def embedder():
    """The one of this process: loading a model takes ten seconds."""
    return open_embedder()


def running(assistant, **settings):
    """Serve an assistant on any free port; yields the address once it can be opened, then stops."""
    ready = threading.Event()
    serving = serve(assistant, on_ready=lambda url: ready.set(), block=False, **{"port": 0, **settings})
    assert ready.wait(60)
    yield serving.url
    serving.close()


@pytest.fixture(scope="session")
def chat(chromium, embedder, tmp_path_factory):
    """The address of a chat over a few sample meetings and the hostile ones."""
    folder = tmp_path_factory.mktemp("chat")
    hostile = write_hostile_minutes(folder)
    with MinutesStore.open(folder / "store", embedder, create=True) as store:
        named = MeetingFacts(council=HOSTILE_COUNCIL, body=HOSTILE_BODY)
        samples = [parse(read_source(SAMPLES / name)) for name in CHOSEN]
        load(store, [*samples, parse(read_source(hostile), named)], embedder)
        yield from running(Assistant(store, embedder))


@pytest.fixture(scope="session")
def empty_chat(chromium, embedder, tmp_path_factory):
    """The address of a chat over a store that nothing was ever added to."""
    folder = tmp_path_factory.mktemp("empty") / "store"
    with MinutesStore.open(folder, embedder, create=True) as store:
        yield from running(Assistant(store, embedder))


@pytest.fixture(scope="module")
def window(browser):
    """One browser profile, so that each page of the chat need not be fetched anew."""
    context = browser.new_context(locale="en-GB", permissions=["clipboard-read", "clipboard-write"])
    # Milliseconds: beside other tests a page took longer to load than Playwright's 30 seconds.
    context.set_default_timeout(120_000)
    return context


@pytest.fixture(scope="module")
def loaded(window):
    """Pages that are loaded already and that nobody is at, by address and looks: loading takes seconds."""
    return {}


@pytest.fixture
def visit(window, loaded):
    """Open an address as one more person; at the end nobody's page may have asked for anything outside."""
    at = []

    def open_page(address, query="", **looks):
        kind = (address, *sorted(looks.items()))
        idle = loaded.setdefault(kind, [])
        known = idle.pop() if idle and not query else None
        visitor = known or Visitor(window, address, **looks)
        at.append((kind, visitor))
        if known:
            visitor.begin()
        else:
            visitor.load(query)
        return visitor

    yield open_page
    for kind, visitor in at:
        outside, complaints = list(visitor.outside), list(visitor.complaints)
        visitor.outside.clear()
        visitor.complaints.clear()
        loaded[kind].append(visitor)
        assert outside == []
        assert complaints == []

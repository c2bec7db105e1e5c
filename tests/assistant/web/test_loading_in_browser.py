"""An officer loads minutes in a real browser: by mouse on a screen, by keyboard on a phone, while others ask."""

from __future__ import annotations

import json
import urllib.error
import urllib.request

import pytest

from assistant.answering import Assistant
from assistant.web.doors import Doors
from assistant.web.loading import REFUSED
from tests.assistant.web.conftest import running
from tests.assistant.web.hostile import PAYLOADS, write_hostile_minutes
from tests.assistant.web.test_accessibility import NOTHING, everything_wrong
from tests.assistant.web.test_hostile_page import assert_inert, missing
from vectorstore import MinutesStore

pytestmark = [pytest.mark.browser, pytest.mark.model]

BANDSTAND = """Minutes of a meeting held on 3 May 2016

1. Bandstand

1.1 The clerk said that the roof of the bandstand leaked.

1.2 RESOLVED: That the bandstand be painted green before the summer fair.
"""
FERRY = """Ambridge Parish Council
Minutes of the Ferry Committee held on 7 June 2017

4. Ferry

4.1 RESOLVED: That the ferry run on Sundays until the end of October.
"""
LONG = 240_000  # milliseconds: a loader imports PyTorch at low priority, on a machine that others use too
DROP = """([name, text]) => {
    const held = new DataTransfer();
    held.items.add(new File([text], name));
    const drop = (kind) => document.querySelector('.mb-register').dispatchEvent(
        new DragEvent(kind, { dataTransfer: held, bubbles: true, cancelable: true }));
    drop('dragover');
    drop('drop');
}"""


class House:
    """A store, its server and its address; `restart` ends the server and starts another at the same place."""

    def __init__(self, store, embedder):
        self.assistant = Assistant(store, embedder)
        self.port = 0
        self._start()

    def _start(self):
        self._serving = running(self.assistant, port=self.port)
        self.address = next(self._serving)
        self.port = int(self.address.rstrip("/").rpartition(":")[2])

    def close(self):
        next(self._serving, None)

    def restart(self):
        self.close()
        self._start()


@pytest.fixture(scope="module")
def house(chromium, embedder, tmp_path_factory):
    """A chat over a store that begins empty; the tests below go on where the one before has ended."""
    with MinutesStore.open(tmp_path_factory.mktemp("loading") / "store", embedder, create=True) as store:
        house = House(store, embedder)
        yield house
        house.close()


def card(officer, name):
    return officer.page.locator(f'[data-name="{name}"]')


def read(officer, name):
    """The card of a file, once it has been read."""
    found = card(officer, name)
    found.locator(".mb-particulars, .mb-error").first.wait_for(timeout=60_000)
    return found


def loaded(officer):
    """Wait until a load has ended; what it says."""
    officer.page.locator(".mb-added").wait_for(timeout=LONG)
    return officer.page.locator(".mb-load").inner_text()


def tab_to(officer, selector):
    """Press Tab until the focus is there, as somebody without a mouse does."""
    for _ in range(60):
        officer.page.keyboard.press("Tab")
        if officer.page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"no Tab leads to {selector}")


def test_an_officer_drops_files_corrects_what_was_read_adds_them_and_asks(house, visit):
    officer = visit(house.address)
    officer.page.get_by_role("link", name="Load minutes").first.click()
    officer.page.locator("#mb-files").wait_for()
    officer.picture("loading-nothing")
    officer.page.evaluate(DROP, ["bandstand.txt", BANDSTAND])
    officer.page.locator("#mb-files").set_input_files(
        [{"name": "scan.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4 rubbish"}]
    )
    bad = read(officer, "scan.pdf")
    good = read(officer, "bandstand.txt")

    assert bad.locator(".mb-error").inner_text() == (
        "scan.pdf is damaged or not a PDF: see whether it opens, or fetch it again"
    )
    assert good.get_by_label("Date").input_value() == "2016-05-03"
    assert "not found in the text" in good.inner_text()
    good.get_by_text("What was read, passage by passage").click()
    assert (
        "resolution" in good.locator(".mb-report").inner_text()
        or "1.2" in good.locator(".mb-report").inner_text()
    )
    officer.picture("loading-read")
    assert everything_wrong(officer) == NOTHING

    good.get_by_label("Committee or other body").fill("Parks Committee")
    good.get_by_role("button", name="Save").click()
    good.get_by_text("added by an officer").wait_for(timeout=60_000)
    good.get_by_label("Council").fill("Ambridge Parish Council")  # what is not saved is saved with adding
    officer.page.get_by_role("button", name="Add to the minutes").click()
    officer.page.locator(".mb-progress").wait_for()
    officer.picture("loading-running")
    assert everything_wrong(officer) == NOTHING
    said = loaded(officer)
    officer.picture("loading-ended")

    assert "Parks Committee, 3 May 2016 (bandstand.txt), 2 passages." in said
    assert card(officer, "scan.pdf").count() == 1
    officer.page.get_by_role("link", name="Ask what was decided").click()
    officer.wait(1)
    assert "painted green" in officer.page.locator(".mb-answer").inner_text()
    exchange = officer.ask("What colour will the bandstand be painted?")
    assert "Parks Committee" in exchange.inner_text()
    assert "Ambridge Parish Council" in exchange.inner_text()

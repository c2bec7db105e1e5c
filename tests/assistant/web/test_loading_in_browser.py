"""An officer loads minutes in a real browser: by mouse on a screen, by keyboard on a phone, while others ask."""

from __future__ import annotations

import shutil

import httpx
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

1. Ferry

1.1 RESOLVED: That the ferry run on Sundays until the end of October.
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
def house(chromium, embedder, sample_store, tmp_path_factory):
    """A chat over five sample meetings, to which the tests below add."""
    folder = shutil.copytree(sample_store, tmp_path_factory.mktemp("loading") / "store")
    with MinutesStore.open(folder, embedder) as store:
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
    officer.page.get_by_role("link", name="Ask about it").click()
    officer.wait(1)
    assert "painted green" in officer.page.locator(".mb-answer").inner_text()
    exchange = officer.ask("What colour will the bandstand be painted?")
    assert "Parks Committee" in exchange.inner_text()
    assert "Ambridge Parish Council" in exchange.inner_text()


def test_a_load_that_the_server_did_not_finish_is_finished_by_keyboard_while_somebody_asks(house, visit):
    """On a phone: a file is chosen, corrected and added without a mouse; the server is restarted in mid-load."""
    officer = visit(house.address, width=390, height=844)
    officer.look("?show=loading")
    keyboard = officer.page.keyboard
    tab_to(officer, "#mb-files")
    with officer.page.expect_file_chooser() as chooser:
        keyboard.press("Space")
    chooser.value.set_files([{"name": "ferry.txt", "mimeType": "text/plain", "buffer": FERRY.encode()}])
    ferry = read(officer, "ferry.txt")
    assert ferry.get_by_label("Committee or other body").input_value() == "Ferry Committee"
    tab_to(officer, "[data-said=date]")
    tab_to(officer, "[data-said=status]")
    keyboard.type("Draft")
    tab_to(officer, "[data-do=tell]")
    keyboard.press("Enter")
    ferry.get_by_text("corrected", exact=True).wait_for(timeout=60_000)
    assert officer.page.evaluate("document.activeElement.dataset.do") == "tell"
    officer.picture("loading-phone")
    assert everything_wrong(officer) == NOTHING
    tab_to(officer, "[data-do=add]")
    keyboard.press("Enter")
    officer.page.locator(".mb-progress").wait_for()
    assert officer.page.evaluate("document.activeElement.id") == "mb-load"

    house.restart()
    officer.page.get_by_text("Minutebook was interrupted and is back.").wait_for(timeout=60_000)
    officer.page.get_by_text("Not finished").wait_for(timeout=60_000)
    officer.complaints.clear()  # that the server was not there
    officer.picture("loading-phone-unfinished")
    assert everything_wrong(officer) == NOTHING
    tab_to(officer, "[data-do=go-on]")
    keyboard.press("Enter")
    officer.page.locator(".mb-progress").wait_for()
    councillor = visit(house.address)  # perhaps a page that was open when the server went
    exchange = councillor.ask("What is the Multi-Agency Safeguarding Hub?")
    assert "7.5" in exchange.inner_text()
    councillor.complaints.clear()  # and said so
    assert officer.page.locator(".mb-progress").count() == 1  # that was while the load went on
    assert "Ferry Committee, 7 June 2017 (ferry.txt), 3 passages." in loaded(officer)
    heard = officer.page.locator(".mb-said").inner_text()
    assert heard.startswith("1 file loaded.")
    # Whoever had the page open all the while has the new minutes too.
    answer = councillor.ask("Until when does the ferry run on Sundays?").inner_text()
    assert "until the end of October" in answer
    assert "Draft minutes" in answer or "draft" in answer.lower()


def test_hostile_names_and_contents_are_text(house, visit, tmp_path):
    officer = visit(house.address, scheme="dark", width=1280)
    officer.look("?show=loading")
    contents = write_hostile_minutes(tmp_path).read_text("utf-8")
    names = [f"{n}{payload}.txt".replace("/", "∕") for n, payload in enumerate(PAYLOADS[:6])]
    for name in names:
        officer.page.evaluate(DROP, [name, contents if name == names[0] else BANDSTAND])
        officer.page.locator(".mb-waiting-file").nth(names.index(name)).wait_for(timeout=60_000)
    officer.page.wait_for_function(
        "!document.querySelector('.mb-desk').hasAttribute('data-busy')", timeout=120_000
    )
    officer.page.locator(".mb-waiting-file summary").first.click()
    shown = officer.page.locator("#mb-view").inner_text()
    officer.picture("loading-hostile")

    assert missing(names, shown) == []
    assert "discussed: <" in officer.page.locator(".mb-report").first.inner_text()
    officer.page.locator("[data-said=body]").first.fill(PAYLOADS[0])
    officer.page.get_by_role("button", name="Save").first.click()
    officer.page.locator(".mb-mark", has_text="corrected").first.wait_for(timeout=60_000)
    assert_inert(officer)
    assert everything_wrong(officer) == NOTHING
    for name in names:
        officer.page.get_by_role("button", name=f"Remove {name}", exact=True).click()
        card(officer, name.replace('"', '\\"')).wait_for(state="detached")


def test_what_cannot_be_handed_in_is_told_and_the_rest_is_read(house, visit):
    officer = visit(house.address, scheme="dark", width=390)
    officer.look("?show=loading")
    officer.page.locator("#mb-files").set_input_files(
        [
            {"name": "minutes.zip", "mimeType": "application/zip", "buffer": b"PK\3\4"},
            {"name": "nothing.txt", "mimeType": "text/plain", "buffer": b""},
            {"name": "again.txt", "mimeType": "text/plain", "buffer": FERRY.encode()},
        ]
    )
    again = read(officer, "again.txt")
    officer.picture("loading-phone-dark")
    officer.complaints.clear()  # the browser notes the status of what was refused
    told = officer.page.locator(".mb-unloaded").inner_text().splitlines()

    assert told == ["minutes.zip is an archive: unpack it and choose the files in it", "nothing.txt is empty"]
    assert everything_wrong(officer) == NOTHING
    typed = again.get_by_label("Council")
    typed.fill("Not saved ye")
    officer.page.evaluate(DROP, ["another.txt", BANDSTAND])
    another = read(officer, "another.txt")
    officer.page.keyboard.type("t")  # whoever types meanwhile goes on where they are
    assert typed.input_value() == "Not saved yet"
    another.get_by_role("button", name="Remove").click()
    again.get_by_role("button", name="Remove").click()
    again.wait_for(state="detached")
    assert officer.page.evaluate("document.activeElement.className + document.activeElement.id") != ""


def test_a_reader_finds_no_such_view_and_no_such_door(house, visit):
    for address in running(house.assistant, doors=Doors(open_to_all=True), host="0.0.0.0"):
        here = address.replace("0.0.0.0", "127.0.0.1")
        for method, path in (("GET", "desk"), ("PUT", "files/x.txt"), ("POST", "add"), ("POST", "go-on")):
            reply = httpx.request(method, f"{here}loading/{path}", content=b"{}")
            assert (reply.status_code, reply.text) == (403, REFUSED)
        reader = visit(here, "?show=loading")
        assert REFUSED in reader.page.locator("#mb-view").inner_text()
        assert "Load minutes" not in reader.texts(".mb-view-link")
        assert reader.page.locator("#mb-files").count() == 0

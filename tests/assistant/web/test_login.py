"""Logging in, asking and logging out in a real browser: here, under a sub-path, and behind Caddy with HTTPS."""

from __future__ import annotations

import contextlib
import re
import shutil

import pytest

from assistant.access import Role, Users
from assistant.answering import Assistant
from assistant.web.address import PublicAddress
from assistant.web.doors import Doors
from ingest import parse, read_source
from tests.assistant.web.conftest import CHOSEN, SAMPLES, running
from tests.assistant.web.keyboard import Keyboard
from tests.assistant.web.proxies import caddy, free_port, relay
from tests.assistant.web.test_accessibility import CONTRAST, NAMELESS, SMALL
from tests.vectorstore.hashing import HashEmbedder
from vectorstore import MinutesStore, load

pytestmark = pytest.mark.browser

PASSWORD = "three random words"


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    """One over a few sample meetings; what it answers does not matter here."""
    embedder = HashEmbedder()
    with MinutesStore.open(tmp_path_factory.mktemp("login") / "store", embedder, create=True) as store:
        load(store, [parse(read_source(SAMPLES / name)) for name in CHOSEN], embedder)
        yield Assistant(store, embedder)


@pytest.fixture
def users(tmp_path):
    made = Users(tmp_path / "users.json")
    made.add("Ann Shah", Role.READER, PASSWORD)
    return made


@pytest.fixture
def served(users, assistant, tmp_path):
    """Serve behind a proxy of the kind asked for; returns the address that people open."""
    with contextlib.ExitStack() as stack:

        def start(kind):
            port, behind = free_port(), free_port()
            if kind == "plain":
                return next(
                    iter(
                        stack.enter_context(contextlib.closing(running(assistant, doors=Doors(users=users))))
                    )
                )
            scheme = "http" if kind == "relay" else "https"
            public = PublicAddress.read(f"{scheme}://localhost:{port}/minutes")
            proxy = (
                relay(port, behind)
                if kind == "relay"
                else caddy(port, behind, tmp_path, strips=kind == "strips")
            )
            stack.enter_context(proxy)
            doors = Doors(users=users, public=public)
            next(iter(stack.enter_context(contextlib.closing(running(assistant, doors=doors, port=behind)))))
            return f"{public}/"

        yield start


@pytest.fixture
def page(browser):
    """A person's browser, and what it asked for elsewhere."""
    context = browser.new_context(locale="en-GB", ignore_https_errors=True)
    page = context.new_page()
    page.outside, page.complaints = [], []
    page.on("request", lambda request: page.outside.append(request.url))
    page.on("console", lambda line: page.complaints.append(line.text) if line.type == "error" else None)
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    yield page
    context.close()


def log_in(page, password=PASSWORD):
    page.get_by_label("Name").fill("Ann Shah")
    page.get_by_label("Password").fill(password)
    page.get_by_label("Password").press("Enter")


@pytest.mark.parametrize("kind", ["plain", "relay", "strips", "leaves"])
def test_a_person_logs_in_asks_and_logs_out_and_nothing_goes_elsewhere(served, page, kind):
    if kind in ("strips", "leaves") and not shutil.which("caddy"):
        pytest.skip("Caddy is not installed")
    address = served(kind)
    page.goto(address)
    assert page.url == f"{address}login"
    log_in(page)
    page.wait_for_selector(".mb-welcome")
    assert page.url == address
    (cookie,) = page.context.cookies()
    assert cookie["httpOnly"]
    assert cookie["sameSite"] == "Strict"
    assert cookie["secure"] == address.startswith("https")
    assert cookie["path"] == re.sub(r"^https?://[^/]+", "", address)

    page.get_by_label("Your question").fill("What was said about school transport?")
    page.get_by_label("Your question").press("Enter")
    page.wait_for_function("() => document.querySelector('.mb-log')?.getAttribute('aria-busy') === 'false'"
                           " && document.querySelectorAll('.mb-turn').length === 1")  # fmt: skip
    assert page.complaints == []
    assert page.locator("#mb-person").inner_text().split("\n")[0].startswith("Ann Shah")
    page.get_by_role("button", name="Log out").click()
    page.wait_for_url(f"{address}login")
    page.goto(address)
    assert page.url == f"{address}login"
    assert page.context.cookies() == []
    assert [url for url in page.outside if not url.startswith((address, "data:", "blob:"))] == []


def test_a_wrong_password_is_told_where_a_screen_reader_hears_it_and_the_name_stays(served, page):
    page.goto(served("plain"))
    log_in(page, "not the password")

    assert page.get_by_role("alert").inner_text() == "The name or the password is not right."
    assert page.title().startswith("Error: ")
    assert page.get_by_label("Name").input_value() == "Ann Shah"
    assert page.get_by_label("Password").input_value() == ""
    assert page.evaluate("document.activeElement.id") == "password"
    assert page.evaluate("document.activeElement.getAttribute('aria-describedby')") == "problem"


def test_with_the_keyboard_alone_a_person_logs_in_and_out(served, page):
    keys = Keyboard(page)
    page.goto(served("plain"))
    keys.arrives_at("#name")
    keys.type("Ann Shah")
    keys.to("#password")
    keys.type(PASSWORD)
    keys.to("button")
    keys.press("Enter")
    page.wait_for_selector(".mb-welcome")
    page.wait_for_selector("#mb-person button")
    keys.to("#mb-person button")
    keys.press("Enter")
    page.wait_for_selector("#name")
    keys.arrives_at("#name")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_for_logging_in_can_be_read_and_used_by_everybody(served, page, scheme):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": 320, "height": 600})
    page.goto(served("plain"))
    log_in(page, "not the password")
    page.get_by_role("alert").wait_for()

    assert page.evaluate(CONTRAST) == []
    assert page.evaluate(SMALL) == []
    assert page.evaluate(NAMELESS) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.locator("main h1").count() == 1
    assert page.locator("script").count() == 0


def test_a_link_on_another_site_opens_the_chat_of_whoever_is_logged_in(served, page):
    address = served("plain")
    page.goto(address)
    log_in(page)
    page.wait_for_selector(".mb-welcome")
    page.set_content(f'<a href="{address}?x=1">the minutes</a>')
    elsewhere = page.context.new_page()
    elsewhere.goto(f"data:text/html,<a href='{address}?x=1'>the minutes</a>")
    elsewhere.get_by_role("link").click()
    elsewhere.wait_for_selector(".mb-welcome")

    assert elsewhere.url == f"{address}?x=1"

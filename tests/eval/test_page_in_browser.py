"""The page of a report in a real browser, opened from its file: quiet, inert, usable by everybody, on any screen."""

from __future__ import annotations

import pytest

from tests.assistant.web.conftest import browser, chromium  # noqa: F401 - fixtures
from tests.assistant.web.hostile import FILE_NAME, PAYLOADS
from tests.eval.test_page import SOUND, THREE, UNSOUND, page, told

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """The report of three plain questions and of hostile ones: in their words, gold, answers, hits and types."""
    asked = [*THREE]
    for n, payload in enumerate(PAYLOADS):
        answer = told(payload, hits=(payload,), answer=payload)
        answer["hits"][0]["source"] = FILE_NAME
        asked.append(({"id": f"{payload}{n}", "question": payload} | UNSOUND | {"near": [payload]}, answer))
        asked.append(({"id": f"{n}", "question": "?", "nuggets": [payload]} | SOUND, answer))
    asked.append(({"id": "typed", "question": "?"} | UNSOUND | {"type": PAYLOADS[0]}, told(PAYLOADS[1])))
    path = tmp_path_factory.mktemp("page") / "report.html"
    page(path, asked)
    return path.as_uri()


@pytest.fixture
def visit(browser, address):  # noqa: F811 - the fixture
    """Open the report; at the end it must have asked nobody for anything and complained of nothing."""
    opened, asked, complaints = [], [], []

    def open_page(width=1280, **settings):
        context = browser.new_context(viewport={"width": width, "height": 900}, **settings)
        shown = context.new_page()
        shown.on("request", lambda request: asked.append(request.url))
        shown.on("console", lambda line: complaints.append(line.text))
        shown.on("pageerror", lambda error: complaints.append(str(error)))
        shown.on("dialog", lambda dialog: (complaints.append(dialog.message), dialog.dismiss()))
        shown.goto(address)
        opened.append(context)
        return shown

    yield open_page
    for context in opened:
        context.close()
    assert set(asked) == {address}
    assert complaints == []


def test_hostile_text_is_shown_and_does_nothing(visit):
    shown = visit()
    shown.get_by_role("button", name="Open all shown").click()
    assert shown.evaluate("window.hit") is None
    strange = (
        "main :is(img, iframe, object, embed, video, audio, link, base, meta, style, script, template, b)"
    )
    assert shown.locator(strange).count() == 0
    assert PAYLOADS[0] in shown.locator("#misses").inner_text()


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 1280), ("light", 390)])
def test_axe_finds_nothing_with_every_miss_open_and_nothing_is_wider_than_the_screen(visit, scheme, width):
    from axe_playwright_python.sync_playwright import Axe

    shown = visit(width, color_scheme=scheme)
    shown.get_by_role("button", name="Open all shown").click()
    found = Axe().run(shown).response["violations"]
    assert [(one["id"], node["html"][:200]) for one in found for node in one["nodes"]] == []
    assert shown.evaluate("document.documentElement.scrollWidth") == width


def test_misses_are_narrowed_by_type_and_by_cause(visit):
    shown = visit()
    shown.get_by_label("Type", exact=True).select_option("decision")
    ids = shown.locator(".miss:visible").evaluate_all("all => all.map(one => one.dataset.type)")
    assert set(ids) == {"decision"}
    shown.get_by_label("Cause", exact=True).select_option("NOT_CITED")
    assert shown.locator(".miss:visible h3").all_inner_texts() == ["which fence is it?"]
    assert shown.get_by_role("status").inner_text().startswith("1 of ")
    shown.get_by_label("Type", exact=True).select_option("near-miss")
    assert shown.locator(".miss:visible").count() == 0


def test_without_its_script_the_page_shows_all_misses_and_offers_no_choice(visit):
    shown = visit(java_script_enabled=False)
    assert shown.locator(".miss:visible").count() == 3 + 2 * len(PAYLOADS)
    assert not shown.locator("#filter").is_visible()
    shown.locator(".miss > summary").first.click()
    assert shown.locator(".miss").first.locator("h4").all_inner_texts() == ["Gold", "Answer", "Retrieved"]


def test_nothing_from_elsewhere_may_be_loaded_into_the_page(visit):
    """The policy stands in the file: even markup that got in could fetch nothing and run nothing."""
    policy = visit().locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert "http" not in policy

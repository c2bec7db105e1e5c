"""Minutes, names, titles and questions of somebody who wishes the reader ill are shown as text and do nothing.

In a real browser, under the content security policy; that nothing was asked of another machine, no dialog opened and no
error was logged is held for every test by the fixture `visit`.
"""

from __future__ import annotations

from urllib.parse import quote

import pytest

from tests.assistant.web.hostile import FILE_NAME, HOSTILE_BODY, PAYLOADS

pytestmark = [pytest.mark.browser, pytest.mark.model]

OURS = {
    *(
        "A",
        "ARTICLE",
        "B",
        "BUTTON",
        "CAPTION",
        "DETAILS",
        "DIV",
        "FIELDSET",
        "H1",
        "H2",
        "H3",
        "H4",
        "INPUT",
        "LABEL",
    ),
    *(
        "DATALIST",
        "PROGRESS",
        "LEGEND",
        "LI",
        "MARK",
        "NAV",
        "OL",
        "OPTGROUP",
        "OPTION",
        "P",
        "SECTION",
        "SELECT",
        "SPAN",
        "SUMMARY",
    ),
    *("TABLE", "TBODY", "TD", "TEXTAREA", "TH", "THEAD", "TR", "UL"),
    *("SVG", "G", "PATH", "RECT", "CIRCLE", "TEXT", "TITLE", "DESC"),
}
FOUND = """() => {
    const inside = [...document.querySelectorAll('.html-container [class^=mb-] *, .mb-picture *')];
    const could = /^(on.*|src|srcset|style|action|formaction|xlink:href|background|poster|target|ping)$/;
    return {
        tags: [...new Set(inside.map(element => element.tagName.toUpperCase()))],
        attributes: inside.filter(e => e.id !== 'mb-question')  // the box that grows with what is typed
            .flatMap(e => [...e.attributes].filter(a => a.value && could.test(a.name)).map(a => a.name)),
        links: inside.map(e => e.getAttribute('href')).filter(h => h !== null && !/^[?#]/.test(h)),
        forms: document.forms.length,
        covered: [...document.querySelectorAll('body *')].filter(e => e.checkVisibility()
            && getComputedStyle(e).position === 'fixed'
            && e.getBoundingClientRect().width * e.getBoundingClientRect().height > 90000).length,
        hit: window.hit ?? null,
    };
}"""


def flat(text):
    return " ".join(text.split())


def assert_inert(visitor):
    found = visitor.page.evaluate(FOUND)
    assert set(found.pop("tags")) <= OURS
    assert found == {"attributes": [], "links": [], "forms": 0, "covered": 0, "hit": None}


def missing(payloads, shown):
    shown = flat(shown)
    return [payload for payload in payloads if flat(payload) not in shown]


def test_there_are_sixty_ways_and_more():
    assert len(set(PAYLOADS)) >= 60


def test_hostile_minutes_and_names_are_text_in_an_answer_and_in_the_record(chat, visit):
    councillor = visit(chat)
    councillor.narrow(body=HOSTILE_BODY)
    exchange = councillor.ask(f"What was discussed about the lantern festival? {PAYLOADS[0]} {PAYLOADS[3]}")
    record = councillor.open(exchange.locator(".mb-cite, .mb-hit").first)
    shown = record.inner_text()
    councillor.picture("hostile-record")

    assert missing(PAYLOADS, shown) == []
    assert FILE_NAME in shown
    assert HOSTILE_BODY in shown
    assert HOSTILE_BODY in councillor.page.locator(".mb-narrowed").inner_text()
    assert PAYLOADS[0] in exchange.locator(".mb-question").inner_text()
    assert_inert(councillor)


@pytest.mark.parametrize("start", range(0, len(PAYLOADS), 13))
def test_hostile_questions_are_text(chat, visit, start):
    councillor = visit(chat)
    payloads = PAYLOADS[start : start + 13]
    for several in (payloads[:7], payloads[7:]):
        if several:
            exchange = councillor.ask(" ".join(several))
            assert missing(several, exchange.locator(".mb-question").inner_text()) == []
    assert_inert(councillor)


def test_hostile_minutes_are_text_in_the_registers(chat, visit):
    councillor = visit(chat)
    body = quote(HOSTILE_BODY)
    shown = ""
    for view in ("decisions", "actions"):
        councillor.look(f"?show={view}&body={body}")
        shown += councillor.page.locator("#mb-view").inner_text()
        assert_inert(councillor)
    councillor.picture("hostile-actions")

    # What looks like a file's markup is left out of the words of a register; the words around it stand there.
    assert "Clerk to write about the lantern festival" in shown
    assert HOSTILE_BODY in shown


def test_hostile_minutes_are_text_in_the_timeline_and_its_picture(chat, visit):
    councillor = visit(chat)
    councillor.look("?show=timeline&search=lantern+festival")
    councillor.picture("hostile-timeline")
    picture = councillor.page.locator(".mb-picture")

    assert picture.locator("svg").count() == 1
    assert "<img src=https://evil.example" in picture.inner_html().replace("&lt;", "<")
    assert_inert(councillor)
    councillor.page.locator(".mb-picture a").first.focus()
    councillor.page.keyboard.press("Enter")
    councillor.reading()
    assert_inert(councillor)


@pytest.mark.parametrize("start", range(0, len(PAYLOADS), 22))
def test_a_hostile_address_is_text(chat, visit, start):
    councillor = visit(chat)
    for payload in PAYLOADS[start : start + 22 : 4]:
        hostile = quote(payload)
        councillor.look(f"?show=decisions&search={hostile}&body={hostile}&sort={hostile}&x={hostile}")
        assert councillor.page.locator("#mb-search").input_value() == payload
    councillor.look(f"?show=timeline&search={hostile}&from={hostile}")
    councillor.go(f"?passage={hostile}&council={hostile}&q={hostile}")
    councillor.wait(1)
    councillor.reading()
    assert_inert(councillor)


def test_an_inline_handler_would_not_run_even_if_markup_slipped_through(chat, visit):
    councillor = visit(chat)
    councillor.page.evaluate(
        "document.querySelector('.mb-welcome').innerHTML += '<img src=x onerror=\"window.hit=1\">'"
    )
    councillor.page.wait_for_timeout(300)
    refused = [line for line in councillor.complaints if "Content Security Policy" in line]
    councillor.complaints.clear()

    assert councillor.page.evaluate("window.hit") is None
    assert refused


def test_the_page_points_nowhere_else(chat, visit):
    councillor = visit(chat)
    addresses = councillor.page.evaluate(
        "[...document.querySelectorAll('[src], [href], [action]')].map(e => e.src || e.href || e.action)"
    )
    fonts = councillor.page.evaluate("[...document.fonts].map(font => font.family)")

    assert [address for address in addresses if not str(address).startswith((chat, "data:"))] == []
    assert fonts == []
    assert "Gradio" not in councillor.page.inner_text("body")

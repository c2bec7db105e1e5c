"""What everybody needs to use the page: axe finds nothing on any view, light or dark, on a screen or a phone."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = [pytest.mark.browser, pytest.mark.model]

# WCAG 1.4.3, also where axe is not sure of the ground: contrast of text and what it stands on.
CONTRAST = """() => {
    const channels = colour => colour.match(/[\\d.]+/g).map(Number);
    const light = colour => {
        const linear = c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
        const [r, g, b] = channels(colour).map(c => linear(c / 255));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const ground = element => {
        for (let e = element; e; e = e.parentElement) {
            const colour = getComputedStyle(e).backgroundColor, alpha = channels(colour)[3] ?? 1;
            if (alpha === 1) return colour;
        }
        return 'rgb(255, 255, 255)';
    };
    const poor = [];
    for (const e of document.querySelectorAll('body *')) {
        const own = [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
        if (!own || !e.checkVisibility() || e.closest('script, style, svg')) continue;
        const [a, b] = [light(getComputedStyle(e).color), light(ground(e))].sort((x, y) => y - x);
        const ratio = (a + 0.05) / (b + 0.05);
        if (ratio < 4.5) poor.push(`${e.tagName} ${e.className} ${ratio.toFixed(2)}`);
    }
    return poor;
}"""
# WCAG 2.5.8: 24 pixels each way, but for links inside a line of text.
SMALL = """() => [...document.querySelectorAll('button, select, input, textarea, summary, a')]
    .filter(e => e.checkVisibility() && !e.closest('svg, .mb-skip'))
    .map(e => [e.className || e.id || e.textContent, e.getBoundingClientRect()])
    .filter(([, box]) => box.width < 24 || box.height < 24)
    .map(([name, box]) => `${name} ${box.width} ${box.height}`)"""
NAMELESS = """() => [...document.querySelectorAll('button, select, input, textarea')]
    .filter(e => e.checkVisibility())
    .filter(e => !(e.getAttribute('aria-label') || e.innerText.trim() || e.labels?.[0]?.innerText.trim()))
    .map(e => e.outerHTML)"""
VIEWS = ("decisions", "actions", "timeline&search=accommodation", "about")
ASKED = "Who moved the default 20 mph limit for villages at the Highways Board?"


def violations(page):
    """What axe finds, all its rules on: rule, why, and where."""
    found = Axe().run(page).response["violations"]
    return [(one["id"], node["html"][:200]) for one in found for node in one["nodes"]]


def everything_wrong(visitor):
    page = visitor.page
    wide = page.evaluate("document.documentElement.scrollWidth")
    return {
        "axe": violations(page),
        "contrast": page.evaluate(CONTRAST),
        "small": page.evaluate(SMALL),
        "wide": [wide] if wide > page.viewport_size["width"] else [],
    }


NOTHING = {"axe": [], "contrast": [], "small": [], "wide": []}


@pytest.mark.parametrize(
    ("scheme", "width"), [("light", 1280), ("dark", 1280), ("light", 390), ("dark", 320)]
)
def test_nothing_is_wrong_on_any_view(chat, visit, scheme, width):
    councillor = visit(chat, scheme=scheme, width=width)
    found = {"welcome": everything_wrong(councillor)}
    exchange = councillor.ask(ASKED)
    exchange.get_by_text("Take away").click()
    exchange.get_by_text("Is this wrong?").click()
    exchange.get_by_text("Other passages found").click()
    found["answer"] = everything_wrong(councillor)
    councillor.picture(f"axe-answer-{scheme}-{width}")
    councillor.open(exchange.locator(".mb-cite").first)
    found["record"] = everything_wrong(councillor)
    councillor.go("?q=what+does+key+point+7+say&q=when+is+the+next+general+election")
    councillor.wait(2)
    found["refusal"] = everything_wrong(councillor)
    for view in VIEWS:
        councillor.look(f"?show={view}")
        councillor.page.evaluate("scrollTo(0, 0)")
        councillor.picture(f"{view.split('&')[0]}-{scheme}-{width}")
        found[view] = everything_wrong(councillor)
    councillor.look("?show=decisions&search=panel")
    councillor.narrow()
    councillor.page.locator(".mb-we summary").click()
    found["filters"] = everything_wrong(councillor)

    assert {view: wrong for view, wrong in found.items() if wrong != NOTHING} == {}


def test_an_empty_store_is_accessible_too(empty_chat, visit):
    assert everything_wrong(visit(empty_chat)) == NOTHING


def test_what_moves_stands_still_for_whoever_wants_it_so(chat, visit):
    councillor = visit(chat)
    councillor.page.emulate_media(reduced_motion="reduce")
    councillor.page.evaluate(
        "document.querySelector('.mb-welcome').insertAdjacentHTML('beforeend', '<p class=mb-waiting>x</p>')"
    )
    moves = councillor.page.evaluate(
        "[...document.querySelectorAll('#mb-content *')].filter(e => getComputedStyle(e).animationName !== 'none'"
        " && e.checkVisibility()).map(e => e.className)"
    )
    councillor.page.emulate_media(reduced_motion="no-preference")

    assert moves == []


def flat(words):
    return " ".join(words.split())


def test_an_answer_is_said_aloud_once_when_it_is_whole_and_nothing_else_is(chat, visit):
    councillor = visit(chat)
    councillor.ask(ASKED)  # the first of a server may be told to wait
    said = []
    for question in ("What did we agree on secure accommodation?", "when is the next general election"):
        councillor.listen()
        exchange = councillor.ask(question)
        councillor.open(exchange.locator("a[href*=passage]").first)
        words = flat(" ".join(exchange.locator(".mb-words").all_inner_texts()))
        said.append((words, list(map(flat, councillor.heard()))))
    (answer, [answer_said]), (refusal, [refusal_said]) = said

    assert answer_said.startswith(answer)
    assert answer_said.endswith("cited.")
    assert refusal_said == refusal

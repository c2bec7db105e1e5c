"""What everybody needs to use the page: contrast in light and dark, names, targets big enough to hit."""

from __future__ import annotations

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.model]

# WCAG 1.4.3: contrast of text and what it stands on, where that is one colour, as everywhere on this page.
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
        if (!own || !e.checkVisibility() || e.closest('script, style')) continue;
        const [a, b] = [light(getComputedStyle(e).color), light(ground(e))].sort((x, y) => y - x);
        const ratio = (a + 0.05) / (b + 0.05);
        if (ratio < 4.5) poor.push(`${e.tagName} ${e.className} ${ratio.toFixed(2)}`);
    }
    return poor;
}"""
SMALL = """() => [...document.querySelectorAll('button, select, input, textarea, summary')]
    .filter(e => e.checkVisibility())
    .map(e => [e.className || e.id || e.textContent, e.getBoundingClientRect()])
    .filter(([, box]) => box.width < 24 || box.height < 24).map(([name]) => name)"""
NAMELESS = """() => [...document.querySelectorAll('button, select, input, textarea')]
    .filter(e => e.checkVisibility())
    .filter(e => !(e.getAttribute('aria-label') || e.innerText.trim() || e.labels?.[0]?.innerText.trim()))
    .map(e => e.outerHTML)"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_can_be_told_from_its_ground(chat, visit, scheme):
    councillor = visit(chat, scheme=scheme)
    welcome = councillor.page.evaluate(CONTRAST)
    exchange = councillor.ask("Who moved the default 20 mph limit for villages at the Highways Board?")
    councillor.open(exchange.locator(".mb-cite").first)
    councillor.ask("when is the next general election")

    assert welcome == []
    assert councillor.page.evaluate(CONTRAST) == []


def test_everything_that_can_be_used_has_a_name_and_is_big_enough_to_hit(chat, visit):
    councillor = visit(chat, width=390)
    exchange = councillor.ask("Who was elected chair of the Secure Accommodation Panel?")
    councillor.open(exchange.locator(".mb-cite").first)
    councillor.page.locator(".mb-filters summary").click()

    assert councillor.page.evaluate(NAMELESS) == []
    assert councillor.page.evaluate(SMALL) == []

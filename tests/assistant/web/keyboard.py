"""A person with a keyboard and nothing else: presses keys, and looks each time where the focus is and if it shows."""

from __future__ import annotations

# WCAG 2.4.7, 2.4.11 and 1.4.11: what has the focus shows it, 3 to 1 on its ground, and nothing lies over it.
WRONG = """() => {
    const focused = document.activeElement;
    if (focused === document.body) return 'nothing has the focus';
    const said = `${focused.tagName} ${focused.id} ${focused.getAttribute('class')}`;
    const style = getComputedStyle(focused);
    if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) return `${said} does not show it`;
    const channels = colour => colour.match(/[\\d.]+/g).map(Number);
    const light = colour => {
        const linear = c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
        const [r, g, b] = channels(colour).map(c => linear(c / 255));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    let ground = focused.parentElement;
    while (ground && channels(getComputedStyle(ground).backgroundColor)[3] === 0) ground = ground.parentElement;
    const pair = [light(style.outlineColor), light(getComputedStyle(ground).backgroundColor)];
    const [bright, dark] = pair.sort((a, b) => b - a);
    if ((bright + 0.05) / (dark + 0.05) < 3) return `${said} hardly shows it`;
    const { left, top, width, height } = focused.getClientRects()[0];
    const above = document.elementFromPoint(left + width / 2, top + Math.min(height, innerHeight) / 2);
    const seen = above && (focused.contains(above) || above.contains(focused));
    return seen ? '' : `${said} is covered by ${above?.outerHTML.slice(0, 80)}`;
}"""
_MOST = 60  # presses of one key


class Keyboard:
    """`page` is Playwright's, of which only the keyboard is used."""

    def __init__(self, page):
        self.page = page

    def press(self, key):
        """Press one key."""
        self.page.keyboard.press(key)

    def type(self, words):
        """Type words, key by key."""
        self.page.keyboard.type(words)

    def is_at(self, selector):
        """Whether what fits has the focus, and shows it."""
        at = self.page.evaluate("selector => document.activeElement.matches(selector)", selector)
        return at and self.page.evaluate(WRONG) == ""

    def arrives_at(self, selector):
        """Wait until what fits has the focus, which must show."""
        self.page.wait_for_function("selector => document.activeElement.matches(selector)", arg=selector)
        self._looks_right()

    def to(self, selector, key="Tab"):
        """Press the key until what fits has the focus; on the way the focus shows all the time."""
        for _ in range(_MOST):
            self.press(key)
            self._looks_right()
            if self.page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
        raise AssertionError(f"{key} does not lead to {selector}")

    def _looks_right(self):
        wrong = self.page.evaluate(WRONG)
        assert wrong == "", wrong

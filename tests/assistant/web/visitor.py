"""One person at the chat: types, chooses and reads, and notes what the page asks of other machines."""

from __future__ import annotations

_ANSWERED = """count => document.querySelectorAll('.mb-turn').length === count
    && document.querySelector('.mb-log').getAttribute('aria-busy') === 'false'"""


class Visitor:
    """`page` is Playwright's; `outside` what it asked for elsewhere; `complaints` its errors and dialogs."""

    def __init__(self, window, address, *, width=1280, height=860, scheme="light"):
        self.page = window.new_page()
        self.page.emulate_media(color_scheme=scheme)
        self.page.set_viewport_size({"width": width, "height": height})
        self.outside, self.complaints = [], []
        self.page.on("request", lambda request: self._note(request.url, address))
        self.page.on(
            "console", lambda line: self.complaints.append(line.text) if line.type == "error" else None
        )
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: self.complaints.append(dialog.message))
        self.page.goto(address)
        self.page.wait_for_selector(".mb-welcome")

    def _note(self, url, address):
        if not url.startswith((address, "data:", "blob:")):
            self.outside.append(url)

    def type(self, question):
        """Type a question and press Enter, without waiting for the answer."""
        box = self.page.get_by_label("Your question")
        box.fill(question)
        box.press("Enter")

    def wait(self, count):
        """Wait until the conversation has this many exchanges, all finished."""
        self.page.wait_for_function(_ANSWERED, arg=count)

    def ask(self, question):
        """Ask, wait for the whole answer, and return the exchange."""
        count = self.page.locator(".mb-turn").count() + 1
        self.type(question)
        self.wait(count)
        return self.page.locator(".mb-turn").nth(count - 1)

    def texts(self, selector):
        """The text of each element that fits, as the person sees it."""
        return self.page.locator(selector).all_inner_texts()

    def open(self, button):
        """Choose a citation or a passage and wait until the panel shows it."""
        given = [(name, button.get_attribute(name)) for name in ("data-turn", "data-cite", "data-hit")]
        button.click()
        chosen = "".join(f'[{name}="{value}"]' for name, value in given if value is not None)
        panel = self.page.locator(f".mb-panel-open{chosen}")
        panel.wait_for()
        return panel

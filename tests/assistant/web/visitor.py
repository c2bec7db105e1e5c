"""One person at the page: types, chooses and reads, and notes what the page asks of other machines."""

from __future__ import annotations

from pathlib import Path

SCREENSHOTS = Path(__file__).parents[3] / "screenshots"
"""Pictures for people to look at; not kept in the repository."""

_ANSWERED = """count => document.querySelectorAll('.mb-turn').length === count
    && document.querySelector('.mb-log').getAttribute('aria-busy') === 'false'"""
# Where the focus was, the Tab key goes on even from what is no longer there: so it starts from the top.
_AT_THE_TOP = """() => {
    const top = document.createElement('button');
    document.body.prepend(top);
    top.focus();
    top.remove();
    scrollTo(0, 0);
    getSelection().removeAllRanges();
}"""
# What any live region says, each time it says something, wherever it stands.
_LISTEN = """(() => {
    window.said = [];
    const live = '[aria-live]:not([aria-live=off]), [role=status], [role=log], [role=alert]';
    const note = (records) => {
        const regions = records.map(({ target }) => (target.closest ? target : target.parentElement)?.closest?.(live));
        for (const region of new Set(regions.filter(Boolean))) {
            if (region.textContent.trim()) window.said.push(region.textContent);
        }
    };
    window.listening?.disconnect();
    window.listening = new MutationObserver(note);
    window.listening.observe(document, { childList: true, characterData: true, subtree: true });
})()"""
_STREAM = "/queue/data"
_READY = ".mb-ask, #mb-composer [hidden]"


class Visitor:
    """`page` is Playwright's; `outside` what it asked for elsewhere; `complaints` its errors and dialogs."""

    def __init__(self, window, address, *, width=1280, height=860, scheme="light"):
        self.page = window.new_page()
        self.page.emulate_media(color_scheme=scheme)
        self.page.set_viewport_size({"width": width, "height": height})
        self.home = address
        self.outside, self.complaints = [], []
        self.page.on("request", lambda request: self._note(request.url))
        self._streams = set()  # of answers; Gradio complains of one that a page cuts off by leaving
        self.page.on(
            "request", lambda request: self._streams.add(request) if _STREAM in request.url else None
        )
        for ended in ("requestfinished", "requestfailed"):
            self.page.on(ended, lambda request: self._streams.discard(request))
        self.page.on(
            "console", lambda line: self.complaints.append(line.text) if line.type == "error" else None
        )
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", self._dismiss)

    def _note(self, url):
        if not url.startswith((self.home, "data:", "blob:")):
            self.outside.append(url)

    def _dismiss(self, dialog):
        self.complaints.append(dialog.message)
        dialog.dismiss()

    def load(self, query=""):
        """Load the page as from a bookmark, and wait until it can be used."""
        self.page.goto(self.home + query)
        self.page.wait_for_selector(_READY, state="attached")
        if "q=" in query:
            self.wait(query.count("q="))
        elif "show=" in query:
            self.page.wait_for_selector("#mb-view h2")
        else:
            self.page.wait_for_selector(".mb-welcome")

    def reload(self):
        """Load the page again, once nothing is still on its way to it."""
        while self._streams:
            self.page.wait_for_timeout(20)
        self.page.reload()

    def begin(self):
        """Start anew on a page that is loaded already, as somebody else would find it."""
        self.page.evaluate("localStorage.clear(); window.minutebook.go('?')")
        self.page.wait_for_selector(".mb-welcome", state="attached")
        self.page.wait_for_function("!document.querySelector('.mb-panel-open')")
        self.page.locator("#mb-question").fill("")
        self.page.evaluate(_AT_THE_TOP)

    def go(self, query):
        """Follow a link within the page."""
        self.page.evaluate("query => window.minutebook.go(query)", query)

    def look(self, query):
        """Go to another view and wait until it shows what the address says."""
        self.go(query)
        self.page.wait_for_function(
            "() => document.querySelector('.mb-view')?.dataset.at === location.search"
        )

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

    def narrow(self, **chosen):
        """Choose in the filter form: body, since, outcomes."""
        form = self.page.locator(".mb-filters")
        if form.get_attribute("open") is None:
            form.locator("summary").first.click()
        if "body" in chosen:
            self.page.get_by_label("Body", exact=True).select_option(chosen["body"])
        if "since" in chosen:
            self.page.get_by_label("From", exact=True).fill(chosen["since"])
        if "until" in chosen:
            self.page.get_by_label("To", exact=True).fill(chosen["until"])
        if "outcomes" in chosen:
            self.page.get_by_label("Outcomes only").check()

    def texts(self, selector):
        """The text of each element that fits, as the person sees it."""
        return self.page.locator(selector).all_inner_texts()

    def open(self, link):
        """Follow a link to a passage and wait until the record shows it."""
        link.click()
        return self.reading()

    def reading(self):
        """The record, once it shows the passage of the address."""
        self.page.wait_for_function(
            "() => document.querySelector('.mb-panel-open')?.dataset.passage === window.minutebook.passage()"
        )
        return self.page.locator(".mb-panel-open")

    def listen(self):
        """Note from now on, also on pages loaded later, what a screen reader is told to say."""
        self.page.add_init_script(_LISTEN)
        self.page.evaluate(_LISTEN)

    def heard(self):
        """What it was told to say since then on the page that is loaded now, in order."""
        return self.page.evaluate("window.said")

    def copied(self):
        """What was copied last."""
        self.page.get_by_text("Copied", exact=True).first.wait_for(state="attached")
        return self.page.evaluate("navigator.clipboard.readText()")

    def picture(self, name):
        """Keep a picture of what is on the screen."""
        SCREENSHOTS.mkdir(exist_ok=True)
        self.page.screenshot(path=SCREENSHOTS / f"{name}.png")

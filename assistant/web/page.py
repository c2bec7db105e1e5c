"""The page in Gradio: its components and what they do.

Imports Gradio (seconds), so it is imported only by the functions of `assistant.web`.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import gradio as gr

from assistant.access import Act
from assistant.loading.desk import Desk
from assistant.markup import Html, el
from assistant.web.conversation import render_conversation, render_nothing_ingested, render_welcome
from assistant.web.filters import bodies_by_council, render_filters
from assistant.web.frame import render_composer, render_header
from assistant.web.location import Location
from assistant.web.panel import render_not_there, render_nothing_open, render_opened
from assistant.web.person import say_person
from assistant.web.responder import Assistant, Conversation, converse, judge, open_passage
from assistant.web.taking import take
from assistant.web.views import Views
from assistant.web.visitor import visitor
from ingest import MinutesError
from vectorstore import Filters

_AT_ONCE = 8
"""Questions answered at the same time; the others wait their turn. More only take the cores from each other."""
_WAITING = 42
"""Questions waiting: with those being answered, fifty people. Whoever comes next is told at once that it is busy."""
_FORGET_AFTER = 12 * 3600
"""Seconds after which an abandoned conversation leaves the memory of the server."""
_REMEMBERED = 200
"""Visits whose state Gradio keeps, those of programs included: some 40 kB each, and 10,000 of them if nobody says.
Whose is gone loses nothing: the address of the page says all that was asked."""
_STYLES = ("style.css", "record.css", "register.css", "loading.css", "print.css")


class Page:
    """The components of one page and what happens when they are used.

    `here` holds the address as the browser has it; everything else is drawn from that.
    """

    def __init__(self, assistant: Assistant, blocks: gr.Blocks, title: str, desk: Desk | None) -> None:
        self._assistant = assistant
        self._views = Views(assistant, desk)
        self._title = title
        self._loads = desk is not None
        self._draw()
        self._connect(blocks)

    def _draw(self) -> None:
        self.earlier = gr.State((), time_to_live=_FORGET_AFTER)
        self.person = gr.HTML("", apply_default_css=False, elem_id="mb-person")
        self.top = _html(
            "location.js",
            "lifeline.js",
            "keyboard.js",
            "copying.js",
            "printing.js",
            value=render_header(self._title),
            elem_id="mb-top",
        )
        self.here = _html("here.js", value="", html_template="", elem_id="mb-here")
        self.filters = _html("filters.js", elem_id="mb-filters")
        with gr.Row(elem_id="mb-content"):
            with gr.Column(elem_id="mb-left", scale=3, min_width=280):
                self.conversation = _html("conversation.js", elem_id="mb-conversation")
                self.composer = _html("composer.js", elem_id="mb-composer")
                self.view = _html("view.js", "renewing.js", "loading.js", elem_id="mb-view")
                self.file = _html("saving.js", elem_id="mb-file")
            with gr.Column(elem_id="mb-right", scale=2, min_width=280):
                self.panel = _html("panel.js", value=render_nothing_open(), elem_id="mb-panel")

    def _connect(self, blocks: gr.Blocks) -> None:
        told = [self.here, self.earlier]
        talk = [self.conversation, self.earlier]
        forms = [self.filters, self.composer]
        blocks.load(self._begin, outputs=[self.top, *forms], **_event())
        blocks.load(say_person, outputs=[self.person], **_event())
        self.conversation.converse(self._converse, inputs=told, outputs=talk, **_event())
        self.conversation.judge(self._judge, inputs=told, outputs=talk, **_event())
        self.conversation.take(self._take, inputs=told, outputs=[self.file], **_event())
        self.view.look(self._look, inputs=[self.here], outputs=[self.view], **_event())
        self.view.export(self._export, inputs=[self.here], outputs=[self.file], **_event())
        self.view.renew(self._forms, outputs=forms, **_event())
        self.panel.open(self._open, inputs=told, outputs=[self.panel], **_event())

    def _begin(self) -> tuple[Html, Html, Html]:
        """The views that this person has, and the forms."""
        return render_header(self._title, may_load=self._may_load()), *self._forms()

    def _may_load(self) -> bool:
        return self._loads and visitor().may(Act.LOAD)

    def _forms(self) -> tuple[Html, Html]:
        """The forms, or nothing where there is nothing to ask about."""
        try:
            ready = self._assistant.store.coverage(Filters()).meetings > 0
            form = render_filters(bodies_by_council(self._assistant.store)) if ready else Html("")
        except MinutesError:
            ready, form = False, Html("")  # the conversation says why
        return form, render_composer(ready=ready)

    def _converse(self, query: str, earlier: Conversation) -> Iterator[tuple[Any, ...]]:
        """Bring the conversation to where the address is."""
        here = Location.read(query or "")
        if not here.asked:
            yield self._welcome(), ()
            return
        for conversation in converse(self._assistant, here.asked, earlier):
            yield render_conversation(conversation, here), conversation

    def _welcome(self) -> Html:
        try:
            coverage = self._assistant.store.coverage(Filters())
            if not coverage.meetings:
                return render_nothing_ingested(may_load=self._may_load())
            return render_welcome(coverage, self._assistant.example_questions(4))
        except MinutesError as error:
            return el("p", str(error), class_="mb-error mb-welcome", role="alert")

    def _judge(self, query: str, earlier: Conversation, event: gr.EventData) -> tuple[Any, ...]:
        conversation = judge(
            self._assistant.store, earlier, turn=event.turn, verdict=event.verdict, keys=event.keys
        )
        return render_conversation(conversation, Location.read(query or "")), conversation

    def _take(self, query: str, earlier: Conversation, event: gr.EventData) -> Html:
        *_, conversation = converse(self._assistant, Location.read(query or "").asked, earlier)
        return take(conversation, suffix=event.suffix, turn=event.turn)

    def _look(self, query: str) -> Html:
        view = self._views.render(Location.read(query or ""), visitor())
        return el("div", view, class_="mb-view", data_at=query)

    def _export(self, query: str, event: gr.EventData) -> Html:
        return self._views.save(Location.read(query or ""), str(event.suffix))

    def _open(self, query: str, earlier: Conversation) -> Html:
        here = Location.read(query or "")
        if not here.passage:
            return render_nothing_open()
        try:
            return render_opened(open_passage(self._assistant.store, here.passage, earlier), here)
        except MinutesError as error:
            return render_not_there(str(error), here)


def _html(*scripts: str, **settings: Any) -> gr.HTML:  # noqa: ANN401 - Gradio's own keywords
    """A component drawn by us, with scripts that each have their own names."""
    code = "\n".join(f"{{\n{_read(script)}\n}}" for script in scripts)
    return gr.HTML(js_on_load=code, apply_default_css=False, **settings)


def _read(name: str) -> str:
    return files("assistant.web").joinpath(name).read_text("utf-8")


def _event() -> dict[str, Any]:
    return {
        "concurrency_limit": _AT_ONCE,
        "show_progress": "hidden",
        "api_visibility": "private",
        "trigger_mode": "always_last",
    }


def draw(assistant: Assistant, title: str, desk: Desk | None = None) -> gr.Blocks:
    """Make the page: a `gr.Blocks` with its queue; with a `desk`, officers load minutes at it."""
    with gr.Blocks(title=title, analytics_enabled=False, fill_width=True) as blocks:
        Page(assistant, blocks, title, desk)
    blocks.state_session_capacity = _REMEMBERED  # what `launch` would set
    return blocks.queue(max_size=_WAITING, default_concurrency_limit=_AT_ONCE, api_open=False)


def styles() -> str:
    """The style sheets of the page, one after the other."""
    return "\n".join(map(_read, _STYLES))


def theme() -> gr.themes.Base:
    """Gradio's plainest theme in the fonts of the computer it is shown on."""
    return gr.themes.Base(font=["system-ui", "sans-serif"], font_mono=["ui-monospace", "monospace"])

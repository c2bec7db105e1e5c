"""The chat page in Gradio: its components and what they do.

Imports Gradio (seconds), so it is imported only by the functions of `assistant.web`.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import gradio as gr

from assistant.web.conversation import (
    render_conversation,
    render_header,
    render_nothing_ingested,
    render_problem,
    render_welcome,
)
from assistant.web.filters import bodies_by_council, render_filters
from assistant.web.markup import Html
from assistant.web.panel import render_not_there, render_nothing_open, render_opened
from assistant.web.person import say_person
from assistant.web.responder import (
    Assistant,
    Conversation,
    converse,
    find_opened,
    read_filters,
    read_question,
)
from ingest import BadQuestion, MinutesError
from vectorstore import Filters

_AT_ONCE = 8
"""Questions answered at the same time; the others wait their turn. More only take the cores from each other."""
_WAITING = 42
"""Questions waiting: with those being answered, fifty people. Whoever comes next is told at once that it is busy."""
_FORGET_AFTER = 12 * 3600
"""Seconds after which an abandoned conversation leaves the memory of the server."""


class Page:
    """The components of one page and what happens when they are used."""

    def __init__(self, assistant: Assistant, blocks: gr.Blocks, title: str) -> None:
        self._assistant = assistant
        self._draw(title)
        self._connect(blocks)

    def _draw(self, title: str) -> None:
        self.earlier = gr.State((), time_to_live=_FORGET_AFTER)
        with gr.Row(elem_id="mb-top"):
            gr.HTML(render_header(title), apply_default_css=False, elem_id="mb-header")
            self.person = gr.HTML("", apply_default_css=False, elem_id="mb-person")
            self.restart = gr.Button("New conversation", elem_id="mb-restart", size="sm", visible=False)
        with gr.Row(elem_id="mb-columns"):
            with gr.Column(elem_id="mb-left", scale=3, min_width=320):
                self.conversation = _html("conversation.js", elem_id="mb-conversation")
                with gr.Column(elem_id="mb-composer", visible=False) as self.composer:
                    self.problem = gr.HTML("", apply_default_css=False, elem_id="mb-problem")
                    with gr.Row(elem_id="mb-ask-row"):
                        self.box = gr.Textbox(
                            label="Your question",
                            placeholder="What did we agree on …?",
                            lines=1,
                            max_lines=5,
                            scale=1,
                            elem_id="mb-question",
                        )
                        self.button = gr.Button("Ask", variant="primary", scale=0, elem_id="mb-ask")
                    self.filters = _html(
                        "filters.js", value={}, form="", html_template="${form}", elem_id="mb-filters"
                    )
            with gr.Column(elem_id="mb-right", scale=2, min_width=320, visible=False) as self.side:
                self.panel = _html("panel.js", value=render_nothing_open(), elem_id="mb-panel")

    def _connect(self, blocks: gr.Blocks) -> None:
        chat = [self.conversation, self.earlier, self.box, self.problem]
        asked = [
            gr.on(
                [self.button.click, self.box.submit],
                self._ask,
                inputs=[self.box, self.earlier, self.filters],
                outputs=chat,
                **_event(),
            ),
            self.conversation.ask(
                self._ask_example, inputs=[self.earlier, self.filters], outputs=chat, **_event()
            ),
        ]
        self.conversation.open(self._open, inputs=[self.earlier], outputs=[self.panel], **_event())
        self.panel.close(render_nothing_open, outputs=[self.panel], **_event())
        everything = [*chat, self.panel, self.filters, self.restart, self.composer, self.side]
        self.restart.click(self._begin, outputs=everything, cancels=asked, **_event())
        blocks.load(self._begin, outputs=everything, **_event())
        blocks.load(say_person, outputs=[self.person], **_event())

    def _begin(self) -> tuple[Any, ...]:
        """A conversation that has not begun, or the word that there is nothing to ask about."""
        try:
            coverage = self._assistant.store.coverage(Filters())
            ready = coverage.meetings > 0
            welcome = self._welcome() if ready else render_nothing_ingested()
            form = render_filters(bodies_by_council(self._assistant.store)) if ready else Html("")
        except MinutesError as error:
            ready, form, welcome = False, Html(""), render_problem(str(error))
        cleared = (welcome, (), "", render_problem(""), render_nothing_open(), gr.update(value={}, form=form))
        return *cleared, *(gr.update(visible=ready) for _ in range(3))

    def _welcome(self) -> Html:
        store = self._assistant.store
        return render_welcome(store.coverage(Filters()), self._assistant.example_questions(4))

    def _ask_example(
        self, earlier: Conversation, chosen: dict[str, str] | None, event: gr.EventData
    ) -> Iterator[tuple[Any, ...]]:
        yield from self._ask(str(event.question), earlier, chosen)

    def _ask(
        self, typed: str, earlier: Conversation, chosen: dict[str, str] | None
    ) -> Iterator[tuple[Any, ...]]:
        """Grow the conversation; what was typed stays in its box if it cannot be asked."""
        try:
            question, filters = read_question(typed), read_filters(chosen)
        except BadQuestion as error:
            yield gr.skip(), gr.skip(), gr.skip(), render_problem(str(error))
            return
        box: Any = ""
        for conversation in converse(self._assistant, question, earlier, filters):
            yield render_conversation(conversation), conversation, box, render_problem("")
            box = gr.skip()

    def _open(self, earlier: Conversation, event: gr.EventData) -> Html:
        try:
            opened = find_opened(earlier, event.turn, event.cite, event.hit)
            item = self._assistant.store.item_of(opened.passage)
        except MinutesError as error:
            return render_not_there(str(error))
        which = {"hit": event.hit} if event.cite is None else {"cite": event.cite}
        return render_opened(opened, item, event.turn, which)


def _html(script: str, **settings: object) -> gr.HTML:
    code = files("assistant.web").joinpath(script).read_text("utf-8")
    return gr.HTML(js_on_load=code, apply_default_css=False, **settings)


def _event() -> dict[str, Any]:
    return {"concurrency_limit": _AT_ONCE, "show_progress": "hidden", "api_visibility": "private"}


def draw(assistant: Assistant, title: str) -> gr.Blocks:
    """Make the page: a `gr.Blocks` with its queue."""
    with gr.Blocks(title=title, analytics_enabled=False, fill_width=True) as blocks:
        Page(assistant, blocks, title)
    return blocks.queue(max_size=_WAITING, default_concurrency_limit=_AT_ONCE, api_open=False)


def theme() -> gr.themes.Base:
    """Gradio's plainest theme in the fonts of the computer it is shown on."""
    return gr.themes.Base(font=["system-ui", "sans-serif"], font_mono=["ui-monospace", "monospace"])

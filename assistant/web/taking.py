"""Taking an answer or the conversation away: the buttons, and the file that one of them asks for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from assistant.export import FORMATS, Taken, file_name, make
from assistant.markup import Html, el
from assistant.web.responder import Conversation, Exchange, read_filters
from assistant.web.saving import held
from assistant.wording import narrowed

_NAMES = {".docx": "Word", ".pdf": "PDF", ".md": "Markdown"}


def render_taking(turn: int) -> Html:
    """The buttons for the answer of that turn (from 0), folded away."""
    buttons = el(
        "div",
        *_buttons("this answer", turn),
        role="group",
        aria_label="Take this answer away",
        class_="mb-taking",
    )
    return el("details", el("summary", "Take away"), buttons, class_="mb-take")


def render_taking_all() -> Html:
    """The buttons for the whole conversation."""
    return el(
        "div",
        el("span", "Take the whole conversation away", id="mb-take-all"),
        *_buttons("the whole conversation", None),
        role="group",
        aria_labelledby="mb-take-all",
        class_="mb-taking mb-take-all",
    )


def _buttons(what: str, turn: int | None) -> Iterator[Html]:
    for suffix, name in _NAMES.items():
        yield el(
            "button",
            name,
            type="button",
            class_="mb-tool",
            aria_label=f"{name}: save {what}",
            data_take=suffix,
            data_turn=turn,
        )
    yield el(
        "button",
        "Print",
        type="button",
        class_="mb-tool",
        aria_label=f"Print {what}",
        data_print=True,
        data_turn=turn,
    )


def take(conversation: Conversation, *, suffix: object, turn: object) -> Html:
    """The file that holds one answer, or all of them where `turn` is None; nothing where there is none such.

    What was asked for comes from a browser, so nothing of it is believed.
    """
    chosen = conversation if turn is None else ()
    if isinstance(turn, int) and turn >= 0:
        chosen = conversation[turn : turn + 1]
    taken = [_taken(exchange) for exchange in chosen if exchange.done]
    render = FORMATS.get(str(suffix))
    if not taken or render is None:
        return held("", b"")
    document = make(taken, datetime.now())
    return held(file_name(document, str(suffix)), render(document))


def _taken(exchange: Exchange) -> Taken:
    return Taken(
        question=exchange.asked.question,
        answer=exchange.answer,
        error=exchange.error or "",
        narrowed=narrowed(read_filters(exchange.asked.chosen)) if exchange.answer else "",
    )

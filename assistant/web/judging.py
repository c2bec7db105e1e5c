"""The form under an answer with which a reader says that it is wrong, and which passage would have been right."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.feedback import Verdict
from assistant.markup import Html, el
from assistant.model import Answer
from assistant.web.responder import Exchange
from assistant.wording import glimpse

_SAID = {
    Verdict.WRONG_PARAGRAPH: "It cites the wrong paragraph",
    Verdict.SHOULD_HAVE_ANSWERED: "The minutes do say; it should have answered",
    Verdict.SHOULD_HAVE_REFUSED: "The minutes do not say; it should have refused",
}


def render_judging(turn: int, exchange: Exchange) -> Html:
    """The form, folded away; where an answer has been judged, the line that says what was saved."""
    answer = exchange.answer
    if answer is None:
        return Html("")
    if exchange.saved:
        return el("p", exchange.saved, class_="mb-saved", tabindex="-1")
    return el(
        "details",
        el("summary", "Is this wrong?"),
        el(
            "div",
            el("p", "Say what is wrong, and the question is kept as a test that the assistant must pass."),
            el(
                "fieldset",
                el("legend", "What is wrong?"),
                *(_verdict(turn, verdict) for verdict in _possible(answer)),
            ),
            el(
                "fieldset",
                el("legend", "Which passage should it have cited? (not needed if it should have refused)"),
                *_passages(turn, answer),
            ),
            el("button", "Save as a test", type="button", class_="mb-save", data_judge=turn),
            el("p", role="alert", class_="mb-unjudged"),
            class_="mb-judging",
        ),
        class_="mb-feedback",
    )


def _possible(answer: Answer) -> tuple[Verdict, ...]:
    if answer.answered:
        return Verdict.WRONG_PARAGRAPH, Verdict.SHOULD_HAVE_REFUSED
    return (Verdict.SHOULD_HAVE_ANSWERED,)


def _verdict(turn: int, verdict: Verdict) -> Html:
    control = el("input", type="radio", name=f"mb-verdict-{turn}", value=verdict.value)
    return el("label", control, el("span", _SAID[verdict]), class_="mb-choice")


def _passages(turn: int, answer: Answer) -> Iterator[Html]:
    """The passages found, and the one that is open in the record: any paragraph can be opened there."""
    for hit in answer.hits:
        yield _passage(turn, hit.passage.key, f"{hit.passage.reference}:", glimpse(hit.passage))
    yield _passage(turn, "", "The paragraph that is open in the record", "")


def _passage(turn: int, key: str, name: str, words: str) -> Html:
    control = el("input", type="checkbox", name=f"mb-gold-{turn}", value=key)
    said = [el("span", words, class_="mb-glimpse")] if words else []
    return el("label", control, el("span", name, *said), class_="mb-choice")

"""A conversation as HTML: questions, answers with numbered citations, what was searched and came nearest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.markup import Html, el
from assistant.model import Answer, Cited
from assistant.parts import marked, nearest, paragraphs
from assistant.web.judging import render_judging
from assistant.web.location import Asked, Location
from assistant.web.responder import Conversation, Exchange, read_filters
from assistant.web.taking import render_taking, render_taking_all
from assistant.wording import cautions, glimpse, held, narrowed, searched
from ingest import Passage
from vectorstore import Coverage, Hit

_QUOTED = re.compile(r"(“[^”]*”)")
_STARTING = "Getting ready… The first answer takes some seconds longer."


def render_welcome(coverage: Coverage, examples: Sequence[str]) -> Html:
    """The view before the first question: what can be asked about, and a few questions to start from."""
    choices = [
        el(
            "li",
            el("a", question, href=Location(asked=(Asked(question=question),)).query, class_="mb-example"),
        )
        for question in examples
    ]
    offer = [el("h3", "You could ask"), el("ul", *choices, class_="mb-examples")] if choices else []
    return el(
        "div",
        el("h2", "What did we agree?", tabindex="-1"),
        el("p", "Ask in your own words. The answer comes in the words of the minutes, with the paragraph"
                " behind every sentence, or you are told that the minutes do not say."),
        el("p", f"You can ask about {held(coverage)}.", class_="mb-holdings"),
        *offer,
        class_="mb-welcome",
    )  # fmt: skip


def render_nothing_ingested(*, may_load: bool = False) -> Html:
    """The view while the store holds no minutes: what to do about it."""
    here = [
        el("p", el("a", "Load minutes", href=Location(page="loading").query, class_="mb-begin")),
        el("p", "For a whole folder, on the computer that runs it:"),
    ]  # fmt: skip
    elsewhere = [el("p", "On the computer that runs it, add a file or a whole folder:")]
    return el(
        "div",
        el("h2", "There are no minutes here yet"),
        el("p", "Minutebook answers from minutes that have been added to it, and so far none have."),
        *(here if may_load else elsewhere),
        el("pre", el("code", "minutebook ingest path/to/minutes")),
        el("p", "Then load this page again."),
        class_="mb-welcome mb-empty",
    )


def render_conversation(conversation: Conversation, here: Location) -> Html:
    """All exchanges, oldest first; `here` is where the reader is, so that links keep the rest as it is."""
    busy = len(conversation) < len(here.asked) or not all(exchange.done for exchange in conversation)
    return el(
        "section",
        *(_exchange(turn, exchange, here) for turn, exchange in enumerate(conversation)),
        render_taking_all() if len(conversation) > 1 and not busy else "",
        aria_label="Conversation",
        aria_busy="true" if busy else "false",
        class_="mb-log",
    )


def _exchange(turn: int, exchange: Exchange, here: Location) -> Html:
    parts: list[str] = []
    if exchange.answer is not None:
        parts += _answer(turn, exchange.answer, exchange, here)
    elif exchange.error is None:
        parts.append(_waiting(exchange))
    if exchange.error is not None:
        parts.append(el("p", exchange.error, class_="mb-error"))
    return el(
        "article",
        el("h2", exchange.asked.question, class_="mb-question", id=f"mb-question-{turn + 1}", tabindex="-1"),
        el("div", *parts, class_="mb-answer"),
        class_="mb-turn",
        aria_labelledby=f"mb-question-{turn + 1}",
    )


def _waiting(exchange: Exchange) -> Html:
    if exchange.starting:
        return el("p", _STARTING, class_="mb-waiting", data_say=_STARTING)
    return el("p", "Searching the minutes…", class_="mb-waiting")


def _answer(turn: int, answer: Answer, exchange: Exchange, here: Location) -> Iterator[Html]:
    if exchange.done and not answer.answered:
        yield from _refusal(answer, exchange, here)
    else:
        yield from _claims(answer, exchange, here)
    if exchange.done:
        yield _tools(turn, answer, exchange, here)


def _claims(answer: Answer, exchange: Exchange, here: Location) -> Iterator[Html]:
    for paragraph in paragraphs(answer):
        yield el("p", *_with_links(answer, paragraph, here), class_="mb-words")
    if answer.citations:
        sources = [el("li", _source(cited, here)) for cited in answer.citations]
        yield el("ol", *sources, class_="mb-sources", aria_label="Paragraphs cited")
    if exchange.done:
        yield from _notices(answer)
        yield _searched(answer, exchange)
        if others := _found(answer, here):
            yield el("details", el("summary", "Other passages found"), *others, class_="mb-found")


def _refusal(answer: Answer, exchange: Exchange, here: Location) -> Iterator[Html]:
    """What is said and what was searched stand first; what came nearest is shown to be opened, not retold."""
    near = _found(answer, here)
    for paragraph in paragraphs(answer)[: 1 if near else None]:
        yield el("p", paragraph, class_="mb-words mb-refusal")
    yield from _notices(answer)
    yield _searched(answer, exchange)
    if near:
        yield el("div", el("p", "Nearest, but not an answer:"), *near, class_="mb-found")


def _notices(answer: Answer) -> Iterator[Html]:
    return (el("p", notice, class_="mb-notice") for notice in answer.notices)


def _searched(answer: Answer, exchange: Exchange) -> Html:
    words = " ".join(filter(None, [searched(answer.coverage), narrowed(read_filters(exchange.asked.chosen))]))
    return el("p", words, class_="mb-coverage")


def _tools(turn: int, answer: Answer, exchange: Exchange, here: Location) -> Html:
    """What can be done with an answer: take it away, link to it, say that it is wrong."""
    link = here.up_to(turn).query
    return el(
        "div",
        el("button", "Copy answer", type="button", class_="mb-tool", data_copy=_to_copy(answer)),
        el("button", "Copy link to this answer", type="button", class_="mb-tool", data_link=link),
        render_taking(turn),
        render_judging(turn, exchange),
        class_="mb-tools",
    )


def _to_copy(answer: Answer) -> str:
    """The answer as plain text with its references under it."""
    sources = (f"[{cited.n}] {cited.passage.reference}" for cited in answer.citations)
    return "\n".join([answer.text, *(["", *sources] if answer.citations else [])])


def _with_links(answer: Answer, paragraph: str, here: Location) -> Iterator[str]:
    """The paragraph with our [n] markers made links."""
    for piece in marked(answer, paragraph):
        if isinstance(piece, Cited):
            yield _number(piece, here)
        else:
            yield from _in_type(piece)


def _in_type(words: str) -> Iterator[str]:
    """What stands in quotation marks is set as the record is."""
    for n, piece in enumerate(_QUOTED.split(words)):
        yield el("span", piece, class_="mb-quote") if n % 2 else piece


def _number(cited: Cited, here: Location) -> Html:
    label = f"Citation {cited.n}: read {cited.passage.citation.label} in its place"
    return el("a", f"[{cited.n}]", href=here.at(cited.passage.key).query, class_="mb-cite", aria_label=label)


def _source(cited: Cited, here: Location) -> Html:
    return el(
        "a",
        el("span", str(cited.n), class_="mb-n"),
        _reference(cited.passage),
        href=here.at(cited.passage.key).query,
        class_="mb-source",
    )


def _reference(passage: Passage) -> Html:
    tags = [el("span", caution, class_="mb-tag") for caution in cautions(passage)]
    return el("span", passage.reference, *tags, class_="mb-reference")


def _found(answer: Answer, here: Location) -> list[Html]:
    """The best passages that are not cited, in a list; nothing where there are none."""
    others = [el("li", _hit(hit, here)) for hit in nearest(answer)]
    return [el("ul", *others, class_="mb-hits")] if others else []


def _hit(hit: Hit, here: Location) -> Html:
    return el(
        "a",
        _reference(hit.passage),
        el("span", glimpse(hit.passage), class_="mb-glimpse"),
        href=here.at(hit.passage.key).query,
        class_="mb-hit",
    )

"""A conversation as HTML: questions, answers with numbered citations, what was searched and came nearest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.model import Answer, Cited, Claim
from assistant.web.markup import Html, el, join
from assistant.web.responder import Conversation, Exchange
from assistant.web.wording import cautions, held, searched
from ingest import Passage
from vectorstore import Coverage, Hit

_MARKER = re.compile(r"\[(\d+)\]")
_NEAREST = 5


def render_header(title: str) -> Html:
    """The top of the page."""
    return el("header", el("h1", title), el("p", "Answers in the words of the minutes"), class_="mb-header")


def render_welcome(coverage: Coverage, examples: Sequence[str]) -> Html:
    """The page before the first question: what can be asked about, and a few questions to start from."""
    choices = [
        el("li", el("button", question, type="button", class_="mb-example", data_ask=question))
        for question in examples
    ]
    offer = [el("h3", "You could ask"), el("ul", *choices, class_="mb-examples")] if choices else []
    return el(
        "div",
        el("h2", "What did we agree?"),
        el("p", "Ask in your own words. The answer comes in the words of the minutes, with the paragraph"
                " behind every sentence, or you are told that the minutes do not say."),
        el("p", f"You can ask about {held(coverage)}.", class_="mb-holdings"),
        *offer,
        class_="mb-welcome",
    )  # fmt: skip


def render_nothing_ingested() -> Html:
    """The page while the store holds no minutes: what to do about it, and nothing to type into."""
    return el(
        "div",
        el("h2", "There are no minutes here yet"),
        el("p", "Minutebook answers from minutes that have been added to it, and so far none have. On the "
                "computer that runs it, add a file or a whole folder:"),
        el("pre", el("code", "minutebook ingest path/to/minutes")),
        el("p", "Then load this page again."),
        class_="mb-welcome mb-empty",
    )  # fmt: skip


def render_conversation(conversation: Conversation) -> Html:
    """All exchanges, oldest first."""
    busy = not all(exchange.done for exchange in conversation)
    turns = [_exchange(turn, exchange) for turn, exchange in enumerate(conversation)]
    return el(
        "div",
        el("h2", "Conversation", class_="mb-unseen"),
        *turns,
        role="log",
        aria_label="Conversation",
        aria_busy="true" if busy else "false",
        class_="mb-log",
    )


def _exchange(turn: int, exchange: Exchange) -> Html:
    parts: list[str] = []
    if exchange.answer is not None:
        parts += _answer(turn, exchange.answer, exchange.done)
    elif exchange.error is None:
        parts.append(el("p", "Searching the minutes…", class_="mb-waiting"))
    if exchange.error is not None:
        parts.append(el("p", exchange.error, class_="mb-error"))
    return el(
        "article",
        el(
            "h3",
            el("span", "You asked", class_="mb-who"),
            el("span", exchange.question),
            class_="mb-question",
        ),
        el("div", *parts, class_="mb-answer"),
        class_="mb-turn",
        aria_label=f"Question {turn + 1}",
    )


def _answer(turn: int, answer: Answer, done: bool) -> Iterator[Html]:
    paragraphs = [paragraph for paragraph in re.split(r"\n\s*\n", answer.text) if paragraph.strip()]
    if done and not answer.answered:
        yield from _refusal(turn, answer, paragraphs)
        return
    for paragraph in paragraphs:
        yield el("p", *_with_buttons(turn, answer, paragraph), class_="mb-words")
    if answer.citations:
        sources = [el("li", _source(turn, cited)) for cited in answer.citations]
        yield el("ol", *sources, class_="mb-sources", aria_label="Paragraphs cited")
    if not done:
        return
    yield from _notices(answer)
    others = _found(turn, answer)
    if others:
        yield el("details", el("summary", "Other passages found"), *others, class_="mb-found")
    yield el("p", searched(answer.coverage), class_="mb-coverage")


def _refusal(turn: int, answer: Answer, paragraphs: Sequence[str]) -> Iterator[Html]:
    """What is said and what was searched stand first; what came nearest is shown to be opened, not retold."""
    nearest = _found(turn, answer)
    for paragraph in paragraphs[:1] if nearest else paragraphs:
        yield el("p", paragraph, class_="mb-words mb-refusal")
    yield from _notices(answer)
    if nearest:
        yield el("div", el("p", "Nearest, but not an answer:"), *nearest, class_="mb-found")


def _notices(answer: Answer) -> Iterator[Html]:
    return (el("p", notice, class_="mb-notice") for notice in answer.notices)


def _with_buttons(turn: int, answer: Answer, paragraph: str) -> Iterator[str]:
    """The paragraph with our [n] markers made buttons; a bracketed number in the minutes stays text."""
    cited = {citation.n: citation for citation in answer.citations}
    quoted = list(_claimed(answer.claims, paragraph))
    written = 0
    for marker in _MARKER.finditer(paragraph):
        citation = cited.get(int(marker[1]))
        if citation is None or any(start <= marker.start() < end for start, end in quoted):
            continue
        yield paragraph[written : marker.start()]
        yield _number(turn, citation)
        written = marker.end()
    yield paragraph[written:]


def _claimed(claims: Sequence[Claim], paragraph: str) -> Iterator[tuple[int, int]]:
    """Where claims stand whose markers follow them, so that what is bracketed inside is the minutes' own."""
    position = 0
    for claim in claims:
        start = paragraph.find(claim.text, position)
        end = start + len(claim.text)
        if start >= 0 and paragraph[end:].lstrip().startswith(tuple(f"[{n}]" for n in claim.citations)):
            yield start, end
            position = end


def _number(turn: int, cited: Cited) -> Html:
    return el(
        "button",
        f"[{cited.n}]",
        type="button",
        class_="mb-cite",
        data_turn=turn,
        data_cite=cited.n,
        aria_label=f"Citation {cited.n}: read {cited.passage.citation.label} in its place",
    )


def _source(turn: int, cited: Cited) -> Html:
    return el(
        "button",
        el("span", str(cited.n), class_="mb-n"),
        _reference(cited.passage),
        type="button",
        class_="mb-source",
        data_turn=turn,
        data_cite=cited.n,
    )


def _reference(passage: Passage) -> Html:
    tags = [el("span", caution, class_="mb-tag") for caution in cautions(passage)]
    return el("span", passage.reference, *tags, class_="mb-reference")


def _found(turn: int, answer: Answer) -> list[Html]:
    """The best passages that are not cited, in a list; nothing where there are none."""
    cited = {citation.passage.key for citation in answer.citations}
    others = [hit for hit in answer.hits if hit.passage.key not in cited][:_NEAREST]
    return [el("ul", *(el("li", _hit(turn, hit)) for hit in others), class_="mb-hits")] if others else []


def _hit(turn: int, hit: Hit) -> Html:
    words = " ".join(hit.passage.words.split())
    glimpse = words if len(words) <= 160 else words[:160].rsplit(" ", 1)[0].rstrip(" .,;:") + " …"
    return el(
        "button",
        _reference(hit.passage),
        el("span", glimpse, class_="mb-glimpse"),
        type="button",
        class_="mb-hit",
        data_turn=turn,
        data_hit=hit.rank,
    )


def render_problem(line: str) -> Html:
    """One line about what was typed, announced at once; "" clears it."""
    return el("p", line, class_="mb-error", role="alert") if line else join([])

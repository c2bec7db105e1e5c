"""What Minutebook is and what it is not, what is loaded, and how good it was measured to be."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from assistant.markup import Html, el
from assistant.quality import Quality
from assistant.web.registers import Cell, render_table, render_view
from assistant.wording import held, in_words
from vectorstore import Coverage

_IS = (
    "It answers in the words of the minutes, and shows the paragraph behind every sentence in its place.",
    "It says so when the minutes it has do not answer, what it searched, and what came nearest.",
    "It tells a decision from a recommendation, a motion that was lost, and talk; draft minutes are called draft.",
    "It runs on this computer or your council's: nothing you ask is sent elsewhere, unless whoever set it up "
    "named a language model that is served elsewhere.",
)
_IS_NOT = (
    "It is not the record. The minutes are, as the council publishes and confirms them: check before you rely on it.",
    "It is not legal advice, and it does not know what was never minuted.",
    "It is not complete: an answer spread over many meetings may be given in part, and a question may be refused "
    "that the minutes do answer. Choose “Is this wrong?” under an answer to say so.",
    "It sets no cookie unless you log in. Who “we” are is kept in your own browser.",
)


def render_about(coverage: Coverage, quality: Quality | None) -> Html:
    """The view; `quality` is None where nobody has measured."""
    return render_view(
        "About Minutebook",
        "What it is, what it is not, and how good it was measured to be.",
        *_list("What it is", _IS),
        *_list("What it is not", _IS_NOT),
        el("h3", "What is loaded"),
        el("p", f"{held(coverage)}."),
        el("h3", "How good it is"),
        *(_measured(quality) if quality else _not_measured()),
    )


def _list(title: str, lines: tuple[str, ...]) -> Iterator[Html]:
    yield el("h3", title)
    yield el("ul", *(el("li", line) for line in lines), class_="mb-points")


def _not_measured() -> Iterator[Html]:
    yield el(
        "p",
        "Nobody has measured it on these minutes yet. Whoever looks after it can, with questions whose right answers "
        "are known: ",
        el("code", "minutebook eval QUESTIONS.jsonl --store DIR --publish"),
        ". The figures then stand here.",
        class_="mb-not-measured",
    )


def _counted(questions: int) -> str:
    return f"{questions:,} question{'' if questions == 1 else 's'}"


def _measured(quality: Quality) -> Iterator[Html]:
    day = in_words(date.fromisoformat(quality.on))
    yield el(
        "p",
        f"Measured on {day} with {_counted(quality.questions)} ({quality.source}), by counting, with no other machine "
        "as judge.",
    )
    yield render_table(
        "Measures",
        (
            (
                Cell("What was counted", measure.meaning),
                Cell("How often", f"{measure.mean:.0%}", "mb-date"),
                Cell("95% interval", f"{measure.low:.0%} to {measure.high:.0%}", "mb-date"),
            )
            for measure in quality.measures
        ),
    )

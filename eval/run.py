"""Every case is asked through the assistant that people use, and judged by what it shows them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.answering import Assistant
from assistant.contract import answer_json
from assistant.opening import open_embedder
from eval.cases import Case, Unit
from eval.matching import Matcher
from eval.measures import Scores, score
from eval.shown import Prediction, read_prediction
from ingest import MinutesError, find_sources, parse, read_source
from vectorstore import MinutesStore, load


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What became of one case.

    Attributes:
        scores: None for a case that nothing answers: there only `answered` counts.
        error: the one line with which asking it failed, "" if it did not.
        record: the answer as `ask --json` prints it, "" after an error.
    """

    id: str
    type: str
    answerable: bool
    answered: bool
    scores: Scores | None
    error: str = ""
    record: str = ""


def open_over(minutes: Path, store: Path) -> Assistant:
    """The assistant over a folder of minutes, loaded into `store` first; what it holds already stays.

    Raises:
        MinutesError: the minutes cannot be read or the store cannot be written.
    """
    embedder = open_embedder()
    opened = MinutesStore.open(store, embedder, create=True)
    load(opened, (parse(read_source(path)) for path in find_sources(minutes)), embedder)
    return Assistant(opened, embedder)


def evaluate(
    assistant: Assistant,
    cases: Sequence[Case],
    units: Iterable[Unit] = (),
    *,
    on_progress: Callable[[int, int], None] | None = None,
) -> list[Row]:
    """Ask and judge every case, in order; one that fails is a row with its error, and the others go on.

    `units` are all known units of the minutes: a citation that holds two of them is not exact.
    `on_progress` is called with how many are done, and of how many.
    """
    matcher = Matcher(units)
    rows = []
    for n, case in enumerate(cases, 1):
        rows.append(_ask(assistant, case, matcher))
        if on_progress:
            on_progress(n, len(cases))
    return rows


def judge(case: Case, prediction: Prediction, matcher: Matcher, *, error: str = "", record: str = "") -> Row:
    """The row of one case and what was shown for it."""
    return Row(
        id=case.id,
        type=case.type,
        answerable=case.answerable,
        answered=prediction.answered,
        scores=score(case, prediction, matcher) if case.answerable else None,
        error=error,
        record=record,
    )


def _ask(assistant: Assistant, case: Case, matcher: Matcher) -> Row:
    asked = case.request
    try:
        answer = assistant.ask(asked.question, history=asked.history, filters=asked.filters)
    except MinutesError as error:
        return judge(case, Prediction(answered=False), matcher, error=str(error))
    record = answer_json(answer, case.id)
    return judge(case, read_prediction(json.loads(record)), matcher, record=record)

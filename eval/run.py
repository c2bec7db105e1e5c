"""Every case is put to a system and judged by what it shows: one row a case, whatever becomes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from eval.cases import Case, Unit
from eval.matching import Matcher
from eval.measures.scoring import Scores, failed, score
from eval.placing import Place, place_of
from eval.shown import Prediction, read_prediction
from ingest import MinutesError


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a system told for one case.

    Attributes:
        record: one object of the JSON contract, as `minutebook ask --json` prints it.
        seconds: how long each stage took, by name; "total" is the whole.
        peak_memory: bytes that the process had held at most by then, None where that is not known.
    """

    record: Mapping[str, Any]
    seconds: Mapping[str, float] = field(default_factory=dict)
    peak_memory: int | None = None


class System(Protocol):
    """Whatever answers questions and can be judged: the assistant, a rival, a file of answers."""

    @property
    def name(self) -> str:
        """What it is called in a report."""
        ...

    def identity(self) -> str:
        """Names all that its answers depend on besides the question: settings, code, minutes."""
        ...

    def answer(self, case: Case) -> Told:
        """What it tells for a case; it may look at the request and the id, never at the gold.

        Raises:
            MinutesError: it cannot; the case becomes a row with the error.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What became of one case.

    Attributes:
        scores: its values by measure.
        seconds, peak_memory: as they were told.
        error: the one line with which asking it failed, "" if it did not.
    """

    id: str
    type: str
    answerable: bool
    answered: bool
    scores: Scores
    place: Place = field(default_factory=Place)
    seconds: Mapping[str, float] = field(default_factory=dict)
    peak_memory: int | None = None
    error: str = ""


def evaluate(
    system: System,
    cases: Sequence[Case],
    units: Iterable[Unit] = (),
    *,
    places: Mapping[str, Place] | None = None,
    on_row: Callable[[Case, Row, Told | None], None] | None = None,
) -> list[Row]:
    """Ask and judge every case, in order; one that fails is a row with its error, and the others go on.

    `units` are all known units of the minutes: a citation that holds two of them is not exact. `places` are those of
    the documents. `on_row` is called as each case is done, with what was told for it: a row alone holds no answer, so
    that a long run stays small.
    """
    matcher = Matcher(units)
    rows = []
    for case in cases:
        told, error = None, ""
        try:
            told = system.answer(case)
        except MinutesError as failure:
            error = str(failure)
        row = judge(case, told, matcher, place=place_of(case, places or {}), error=error)
        rows.append(row)
        if on_row:
            on_row(case, row, told)
    return rows


def judge(
    case: Case, told: Told | None, matcher: Matcher, *, place: Place | None = None, error: str = ""
) -> Row:
    """The row of one case and what was told for it; None where asking it failed."""
    shown = read_prediction(told.record) if told else Prediction(answered=False)
    return Row(
        id=case.id,
        type=case.type,
        answerable=case.answerable,
        answered=shown.answered,
        scores=score(case, shown, matcher) if told else failed(case),
        place=place or Place(),
        seconds=told.seconds if told else {},
        peak_memory=told.peak_memory if told else None,
        error=error,
    )

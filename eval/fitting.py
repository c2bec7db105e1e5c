"""`python -m eval.fitting`: the weights by which a question is refused, fitted and cross-validated.

Every set is a file of questions over a folder of minutes. The collections of a set are the folders that its minutes
lie in. Each fold is fitted on all but one collection and judged on the one left out; the threshold of a fold is the
one that would have refused the given share of its own answerable questions, so nothing of a fold is tuned on itself.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.answerability import WEIGHTS, eligible, signals
from assistant.answering import Asked, Assistant
from assistant.ranking import Ranked
from eval import samples
from eval.cases import Case, Unit, read_cases
from eval.matching import fold
from eval.opening import open_over
from ingest import MinutesError

_RIDGE = 5.0
_STEPS = 30
_MISPLACED = 0.3  # what an answerable question counts whose best passage is not the one that answers it
_OFF_TOPIC = 3.0  # what a question counts to which nothing in the minutes comes near
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """One question: its signals, whether it can be answered, what it counts, and its collection."""

    signals: tuple[float, ...]
    answerable: bool
    weight: float
    collection: str


@dataclass(frozen=True, slots=True)
class Fit:
    """A logistic regression on the signals as they are."""

    weights: Floats
    bias: float

    def score(self, examples: Sequence[Example]) -> Floats:
        """The log odds that each question is answered by what was found; shape (n,)."""
        return np.array([e.signals for e in examples]) @ self.weights + self.bias


def fit(examples: Sequence[Example]) -> Fit:
    """Newton's method with a ridge on the standardised signals; the same examples give the same weights."""
    raw = np.array([e.signals for e in examples])
    mean, spread = raw.mean(axis=0), raw.std(axis=0) + 1e-6
    x = np.column_stack([(raw - mean) / spread, np.ones(len(raw))])
    y = np.array([float(e.answerable) for e in examples])
    counts = np.array([e.weight for e in examples])
    ridge = np.append(np.full(raw.shape[1], _RIDGE), 1e-6)
    w = np.zeros(x.shape[1])
    for _ in range(_STEPS):
        p = 1 / (1 + np.exp(-x @ w))
        curve = (x * np.maximum(counts * p * (1 - p), 1e-6)[:, None]).T @ x + np.diag(ridge)
        w -= np.linalg.solve(curve, x.T @ (counts * (p - y)) + ridge * w)
    weights = w[:-1] / spread
    return Fit(weights, float(w[-1] - weights @ mean))


def threshold(scores: Floats, examples: Sequence[Example], refused: float) -> float:
    """The score below which the share `refused` of the answerable examples lies."""
    right = np.array([s for s, e in zip(scores, examples, strict=True) if e.answerable])
    return float(np.quantile(right, refused))


def separation(scores: Floats, examples: Sequence[Example]) -> float:
    """How often an answerable question scores above an unanswerable one (the area under the curve)."""
    yes = np.array([s for s, e in zip(scores, examples, strict=True) if e.answerable])
    no = np.array([s for s, e in zip(scores, examples, strict=True) if not e.answerable])
    if not len(yes) or not len(no):
        return float("nan")
    return float(np.mean((yes[:, None] > no) + 0.5 * (yes[:, None] == no)))


def main(argv: Sequence[str] | None = None) -> int:
    """Print the held-out folds and the weights; 0 done, 1 an error."""
    args = _parser().parse_args(argv)
    try:
        with tempfile.TemporaryDirectory(prefix="minutebook-fitting-") as aside:
            sets = args.set or [(samples.QUESTIONS, samples.MINUTES, Path(aside) / "store")]
            examples = [e for questions, minutes, store in sets for e in read(questions, minutes, store)]
    except MinutesError as error:
        print(f"fitting: {error}", file=sys.stderr)  # noqa: T201
        return 1
    for line in report(examples, args.refused):
        print(line)  # noqa: T201
    return 0


def report(examples: Sequence[Example], refused: float) -> list[str]:
    """The folds, a line each, then the weights fitted on everything and the bias for the share to refuse."""
    lines = [f"{'left out':30s}    n  refused rightly  refused wrongly  separation"]
    held: list[tuple[float, Example]] = []
    for name in sorted({e.collection for e in examples}):
        rest = [e for e in examples if e.collection != name]
        out = [e for e in examples if e.collection == name]
        fitted = fit(rest)
        scores = fitted.score(out) - threshold(fitted.score(rest), rest, refused)
        held += zip(scores.tolist(), out, strict=True)
        lines.append(_fold(name, scores, out))
    together = [e for _, e in held]
    lines.append(_fold("all held out", np.array([s for s, _ in held]), together))
    whole = fit(examples)
    lines.append("")
    lines += [f"{name:30s} {w:6.2f}" for name, w in zip(WEIGHTS, whole.weights, strict=True)]
    lines.append(f"{'bias':30s} {whole.bias - threshold(whole.score(examples), examples, refused):6.2f}")
    return lines


def _fold(name: str, scores: Floats, examples: Sequence[Example]) -> str:
    def share(answerable: bool) -> str:
        of = [s < 0 for s, e in zip(scores, examples, strict=True) if e.answerable is answerable]
        return f"{sum(of):3d} of {len(of):3d}"

    return (
        f"{name:30s} {len(examples):4d}  {share(False):>15s}  {share(True):>15s}"
        f"  {separation(scores, examples):10.2f}"
    )


def read(questions: Path, minutes: Path, store: Path) -> list[Example]:
    """The examples of one set: what the assistant found for each of its questions.

    Questions that look up a number, or for which nothing eligible is found, are decided otherwise and left out.
    """
    where = {path.name: path.parent.name for path in minutes.rglob("*") if path.is_file()}
    assistant = open_over(minutes, store)
    found = ((case, _found(assistant, case)) for case in read_cases(questions))
    return [
        Example(
            signals=seen[0],
            answerable=case.answerable,
            weight=_weight(case, seen[1]),
            collection=f"{questions.stem}/{_collection(case, where, minutes.name)}",
        )
        for case, seen in found
        if seen
    ]


def _found(assistant: Assistant, case: Case) -> tuple[tuple[float, ...], bool] | None:
    request = case.request
    asked = Asked(text=request.question, history=request.history, filters=request.filters)
    question, ranked = assistant.look_up(asked)
    fit_for_it = [r for r in ranked if eligible(question, r)]
    if question.places or not question.subject or not fit_for_it:
        return None
    return signals(question, fit_for_it), any(_holds(fit_for_it[0], unit) for unit in case.citable)


def _weight(case: Case, well_placed: bool) -> float:
    if case.answerable:
        return 1.0 if well_placed else _MISPLACED
    return 1.0 if case.near else _OFF_TOPIC


def _holds(ranked: Ranked, unit: Unit) -> bool:
    return ranked.passage.source == unit.doc and fold(unit.anchor) in fold(ranked.passage.text)


def _collection(case: Case, where: dict[str, str], otherwise: str) -> str:
    docs = [unit.doc for gold in case.golds for unit in gold] or list(case.near)
    return where.get(docs[0], otherwise) if docs else "none"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m eval.fitting", description=__doc__)
    parser.add_argument(
        "--set",
        nargs=3,
        type=Path,
        action="append",
        metavar=("QUESTIONS", "MINUTES", "STORE"),
        help="a question file, its folder of minutes and where to keep their store; may be given several times",
    )
    parser.add_argument(
        "--refused", type=float, default=0.08, help="share of answerable questions that may be refused"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())

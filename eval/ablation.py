"""`python -m eval.ablation`: what each part of retrieval and choice is worth: every one is switched off in turn."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from assistant import answerability, answering, ranking
from assistant.answering import Assistant
from assistant.corpus import Corpus
from eval import samples
from eval.asking import Asking
from eval.cases import Case, Unit, read_cases, read_units
from eval.opening import open_over
from eval.report import Report
from eval.run import evaluate
from ingest import MinutesError
from vectorstore import lexical
from vectorstore.dense import DenseSearch

_SHOWN = ("recall5", "recall10", "prec", "rec", "joint", "abstain_recall", "false_refusal")
_ALL = 1e9
# A part is off when what it is worth is nothing: (module or class, name, value) for each thing that it rests on.
PARTS: dict[str, tuple[tuple[object, str, object], ...]] = {
    "everything on": (),
    "search by meaning": ((DenseSearch, "passages", lambda *_args, **_kwargs: []),),
    "search by words": ((lexical, "by_words", lambda *_args, **_kwargs: {}),),
    "acronyms written out": ((Corpus, "expansions", lambda *_args: ()),),
    "reading on in the item": ((answering, "_OPENED", 0),),
    "words of the item": ((ranking, "_IN_ITEM", 0.0),),
    "nearest sentence": ((ranking, "_LIKENESS", 0.0),),
    "preference for outcomes": tuple(
        (ranking, name, 0.0)
        for name in ("_OUTCOME", "_DECISION", "_ASKED_KIND", "_WORDED_AS_OUTCOME", "_ITSELF")
    ),
    "dates, councils, bodies": tuple((ranking, name, 0.0) for name in ("_PERIOD", "_COUNCIL", "_BODY")),
    "notices of motion put back": ((ranking, "_ANNOUNCED", 0.0),),
    "outcomes read with their item": ((answerability, "_BY_ITEM", 0.0),),
    "refusing by the model": ((answerability, "BIAS", _ALL),),
}


def main(argv: Sequence[str] | None = None) -> int:
    """Print the table; 0 done, 1 an error."""
    args = _parser().parse_args(argv)
    try:
        cases = read_cases(args.questions)[:: args.every]
        units = read_units(args.units)
        with tempfile.TemporaryDirectory(prefix="minutebook-ablation-") as aside:
            for line in table(open_over(args.minutes, args.store or Path(aside) / "store"), cases, units):
                print(line, flush=True)  # noqa: T201
    except MinutesError as error:
        print(f"ablation: {error}", file=sys.stderr)  # noqa: T201
        return 1
    return 0


def table(assistant: Assistant, cases: Sequence[Case], units: Sequence[Unit]) -> Iterator[str]:
    """A line for each part that is off, as a table in Markdown."""
    yield f"| off | {' | '.join(_SHOWN)} |"
    yield f"|---|{'---|' * len(_SHOWN)}"
    for part in PARTS:
        with switched_off(part):
            metrics = Report(tuple(evaluate(Asking(assistant), cases, units))).metrics
        yield f"| {part} | {' | '.join(f'{metrics[name].mean:.3f}' for name in _SHOWN)} |"


@contextmanager
def switched_off(part: str) -> Iterator[None]:
    """One of `PARTS` worth nothing, until the block ends."""
    before = [(module, name, getattr(module, name)) for module, name, _ in PARTS[part]]
    try:
        for module, name, nothing in PARTS[part]:
            setattr(module, name, nothing)
        yield
    finally:
        for module, name, value in before:
            setattr(module, name, value)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m eval.ablation", description=__doc__)
    parser.add_argument("--questions", type=Path, default=samples.QUESTIONS)
    parser.add_argument("--minutes", type=Path, default=samples.MINUTES)
    parser.add_argument("--units", type=Path, default=samples.UNITS)
    parser.add_argument("--store", type=Path, help="keep the store here; by default it is a temporary one")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="ask every N-th question only")
    return parser


if __name__ == "__main__":
    sys.exit(main())

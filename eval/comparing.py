"""`python -m eval.comparing`: a set of questions through a language model, audited, beside the quoting writer.

Every question is asked twice over one store: quoted, and with the model's lead. What must be nought is nought or the
exit status is 1; the measures of both writers stand side by side. Any model of `minutebook ask --model` will do.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from assistant.answering import Assistant
from assistant.chain.language_model import SECONDS, LanguageModel
from assistant.contract import answer_json
from assistant.drafting import Drafter, read_sentences
from assistant.evidence import Evidence
from eval import small_model
from eval.cases import Case, read_cases, read_units
from eval.inventions import Audit, audit
from eval.matching import Matcher
from eval.opening import open_over
from eval.report import Report
from eval.run import Row, Told, judge
from ingest import MinutesError


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One question by both writers: their rows, what the model's shows and what the audit found there, its seconds."""

    quoted: Row
    worded: Row
    record: str
    audit: Audit
    seconds: float


class Marking:
    """A drafter that puts every marker after every sentence of another's draft, for a model that writes none.

    Then nothing is dropped for want of a marker, and the check of what is said has to stand alone.
    """

    def __init__(self, drafter: Drafter) -> None:
        self.name = drafter.name
        self._drafter = drafter

    def draft(self, question: str, evidence: Sequence[Evidence]) -> Iterator[str]:
        """The other's draft, a marked sentence at a time."""
        markers = "".join(f"[{e.n}]" for e in evidence)
        for sentence in read_sentences(self._drafter.draft(question, evidence)):
            yield f"{sentence.text} {markers}\n"


def compare(
    plain: Assistant, model: Assistant, cases: Sequence[Case], matcher: Matcher
) -> Iterator[Compared]:
    """Ask each case of both assistants, which share a store.

    Raises:
        MinutesError: a question cannot be asked.
    """
    for case in cases:
        asked = case.request
        records = []
        begun = 0.0
        for assistant in (plain, model):
            begun = time.monotonic()
            answer = assistant.ask(asked.question, history=asked.history, filters=asked.filters)
            records.append(answer_json(answer, case.id))
        seconds = time.monotonic() - begun
        objects = [json.loads(record) for record in records]
        quoted, worded = (judge(case, Told(record=told), matcher) for told in objects)
        yield Compared(
            quoted=quoted,
            worded=worded,
            record=records[1],
            audit=audit(objects[1], objects[0]),
            seconds=seconds,
        )


def table(compared: Sequence[Compared]) -> str:
    """What must be nought, what the model did, and the measures of both writers."""
    audits = [one.audit for one in compared]
    answered = [one for one in compared if one.quoted.answered]
    lines = [
        f"{len(compared)} questions, {len(answered)} answered by the quoting writer",
        f"unsupported sentences shown  {sum(len(a.unsupported) for a in audits)}",
        f"dangling citations           {sum(len(a.dangling) for a in audits)}",
        f"invented names and numbers   {sum(len(a.invented) for a in audits)}",
        f"answers changed to a refusal {sum(one.quoted.answered != one.worded.answered for one in compared)}",
        f"sentences shown              {sum(a.worded for a in audits)}",
        f"sentences dropped            {sum(a.dropped for a in audits)}",
        f"answers with a lead          {sum(a.worded > 0 for a in audits)}",
        f"seconds an answered question {sum(one.seconds for one in answered) / max(1, len(answered)):.1f}",
        "",
        f"{'':20s} {'quoting':>8s} {'model':>8s}",
    ]
    both = (Report(tuple(one.quoted for one in compared)), Report(tuple(one.worded for one in compared)))
    first, second = (report.metrics for report in both)
    lines += [f"{name:20s} {first[name].mean:8.3f} {second[name].mean:8.3f}" for name in first]
    return "\n".join(lines)


def faults(compared: Sequence[Compared]) -> list[str]:
    """A line for each thing that must not be."""
    found = []
    for one in compared:
        told = {
            "unsupported": one.audit.unsupported,
            "dangling": one.audit.dangling,
            "invented": one.audit.invented,
        }
        found += [f"{one.worded.id}: {name}: {thing}" for name, things in told.items() for thing in things]
        if one.quoted.answered != one.worded.answered:
            found.append(f"{one.worded.id}: answered by one writer only")
    return found


def main(argv: Sequence[str] | None = None) -> int:
    """Compare; 0 if nothing was invented, 1 if something was, or on an error."""
    args = _parser().parse_args(argv)
    try:
        with ExitStack() as stack:
            return _compare(args, stack)
    except MinutesError as error:
        print(f"eval: {error}", file=sys.stderr)  # noqa: T201
        return 1


def _compare(args: argparse.Namespace, stack: ExitStack) -> int:
    cases = read_cases(args.questions)[: args.most]
    units = read_units(args.units) if args.units else []
    name, url = args.model, args.base_url
    if name is None:
        name, url = small_model.NAME, stack.enter_context(small_model.serve(args.threads))
    quoting = open_over(args.minutes, args.store)
    stack.enter_context(quoting.store)
    model: Drafter = LanguageModel(name, base_url=url, seconds=args.model_seconds)
    worded = quoting.with_drafter(Marking(model) if args.mark_all else model)
    compared = []
    answers = stack.enter_context(args.answers.open("w", encoding="utf-8")) if args.answers else None
    for one in compare(quoting, worded, cases, Matcher(units)):
        compared.append(one)
        if answers:
            print(one.record, file=answers, flush=True)
        print(f"{len(compared)} of {len(cases)}: {one.worded.id} {one.seconds:.1f} s", file=sys.stderr)  # noqa: T201
    print(table(compared))  # noqa: T201
    found = faults(compared)
    for line in found:
        print(f"eval: {line}", file=sys.stderr)  # noqa: T201
    return 1 if found else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m eval.comparing",
        description="Ask every question of a file with and without a language model, audit what the model added, and "
        "show the measures of both. Without --model the small packaged model is served on this machine.",
    )
    parser.add_argument(
        "--questions", type=Path, metavar="FILE", required=True, help="the questions with their gold"
    )
    parser.add_argument(
        "--minutes", type=Path, metavar="PATH", required=True, help="the minutes they are about"
    )
    parser.add_argument("--store", type=Path, metavar="DIR", required=True, help="keep the store here")
    parser.add_argument("--units", type=Path, metavar="FILE", help="all units of those minutes")
    parser.add_argument(
        "--answers", type=Path, metavar="FILE", help="write the model's answers as JSON lines"
    )
    parser.add_argument("--most", type=int, metavar="N", help="ask only the first N questions")
    parser.add_argument(
        "--model", metavar="PROVIDER:NAME", help="the language model, as for `minutebook ask`"
    )
    parser.add_argument(
        "--base-url", metavar="URL", default=os.environ.get("MINUTEBOOK_BASE_URL"), help="where it is served"
    )
    parser.add_argument(
        "--model-seconds", type=float, metavar="S", default=SECONDS, help="the most a draft may take"
    )
    parser.add_argument(
        "--mark-all",
        action="store_true",
        help="put every marker after every sentence of a draft: a hard test of the check, for models that write none",
    )
    parser.add_argument("--threads", type=int, default=2, help="for the small model (default: %(default)s)")
    return parser


if __name__ == "__main__":
    sys.exit(main())

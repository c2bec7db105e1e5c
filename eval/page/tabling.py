"""The tables of a report in HTML: measures with their intervals, groups, and what the pictures show, in figures."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from assistant.markup import Html, el, join
from eval.measures.catalogue import APART, MEASURES
from eval.misses import Cause
from eval.page.counting import Fate, Fates, found_by_rank
from eval.report import Latency, Report
from eval.resampling import Measured


def table(caption: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Html:
    """A table whose first column names its rows; on a narrow screen it is scrolled, also by keyboard."""
    head = el("tr", *(el("th", column, scope="col") for column in columns))
    body = [
        el("tr", el("th", first, scope="row"), *(el("td", cell) for cell in cells)) for first, *cells in rows
    ]
    whole = el("table", el("caption", caption), el("thead", head), el("tbody", *body))
    return el("div", whole, class_="scroll", role="group", aria_label=caption, tabindex=0)


def measures(report: Report) -> Html:
    """Every measure over all questions."""
    rows = (
        (
            name,
            mean(m),
            interval(m),
            str(m.n),
            "more" if MEASURES[name].rises else "less",
            MEASURES[name].meaning,
        )
        for name, m in report.metrics.items()
    )
    columns = ("Measure", "Mean", "95% interval", "Values", "Better", "What it counts")
    return table("Every measure over all questions, from 0 to 1", columns, rows)


def groups(report: Report, grouping: str) -> Html:
    """The measures that kinds of questions are told apart by, for each group."""
    found = report.groups[grouping]
    rows = (
        (group, str(len(of)), *(both(found[group][name]) for name in APART))
        for group, of in report.apart(grouping).items()
    )
    return table(f"By {grouping}: mean (95% interval)", (grouping.capitalize(), "Questions", *APART), rows)


def retrieval(report: Report) -> Html:
    """What is found by each rank."""
    rows = (
        (str(k), both(report.metrics[f"recall{k}"]) if k in (1, 5, 10) else "", both(m))
        for k, m in enumerate(found_by_rank(report.rows), 1)
    )
    columns = ("Hits looked at", "Recall: gold units found", "Questions with a gold unit found")
    return table("Found among the first hits: mean (95% interval)", columns, rows)


def refusals(told: Mapping[str, Fates]) -> Html:
    """What became of the questions of each type."""
    rows = (
        (
            kind,
            "yes" if f.answerable else "no",
            str(f.asked),
            *(str(f.counts[fate]) if f.answerable or fate is not Fate.RIGHT else "-" for fate in Fate),
        )
        for kind, f in told.items()
    )
    columns = ("Type", "The minutes answer it", "Asked", *(fate.capitalize() for fate in Fate))
    return table("Answered and refused, by type: questions", columns, rows)


def latency(stages: Mapping[str, Latency]) -> Html:
    """How long each stage took."""
    rows = ((stage, f"{1000 * t.p50:.1f}", f"{1000 * t.p95:.1f}", str(t.n)) for stage, t in stages.items())
    return table("Time by stage, in milliseconds", ("Stage", "p50", "p95", "Questions"), rows)


def causes(found: Counter[Cause]) -> Html:
    """How often each thing went wrong first."""
    return table(
        "What went wrong first",
        ("Cause", "Questions"),
        ((cause, str(found[cause])) for cause in Cause if found[cause]),
    )


def mean(m: Measured) -> str:
    """A mean, "-" where nothing was measured."""
    return "-" if math.isnan(m.mean) else f"{m.mean:.3f}"


def interval(m: Measured) -> str:
    """Its 95% interval."""
    return "-" if math.isnan(m.mean) else f"{m.low:.3f} to {m.high:.3f}"


def both(m: Measured) -> str:
    """A mean with its interval below it, short."""
    if math.isnan(m.mean):
        return "-"
    return join([f"{m.mean:.2f} ", el("small", f"({m.low:.2f} to {m.high:.2f})")])

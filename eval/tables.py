"""A report as a table for the terminal: the measures, the kinds of question, how long it took, what failed.

And its measures as a table in Markdown, for a README.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from eval.measures.catalogue import APART, MEASURES
from eval.placing import GROUPINGS
from eval.report import Report
from eval.resampling import Measured

_NARROW = 7  # the least width of a column
_WIDTH = max(map(len, MEASURES))


def table(report: Report) -> str:
    """The whole table; a grouping with one group only is left out."""
    answerable = sum(row.answerable for row in report.rows)
    lines = [f"{len(report.rows)} questions, {answerable} answerable", "", *_measures(report)]
    for grouping in GROUPINGS:
        groups = report.groups[grouping]
        if len(groups) > 1:
            lines += ["", *_groups(grouping, groups, report)]
    lines += ["", *_cost(report)] if report.latency else []
    lines += [f"{row.id} failed: {row.error}" for row in report.rows if row.error]
    return "\n".join(lines)


def markdown_table(report: Report) -> str:
    """The measures that something was measured of, as a table in Markdown."""
    lines = ["| measure | mean | 95% interval | what it counts |", "|---|---|---|---|"]
    for name, m in report.metrics.items():
        if m.n:
            interval = f"{m.low:.3f} to {m.high:.3f}"
            lines.append(f"| {name} | {m.mean:.3f} | {interval} | {MEASURES[name].meaning} |")
    return "\n".join(lines)


def _measures(report: Report) -> Iterator[str]:
    yield f"{'measure':{_WIDTH}s}   mean   95% interval        n  what it counts"
    for name, m in report.metrics.items():
        told = f"{m.mean:6.3f}  {m.low:5.3f} to {m.high:5.3f}" if m.n else f"{'-':>6s}  {'':14s}"
        yield f"{name:{_WIDTH}s} {told}  {m.n:5d}  {MEASURES[name].meaning}"


def _groups(grouping: str, groups: dict[str, dict[str, Measured]], report: Report) -> Iterator[str]:
    width = max(len(grouping), *(min(40, len(name)) for name in groups))
    yield f"{grouping:{width}s}     n" + "".join(f" {name:>{_NARROW}s}" for name in APART)
    for name, rows in report.apart(grouping).items():
        cells = (f" {_cell(groups[name][measure]):>{max(_NARROW, len(measure))}s}" for measure in APART)
        yield f"{name[:width]:{width}s} {len(rows):5d}" + "".join(cells)


def _cell(measured: Measured) -> str:
    return "-" if math.isnan(measured.mean) else f"{measured.mean:.2f}"


def _cost(report: Report) -> Iterator[str]:
    yield f"{'milliseconds':12s}      p50      p95"
    for stage, latency in report.latency.items():
        yield f"{stage:12s} {1000 * latency.p50:8.1f} {1000 * latency.p95:8.1f}"
    if report.peak_memory:
        yield f"{'peak memory':12s} {report.peak_memory / 2**20:8.0f} MB"

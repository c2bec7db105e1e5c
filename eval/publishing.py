"""A report in short, for people who use the chat: the measures that they can make something of, and no more."""

from __future__ import annotations

import math

from assistant.quality import Measure, Quality
from eval.measures.catalogue import MEASURES
from eval.report import Report

_TOLD = ("joint", "prec", "rec", "printed", "exact_quote", "wrong_para", "abstain_recall", "false_refusal")


def in_short(report: Report) -> Quality:
    """The figures of a report that stand in the About view; measures of nothing are left out."""
    measured = {name: report.metrics[name] for name in _TOLD}
    return Quality(
        on=report.about.made_at[:10],
        questions=len(report.rows),
        source=report.about.questions,
        measures=tuple(
            Measure(name=name, meaning=MEASURES[name].meaning, mean=m.mean, low=m.low, high=m.high)
            for name, m in measured.items()
            if not math.isnan(m.mean)
        ),
    )

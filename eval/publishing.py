"""A report in short, for people who use the chat: the measures that they can make something of, and no more."""

from __future__ import annotations

import math

from assistant.quality import Measure, Quality
from eval.report import Report

# In the words of somebody who asks, not of somebody who measures.
_TOLD = {
    "joint": "Answers with all of it right at once",
    "prec": "Citations that are right",
    "rec": "Passages that should be cited and are",
    "printed": "Right citations given under their printed number",
    "exact_quote": "Quotes that stand word for word in the passage cited",
    "wrong_para": "Answers that cite the right minutes and none of the right paragraphs",
    "abstain_recall": "Questions that the minutes do not answer and that were refused",
    "false_refusal": "Questions that the minutes answer and that were refused all the same",
}


def in_short(report: Report) -> Quality:
    """The figures of a report that stand in the About view; measures of nothing are left out."""
    measured = {name: report.metrics[name] for name in _TOLD}
    return Quality(
        on=report.about.made_at[:10],
        questions=len(report.rows),
        source=report.about.questions,
        measures=tuple(
            Measure(name=name, meaning=_TOLD[name], mean=m.mean, low=m.low, high=m.high)
            for name, m in measured.items()
            if not math.isnan(m.mean)
        ),
    )

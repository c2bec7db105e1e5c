"""The four pictures of a report: quality by type, retrieval by rank, answered and refused, time by stage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.markup import Html
from eval.page.counting import Fate, Fates, found_by_rank
from eval.page.plots import (
    GUTTER,
    RIGHT,
    ROW,
    TOP,
    WIDTH,
    Scale,
    bar,
    diamond,
    dot,
    hatching,
    legend,
    line,
    name,
    picture,
    steps,
    ticks,
    whisker,
    words,
)
from eval.report import Latency, Report

_SHARES = [(0, "0"), (0.25, "0.25"), (0.5, "0.5"), (0.75, "0.75"), (1, "1")]
_JOINT, _REFUSED = "answered with all of it right (joint)", "refused (abstain_recall)"
_PATTERNS = {Fate.RIGHT: "full", Fate.WRONG: "hatched", Fate.REFUSED: "hollow"}
_RANKS = range(1, 11)


def quality(report: Report) -> Html:
    """Each type of question: how many are answered wholly right or, where nothing answers them, refused."""
    scale, drawn, said, y = Scale(), [], [], TOP
    for kind, metrics in report.groups["type"].items():
        for measure, mark, what in (("joint", dot, _JOINT), ("abstain_recall", diamond, _REFUSED)):
            m = metrics[measure]
            if m.n:
                figures = f"{m.mean:.2f}, {m.low:.2f} to {m.high:.2f}"
                drawn += [name(y, kind), whisker(scale.at(m.low), scale.at(m.high), y)]
                drawn += [mark(scale.at(m.mean), y), words(WIDTH - RIGHT + 18, y, figures)]
                said.append(f"{kind}: {what} {figures}")
                y += ROW
    key = [("dot", f"answerable: {_JOINT}"), ("diamond", f"unanswerable: {_REFUSED}")]
    parts = [*ticks(scale, y - 10, _SHARES), *drawn, *legend(y + 12, key)]
    return picture("quality", "Quality by type, with 95% intervals", _sentence(said), y + 58, parts)


def retrieval(report: Report) -> Html:
    """How much of the gold is found by each rank."""
    across, up = Scale(top=10, start=60, end=WIDTH - 30), Scale(start=290, end=TOP)
    drawn = []
    for value, label in _SHARES:
        drawn += [line(60, up.at(value), WIDTH - 30, up.at(value), "thin")]
        drawn += [words(48, up.at(value), label, anchor="end")]
    drawn += [words(across.at(rank), 312, str(rank), anchor="middle") for rank in _RANKS]
    drawn += [words(across.at(5.5), 336, "hits looked at", anchor="middle")]
    found = found_by_rank(report.rows)
    points = [(across.at(rank), up.at(m.mean)) for rank, m in zip(_RANKS, found, strict=True) if m.n]
    drawn += [steps(points), *(diamond(x, y) for x, y in points)]
    for rank in (1, 5, 10):
        m = report.metrics[f"recall{rank}"]
        if m.n:
            x = across.at(rank) - 12  # beside the other mark, which is often as high
            drawn += [whisker(up.at(m.low), up.at(m.high), x, upright=True), dot(x, up.at(m.mean))]
    drawn += legend(
        366,
        [
            ("dot", "recall: share of the gold units found, with its 95% interval"),
            ("diamond", "share of the questions with at least one gold unit found"),
        ],
    )
    said = [f"recall at {k} is {report.metrics[f'recall{k}'].mean:.2f}" for k in (1, 5, 10)]
    return picture("retrieval", "Found among the first hits", _sentence(said), 410, drawn)


def refusals(fates: Mapping[str, Fates]) -> Html:
    """What became of the questions of each type: a bar of answered right, answered wrong and refused."""
    drawn, said, y = [hatching()], [], TOP - 20
    for answerable, heading in ((True, "the minutes answer it"), (False, "the minutes do not answer it")):
        part = {kind: f for kind, f in fates.items() if f.answerable is answerable}
        if part:
            drawn.append(words(GUTTER, y, heading, class_="strong"))
            y += ROW
        for kind, f in part.items():
            drawn += [name(y, kind), *_stack(f, y), words(WIDTH - RIGHT + 18, y, f"of {f.asked}")]
            said.append(f"{kind}: {', '.join(f'{n} {fate}' for fate, n in f.counts.items() if n)}")
            y += ROW
        y += 8 if part else 0
    key = [(pattern, str(fate)) for fate, pattern in _PATTERNS.items()]
    title = "Answered and refused, by type"
    return picture("refusals", title, _sentence(said), y + 84, [*drawn, *legend(y + 12, key)])


def latency(stages: Mapping[str, Latency]) -> Html:
    """Half and 95 of 100 questions, by stage."""
    longest = max((1000 * stage.p95 for stage in stages.values()), default=0) or 1.0
    scale, drawn, said, y = Scale(top=longest), [], [], TOP
    for stage, taken in stages.items():
        low, high = 1000 * taken.p50, 1000 * taken.p95
        drawn += [name(y, stage), line(scale.at(low), y, scale.at(high), y)]
        drawn += [diamond(scale.at(high), y), dot(scale.at(low), y)]
        drawn.append(words(WIDTH - RIGHT + 18, y, f"{low:.1f}, {high:.1f} ms"))
        said.append(f"{stage}: p50 {low:.1f} ms, p95 {high:.1f} ms")
        y += ROW
    marked = [(0.0, "0 ms"), (longest, f"{longest:.0f} ms")]
    key = [
        ("dot", "p50: half of the questions took no longer"),
        ("diamond", "p95: 95 of 100 took no longer"),
    ]
    parts = [*ticks(scale, y - 10, marked), *drawn, *legend(y + 12, key)]
    return picture("latency", "Time by stage", _sentence(said), y + 58, parts)


def _stack(fates: Fates, y: float) -> list[Html]:
    scale, drawn, before = Scale(top=fates.asked), [], 0
    for fate in fates.in_order:
        n = fates.counts[fate]
        if n:
            x, width = scale.at(before), scale.at(before + n) - scale.at(before)
            drawn.append(bar(x, y, width, _PATTERNS[fate]))
            drawn.append(words(x + width / 2, y, str(n), anchor="middle", class_=f"on-{_PATTERNS[fate]}"))
        before += n
    return drawn


def _sentence(said: Sequence[str]) -> str:
    return f"{'; '.join(said)}." if said else "Nothing was measured."

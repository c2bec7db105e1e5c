"""The sections of a report's page, each a heading, a picture, and the table that says the same."""

from __future__ import annotations

from collections import Counter

from assistant.markup import Html, el
from eval.misses import Cause
from eval.page import charts, counting, tabling
from eval.placing import GROUPINGS
from eval.report import Report

_CHAPTERS = {
    "measures": "Measures",
    "kinds": "Kinds of questions",
    "retrieval": "Retrieval",
    "refusals": "Answered and refused",
    "time": "Time and memory",
    "misses": "Misses",
}
_FIGURES = {
    "joint": "answerable questions answered with all of it right",
    "recall5": "of the gold found among the first five hits",
    "abstain_recall": "unanswerable questions refused",
    "false_refusal": "answerable questions refused: less is better",
}


def header(title: str, report: Report) -> Html:
    """What was evaluated, the four figures to know first, and the way to the sections."""
    figures = (
        el("div", el("dt", meaning), el("dd", el("b", tabling.mean(m)), el("span", tabling.interval(m))))
        for meaning, m in ((meaning, report.metrics[name]) for name, meaning in _FIGURES.items())
    )
    links = (el("li", el("a", said, href=f"#{name}")) for name, said in _CHAPTERS.items())
    answerable = sum(row.answerable for row in report.rows)
    asked = f"{len(report.rows)} questions, {answerable} of them answerable by the minutes."
    return el(
        "header",
        el("h1", title),
        el("p", " ".join([asked, *_of_what(report)])),
        el("dl", *figures, class_="figures"),
        el("nav", el("ul", *links), aria_label="Sections"),
    )


def measures(report: Report) -> Html:
    """All measures over all questions."""
    note = "Each mean is over all values of all questions, with the 95% interval of 1000 bootstrap resamples."
    return _chapter("measures", el("p", note), tabling.measures(report))


def groups(report: Report) -> Html:
    """Quality by type, and the tables of every grouping; one with a single group would repeat the whole."""
    tables = [tabling.groups(report, g) for g in GROUPINGS if g == "type" or len(report.groups[g]) > 1]
    note = (
        'Questions are placed where their gold lies: "several" in several, "none" where nothing comes near.'
    )
    return _chapter("kinds", _figure(charts.quality(report)), el("p", note), *tables)


def retrieval(report: Report) -> Html:
    """How much is found by which rank."""
    return _chapter("retrieval", _figure(charts.retrieval(report)), tabling.retrieval(report))


def refusals(report: Report) -> Html:
    """How well it knows when to refuse."""
    told = counting.fates(report)
    note = (
        "An answer comes with no probability, so how well refusing is calibrated is told by counts: a question is "
        "answered or refused, and the minutes answer it or do not. Full bars are best where the minutes answer, "
        "empty ones where they do not."
    )
    return _chapter("refusals", el("p", note), _figure(charts.refusals(told)), tabling.refusals(told))


def time(report: Report) -> Html:
    """How long it took, and the memory."""
    parts = []
    if report.latency:
        parts = [_figure(charts.latency(report.latency)), tabling.latency(report.latency)]
    held = f"The process held at most {report.peak_memory / 2**20:.0f} MB." if report.peak_memory else ""
    return _chapter("time", *parts, el("p", held or "Nobody measured the memory."))


def about_misses(asked: int, causes: Counter[Cause], types: Counter[str]) -> Html:
    """What counts as a miss, how many there are, and the choice among them."""
    missed = sum(causes.values())
    note = (
        f"{missed} of {asked} questions: not answered with all of it right though the minutes answer them, or answered "
        "though they do not. On paper come those that are open."
    )
    chosen = el(
        "form",
        _choice("type", "Type", [(kind, f"{kind} ({n})") for kind, n in sorted(types.items())]),
        _choice("cause", "Cause", [(c.name, f"{c} ({causes[c]})") for c in Cause if causes[c]]),
        el("button", "Open all shown", type="button", name="open"),
        el("button", "Close all", type="button", name="close"),
        el("output", name="count"),
        id="filter",
        hidden=True,
        autocomplete="off",
        aria_label="Choose misses",
    )
    heading = el("h2", _CHAPTERS["misses"], id="misses-heading")
    return el("div", heading, el("p", note), tabling.causes(causes), chosen if missed else el("p", "None."))


def footer(report: Report) -> Html:
    """Where the figures come from."""
    about = report.about
    told = f"Judged by Minutebook {about.version} by the gold beside each question; no model judges anything."
    questions = f" Questions: {about.questions} (sha256 {about.sha256})." if about.questions else ""
    return el("footer", el("p", f"{told}{questions}"))


def _of_what(report: Report) -> list[str]:
    about = report.about
    told = (
        [f"Asked of {about.documents} documents with {about.passages} passages."] if about.documents else []
    )
    return [*told, f"Made {about.made_at[:16].replace('T', ' ')} UTC."] if about.made_at else told


def _chapter(name: str, *parts: Html) -> Html:
    heading = el("h2", _CHAPTERS[name], id=f"{name}-heading")
    return el("section", heading, *parts, id=name, aria_labelledby=f"{name}-heading")


def _figure(picture: Html) -> Html:
    return el("figure", picture, class_="scroll", tabindex=0)


def _choice(name: str, label: str, options: list[tuple[str, str]]) -> Html:
    every = [("", "all"), *options]
    select = el("select", *(el("option", said, value=v) for v, said in every), name=name, id=f"by-{name}")
    return el("div", el("label", label, for_=f"by-{name}"), select)

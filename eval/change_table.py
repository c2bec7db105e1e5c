"""What changed from one report to another, as a table for the terminal."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Iterator, Sequence

from eval.changes import Change, Comparison
from eval.measures.catalogue import MEASURES

_WIDTH = max(map(len, MEASURES))


def change_table(comparison: Comparison) -> str:
    """The measures that changed, how many did not, and the questions that became better, worse or other."""
    return "\n".join(_lines(comparison))


def _lines(comparison: Comparison) -> Iterator[str]:
    yield f"Compared over {comparison.shared} questions{_alone(comparison)}"
    moved = [change for change in comparison.changes if change.gain or change.better or change.worse]
    if moved:
        yield ""
        yield f"{'measure':{_WIDTH}s} before   after   change  95% interval         p  verdict"
        yield from map(_line, moved)
    if len(moved) < len(comparison.changes):
        yield f"{len(comparison.changes) - len(moved)} measures are as they were"
    for what in ("better", "worse", "changed"):
        yield from _questions(what, getattr(comparison, what))


def verdict(change: Change) -> str:
    """Better, worse or the same; with "perhaps" where the paired bootstrap does not leave out 0."""
    if not change.gain:
        return "the same"
    word = "better" if change.gain > 0 else "worse"
    return word if change.difference.significant else f"perhaps {word}"


def _line(change: Change) -> str:
    d = change.difference
    if math.isnan(d.by):
        return (
            f"{change.name:{_WIDTH}s} {change.before:6.3f}  {change.after:6.3f}        -  nothing to compare"
        )
    return (
        f"{change.name:{_WIDTH}s} {change.before:6.3f}  {change.after:6.3f}   {d.by:+6.3f}  "
        f"{d.low:+6.3f} to {d.high:+6.3f} {d.p:5.3f}  {verdict(change)}"
    )


def _alone(comparison: Comparison) -> str:
    only = [
        f"{len(ids)} only {when}"
        for when, ids in (("before", comparison.only_before), ("after", comparison.only_after))
        if ids
    ]
    only += [] if comparison.same_file else ["the question files differ, so may the gold"]
    return f" ({', '.join(only)})" if only else ""


def _questions(what: str, ids: Sequence[str]) -> Iterator[str]:
    if ids:
        told = f"{len(ids)} {what}: {' '.join(ids)}"
        yield from textwrap.wrap(told, 110, subsequent_indent="  ", break_on_hyphens=False)

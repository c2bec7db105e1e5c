"""Pages set in columns are read column by column; everything else is read from the top to the bottom.

Two texts side by side are columns only if both are prose that fills its column and they do not go in step; tables,
notes in the margin and figures are not. What is set over both columns parts the page.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median

from ingest.formats.pdf.lines import lines_of
from ingest.formats.pdf.runs import Run

Line = list[Run]

_LINES = 4  # a column has at least so many
_SIDE = 0.28  # and at least that part of the width of the text
_FULL, _MOSTLY = 0.72, 0.5  # a line of prose fills so much of its column, and so many lines do
_LETTERS = 15  # in the middle line of a column
_LEVEL = 2.0  # points
_APART = 1.3  # in usual distances of lines: a paragraph begins


def flows_of(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of a page in reading order, a list for each column or stretch of the page."""
    edges = _edges([run for line in lines for run in line])
    for edge in sorted(edges, key=lambda e: sum(_crosses(line, e) for line in lines)):
        if flows := _split(lines, edge):
            return flows
    return [list(lines)]


def _edges(runs: Sequence[Run]) -> list[float]:
    """Places where many runs begin, well inside the text: right-hand columns may."""
    if len(runs) < 2 * _LINES:
        return []
    left, right = min(r.x0 for r in runs), max(r.x1 for r in runs)
    room = _SIDE * (right - left)
    starts = Counter(round(r.x0 / _LEVEL) for r in runs if left + room < r.x0 < right - room)
    return [place * _LEVEL for place, n in starts.most_common(4) if n >= _LINES]


def _split(lines: Sequence[Line], edge: float) -> list[list[Line]] | None:
    """Read the page in columns that part before `edge`, None if no stretch of it is set so."""
    flows: list[list[Line]] = []
    found, plain = False, False
    for crossing, group in itertools.groupby(lines, key=lambda line: _crosses(line, edge)):
        stretch = list(group)
        sides = None if crossing else _sides(stretch, edge)
        if sides:
            flows += [flow for side in sides for flow in flows_of(lines_of(side))]
            found, plain = True, False
        elif plain:
            flows[-1] += stretch
        else:
            flows.append(stretch)
            plain = True
    return flows if found else None


def _crosses(line: Line, edge: float) -> bool:
    return any(run.x0 < edge - _LEVEL and run.x1 > edge - _LEVEL for run in line)


def _sides(stretch: list[Line], edge: float) -> tuple[list[Run], list[Run]] | None:
    """What stands left and right of the gutter at `edge` or, where numbers hang there, a little before it."""
    runs = [run for line in stretch for run in line]
    for begin in _columns_begin(runs, edge):
        left = [run for run in runs if run.x0 < begin]
        right = [run for run in runs if run.x0 >= begin]
        first, second = lines_of(left), lines_of(right)
        if _is_prose(first) and _is_prose(second) and not _in_step(first, second):
            return left, right
    return None


def _columns_begin(runs: Sequence[Run], edge: float) -> list[float]:
    """Up to `edge`, the places where ink begins after a column of space; the nearest two."""
    begins: list[float] = []
    end = 0.0
    for run in sorted(runs, key=lambda r: r.x0):
        if run.x0 > edge + _LEVEL:
            break
        if begins and run.x0 - end < _LEVEL:
            end = max(end, run.x1)
            continue
        begins.append(run.x0)
        end = run.x1
    return begins[:0:-1][:2]


def _is_prose(lines: Sequence[Line]) -> bool:
    if len(lines) < _LINES:
        return False
    spans = [(min(r.x0 for r in line), max(r.x1 for r in line)) for line in lines]
    left, right = min(x0 for x0, _ in spans), max(x1 for _, x1 in spans)
    full = sum(x1 - left >= _FULL * (right - left) for _, x1 in spans)
    letters = median(sum(c.isalpha() for r in line for c in r.text) for line in lines)
    single = sum(len(line) == 1 or (len(line) == 2 and len(min(line, key=_left).text) < 7) for line in lines)
    return full >= _MOSTLY * len(lines) and letters >= _LETTERS and single >= 0.8 * len(lines)


def _left(run: Run) -> float:
    return run.x0


def _in_step(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether both sides begin their paragraphs side by side: then they are the cells of a table."""
    first, second = set(_openings(left)), list(_openings(right))
    beside = sum(any(abs(y - other) <= _LEVEL * 2 for other in first) for y in second)
    return len(second) > 1 and beside >= 0.8 * len(second)


def _openings(lines: Sequence[Line]) -> Iterator[float]:
    """Baselines at which paragraphs begin, as far as distances tell."""
    yield lines[0][0].y
    steps = [b[0].y - a[0].y for a, b in itertools.pairwise(lines)]
    usual = median(steps)
    for step, line in zip(steps, lines[1:], strict=True):
        if step > _APART * usual:
            yield line[0].y

"""Lines are cut at their printed numbers; the cells of a table that lost its grid are put together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.lines import Line, one_line
from ingest.sequences import Mark

_CELL = 24
_BULLETS = re.compile(r"(?<=\s)•\s+(?=\S)")
_TELLS = 50  # characters; what is shorter names something
_FIGURE = re.compile(r"[£€$]?[\d,. ]+%?")


def cut_pieces(lines: Sequence[Line], marks: Sequence[Mark]) -> list[tuple[Line, Mark | None, int]]:
    """Parts of lines, each with the number that opens it and how much of it is number."""
    by_line: dict[int, list[Mark]] = {}
    for mark in marks:
        by_line.setdefault(mark.candidate.line, []).append(mark)
    pieces: list[tuple[Line, Mark | None, int]] = []
    for n, line in enumerate(lines):
        here = {m.candidate.at: m for m in by_line.get(n, [])}
        places = sorted(here)
        at = 0
        for part in line.cut(places):
            own = here.get(at)
            pieces.append((part, own, own.candidate.words - at if own else 0))
            at = next((p for p in places if p > at), len(line.bare))
    return _tables([r for piece in pieces for q in _cut_prefix(piece) for r in _cut_bullets(q)])


def _tables(pieces: list[tuple[Line, Mark | None, int]]) -> list[tuple[Line, Mark | None, int]]:
    """A run of cells, each on a line, a third of them figures, is one table (trap T22): its lines are made one."""
    out: list[tuple[Line, Mark | None, int]] = []
    run: list[Line] = []
    for line, mark, skip in [*pieces, (Line(0, 0, "." * 99, 0), None, 0)]:
        if mark is None and len(line.bare) <= _CELL and not re.search(r"[.:;]$", line.bare):
            run.append(line)
            continue
        if len(run) >= 6 and sum(_FIGURE.fullmatch(x.bare) is not None for x in run) * 3 >= len(run):
            run = [one_line(run)]
        out += [(x, None, 0) for x in run]
        run = []
        out.append((line, mark, skip))
    return out[:-1]


def _cut_prefix(piece: tuple[Line, Mark | None, int]) -> list[tuple[Line, Mark | None, int]]:
    line, mark, _ = piece
    if mark is None and (found := re.match(r"Minutes:\s+(?=[A-Z(])", line.bare)):
        first, second = line.cut([found.end()])
        return [(first, None, 0), (second, None, 0)]
    return [piece]


def _cut_bullets(piece: tuple[Line, Mark | None, int]) -> list[tuple[Line, Mark | None, int]]:
    """A line that opens with a bullet and holds more is a list whose lines were lost; one of mere names stays whole."""
    line, mark, _ = piece
    places = [m.start() for m in _BULLETS.finditer(line.bare, 1)] if line.bare.startswith("•") else []
    if mark or line.table or not places:
        return [piece]
    parts = list(line.cut(places))
    told = sum(len(part.bare) > _TELLS for part in parts) * 2 >= len(parts)
    return [(part, None, 0) for part in parts] if told else [piece]

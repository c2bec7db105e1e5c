"""What comes back at the top or foot of the pages is furniture: running headers, footers, page numbers.

A row is furniture for what it does over the pages, never for its words: it stands at the same height of several pages
with nothing but its figures changed, or is the number of its page.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from ingest.formats.pdf.lines import Row

_EDGE = 5  # rows at the top and at the foot of a page that may be furniture
_FOREIGN = 1  # rows that do not come back between the edge of the page and one that does
_LEVEL = 3.0  # points: how far the height of a running header may vary
_REACH = 2  # pages: headers of odd and even pages may differ
_FIGURES = re.compile(r"\d+")
_PAGE = re.compile(
    r"(?:.{0,80}[\s(|–—-])?(?:page|p\.?|pg\.?|tudalen|leathanach)\s*(?P<n>\d{1,4})(?:\s*(?:of|/|o)\s*\d{1,4})?\W*"
    r"|\W*(?P<lone>\d{1,4})\W*|(?P<of>\d{1,4})\s*(?:of|/)\s*\d{1,4}",
    re.I,
)
RUNNING, NUMBER = "running header or footer", "page number"


def furniture_of(pages: Sequence[Sequence[Row]]) -> list[dict[int, str]]:
    """For each page the indexes of its rows that are furniture, with the reason."""
    found: list[dict[int, str]] = [{} for _ in pages]
    seen: dict[tuple[bool, str], list[tuple[int, int, float]]] = defaultdict(list)
    for number, rows in enumerate(pages):
        for index, top in _edges(rows):
            shape = _FIGURES.sub("#", rows[index].text).casefold()
            seen[top, shape].append((number, index, rows[index].y))
    for places in seen.values():
        for number, index, y in places:
            if any(0 < abs(n - number) <= _REACH and abs(other - y) <= _LEVEL for n, _, other in places):
                found[number][index] = RUNNING
    for rows, here in zip(pages, found, strict=True):
        _keep_inner(len(rows), here)
    _number_pages(pages, found)
    return found


def _keep_inner(count: int, found: dict[int, str]) -> None:
    """What comes back further in, with rows of the record between it and the edge, is part of the record."""
    for indexes in (range(count), range(count - 1, -1, -1)):
        foreign = 0
        for index in list(indexes)[:_EDGE]:
            foreign += index not in found
            if foreign > _FOREIGN and index in found and count >= 2 * _EDGE:
                del found[index]


def _edges(rows: Sequence[Row]) -> list[tuple[int, bool]]:
    """Indexes of the rows at the edges of a page, and whether each stands at the top."""
    if len(rows) < 2:
        return [(index, True) for index in range(len(rows))]
    half = (len(rows) + 1) // 2
    edge = min(_EDGE, half)
    return [(i, True) for i in range(edge)] + [
        (i, False) for i in range(max(edge, len(rows) - edge), len(rows))
    ]


def _number_pages(pages: Sequence[Sequence[Row]], found: list[dict[int, str]]) -> None:
    """The outermost row that is left counts the pages: with "page", or alone and in step with them."""
    outer: list[tuple[int, int, int, bool]] = []
    for number, rows in enumerate(pages):
        free = [index for index in range(len(rows)) if index not in found[number]]
        for index in {*free[:1], *free[-1:]}:
            match = _PAGE.fullmatch(rows[index].text)
            if match:
                printed = int(match["n"] or match["lone"] or match["of"])
                outer.append((number, index, printed, bool(match["n"])))
    offsets: dict[int, set[int]] = defaultdict(set)
    for number, _, printed, _ in outer:
        offsets[printed - number].add(number)
    for number, index, printed, named in outer:
        alone = len(rows_apart(pages[number], index)) > 0
        if named or len(offsets[printed - number]) > 1 or (printed == number + 1 and alone):
            found[number][index] = NUMBER


def rows_apart(rows: Sequence[Row], index: int) -> list[Row]:
    """The neighbours of a row that keep a distance of more than a line from it."""
    beside = [rows[n] for n in (index - 1, index + 1) if 0 <= n < len(rows)]
    return [row for row in beside if abs(row.y - rows[index].y) > 1.8 * row.h]

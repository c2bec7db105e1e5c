"""Text becomes lines that know where they stand: `bare` is what a reader sees, `at` leads back to the source.

Markup (Markdown, leftovers of HTML and tables) is taken out of `bare` only; the source is never changed.
"""

from __future__ import annotations

import itertools
import re
from array import array
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

_BREAK = re.compile(
    r"\r\n|\n|\r|\f|(?=<(?:tr|td|th|p|h[1-6])\b[^<>]{0,300}>)|(?<=<br>)|(?<=<br/>)|(?<=<br />)", re.I
)
_MARKUP = re.compile(
    r"(?P<star>^\s*\*(?=\s+\S))|(?P<block></?(?:li|div|ul|ol|br)\b[^<>]{0,300}>)|(?P<drop><!--[^<>]{0,300}-->|</?[A-Za-z][^<>]{0,300}>|\*+|(?<!\w)_{1,3}(?=\w)|(?<=[\w.,;:)])_{1,3}(?!\w)"
    r"|\{\.[a-z]+\}|\\(?=[^\w\s])|\\$|^\s*(?:>\s*)+|^\s*#{1,6}(?=\s)|[\u00ad\u200b\u200c\u200d\ufeff])"
    r"|(?P<space>&nbsp;)|(?P<amp>&amp;)|(?P<pipe>\|)|(?P<bullet>[\uf0b7\uf0a7\uf0d8])",
    re.M,
)
_SPACED_OUT = re.compile(r"(?<!\w)(?:[A-Z] ){4,}[A-Z](?!\w)")  # R E S O L V E D
_PLAIN_BREAK = re.compile(r"\r\n|\n|\r|\f")
_SIGN = re.compile(
    r"[<>*_{\\#&|\u00ad\u200b\u200c\u200d\ufeff\uf0b7\uf0a7\uf0d8]"
)  # without one there is no markup
_BOLD = re.compile(r"\*\*.+?(?:\*\*|$)|__.+?__|<(?:b|strong)>.*?</(?:b|strong)>")
_BLANKS = dict.fromkeys(map(ord, "\t\u00a0\u2007\u202f"), " ")
_NEXT_TEXT = re.compile(r"(?:<[^<>]{0,300}>)*([^<])")
_TAG = re.compile(r"<[^<>]{0,300}>")
_TO = {"block": " ", "drop": "", "space": " ", "amp": "&", "pipe": "", "bullet": "•", "star": "•"}


@dataclass(frozen=True, slots=True)
class Line:
    """One line, or the part of a line from one printed number to the next.

    Attributes:
        start, end: offsets in the source, newline excluded.
        bare: the text without markup, ends stripped.
        origin: offset in the source of every character of `bare`, or None where they simply count up from `first`.
        gap: how many blank lines stand before it (0 for a part of a line).
        marked: set as a heading by markup: 2 for "#", 1 for bold throughout, else 0.
        page: it is the first line after a page break.
        widest_cell: characters of the longest cell if it is a row of a table, "cell | cell", else 0.
        table: it is a whole table put together.
        cells: what stands in each cell if it is a row of a table, else empty.
        log: the cells of the header above if it is a row of an action log, or of its own if it is that header.
    """

    start: int
    end: int
    bare: str
    first: int
    origin: array[int] | None = None
    gap: int = 0
    marked: int = 0
    page: bool = False
    widest_cell: int = 0
    table: bool = False
    cells: tuple[str, ...] = ()
    log: tuple[str, ...] = ()

    def at(self, i: int) -> int:
        """Offset in the source of the i-th character of `bare`."""
        if i >= len(self.bare):
            return self.end
        return self.first + i if self.origin is None else self.origin[i]

    def cut(self, places: list[int]) -> Iterator[Line]:
        """Cut before the given characters of `bare`, in order."""
        if not any(0 < p < len(self.bare) for p in places):
            yield self
            return
        edges = [0, *(p for p in places if 0 < p < len(self.bare)), len(self.bare)]
        for n, (i, j) in enumerate(itertools.pairwise(edges)):
            start = self.start if i == 0 else self.at(i)
            end = self.end if j == len(self.bare) else self.at(j)
            bare = self.bare[i:j].rstrip()
            origin = None if self.origin is None else self.origin[i:j]
            yield Line(
                start,
                end,
                bare,
                self.at(i),
                origin,
                0 if n else self.gap,
                self.marked if len(edges) == 2 else 0,
            )


def one_line(lines: Sequence[Line]) -> Line:
    """Put lines together that are one: the cells of a table, the halves of a number."""
    bare, origin = "", array("L")
    for line in lines:
        if bare:
            bare += " "
            origin.append(line.start)
        bare += line.bare
        origin.extend(line.at(i) for i in range(len(line.bare)))
    return Line(lines[0].start, lines[-1].end, bare, lines[0].at(0), origin, lines[0].gap)


def split_lines(text: str, headings: Collection[int] = ()) -> list[Line]:
    """Split at newlines of any kind and at block tags; lines that are white space only are counted, not kept.

    `headings` are the offsets of the lines that the file's format calls headings.
    """
    lines: list[Line] = []
    start, gap, page = 0, 0, False
    for match in (_BREAK if "<" in text else _PLAIN_BREAK).finditer(text):
        lines, gap, page = _keep(lines, text, start, match.start(), gap, page)
        page = page or match.group() == "\f"
        start = match.end()
    lines = _keep(lines, text, start, len(text), gap, page)[0]
    called = frozenset(headings)
    return [replace(line, marked=2) if line.start in called else line for line in lines] if called else lines


def _keep(
    lines: list[Line], text: str, start: int, end: int, gap: int, page: bool
) -> tuple[list[Line], int, bool]:
    raw = text[start:end]
    if not raw.strip():
        return lines, gap + 1 if end > start or text[start - 1 : start] in "\n\r" else gap, page
    lines.append(_line(raw, start, end, gap, page))
    quoted_blank = not raw.strip("> \t\u00a0")  # a line of ">" alone is a blank line of a quoted text
    return lines, gap + 1 if quoted_blank else 0, False


def _line(raw: str, start: int, end: int, gap: int, page: bool) -> Line:
    marked = _marked(raw) if _SIGN.search(raw) else 0
    raw = _SPACED_OUT.sub(lambda word: word.group().replace(" ", "\u200b"), raw.translate(_BLANKS))
    if not _SIGN.search(raw) or not _MARKUP.search(raw):
        bare = raw.strip()
        return Line(start, end, bare, start + len(raw) - len(raw.lstrip()), None, gap, marked, page)
    cells = [cell.strip() for cell in raw.strip().strip("|").split(" | ")] if " | " in raw else []
    widest = max(map(len, cells)) if len(cells) > 1 else 0
    misread = raw.count("|") == 1 and not raw.rstrip().endswith("|")  # a scanner's "I", not a table
    kept, origin, last = [], array("L"), 0
    for match in _MARKUP.finditer(raw):
        kept.append(raw[last : match.start()])
        origin.extend(range(start + last, start + match.start()))
        if match.lastgroup == "drop" and match.group().startswith("</") and _glues(kept, raw, match.end()):
            to = " "
        else:
            to = "|" if misread and match.lastgroup == "pipe" else _TO[match.lastgroup or "drop"]
        kept.append(to)
        origin.extend([start + match.start()] * len(to))
        last = match.end()
    kept.append(raw[last:])
    origin.extend(range(start + last, end))
    bare = "".join(kept)
    left = len(bare) - len(bare.lstrip())
    bare = bare.strip()
    origin = origin[left : left + len(bare)]
    first = origin[0] if origin else start
    return Line(start, end, bare, first, origin, gap, marked, page, widest, cells=_cells(raw))


def _cells(raw: str) -> tuple[str, ...]:
    """The cells of "| a | **b** | |", without the emphasis of Markdown; () if there are not two."""
    inner = raw.strip()
    if " | " not in inner:
        return ()
    if inner.startswith("|"):
        inner = inner[1:].removesuffix("|")
    return tuple(cell.strip(" *_") for cell in inner.split("|"))


def _glues(kept: list[str], raw: str, end: int) -> bool:
    """Whether dropping a closing tag would run a title into the sentence after it ("the Green</b>It was agreed")."""
    before = next((piece[-1] for piece in reversed(kept) if piece), " ")
    after = _NEXT_TEXT.match(raw, end)
    return before.islower() and after is not None and after.group(1).isupper()


def _marked(raw: str) -> int:
    inner = raw.strip(" \t>")
    if re.match(r"#{1,6}\s|<h[1-6]", inner):
        return 2
    if len(inner) > 400 or not _BOLD.search(inner):
        return 0
    rest = sum(c.isalpha() for c in _TAG.sub("", _BOLD.sub("", re.sub(r"^(\W*)\w{1,4}[.)]", r"\1", inner))))
    bold = sum(c.isalpha() for m in _BOLD.finditer(inner) for c in m.group())
    return 1 if rest * 6 <= bold else 0

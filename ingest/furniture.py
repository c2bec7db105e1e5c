"""Page furniture is set aside with its reason: running headers and footers, page numbers, web page remains.

What is set aside here is never part of the record; everything else stays, however odd it looks.
"""

# ruff: noqa: E501  (a phrase is one line)

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import replace
from itertools import pairwise

from ingest.captions import caption_of
from ingest.lines import Line
from ingest.model import Residue

_WEB = re.compile(
    r"(?:supporting|additional|accompanying|background|related) documents?:?"
    r"|share this item|media|items?|no\.?\s*item|agenda item|agenda and (?:decisions and )?minutes|agenda, decisions and minutes"
    r"|skip to (?:main )?content.*|home\s*[>›»/].*|you are here:?.*|view directions.*|webcast:?.*|print(?:able)? (?:version|page)"
    r"|(?:decision|issue|meeting) details|issue\W+(?:meetings|history|decisions)|additional information|\W*(?:click here to )?view the full .*"
    r"|read more|leave a (?:comment|reply)|(?:previous|next) post\b.*|posted (?:on|by|in)\b.*|(?:share|tweet|email|print) this(?: page)?"
    r"|back to (?:the )?top.*|.*\bcookies?\b.*|technical error:.*|.*custom branding appears to be missing.*|browse meetings.*"
    r"|\W*(?:share this item|agenda and minutes|add to calendar)|loading\W*|(?:pdf icon\s*)?pdf\s*[\d.,]+\s*[km]b.*",
    re.I,
)
_PAGE = re.compile(
    r"\W*page\s*\|?\s*\d+(?:\s*(?:of|/)\s*\d+)?(?:\s*\((?:19|20)\d\d\))?\W*|.{0,60}[\s–—|-]page\s+\d+(?:\s+of\s+\d+)?|[-–—]\s*\d{1,4}\s*[-–—]"
    r"|\W*this page (?:is|has been) (?:intentionally )?left (?:intentionally )?blank\W*"
    r"|\[original file\].*|scanned page, text may contain errors.*|minute item \d+|\d+ of \d+",
    re.I,
)
_TAIL = re.compile(
    r"\s*\(\s*PDF\s*[\d.,]+\s*[KM]B\s*\)|\s*(?:pdf icon\s*)?\bPDF\s*[\d.,]+\s*[KM]B\b|(?<=[.\w])\s+View directions\s*$|(?:^|\s)Loading\.\.\.(?=\s)"
)
_INLINE = re.compile(
    r"(?<=[.\w)\s])\s(?:[A-Z][\w ,’'/]{3,50}\s)?[-–—] (?:Page )?\d{1,3}(?: of \d{1,3})? [-–—](?=\s)|\sAdditional documents:(?=\s)"
)
_HINT = re.compile(
    r"PDF|View directions|Loading|Additional documents:|[-–—] (?:Page )?\d{1,3}(?: of \d{1,3})? [-–—]"
)
_RULE = re.compile(r"[\W_]*")
_CENTRE = 25  # blanks: a lone number so far in stands in the middle of the foot of a page
_COUNTS = re.compile(  # opens with a number, like a resolution, or is the number of an item or a clause
    r"\W?(?:[A-Z]{1,4}[ /.-]?)?\d[\w./-]*\W?\s+[A-Z]"
    r"|\W*(?:\(?[ivxl]+\)|\(?[a-z]\)|(?i:agenda\s+)?(?i:item|minute|question|motion)\s*\d+)\W*$"
)
_MARGIN = 40  # blanks: so far in, nothing is the number of a minute
_FOLIO = re.compile(r"(?P<initials>[A-Z]{1,5})[ .-]?(?P<n>\d{1,4})")
_LONE = re.compile(r"\d{1,4}(?:/\d{2,4})?")
_FRONT = re.compile(
    r"\ufeff?---[ \t]*\r?\n(?:[ \t]*[\w-]+:.*\r?\n|[ \t]+-.*\r?\n|[ \t]*\r?\n){1,40}?---[ \t]*(?:\r?\n|$)"
)


def front_matter(text: str) -> int:
    """Length of the YAML head that a publishing tool puts before the text, 0 if there is none."""
    match = _FRONT.match(text)
    return match.end() if match else 0


def set_aside(lines: list[Line], declared: tuple[Residue, ...] = ()) -> tuple[list[Line], list[Residue]]:
    """Part the lines into those of the record, in order, and the furniture.

    `declared` is what the file's format knows to be furniture: whole lines, in order.
    """
    residue: list[Residue] = []
    pieces: list[Line] = []
    starts = [part.start for part in declared]
    broke = False  # the page, in a line that was declared
    for line in lines:
        at = bisect_right(starts, line.start) - 1
        if at >= 0 and line.end <= declared[at].end:
            residue.append(Residue(line.start, line.end, declared[at].reason))
            broke = broke or line.page
            continue
        _strip_inline(_at_page(line) if broke else line, pieces, residue)
        broke = False
    reasons = _judge(pieces, paged=bool(declared))
    kept: list[Line] = []
    page = False
    for line, reason in zip(pieces, reasons, strict=True):
        if reason:
            residue.append(Residue(line.start, line.end, reason))
            page = page or line.page or reason in ("page rule", "page number")
            continue
        kept.append(_at_page(line) if page else line)
        page = False
    return kept, residue


def _at_page(line: Line) -> Line:
    return replace(line, page=True)


def _strip_inline(line: Line, pieces: list[Line], residue: list[Residue]) -> None:
    if not _HINT.search(line.bare):
        pieces.append(line)
        return
    spans = [m.span() for pattern in (_TAIL, _INLINE) for m in pattern.finditer(line.bare)]
    spans = [(i, j) for i, j in sorted(spans) if (i, j) != (0, len(line.bare))]
    if not spans:
        pieces.append(line)
        return
    drop = {i for i, _ in spans}
    cuts = sorted({place for span in spans for place in span})
    at = 0
    for piece in line.cut(cuts):
        if at in drop:
            residue.append(Residue(piece.start, piece.end, "page furniture"))
        elif piece.bare.strip():
            pieces.append(_lstrip(piece, title=at == 0 and len(piece.bare) < 120))
        else:
            residue.append(Residue(piece.start, piece.end, "page furniture"))
        at = next((c for c in cuts if c > at), len(line.bare))


def _lstrip(line: Line, *, title: bool) -> Line:
    """Drop the blanks left by the cut; what stands before "PDF 129 KB" or "Additional documents:" is a title."""
    skip = len(line.bare) - len(line.bare.lstrip())
    origin = None if line.origin is None else line.origin[skip:]
    return Line(
        line.start,
        line.end,
        line.bare[skip:],
        line.at(skip),
        origin,
        line.gap,
        line.marked or int(title),
        line.page,
    )


def _judge(lines: list[Line], *, paged: bool) -> list[str]:
    """Why each line is furniture, "" where it is not; `paged` texts had what runs over their pages declared."""
    reasons = [_alone(line) for line in lines]
    for n, line in enumerate(lines):
        centred = line.first - line.start >= _CENTRE
        if not reasons[n] and _LONE.fullmatch(line.bare) and (centred or _beside_page(lines, reasons, n)):
            reasons[n] = "page number"
    _folios(lines, reasons)
    if not paged:
        _repeated(lines, reasons)
        _interrupting(lines, reasons)
    return reasons


def _folios(lines: list[Line], reasons: list[str]) -> None:
    """Initials and a number alone in the margin ("OS 41", "OS 42"), counting from page to page, number the pages."""
    found = [
        (n, match["initials"], int(match["n"]))
        for n, line in enumerate(lines)
        if line.first - line.start >= _MARGIN and (match := _FOLIO.fullmatch(line.bare))
    ]
    for (n, initials, number), (m, others, following) in pairwise(found):
        if initials == others and following == number + 1:
            reasons[n] = reasons[m] = "page number"


def _alone(line: Line) -> str:
    if not line.bare:
        return "markup"
    if _RULE.fullmatch(line.bare):
        return "page rule"
    if len(line.bare) < 200 and _WEB.fullmatch(line.bare):
        return "page furniture"
    if len(line.bare) < 200 and _PAGE.fullmatch(line.bare):
        return "page number"
    return ""


def _beside_page(lines: list[Line], reasons: list[str], n: int) -> bool:
    """A lone number without a full stop next to a page break is the page's number (trap T5)."""
    before = lines[n].page or (n > 0 and reasons[n - 1] in ("page rule", "page number"))
    after = n + 1 < len(lines) and (lines[n + 1].page or reasons[n + 1] in ("page rule", "page number"))
    return before or after


def _repeated(lines: list[Line], reasons: list[str]) -> None:
    """A short line that comes three times or more, mostly next to page breaks, is a running header or footer."""
    shapes = [_shape(line) for line in lines]
    count = Counter(shapes)
    beside = Counter(shape for n, shape in enumerate(shapes) if shape and _near_page(lines, reasons, n))
    for n, shape in enumerate(shapes):
        often = count[shape] >= 3 and beside[shape] * 3 >= count[shape] * 2
        if shape and not reasons[n] and often and not _tells(lines[n].bare):
            reasons[n] = "running header or footer"


def _tells(words: str) -> bool:
    """Whether a line that comes again and again is of the record: a number, or a label of what follows ("Decision:")."""
    return _COUNTS.match(words) is not None or caption_of(words) is not None


def _shape(line: Line) -> str:
    """A short line with its figures taken out; "" for a long one."""
    return re.sub(r"\d+", "#", line.bare) if len(line.bare) <= 100 else ""


def _near_page(lines: list[Line], reasons: list[str], n: int) -> bool:
    return not reasons[n] and _beside_page(lines, reasons, n)


def _interrupting(lines: list[Line], reasons: list[str]) -> None:
    """Short lines round a lone number that stand between the halves of one sentence are a header or footer."""
    kept = [n for n, reason in enumerate(reasons) if not reason]
    times = Counter(_shape(line) for line in lines)
    for k, n in enumerate(kept):
        if not re.fullmatch(r"\d{1,4}", lines[n].bare):
            continue
        for before, after in ((1, 1), (2, 1), (1, 2), (2, 2), (3, 1), (1, 3), (2, 3), (3, 2)):
            if k - before < 0 or k + after >= len(kept):
                continue
            inner = [lines[i] for i in kept[k - before + 1 : k + after]]
            again = all(times[_shape(x)] > 1 for x in inner) and times[_shape(lines[kept[k + after]])] < 2
            if all(len(x.bare) < 60 for x in inner) and _one_sentence(
                lines[kept[k - before]], lines[kept[k + after]], again=again
            ):
                for i in kept[k - before + 1 : k + after]:
                    reasons[i] = "running header or footer"
                break


def _one_sentence(first: Line, second: Line, *, again: bool) -> bool:
    """Whether the second line goes on with the first; with a figure only if what stands between is printed `again`."""
    goes_on = second.bare[:1].islower() or (again and second.bare[:1].isdigit())
    return len(first.bare) > 30 and not re.search(r"[.:;?!”\"]$", first.bare) and goes_on

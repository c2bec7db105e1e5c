"""PDF with a text layer: pages, lines and columns by their geometry become text in reading order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ingest.errors import UnreadableSource
from ingest.formats.decoded import Decoded
from ingest.formats.pdf.columns import flows_of
from ingest.formats.pdf.flow import Printed, goes_on, leading_of, lines_of_flow
from ingest.formats.pdf.furniture import furniture_of
from ingest.formats.pdf.headings import Setting
from ingest.formats.pdf.lines import Row, lines_of, rows_of, text_width
from ingest.formats.pdf.pages import read_pages
from ingest.formats.pdf.runs import Page, Run
from ingest.model import Residue

_WATERMARK = "watermark"


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page in parts: what is set aside at its top and foot with the reasons, its text, what is set at an angle."""

    top: tuple[tuple[str, str], ...]
    flows: tuple[list[Row], ...]
    foot: tuple[tuple[str, str], ...]
    turned: tuple[tuple[str, str], ...]


def decode(data: bytes, name: str) -> Decoded:
    """Read the text layer of a PDF; `name` is what messages call it.

    Raises:
        UnreadableSource: no PDF, damaged, locked with a password, too long, or a scan without text.
    """
    pages = list(read_pages(data, name))
    if not any(page.runs for page in pages):
        raise UnreadableSource(
            f"{name} has no text, it is probably a scan: run `ocrmypdf scan.pdf text.pdf` first and read text.pdf"
        )
    sheets = _sheets(pages)
    leading = leading_of([flow for sheet in sheets for flow in sheet.flows])
    text = _Text(Setting.of([row for sheet in sheets for flow in sheet.flows for row in flow]))
    for sheet in sheets:
        text.add_sheet(sheet, leading)
    return Decoded(
        text="".join(text.parts),
        furniture=tuple(text.furniture),
        headings=tuple(text.headings),
        warnings=_warnings(pages),
    )


def _sheets(pages: Sequence[Page]) -> list[_Sheet]:
    upright, turned = zip(*(_by_angle(page.runs) for page in pages), strict=True)
    lines = [lines_of(runs) for runs in upright]
    rows = [rows_of(page) for page in lines]
    return [_sheet(*parts) for parts in zip(lines, rows, furniture_of(rows), turned, strict=True)]


def _by_angle(runs: Sequence[Run]) -> tuple[list[Run], list[Run]]:
    """The runs at the angle that most of the page is set at, and the others."""
    if not any(run.turn for run in runs):
        return list(runs), []
    letters: Counter[int] = Counter()
    for run in runs:
        letters[run.turn] += len(run.text)
    main = letters.most_common(1)[0][0]
    return [r for r in runs if r.turn == main], [r for r in runs if r.turn != main]


def _sheet(lines: list[list[Run]], rows: list[Row], aside: dict[int, str], turned: list[Run]) -> _Sheet:
    body = [line for n, line in enumerate(lines) if n not in aside]
    flows = flows_of(body)
    single = [row for n, row in enumerate(rows) if n not in aside]
    half = len(rows) / 2
    return _Sheet(
        top=tuple((rows[n].text, aside[n]) for n in sorted(aside) if n < half),
        flows=(single,) if len(flows) == 1 else tuple(rows_of(flow) for flow in flows),
        foot=tuple((rows[n].text, aside[n]) for n in sorted(aside) if n >= half),
        turned=tuple(_at_angles(turned)),
    )


def _at_angles(runs: Sequence[Run]) -> Iterator[tuple[str, str]]:
    """A watermark runs across the page; text at a right angle belongs to the record."""
    for turn in dict.fromkeys(run.turn for run in runs):
        for row in rows_of(lines_of(run for run in runs if run.turn == turn)):
            yield row.text, _WATERMARK if turn % 90 else ""


class _Text:
    """The text as it grows, with the spans of it that are furniture."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.parts: list[str] = []
        self.furniture: list[Residue] = []
        self.headings: list[int] = []
        self.length = 0
        self.last: tuple[Row, float] | None = None  # the last row of the record and the measure it stood in

    def add_sheet(self, sheet: _Sheet, leading: float) -> None:
        """Write a page behind the others."""
        if self.parts:
            self.parts[-1] = (
                self.parts[-1][:-1] + "\f"
            )  # in place of the newline: a page break is no blank line
        self._aside(sheet.top)
        for n, rows in enumerate(flow for flow in sheet.flows if flow):
            self._flow(lines_of_flow(rows, leading), text_width(rows)[1], new_page=n == 0)
        self._aside(sheet.foot)
        self._aside(sheet.turned)

    def _flow(self, lines: list[Printed], right: float, *, new_page: bool) -> None:
        first = lines[0].row
        if self.last is not None and not goes_on(self.last[0], first, self.last[1]):
            self._put("\n")
        for line in lines:
            if line.gap:
                self._put("\n")
            if self.setting.heads(line.row):
                self.headings.append(self.length)
            self._put(f"{line.text}\n")
        self.last = lines[-1].row, right

    def _aside(self, lines: Iterable[tuple[str, str]]) -> None:
        for text, reason in lines:
            if reason:
                self.furniture.append(Residue(self.length, self.length + len(text), reason))
            self._put(f"{text}\n")

    def _put(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)


def _warnings(pages: Sequence[Page]) -> tuple[str, ...]:
    doubts = {
        "cannot be read: the file is damaged there": [not page.readable for page in pages],
        "no text, perhaps a scan: `ocrmypdf` adds what it can read": [
            page.readable and not page.runs for page in pages
        ],
        "characters that stand for no letter: words may be missing": [page.unmapped > 0 for page in pages],
    }
    numbers = {what: [n for n, flag in enumerate(flags, 1) if flag] for what, flags in doubts.items()}
    return tuple(f"{_pages(found)}: {what}" for what, found in numbers.items() if found)


def _pages(numbers: Sequence[int]) -> str:
    """Name pages as a person would.

    >>> _pages([3]), _pages([1, 2, 3, 7])
    ('page 3', 'pages 1-3, 7')
    """
    spans: list[list[int]] = []
    for n in numbers:
        if spans and spans[-1][1] == n - 1:
            spans[-1][1] = n
        else:
            spans.append([n, n])
    named = ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in spans)
    return f"page{'s' if len(numbers) > 1 else ''} {named}"

"""One pass over the tree of a page, never recursive: what a reader sees of it, line by line, and what is no record."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from ingest.formats.html.lines import Lines
from ingest.formats.html.lists import LISTS, List, orphan_marker
from ingest.formats.html.roles import Nature, Role, nature_of
from ingest.formats.html.sheets import Sheets

if TYPE_CHECKING:
    from lxml.etree import _Element

_LINKS = frozenset(("a", "button", "label"))
_CELLS = frozenset(("td", "th"))
_PARTS = LISTS | _CELLS | {"li", "tr"}

Closer = Callable[[], None]


@dataclass(slots=True)
class Aside:
    """A part of the page that its markup calls no record.

    Attributes:
        role: what it is called.
        start, end: indices of its lines, end exclusive.
        plain, total: its characters that are in no link or title, and all of them.
        beyond_main: it stands outside the main part of the page.
        around_main: the main part stands in it.
    """

    role: Role
    start: int
    plain: int
    total: int
    beyond_main: bool
    around_main: bool = False
    end: int = 0


class Walk:
    """The lines of a page and what the walk learns on its way.

    Attributes:
        lines: what a reader sees.
        asides: parts that are no record, in the order of their beginnings.
        main: characters outside links and titles in what the markup calls the main part.
        hidden: characters that are on the page but not shown.
        mastheads: indices of lines in an h1, which no aside may take.
    """

    def __init__(self, root: _Element) -> None:
        self.lines = Lines()
        self.asides: list[Aside] = []
        self.main = self.hidden = 0
        self.mastheads: set[int] = set()
        self._lists: list[List] = []
        self._rows: list[list[int]] = []
        self._within_main = 0
        self._sheets = Sheets.of(root)
        self._parting = (self.lines.part,)
        self._walk(root)

    def _walk(self, root: _Element) -> None:
        walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        closers: list[Sequence[Closer]] = []
        write = self.lines.write
        for event, element in walk:
            if event == "start":
                closing = self._open(element)
                if closing is None:
                    walk.skip_subtree()
                elif text := element.text:
                    write(text)
                closers.append(closing or ())
                continue
            if event == "end":
                for close in reversed(closers.pop()):
                    close()
            if (text := element.tail) and element is not root:
                write(text)
        self.lines.unmark()

    def _open(self, element: _Element) -> Sequence[Closer] | None:
        """What to do where the element ends, the last first; None if nothing of it is seen."""
        tag = str(element.tag)
        nature = nature_of(tag, element)
        if nature.block:
            self.lines.part()
            role = nature.within if self._within_main else nature.beyond
            if nature.ordinary and role is None and tag not in _PARTS:
                return self._parting
            return self._open_block(tag, element, nature, role)
        if nature.hidden:
            self.hidden += sum(len(text.strip()) for text in element.itertext())
        return None if nature.unseen else self._open_inline(tag)

    def _open_inline(self, tag: str) -> Sequence[Closer]:
        if tag == "br":
            self.lines.turn()
        elif tag == "q":
            self.lines.write("“")
            return (self._unquote,)
        elif tag in _LINKS:
            self.lines.linked += 1
            return (self._unlink,)
        return ()

    def _open_block(self, tag: str, element: _Element, nature: Nature, role: Role | None) -> list[Closer]:
        closing: list[Closer] = [self.lines.part]
        if role:
            self._open_aside(role, closing)
        if nature.title:
            self.lines.titled += 1
            closing.append(self._untitle)
            if tag == "h1":
                closing.append(self._noted(len(self.lines.texts)))
        if nature.main:
            self._within_main += 1
            closing.append(self._leave_main(self.lines.plain))
        if nature.as_typed:
            self.lines.kept += 1
            closing.append(self._unkeep)
        if tag in _PARTS:
            self._open_part(tag, element, closing)
        return closing

    def _open_part(self, tag: str, element: _Element, closing: list[Closer]) -> None:
        """A list, an entry of one, a row or a cell."""
        if tag in LISTS:
            self._lists.append(List.of(element, self._sheets))
            closing.append(self._close_list)
        elif tag == "li":
            marker = self._lists[-1].marker(element) if self._lists else orphan_marker(element)
            self.lines.mark(marker)
            closing.append(self.lines.unmark)
        elif tag == "tr":
            self._rows.append([])
            closing.append(self._put_row(element, len(self.asides)))
        elif tag in _CELLS and self._rows and _in_row(element):
            self._rows[-1].append(len(self.lines.texts))

    def _open_aside(self, role: Role, closing: list[Closer]) -> None:
        self.lines.unmark()
        lines = self.lines
        aside = Aside(role, len(lines.texts), lines.plain, lines.total, self._within_main == 0)
        self.asides.append(aside)
        closing.append(self._close_aside(aside, self.main))

    # where elements end

    def _close_aside(self, aside: Aside, main: int) -> Closer:
        def close() -> None:
            self.lines.unmark()
            aside.end = len(self.lines.texts)
            aside.plain = self.lines.plain - aside.plain
            aside.total = self.lines.total - aside.total
            aside.around_main = self.main > main

        return close

    def _close_list(self) -> None:
        self._lists.pop()

    def _put_row(self, row: _Element, asides: int) -> Closer:
        def close() -> None:
            self.lines.unmark()
            starts = self._rows.pop()
            if len(self.asides) == asides and len(starts) > 1:
                self.lines.put_row(starts, head=row.find("td") is None)

        return close

    def _leave_main(self, plain: int) -> Closer:
        def close() -> None:
            self._within_main -= 1
            if not self._within_main:
                self.main += self.lines.plain - plain

        return close

    def _noted(self, start: int) -> Closer:
        def close() -> None:
            self.lines.part()
            self.mastheads.update(range(start, len(self.lines.texts)))

        return close

    def _unquote(self) -> None:
        self.lines.write("”")

    def _unlink(self) -> None:
        self.lines.linked -= 1

    def _unkeep(self) -> None:
        self.lines.part()
        self.lines.kept -= 1

    def _untitle(self) -> None:
        self.lines.part()
        self.lines.titled -= 1


def _in_row(cell: _Element) -> bool:
    row = cell.getparent()
    return row is not None and row.tag == "tr"

"""One pass over the tree of a page, never recursive: what a reader sees of it, line by line, and what is no record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from ingest.formats.html_lines import Lines
from ingest.formats.html_lists import LISTS, List, orphan_marker
from ingest.formats.html_roles import (
    Role,
    is_block_by_style,
    is_hidden,
    is_kept_as_typed,
    is_main,
    is_title,
    role_of,
)
from ingest.formats.html_sheets import Sheets

if TYPE_CHECKING:
    from lxml.etree import _Element

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption"
    " figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html iframe legend li listing main menu nav"
    " ol option p plaintext pre search section summary table tbody td textarea tfoot th thead tr ul xmp".split()
)
_UNSEEN = frozenset(
    "audio base canvas datalist head link meta noembed noframes noscript object param rp script select source style"
    " svg template title track video".split()
)
_TITLES = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_AS_TYPED = frozenset(("pre", "listing", "plaintext", "xmp", "textarea"))
_LINKS = frozenset(("a", "button", "label"))
_CELLS = frozenset(("td", "th"))

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
        self._walk(root)

    def _walk(self, root: _Element) -> None:
        walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        closers: list[list[Closer]] = []
        write = self.lines.write
        for event, element in walk:
            if event == "start":
                closing = self._open(element)
                if closing is None:
                    walk.skip_subtree()
                    closers.append([])
                    continue
                closers.append(closing)
                if element.text:
                    write(element.text)
                continue
            if event == "end":
                for close in reversed(closers.pop()):
                    close()
            if element.tail and element is not root:
                write(element.tail)
        self.lines.unmark()

    def _open(self, element: _Element) -> list[Closer] | None:
        """What to do where the element ends, the last first; None if nothing of it is seen."""
        tag = str(element.tag)
        if tag in _UNSEEN:
            return None
        attributes = dict(element.attrib)
        if attributes and is_hidden(tag, attributes):
            self.hidden += sum(len(text.strip()) for text in element.itertext())
            return None
        closing: list[Closer] = []
        if tag == "br":
            self.lines.turn()
        elif tag in _BLOCKS or (attributes and is_block_by_style(attributes)):
            self.lines.part()
            closing.append(self.lines.part)
            self._open_block(tag, element, attributes, closing)
        elif tag == "q":
            self.lines.write("“")
            closing.append(self._unquote)
        elif tag in _LINKS:
            self.lines.linked += 1
            closing.append(self._unlink)
        return closing

    def _open_block(
        self, tag: str, element: _Element, attributes: dict[str, str], closing: list[Closer]
    ) -> None:
        if role := role_of(tag, attributes, within_main=self._within_main > 0):
            self._open_aside(role, closing)
        if tag in _TITLES or (attributes and is_title(attributes)):
            self.lines.titled += 1
            closing.append(self._untitle)
            if tag == "h1":
                closing.append(self._noted(len(self.lines.texts)))
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
        elif is_main(tag, attributes):
            self._within_main += 1
            closing.append(self._leave_main(self.lines.plain))
        if tag in _AS_TYPED or (attributes and is_kept_as_typed(attributes)):
            self.lines.kept += 1
            closing.append(self._unkeep)

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

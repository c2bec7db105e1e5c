"""Computes the automatic numbers of a Word document, which the file does not hold, as Word shows them.

Word counts by abstract definition: all lists (w:num) made from one w:abstractNum go on counting together, but where
a list overrides the start of a level. ECMA-376 part 1, section 17.9.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from ingest.formats.office.counting import bullet, shown

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VAL = W + "val"
_DEEPEST = 8  # levels are counted from 0
_PLACE = re.compile(r"%([1-9])")
_INTEGER = re.compile(r"-?\d{1,9}")


def value_of(parent: etree._Element | None, tag: str) -> str | None:
    """The w:val of a child, None where there is none."""
    child = None if parent is None else parent.find(W + tag)
    return None if child is None else child.get(_VAL)


def switched(parent: etree._Element | None, tag: str) -> bool:
    """Whether a child switches a property on: it is there and does not say no."""
    child = None if parent is None else parent.find(W + tag)
    return child is not None and child.get(_VAL, "1") not in ("0", "false", "off")


def integer(text: str | None, default: int) -> int:
    """A whole number as Word writes it, `default` for anything else."""
    return int(text) if text and _INTEGER.fullmatch(text) else default


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered.

    Attributes:
        start: its first number. style: Word's name for how the count is shown.
        text: the template, %1 for the count of the first level and so on.
        legal: counts of all levels are shown in figures.
        restart: it starts again after a level up to this one (from 1), 0 never, None after any higher level.
        glued: nothing parts number and words. hidden: it counts but is not shown.
        paragraph_style: the style whose paragraphs stand at this level, "" for none.
    """

    start: int = 1
    style: str = "decimal"
    text: str = ""
    legal: bool = False
    restart: int | None = None
    glued: bool = False
    hidden: bool = False
    paragraph_style: str = ""


_NO_LEVEL = Level()
_Resolved = tuple[str, dict[int, Level], dict[int, int]]


class Numbering:
    """The lists of one document and how far each has been counted."""

    def __init__(self, root: etree._Element | None) -> None:
        """Read numbering.xml; None is a document without lists."""
        self._abstract: dict[str, dict[int, Level]] = {}
        self._style_links: dict[str, str] = {}  # abstract definition -> the numbering style it stands for
        self._linked: dict[str, str] = {}  # numbering style -> the abstract definition that defines it
        self._lists: dict[str, tuple[str, dict[int, Level], dict[int, int]]] = {}
        for element in () if root is None else root:
            if element.tag == W + "abstractNum":
                self._read_abstract(element)
            elif element.tag == W + "num":
                self._read_list(element)
        self._counts: dict[str, list[int | None]] = {}
        self._resolved: dict[str, _Resolved | None] = {}
        self._begun: set[tuple[str, int]] = set()

    def afresh(self) -> Numbering:
        """The same lists, nothing counted: page headers and notes are counted apart from the text."""
        other = Numbering(None)
        other._abstract, other._style_links = self._abstract, self._style_links
        other._linked, other._lists = self._linked, self._lists
        return other

    def level_of(self, list_id: str, paragraph_style: str) -> int | None:
        """The level that a list keeps for paragraphs of a style, None if it keeps none."""
        found = self._levels(list_id)
        levels = found[1] if found else {}
        return next((n for n, level in levels.items() if level.paragraph_style == paragraph_style), None)

    def count(self, list_id: str, depth: int) -> tuple[str, bool]:
        """Count one paragraph of a list: its number as shown, and whether nothing parts it from the words.

        `depth` is the level, from 0. The number is "" if there is no such list or its numbers are not shown.
        """
        if list_id not in self._resolved:
            self._resolved[list_id] = self._levels(list_id)
        found = self._resolved[list_id]
        if found is None:
            return "", False
        key, levels, starts = found
        depth = min(max(depth, 0), _DEEPEST)
        counts = self._counts.setdefault(key, [None] * (_DEEPEST + 1))
        self._advance(counts, depth, levels, starts, list_id)
        return _label(depth, levels, counts), levels.get(depth, _NO_LEVEL).glued

    def _advance(
        self,
        counts: list[int | None],
        depth: int,
        levels: dict[int, Level],
        starts: dict[int, int],
        list_id: str,
    ) -> None:
        for above in range(depth):
            if counts[above] is None:  # a level passed over counts as begun
                counts[above] = _start(above, levels, starts)
        before = counts[depth]
        fresh = depth in starts and (list_id, depth) not in self._begun
        counts[depth] = _start(depth, levels, starts) if before is None or fresh else before + 1
        self._begun.add((list_id, depth))
        for below in range(depth + 1, _DEEPEST + 1):
            restart = levels.get(below, _NO_LEVEL).restart
            if restart is None or depth < restart:
                counts[below] = None

    def _levels(self, list_id: str) -> _Resolved | None:
        """The abstract definition a list counts with, its levels as overridden, and the starts it overrides."""
        if list_id not in self._lists:
            return None
        abstract, overridden, starts = self._lists[list_id]
        for _ in range(len(self._abstract)):  # a chain of links is no longer than this, a ring is
            if self._abstract.get(abstract) or abstract not in self._style_links:
                break
            abstract = self._linked.get(self._style_links[abstract], abstract)
        if abstract not in self._abstract:
            return None
        levels = self._abstract[abstract]
        return abstract, {**levels, **overridden} if overridden else levels, starts

    def _read_abstract(self, element: etree._Element) -> None:
        name = element.get(W + "abstractNumId", "")
        self._abstract[name] = {depth: level for depth, level in map(_level, element.findall(W + "lvl"))}
        if style := value_of(element, "numStyleLink"):
            self._style_links[name] = style
        if style := value_of(element, "styleLink"):
            self._linked[style] = name

    def _read_list(self, element: etree._Element) -> None:
        levels: dict[int, Level] = {}
        starts: dict[int, int] = {}
        for override in element.findall(W + "lvlOverride"):
            depth = integer(override.get(W + "ilvl"), 0)
            own = override.find(W + "lvl")
            if own is not None:
                levels[depth] = _level(own)[1]
            start = value_of(override, "startOverride")
            if start is not None:
                starts[depth] = integer(start, 1)
        name = element.get(W + "numId", "")
        self._lists[name] = (value_of(element, "abstractNumId") or "", levels, starts)


def _start(depth: int, levels: dict[int, Level], starts: dict[int, int]) -> int:
    return starts.get(depth, levels.get(depth, _NO_LEVEL).start)


def _label(depth: int, levels: dict[int, Level], counts: list[int | None]) -> str:
    level = levels.get(depth)
    if level is None or level.hidden:
        return ""
    if level.style == "bullet":
        return bullet(level.text)

    def place(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        other = levels.get(at, _NO_LEVEL)
        count = counts[at]
        if count is None or at > depth:
            return ""
        return shown(count, "decimal" if level.legal and other.style != "none" else other.style)

    return _PLACE.sub(place, level.text).strip()


def _level(element: etree._Element) -> tuple[int, Level]:
    restart = value_of(element, "lvlRestart")
    text = value_of(element, "lvlText") or ""
    style = next(_styles(element), "decimal")
    level = Level(
        start=integer(value_of(element, "start"), 0),
        style=style,
        text=text,
        legal=switched(element, "isLgl"),
        restart=None if restart is None else integer(restart, 0),
        glued=value_of(element, "suff") == "nothing",
        hidden=switched(element.find(W + "rPr"), "vanish"),
        paragraph_style=value_of(element, "pStyle") or "",
    )
    if element.find(W + "lvlPicBulletId") is not None:
        level = replace(level, style="bullet", text="•")
    return integer(element.get(W + "ilvl"), 0), level


def _styles(element: etree._Element) -> Iterator[str]:
    """How counts are shown; a custom format (001, 002) is written beside a plain one for older programs."""
    for form in element.iter(W + "numFmt"):
        style = form.get(_VAL, "decimal")
        if style == "custom":
            first = form.get(W + "format", "").split(",")[0].strip()
            style = "0" * len(first) if re.fullmatch(r"0{1,8}1", first) else "decimal"
        yield style

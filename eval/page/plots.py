"""Small drawings in SVG: marks, whiskers and bars along a scale, in the colour of the text around them.

What is told apart is told apart by shape and pattern, never by colour alone. Classes are those of style.css.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.markup import Html, el

WIDTH = 720  # of every drawing; pixels, as all lengths here
GUTTER = 190  # left of the scale, for names
RIGHT = 170  # right of the scale, for figures
ROW, TOP = 30, 44
_NAME = 26  # characters of a name


@dataclass(frozen=True, slots=True)
class Scale:
    """Values from 0 to `top`, along pixels from `start` to `end`; it runs downwards where `end` is the smaller."""

    top: float = 1.0
    start: float = GUTTER
    end: float = WIDTH - RIGHT

    def at(self, value: float) -> float:
        """The pixel of a value."""
        return round(self.start + (self.end - self.start) * value / self.top, 1)


def picture(name: str, title: str, description: str, height: float, parts: Iterable[Html]) -> Html:
    """One drawing with its title and its description in words, for those who do not see it."""
    return el(
        "svg",
        el("title", title, id=f"{name}-title"),
        el("desc", description, id=f"{name}-desc"),
        *parts,
        viewBox=f"0 0 {WIDTH} {height:g}",
        role="img",
        aria_labelledby=f"{name}-title {name}-desc",
    )


def words(x: float, y: float, said: str, *, anchor: str = "start", class_: str | None = None) -> Html:
    """A line of text; `y` is its middle."""
    return el("text", said, x=f"{x:g}", y=f"{y + 5:g}", text_anchor=anchor, class_=class_)


def name(y: float, said: str) -> Html:
    """What a row is called, left of the scale; cut where it is long: the table has it whole."""
    return words(GUTTER - 14, y, textwrap.shorten(said, _NAME, placeholder="…") or "…", anchor="end")


def line(x1: float, y1: float, x2: float, y2: float, class_: str = "line") -> Html:
    """A straight line."""
    return el("line", x1=f"{x1:g}", y1=f"{y1:g}", x2=f"{x2:g}", y2=f"{y2:g}", class_=class_)


def dot(x: float, y: float) -> Html:
    """A full circle."""
    return el("circle", cx=f"{x:g}", cy=f"{y:g}", r=6, class_="full")


def diamond(x: float, y: float) -> Html:
    """A hollow diamond."""
    return el("path", d=f"M{x:g} {y - 8:g}l8 8-8 8-8-8z", class_="hollow")


def whisker(low: float, high: float, across: float, *, upright: bool = False) -> Html:
    """An interval with a stroke at either end, at `across` on the other axis."""
    ends = ((low, across - 5, low, across + 5), (high, across - 5, high, across + 5))
    lines = [(low, across, high, across), *ends]
    return el("g", *(line(*((y, x, v, u) if upright else (x, y, u, v))) for x, y, u, v in lines))


def steps(points: Sequence[tuple[float, float]]) -> Html:
    """A line from point to point."""
    return el("polyline", points=" ".join(f"{x:g},{y:g}" for x, y in points), class_="line dashed")


def bar(x: float, y: float, width: float, pattern: str) -> Html:
    """A bar around `y`: "full", "hatched" or "hollow"."""
    return el("rect", x=f"{x:g}", y=f"{y - 9:g}", width=f"{width:g}", height=18, class_=pattern)


def ticks(scale: Scale, bottom: float, marked: Iterable[tuple[float, str]]) -> list[Html]:
    """Thin upright lines with their values above."""
    drawn = []
    for value, said in marked:
        x = scale.at(value)
        drawn += [line(x, TOP - 18, x, bottom, "thin"), words(x, TOP - 28, said, anchor="middle")]
    return drawn


def legend(y: float, entries: Sequence[tuple[str, str]]) -> list[Html]:
    """What each mark stands for: dot, diamond or the pattern of a bar, one below the other."""
    drawn = []
    for n, (mark, said) in enumerate(entries):
        middle = y + 26 * n
        shapes = {"dot": dot(GUTTER, middle), "diamond": diamond(GUTTER, middle)}
        drawn += [
            shapes.get(mark) or bar(GUTTER - 12, middle, 24, mark),
            words(GUTTER + 22, middle, said),
        ]
    return drawn


def hatching() -> Html:
    """What "hatched" bars are filled with: once a page, by its id."""
    stripe = el("path", d="M-2 2l4-4M0 8l8-8M6 10l4-4", class_="line")
    return el("defs", el("pattern", stripe, id="hatching", width=8, height=8, patternUnits="userSpaceOnUse"))

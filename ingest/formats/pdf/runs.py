"""What is seen on a page of a PDF: runs of text with their places; all later steps know only these.

Lengths are in points, x counts from the left, y downwards, both on the page turned upright.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Run:
    """Text that stands together on one baseline, words one space apart.

    Attributes:
        x0, x1: where it begins and ends. y: its baseline. h: height of its font's line, above the font's size.
        bold: its font is. turn: the angle of the text on the page in degrees, 0 for upright.
        spaced: a space is written behind it.
    """

    text: str
    x0: float
    x1: float
    y: float
    h: float
    bold: bool = False
    turn: int = 0
    spaced: bool = False


@dataclass(slots=True)
class Page:
    """One page.

    Attributes:
        runs: in the order of the file, which need not be the reader's.
        unmapped: how many characters are drawn that stand for no letter.
        readable: False if the page is damaged.
    """

    runs: tuple[Run, ...] = ()
    unmapped: int = 0
    readable: bool = True

"""A stretch of lines that belongs together: a heading, a caption or a paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ingest.captions import Caption
from ingest.lines import Line
from ingest.resolutions import STYLE
from ingest.sequences import Mark

Piece = tuple[Line, Mark | None, int]  # a part of a line, the number that opens it, how much of it is number

LONG = 400  # characters: no heading or caption is longer
BULLET = re.compile(r"(?:[•·▪●◦‣∙*¢§Ø]|[-–—?o](?=\s)|e¢?(?=\s[A-Z]))\s*(?=\S)")
LEADS_ON = re.compile(
    r"(?:[,(–&]|(?<![:;])-|\b(?:the|of|and|or|a|an|in|on|at|by|for|to|with|from|that|which|is|was|were|had|has|be|as|their|its"
    r"|Mr|Mrs|Ms|Cllr|(?<!new )(?<!\sa )Councillor))\.?$"
)
_ENDED = re.compile(r"[.:;?!…”\"’)\]]$")


@dataclass(slots=True)
class Block:
    """A stretch of lines that belongs together.

    Attributes:
        mark: its printed number. words: offset in the source where the words begin after number or bullet.
        bullet: it opens with one. listing: short bullets belong to it.
        caption: it is a caption, or opens with one (`prefixed`).
        roll: it is a roll of names, each on a line of its own.
    """

    lines: list[Line]
    words: int
    mark: Mark | None = None
    heading: bool = False
    caption: Caption | None = None
    prefixed: bool = False
    bullet: bool = False
    listing: bool = False
    roll: bool = False
    text: str = ""
    rest: list[str] = field(default_factory=list)
    gap: int = field(default=0)

    @property
    def paragraphs(self) -> list[str]:
        """Its text, or that of each name if it is a roll."""
        return [line.bare for line in self.lines] if self.roll else [self.text]

    @property
    def start(self) -> int:
        """Offset in the source of its first line."""
        return self.lines[0].start

    @property
    def moved(self) -> bool:
        """Whether its number is that of a resolution inside an item, with the movers behind it."""
        return self.mark is not None and self.mark.candidate.style == STYLE

    @property
    def end(self) -> int:
        """Offset in the source where its last line ends."""
        return self.lines[-1].end


def is_open(text: str) -> bool:
    """Whether a line ends without the mark that ends a sentence."""
    return not _ENDED.search(text)


def in_capitals(text: str) -> bool:
    """Whether a line is set in capitals; what stands in brackets does not count."""
    letters = [c for c in re.sub(r"\([^)]*\)", "", text) if c.isalpha()]
    return len(letters) > 3 and sum(c.isupper() for c in letters) > 0.8 * len(letters)

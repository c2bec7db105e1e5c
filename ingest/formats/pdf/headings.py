"""Which lines are headings by their type: bold in a text that is not, or larger than the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.formats.pdf.lines import Row

_RARE = 0.25  # of the letters: where more is bold, bold says nothing
_LARGER = 1.15  # times the height of the text
_LONGEST = 90  # letters
_SUM = re.compile(r"[£$€]\s?\d")  # the total of an account
_LETTER = re.compile(r"[^\W\d_]")
_OPENING = "([‘“'\""
_ENDED = (".", ":", ";", ",", "?", "!")


@dataclass(frozen=True, slots=True)
class Setting:
    """The type of a document: the height that most of it is set in, and whether bold sets a line off."""

    height: float
    telling: bool

    @classmethod
    def of(cls, rows: Sequence[Row]) -> Setting:
        """Measure the rows of a document."""
        heights: Counter[float] = Counter()
        for row in rows:
            heights[round(row.h, 1)] += len(row.text)
        bold = sum(len(row.text) for row in rows if row.bold)
        height = heights.most_common(1)[0][0] if heights else 1.0
        return cls(height, bold < _RARE * heights.total())

    def heads(self, row: Row) -> bool:
        """Whether a row is set as a heading."""
        text = row.text
        if len(row.cells) > 1 or len(text) > _LONGEST or text.endswith(_ENDED):
            return False
        if not (text[0].isalnum() or text[0] in _OPENING) or _SUM.search(text) or not _LETTER.search(text):
            return False  # a bullet, a line to sign on
        return (self.telling and row.bold) or row.h > _LARGER * self.height

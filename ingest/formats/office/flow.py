"""What a word processor's document is made of, in reading order: paragraphs, and tables of cells of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

_LONGEST_HEADING, _LONGEST_SENTENCE = 150, 60


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph as shown.

    Attributes:
        text: its words; a newline for a line break, a form feed for a page break.
        number: its automatic number or bullet as shown, "" for none.
        heading: the document's styles call it a heading.
        furniture: why it is no part of the record, "" if it is part of it.
        tight: it follows the one before it without a blank line: a row of a table.
    """

    text: str
    number: str = ""
    heading: bool = False
    furniture: str = ""
    tight: bool = False

    @property
    def shown(self) -> str:
        """Number and words, two blanks between them; form feeds in front. "" if nothing is shown."""
        words = self.text.strip(" \t\n\f\r\u00a0")
        feed = "\f" if "\f" in self.text[: len(self.text) - len(self.text.lstrip())] else ""
        return feed + (f"{self.number}  {words}" if self.number and words else self.number or words)

    @property
    def titles(self) -> bool:
        """It is a heading and reads like one: some house styles number whole paragraphs by heading styles.

        >>> Paragraph("Apologies.", heading=True).titles
        True
        >>> Paragraph("The officer said that the work on the bridge would start in the spring.", heading=True).titles
        False
        """
        words = self.text.strip()
        prose = len(words) > _LONGEST_HEADING or (
            len(words) > _LONGEST_SENTENCE and re.search(r"[.;]$", words) is not None
        )
        return self.heading and bool(words) and not prose

    def with_(self, **changes: str | bool) -> Paragraph:
        """The same paragraph but for `changes`."""
        return replace(self, **changes)  # type: ignore[arg-type]  # fields are checked where they are named


@dataclass(slots=True)
class Table:
    """A grid: rows of cells, a cell that is merged into another is empty."""

    rows: list[list[list[Paragraph]]] = field(default_factory=list)


Block = Paragraph | Table

"""When a passage that was shown is the unit that a person named, and under which number it was shown."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from eval.cases import Unit
from eval.shown import Shown


def fold(text: str) -> str:
    """One case, single blanks, no soft hyphens: texts are compared so, never shown so."""
    return re.sub(r"\s+", " ", text.replace("\u00a0", " ").replace("\u00ad", "")).strip().casefold()


def number(printed: str | None) -> str | None:
    """A printed number without the brackets and dots around it: "(b)" and "b." are one number.

    >>> number("(b)"), number("7.3."), number(None)
    ('b', '7.3', None)
    """
    return None if printed is None else re.sub(r"\s+", " ", str(printed)).strip(" .:()[]").casefold()


def says(answer: str, nugget: str) -> bool:
    """Whether `answer` holds `nugget` as whole words, in any case."""
    return re.search(rf"(?<!\w){re.escape(fold(nugget))}(?!\w)", fold(answer)) is not None


def is_verbatim(shown: Shown) -> bool:
    """Whether the quote is there and stands in the passage."""
    return bool(shown.quote) and fold(shown.quote) in fold(shown.text)


def is_named(shown: Shown, unit: Unit) -> bool:
    """Whether it is cited under the unit's number: its own or, where it has none, that of its item."""
    wanted = number(unit.printed)
    return number(shown.printed) == wanted or (shown.printed is None and number(shown.item) == wanted)


class Matcher:
    """Tells whether a passage is a unit, exactly: it holds its anchor and no two anchors of the document.

    A whole page would match everything; that it holds several units is what makes it no exact citation.
    """

    def __init__(self, units: Iterable[Unit] = ()) -> None:
        self._anchors: defaultdict[str, list[str]] = defaultdict(list)
        for unit in units:
            self._anchors[unit.doc].append(fold(unit.anchor))

    def is_unit(self, shown: Shown, unit: Unit) -> bool:
        """Whether `shown` is `unit` and no more than one known unit."""
        text = fold(shown.text)
        if shown.source != unit.doc or fold(unit.anchor) not in text:
            return False
        return sum(anchor in text for anchor in self._anchors.get(unit.doc, ())) <= 1

    def is_any(self, shown: Shown, units: Iterable[Unit]) -> bool:
        """Whether `shown` is one of `units`."""
        return any(self.is_unit(shown, unit) for unit in units)

    def is_shown(self, unit: Unit, shown: Iterable[Shown]) -> bool:
        """Whether `unit` is among the passages shown."""
        return any(self.is_unit(one, unit) for one in shown)

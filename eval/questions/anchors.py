"""The words by which a passage is known: as few as no other place of its document has."""

from __future__ import annotations

from collections.abc import Sequence

from eval.matching import fold
from ingest import Passage

_FEWEST, _MOST = 6, 25  # words of an anchor


def find_anchor(passage: Passage, document: Sequence[Passage]) -> str | None:
    """The first words of a passage, after its number, that its document holds once; None if there are none such.

    Blanks and line breaks are one blank each.
    """
    words = passage.words.split()
    texts = [fold(other.text) for other in document]
    for length in range(min(_FEWEST, len(words)), min(_MOST, len(words)) + 1):
        anchor = " ".join(words[:length])
        if anchor and sum(text.count(fold(anchor)) for text in texts) == 1:
            return anchor
    return None

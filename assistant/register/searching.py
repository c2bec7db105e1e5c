"""Whether an entry of a register holds the words that are looked for."""

from __future__ import annotations

from assistant.words import stem, words
from ingest import Passage


class Search:
    """Words to look for, all of them, in any form; an empty search finds everything.

    The last word may be the beginning of one, as while it is typed.
    """

    def __init__(self, text: str) -> None:
        self._asked = words(text)

    def finds(self, passage: Passage, *others: str | None) -> bool:
        """Whether the passage, its item title and `others` together hold every word."""
        if not self._asked:
            return True
        held = words(" ".join([passage.item_title, passage.words, *filter(None, others)]))
        stems = {stem(word) for word in held}
        return all(
            stem(word) in stems or any(other.startswith(word) for other in held) for word in self._asked
        )

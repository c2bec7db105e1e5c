"""Which meetings could come back to a matter: those of the same body, and of any it was sent to."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from ingest import Passage
from vectorstore import StoredDocument

_ASIDE = re.compile(r"\b(?:minutes|notes)(?:\s+of)?\b")


class Bodies:
    """The bodies of a store, told apart by council and name.

    Where the minutes name only one of council and body, that one is both: a parish council is its own body. Minutes
    that do not name the council are those of the only council that has such a body.
    """

    def __init__(self, documents: Iterable[StoredDocument]) -> None:
        councils: defaultdict[str, set[str]] = defaultdict(set)
        for document in documents:
            if document.body:
                councils[_plain(document.body)].update({_plain(document.council)} if document.council else ())
        self._councils = councils

    def of(self, passage: Passage) -> str | None:
        """The body whose minutes a passage stands in; None where they name neither council nor body."""
        council, body = _plain(passage.council or ""), _plain(passage.body or "")
        if not body or body == council:
            return council or None
        return f"{council or self._only_council(body)}/{body}"

    def named_in(self, passage: Passage, own: str) -> tuple[str, ...]:
        """The other bodies of the same council that a passage names: to these the matter may have been sent."""
        council = own.partition("/")[0]
        words = f" {_plain(passage.words)} "
        named = (
            f"{council}/{body}"
            for body, councils in self._councils.items()
            if f" {body} " in words and (council in councils or not councils)
        )
        return tuple(body for body in named if body != own)

    def _only_council(self, body: str) -> str:
        councils = self._councils.get(body, set())
        return next(iter(councils)) if len(councils) == 1 else ""


def _plain(name: str) -> str:
    """A name in one spelling: "Cappamore-Kilmallock" is "Cappamore Kilmallock", "&" is "and"."""
    return " ".join(re.findall(r"\w+", _ASIDE.sub(" ", name.casefold().replace("&", " and "))))

"""A passage as a report shows it: where it stands, its text as printed, and the part of it that is meant, marked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from assistant.markup import Html, el


def mark(word: str, *, good: bool) -> Html:
    """A word of ours on something; good and bad look different, and say so too."""
    return el("span", word, class_="mark good" if good else "mark bad")


def reference(record: Mapping[str, Any]) -> str:
    """Where a passage that was shown stands, and its score if it has one; systems tell more or less of that."""
    full = record.get("reference") or ", ".join(
        str(part) for part in (record.get("source"), record.get("label") or record.get("printed")) if part
    )
    score = record.get("score")
    return f"{full} (score {score:.3f})" if isinstance(score, int | float) else str(full)


def passage(text: str, part: str = "") -> Html:
    """The text, verbatim; the part is marked in it or, where it does not stand there as it is, set below."""
    before, found, after = text.partition(part) if part else (text, "", "")
    if found:
        return el("blockquote", before, el("mark", found), after)
    quoted = [el("p", "Quoted, with other blanks or words: ", el("q", part))] if part else []
    return el("div", el("blockquote", text), *quoted)

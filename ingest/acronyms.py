"""Acronyms as the minutes themselves define them: "Looked After Children (LAC)", and initials of people in attendance."""

# ruff: noqa: E501  (a phrase is one line)

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest.model import Passage

_SMALL = frozenset("a an and at by de for from in of on or the to with &".split())
_AFTER = re.compile(
    r"(?P<words>(?:[\w’'&/-]+[ \u00a0]+){1,9}[\w’'&/-]+),?\s*\(\s*[“\"‘']?(?P<short>[A-Z][A-Za-z&-]{1,9})[”\"’']?\s*\)"
)
_BEFORE = re.compile(r"\b(?P<short>[A-Z][A-Z&-]{1,9}s?)\s*\((?P<words>[A-Z][^()\n]{4,90})\)")


def find_acronyms(passages: Iterable[Passage]) -> dict[str, str]:
    """Collect what the minutes define, each with its first definition; letters must be the initials of the words."""
    found: dict[str, str] = {}
    for passage in passages:
        text = " ".join(passage.text.split())
        for match in _AFTER.finditer(text):
            _note(found, match["short"], _matching_tail(match["words"].split(), match["short"]))
        for match in _BEFORE.finditer(text):
            words = match["words"].split()
            _note(found, match["short"], match["words"].strip() if _spelt(words, match["short"]) else None)
    return found


def _note(found: dict[str, str], short: str, words: str | None) -> None:
    if words and words != short:
        found.setdefault(short.removesuffix("s") if short[:-1].isupper() else short, words)


def _matching_tail(words: list[str], short: str) -> str | None:
    """The fewest last words that the letters spell."""
    for n in range(2, len(words) + 1):
        tail = words[-n:]
        if tail[0].casefold() not in _SMALL and _spelt(tail, short):
            return " ".join(tail)
    return None


def _spelt(words: list[str], short: str) -> bool:
    letters = [c for c in (short[:-1] if short.endswith("s") else short).casefold() if c.isalnum()]
    parts = [p for word in words for p in re.split(r"[-/]", word) if p]
    return len(letters) >= 2 and (
        _spells(parts, letters) or _spells([p for p in parts if p.casefold() not in _SMALL], letters)
    )


def _spells(parts: list[str], letters: list[str]) -> bool:
    initials = [next((c for c in part.casefold() if c.isalnum()), "") for part in parts]
    return [i for i in initials if i] == letters and any(part[0].isupper() for part in parts)

"""Acronyms with the words they stand for, as minutes define them: "Looked After Children (LAC)" or the other way round.

The rule is that of Schwartz and Hearst (PSB 2003), held tighter: every letter of the short form begins a word
of the long form, in order, small words may be skipped, and the first letter begins the first word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_SHORT = re.compile(r"\(([A-Z][A-Za-z&]{0,8}[A-Z]s?)\)")
_EXPLAINED = re.compile(r"\b([A-Z][A-Z&]{1,8})s?\s*\(([A-Z][^()\n]{4,90})\)")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|&")
_SMALL = frozenset(
    {"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with", "&"}
)
_SPAN = 140  # characters before the bracket that may hold the long form


def find_acronyms(text: str) -> Iterator[tuple[str, str]]:
    """Yield (short form, long form) for each definition in `text`, in order, the long form as printed.

    >>> list(find_acronyms("Support for Looked After Children (LAC) was discussed."))
    [('LAC', 'Looked After Children')]
    >>> list(find_acronyms("The Chief Executive (SG) left."))
    []
    """
    for match in sorted([*_SHORT.finditer(text), *_EXPLAINED.finditer(text)], key=lambda m: m.start()):
        if match.re is _EXPLAINED:
            words = [(word[0].casefold(), word[0][0].casefold()) for word in _WORD.finditer(match[2])]
            if _spells(words, [c.casefold() for c in match[1] if c.isalnum()]):
                yield match[1], " ".join(match[2].split())
            continue
        short = match[1].removesuffix("s") if match[1][-2:-1].isupper() else match[1]
        before = text[max(0, match.start() - _SPAN) : match.start()]
        long = _long_form(short, before)
        if long is not None:
            yield short, long


def _long_form(short: str, before: str) -> str | None:
    """The shortest run of words at the end of `before` whose initials spell `short`."""
    words = list(_WORD.finditer(before))
    if not words or before[words[-1].end() :].strip(" \n\t\"”'’"):
        return None
    letters = [c.casefold() for c in short if c.isalnum()]
    for start in range(len(words) - 1, -1, -1):
        initials = [(word[0].casefold(), word[0][0].casefold()) for word in words[start:]]
        if initials[0][1] == letters[0] and _spells(initials, letters):
            return " ".join(before[words[start].start() : words[-1].end()].split())
    return None


def _spells(words: list[tuple[str, str]], letters: list[str]) -> bool:
    """Whether the words' initials give `letters` in order; small words may be skipped."""
    if not words or not letters:
        return not words and not letters
    word, initial = words[0]
    if initial == letters[0] and _spells(words[1:], letters[1:]):
        return True
    return word in _SMALL and _spells(words[1:], letters)

"""Lines that only name people: who moved and seconded, who was there and in what post."""

from __future__ import annotations

import re

from ingest.kinds import has_verb

_MOVERS = re.compile(
    r"(?!.*\b(?i:carried|agreed|favour|unanim\w+|lost|defeated|resolved)\b)"
    r"(?:(?:MOTION:?\s+(?=[MP]))?(?i:proposed|moved|seconded|proposer|seconder)(?:\s+(?i:and\s+\w+))?\s*(?i:by)?\s*[:–—-]?\s+[A-Z](?:(?!\b(?:THAT|be)\b)[^:]){2,60}[;,.]?)|(?:(?:[A-Z]\.\s?)+[A-Z][\w’'-]+,?\s*(?:and\s+)?){2}:"
)  # fmt: skip
_MOVED = re.compile(
    r"(?i:moved|proposed)\s+(?:(?i:by)\b\s*:?\s*)?[A-Z]|(?:[A-Z]\.\s?)+[A-Z][\w’'-]+,\s+(?:[A-Z]\.\s?)+[A-Z]"
)
_PERSON = re.compile(r"(?:[A-Z][\w’'.-]*\s){1,3}[A-Z][\w’'-]+,\s+[?A-Z]")
_LONGEST = 160


def names_movers(words: str) -> bool:
    """Whether the words only say who moved or seconded what follows."""
    return _MOVERS.fullmatch(words) is not None


def opens_with_movers(words: str) -> bool:
    """Whether the words begin with who moved what follows ("Moved by Lee, Seconded by Fox", "A. Lee, B. Fox:")."""
    return _MOVED.match(words) is not None


def begins_with_person(words: str) -> bool:
    """Whether the words begin with a name and a post ("Ann Ode, Head of Housing")."""
    return _PERSON.match(words) is not None


def names_person(words: str) -> bool:
    """Whether the words are a name and a post, as in a list of witnesses: no verb, no full stop."""
    return (
        len(words) < _LONGEST
        and begins_with_person(words)
        and not has_verb(words)
        and not words.endswith(".")
    )

"""What a file that is taken away is called: when it was made and what it is about, safe on every system."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from assistant.export.document import Document
from assistant.words import content_words

_ASKING = frozenset(
    "agree agreed decide decided discuss discussed happened minutes note noted say said".split()
)
_WORDS, _LONGEST = 5, 60  # words of the question, and characters of them


def file_name(document: Document, suffix: str) -> str:
    """The name of a document as a file: what its first question is about."""
    telling = [word for word in content_words(document.entries[0].question) if word not in _ASKING]
    return named(document.on, " ".join(telling[:_WORDS]), suffix)


def named(on: date, about: str, suffix: str) -> str:
    """The name of a file made on a day: letters without marks, digits and hyphens, whatever it is about.

    >>> named(date(2026, 11, 22), "Secure accommodation?", ".docx")
    'minutebook-2026-11-22-secure-accommodation.docx'
    """
    plain = unicodedata.normalize("NFKD", about).encode("ascii", "ignore").decode()
    topic = re.sub(r"[^a-z0-9]+", "-", plain.lower())[:_LONGEST].strip("-")
    return "-".join(filter(None, ["minutebook", f"{on:%Y-%m-%d}", topic])) + suffix

"""The sentences of a passage, with their offsets, so that a quote is always a slice of the record."""

from __future__ import annotations

import re
from dataclasses import dataclass

# A full stop after these, or after a single capital, does not end a sentence.
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr cllr cllrs cr prof rev hon st no nos para paras ref approx etc e.g i.e eg ie vs dept co ltd "
    "inc jan feb mar apr jun jul aug sep sept oct nov dec tel fig art sec ph n.b nb".split()
)
_END = re.compile(r"[.?!]+[”’\"')\]]*(?=\s)|;(?=\s)|\n\s*\n")
_LONG = 30  # characters; a clause shorter than this is no sentence to be quoted by itself


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: a slice of the text it was cut from, from `start` to `end`, blanks trimmed."""

    text: str
    start: int
    end: int


def split_sentences(text: str, start: int = 0) -> list[Sentence]:
    """Cut a text into sentences; joined with what lies between them they give the text back.

    >>> [s.text for s in split_sentences("Cllr. Bee moved. It cost £7.3 million. Agreed.")]
    ['Cllr. Bee moved.', 'It cost £7.3 million.', 'Agreed.']
    """
    found: list[Sentence] = []
    begin = start
    for match in _END.finditer(text, start):
        if _ends_here(text, begin, match):
            _append(found, text, begin, match.end())
            begin = match.end()
    _append(found, text, begin, len(text))
    return found


def _ends_here(text: str, begin: int, end: re.Match[str]) -> bool:
    if "\n" in end.group():
        return True
    if end.group() == ";":
        # A semicolon parts the clauses of a long list, never the halves of a short sentence.
        return end.start() - begin > 200
    following = text[end.end() :].lstrip()[:1]
    if following and following.islower():
        return False
    if end.group().startswith("."):
        before = re.search(r"[\w.]+$", text[begin : end.start()])
        word = before.group().casefold() if before else ""
        if word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha()):
            return False
    return True


def _append(found: list[Sentence], text: str, begin: int, end: int) -> None:
    piece = text[begin:end]
    stripped = piece.strip()
    if stripped:
        at = begin + piece.index(stripped[0])
        found.append(Sentence(stripped, at, at + len(stripped)))

"""Paragraphs and tables become the text that a decoder gives: a paragraph a line, a blank line between them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ingest.formats.decoded import Decoded
from ingest.formats.office.flow import Block, Paragraph
from ingest.formats.office.tables import unroll
from ingest.model import Residue

_PAGE_NUMBER = re.compile(r"(?i)\W*(?:page\W*)?[\divx]*(?:\W*(?:of|/)\W*\d*)?\W*")
_STATUS = re.compile(
    r"(?i)\b(?:draft|unconfirmed|unapproved|subject to (?:approval|confirmation)|confirmed|approved)\b"
)


def compose(blocks: Iterable[Block], warnings: Iterable[str] = ()) -> Decoded:
    """Write blocks out in their order; what is marked as furniture is declared as such, headings are pointed at."""
    parts: list[str] = []
    furniture: list[Residue] = []
    headings: list[int] = []
    at = 0
    for paragraph in _paragraphs(blocks):
        words = paragraph.shown
        if not words:
            continue
        if parts:
            parts.append("\n" if paragraph.tight else "\n\n")
            at += len(parts[-1])
        start = at + len(words) - len(words.lstrip("\f"))
        parts.append(words)
        at += len(words)
        if paragraph.furniture:
            furniture.append(Residue(start, at, paragraph.furniture))
        elif paragraph.titles:
            headings.append(start)
            headings += [start + m.end() for m in re.finditer(r"\n", words.lstrip("\f"))]
    return Decoded(
        text="".join(parts), furniture=tuple(furniture), headings=tuple(headings), warnings=tuple(warnings)
    )


def _paragraphs(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            yield from unroll(block)


def frame(headers: Iterable[Block], body: list[Block], footers: Iterable[Block]) -> list[Block]:
    """Put running headers once before the body, running footers once after it.

    A header that says what the body does not (the council, DRAFT) is read with the record, and so is a footer that
    says what state the minutes are in; the rest is furniture.
    """
    headers, footers = list(headers), list(footers)
    if not headers and not footers:
        return body
    said = {_plain(p) for p in _paragraphs(body)}
    first: list[Block] = []
    last: list[Block] = []
    for running, top in ((headers, True), (footers, False)):
        for paragraph in _paragraphs(running):
            plain = _plain(paragraph)
            if plain in said and not _PAGE_NUMBER.fullmatch(plain):
                kept = False
            else:
                kept = not _PAGE_NUMBER.fullmatch(plain) and (top or _STATUS.search(plain) is not None)
            reason = "" if kept else f"running {'header' if top else 'footer'}"
            said.add(plain)
            (first if top or kept else last).append(paragraph.with_(furniture=reason, heading=False))
    return [*first, *body, *last]


def _plain(paragraph: Paragraph) -> str:
    return " ".join(paragraph.shown.split()).casefold()

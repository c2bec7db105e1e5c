"""A document as Markdown (CommonMark): our headings, lists and quotes, and in them nothing but text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.export.document import (
    NEAREST,
    REFERENCES,
    SELECTION,
    Document,
    Entry,
    Mark,
    Paragraph,
    Reference,
)

# What means something inside a line, in CommonMark or in what GitHub and Pandoc add to it: emphasis, links, HTML,
# entities, formulas, the end of a heading, addresses that become links by themselves.
_INLINE = re.compile(
    r"[\\`*\[\]<~$]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)|(?<!\S)#|:(?=//)|(?<=www)\.", re.IGNORECASE
)
_OPENING = re.compile(
    r"^(\d{1,9}(?=[.)](?:\s|$))|(?=[-+=:>]))"
)  # what begins a block: a list, a rule, a quote


def render(document: Document) -> bytes:
    """The document as a file of Markdown, in UTF-8."""
    return ("\n\n".join(_blocks(document)) + "\n").encode()


def escaped(text: str) -> str:
    r"""A text on one line, such that any reader of Markdown shows it as it is.

    >>> print(escaped("1. see *this* <b>"))
    1\. see \*this\* \<b>
    """
    return _OPENING.sub(r"\1\\", _INLINE.sub(r"\\\g<0>", text), count=1)


def _blocks(document: Document) -> Iterator[str]:
    yield f"# {escaped(document.title)}"
    yield SELECTION
    yield document.made
    for entry in document.entries:
        yield f"## {escaped(document.heading(entry))}"
        yield from _said(entry)
    if document.references:
        yield f"## {REFERENCES}"
    for reference in document.references:
        yield from _reference(reference)


def _said(entry: Entry) -> Iterator[str]:
    yield from map(_paragraph, entry.paragraphs)
    yield from (f"**Note:** {escaped(notice)}" for notice in entry.notices)
    if entry.searched:
        yield escaped(entry.searched)
    if entry.near:
        yield NEAREST
        yield "\n".join(f"- {escaped(near.words)}: {escaped(near.begins)}" for near in entry.near)


def _paragraph(paragraph: Paragraph) -> str:
    text = "".join(f"[{piece.n}]" if isinstance(piece, Mark) else piece for piece in paragraph)
    return escaped(text.strip())


def _reference(reference: Reference) -> Iterator[str]:
    cautions = "".join(f" **{caution}.**" for caution in reference.cautions)
    yield f"{escaped(f'[{reference.n}] {reference.words}')}.{cautions}"
    yield from (f"> {escaped(quote)}" for quote in reference.quotes)
    yield f"File: {escaped(reference.source)}"

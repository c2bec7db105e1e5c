"""What a decoder gives: the text of a file as its reader sees it, and what only the file's format can know."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.model import Residue


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """The text of one file in reading order, a paragraph or a table row a line or more.

    Numbers that the format computes (Word's automatic numbers, the numbers of an HTML list) stand in the text
    where a reader sees them. Offsets of passages are offsets into `text`.

    Attributes:
        text: newlines between lines, blank lines between paragraphs, form feeds between pages.
        furniture: spans of whole lines known to be no part of the record (menus, running headers), in order.
        headings: offsets at which lines begin that the format itself calls headings.
        warnings: what a reader should know ("page 3 has no text: it may be a scan").
    """

    text: str
    furniture: tuple[Residue, ...] = ()
    headings: tuple[int, ...] = ()
    warnings: tuple[str, ...] = ()

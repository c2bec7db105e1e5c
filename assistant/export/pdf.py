"""A document as PDF: tagged for screen readers, with bookmarks and with its fonts in it, set by Typst."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from assistant.export.document import FOOTER, NEAREST, REFERENCES, SELECTION, Document, Entry, Mark

if TYPE_CHECKING:
    from typst import Fonts

_ACCESSIBLE = "ua-1"  # PDF/UA-1, the standard for accessible PDF
_LONG = re.compile(r"\S{30}(?=\S{10})")
_UNSHOWN = (
    "Some characters of the minutes are not in the fonts of this file and stand as empty boxes. "
    "The Word and Markdown files hold them all."
)


def render(document: Document) -> bytes:
    """The document as a file of PDF, as PDF/UA-1 unless its fonts lack a character."""
    from typst import TypstError  # noqa: PLC0415 - only whoever takes a PDF away pays for it

    given = _data(document)
    try:
        return _typeset(given, [_ACCESSIBLE])
    except TypstError:  # the standard allows no empty boxes: they are told of instead
        return _typeset(given | {"unshown": _UNSHOWN}, [])


def _typeset(given: dict[str, Any], standards: list[Any]) -> bytes:
    from typst import compile as typeset  # noqa: PLC0415

    return typeset(
        files(__package__).joinpath("document.typ").read_bytes(),
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"document": json.dumps(_breakable(given))},
        pdf_standards=standards,
    )


@cache
def _fonts() -> Fonts:
    """The fonts that come with Typst, and none of this computer: the file looks the same wherever it is made."""
    from typst import Fonts  # noqa: PLC0415

    return Fonts(include_system_fonts=False)


def _breakable(value: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
    """The value with a place to break in words that are longer than a line: Typst would set them beyond the page."""
    if isinstance(value, str):
        return _LONG.sub("\\g<0>\N{ZERO WIDTH SPACE}", value)
    if isinstance(value, dict):
        return {key: _breakable(inner) for key, inner in value.items()}
    return [_breakable(inner) for inner in value] if isinstance(value, list | tuple) else value


def _data(document: Document) -> dict[str, Any]:
    """What the template reads: plain values, a mark as its number."""
    on = document.on
    return {
        "title": document.title,
        "on": {part: getattr(on, part) for part in ("year", "month", "day", "hour", "minute", "second")},
        "made": document.made,
        "selection": SELECTION,
        "footer": FOOTER,
        "unshown": "",
        "nearest": NEAREST,
        "entries": [_entry(entry, document.heading(entry)) for entry in document.entries],
        "references_heading": REFERENCES,
        "references": [asdict(reference) for reference in document.references],
    }


def _entry(entry: Entry, heading: str) -> dict[str, Any]:
    return {
        "heading": heading,
        "paragraphs": [
            [piece.n if isinstance(piece, Mark) else piece for piece in paragraph]
            for paragraph in entry.paragraphs
        ],
        "notices": entry.notices,
        "searched": entry.searched,
        "near": [asdict(near) for near in entry.near],
    }

"""The formats that a document can be taken away in, by the suffix of the file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from assistant.export import markdown, pdf, word
from assistant.export.document import Document
from assistant.replacing import replacing
from assistant.wording import listed
from ingest import CannotWrite

FORMATS: dict[str, Callable[[Document], bytes]] = {
    ".docx": word.render,
    ".pdf": pdf.render,
    ".md": markdown.render,
}


def check(path: Path) -> None:
    """See that a file's name tells a format, before anything is asked.

    Raises:
        CannotWrite: its suffix is none of `FORMATS`.
    """
    if path.suffix.lower() not in FORMATS:
        raise CannotWrite(
            f"{path} has no format that is known: name it {listed([f'*{s}' for s in FORMATS], 'or')}"
        )


def save(document: Document, path: Path) -> None:
    """Write a document to `path` in the format of its suffix; a file of that name is replaced, once all is written.

    Raises:
        CannotWrite: the suffix is another, or the file cannot be written.
    """
    check(path)
    content = FORMATS[path.suffix.lower()](document)
    with replacing(path) as aside:
        aside.write_bytes(content)

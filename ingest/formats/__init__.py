"""One decoder a format: bytes of a file become Decoded text. The grammar of minutes knows none of them.

A decoder's module is imported when the first file of its format is read: each brings a library of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module

from ingest.formats.decoded import Decoded

__all__ = ["FORMATS", "SUFFIXES", "Decoded", "Format", "decode", "format_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format that is read.

    Attributes:
        name: as a person calls it.
        suffixes: of the files that are looked for in a folder, lower case.
        module: where its `decode(data, name) -> Decoded` is.
    """

    name: str
    suffixes: tuple[str, ...]
    module: str


FORMATS = (
    Format(name="plain text and Markdown", suffixes=(".txt", ".text", ".md", ".markdown"), module="plain"),
    Format(name="web pages", suffixes=(".html", ".htm", ".xhtml"), module="html"),
    Format(name="web pages saved as one file", suffixes=(".mhtml", ".mht"), module="mhtml"),
    Format(name="Word", suffixes=(".docx", ".docm"), module="word"),
    Format(name="PDF", suffixes=(".pdf",), module="pdf"),
    Format(name="OpenDocument", suffixes=(".odt",), module="opendocument"),
)
SUFFIXES = tuple(suffix for format_ in FORMATS for suffix in format_.suffixes)


def format_of(suffix: str) -> Format | None:
    """The format of files with that suffix, None if it is not read."""
    return next((f for f in FORMATS if suffix.lower() in f.suffixes), None)


def decode(data: bytes, format_: Format, name: str) -> Decoded:
    """Decode a file; `name` is what messages call it.

    Raises:
        UnreadableSource: the bytes are not what they should be, with what to do.
    """
    decoded = import_module(f"ingest.formats.{format_.module}").decode(data, name)
    assert isinstance(decoded, Decoded)  # noqa: S101 - import_module has no type
    return decoded

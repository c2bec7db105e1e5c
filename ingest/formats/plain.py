"""Plain text and Markdown: bytes in one of the encodings that offices write become text, unchanged."""

from __future__ import annotations

import re

from ingest.errors import UnreadableSource
from ingest.formats.decoded import Decoded

_BINARY = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decode(data: bytes, name: str) -> Decoded:
    """Read UTF-8, UTF-16 with a byte order mark, else Windows-1252; the byte order mark is dropped.

    Raises:
        UnreadableSource: `data` is binary; `name` is what the message calls it.
    """
    return Decoded(text=decode_text(data, name))


def decode_text(data: bytes, name: str) -> str:
    """The same, as a string."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    elif b"\x00" in data:
        raise UnreadableSource(f"{name} is binary, not text: export it as plain text first")
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _BINARY.search(text):
            raise UnreadableSource(f"{name} is binary, not text: export it as plain text first")
        return text
    raise UnreadableSource(f"{name} is in no encoding that is known: save it as UTF-8")

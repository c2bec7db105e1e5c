"""Web pages saved as one file (.mhtml): the page is taken out of its envelope and read as HTML; pictures are left."""

from __future__ import annotations

import re
from email.message import Message
from email.parser import BytesHeaderParser

from ingest.errors import UnreadableSource
from ingest.formats.decoded import Decoded
from ingest.formats.html import decode as decode_page

_HEAD_END = re.compile(rb"\r?\n\r?\n")


def decode(data: bytes, name: str) -> Decoded:
    """Read the first page in the file.

    Raises:
        UnreadableSource: there is none; `name` is for the message.
    """
    head, body = _parted(data)
    boundary = head.get_boundary()
    parts = body.split(b"--" + boundary.encode("ascii", "replace")) if boundary else [data]
    for part in parts:
        head, body = _parted(part.lstrip(b"\r\n"))
        if head.get_content_type() in ("text/html", "application/xhtml+xml"):
            head.set_payload(body)
            page = head.get_payload(decode=True)
            assert isinstance(page, bytes)  # noqa: S101 - one part, not many: its payload is bytes
            return decode_page(page, name)
    raise UnreadableSource(f"{name} holds no web page: save the page again, as HTML")


def _parted(data: bytes) -> tuple[Message, bytes]:
    """Header and body."""
    found = _HEAD_END.search(data, 0, 1 << 16)
    if found is None:
        return Message(), data
    return BytesHeaderParser().parsebytes(data[: found.start()]), data[found.end() :]

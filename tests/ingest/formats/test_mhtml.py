"""A page saved as one file is taken out of its envelope."""

from __future__ import annotations

import base64
import quopri

import pytest

from ingest import read_source
from ingest.errors import UnreadableSource
from ingest.formats.html import decode as decode_page
from ingest.formats.mhtml import decode

PAGE = "<html><body><ol start=7><li>That the rent be £30 – a year – from the first of April next.</ol>"


def envelope(encoding: str, body: bytes, *, parts: int = 1) -> bytes:
    """As Chromium writes it: the page first, its pictures after."""
    picture = b"Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0K\r\n"
    page = f"Content-Type: text/html\r\nContent-Transfer-Encoding: {encoding}\r\nContent-ID: <f@mhtml.blink>\r\n\r\n"
    bound = b"------MultipartBoundary--x9----"
    return (
        b"From: <Saved by Blink>\r\nSubject: Minutes\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
        b'\ttype="text/html";\r\n\tboundary="----MultipartBoundary--x9----"\r\n\r\n\r\n'
        + b"".join(bound + b"\r\n" + part + b"\r\n" for part in [page.encode() + body, picture][:parts])
        + bound
        + b"--\r\n"
    )


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("quoted-printable", quopri.encodestring(PAGE.encode())),
        ("base64", base64.encodebytes(PAGE.encode())),
        ("8bit", PAGE.encode()),
    ],
)
def test_the_page_is_read_however_it_was_packed(encoding: str, body: bytes):
    assert decode(envelope(encoding, body, parts=2), "a.mhtml") == decode_page(PAGE.encode(), "a.html")


@pytest.mark.parametrize("name", ["a.mhtml", "a.mht", "a.html"])
def test_such_a_file_is_known_by_its_content(name: str, tmp_path):
    (tmp_path / name).write_bytes(envelope("8bit", PAGE.encode()))
    assert read_source(tmp_path / name).text.startswith("7.\u00a0\u00a0That the rent")


@pytest.mark.parametrize("data", [b"", b"no envelope", envelope("8bit", b"", parts=0), b"\x00" * 5000])
def test_an_envelope_without_a_page_is_refused_in_one_line(data: bytes):
    with pytest.raises(UnreadableSource, match="holds no web page"):
        decode(data, "a.mhtml")


def test_a_thousand_envelopes_in_one_another_are_refused_in_one_line():
    data = b"x"
    for n in range(1000):
        data = f'Content-Type: multipart/mixed; boundary="b{n}"\r\n\r\n--b{n}\r\n'.encode() + data
    with pytest.raises(UnreadableSource, match="holds no web page"):
        decode(data, "a.mhtml")

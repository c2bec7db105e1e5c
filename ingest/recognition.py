"""What a file is: its content decides, then its suffix; what is no text at all is called by its name."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile

from ingest import formats
from ingest.archive import FAILURES
from ingest.errors import UnreadableSource
from ingest.formats import FORMATS, Format

SNIFFED = 1024  # bytes at the start of a file that tell what it is
READ = "; ".join(f"{f.name} ({', '.join(f.suffixes)})" for f in FORMATS)

_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--(?!.*<!--).*?-->\s*)?<(?:!doctype\s+html|html)\b", re.I | re.S
)
_SAVED_PAGE = re.compile(
    rb"\A(?=.*^MIME-Version:)(?=.*^Content-Type:\s*multipart/related)", re.I | re.M | re.S
)
_UNMARKED = ("plain", "html", "mhtml")  # formats whose files may begin with anything
_FOREIGN = {
    "rich text (RTF): save it as .docx": (b"{\\rtf",),
    "an image: what is read is text": (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*"),
    "a program, not minutes": (b"\x7fELF", b"MZ\x90"),
    "an archive of a kind that is not read: unpack it, or make it a .zip": (
        b"\x1f\x8b",
        b"7z\xbc\xaf",
        b"Rar!",
    ),
}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PROTECTED = "EncryptedPackage".encode("utf-16-le")
_OFFICE = (("word/", "word"), ("xl/", "a spreadsheet"), ("ppt/", "a presentation"))


def recognise(data: bytes, suffix: str, name: str) -> tuple[Format, str]:
    """The format to decode a file by, and a warning if its suffix says another ("" if not).

    Raises:
        UnreadableSource: it is of no format that is read, or not what its suffix says; `name` is what the
            message calls it.
    """
    module = _by_content(data, name)
    said = formats.format_of(suffix)
    if module is not None:
        found = next((f for f in FORMATS if f.module == module), None)
        if found is None:
            raise UnreadableSource(f"{name} is of a format ({module}) that is not read; what is read: {READ}")
        warning = "" if found == said else f"named {suffix or 'without a suffix'}, read as {found.name}"
        return found, warning
    if said is None:
        raise UnreadableSource(
            f"{name}: {suffix or 'a file without a suffix'} is not read; today that is {READ}"
        )
    if said.module not in _UNMARKED:
        raise UnreadableSource(
            f"{name} is no {said.name} file, whatever its suffix says: open it and save it anew"
        )
    return said, ""


def is_recognised(head: bytes) -> bool:
    """Whether the first bytes of a file of unknown suffix say that it is a document: a PDF or a web page."""
    return _mark(head) is not None


def _mark(data: bytes) -> str | None:
    """The module of a format that marks its files at their very beginning."""
    head = data[:SNIFFED]
    if b"%PDF-" in head:
        return "pdf"
    utf16 = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    if _SAVED_PAGE.search(head):
        return "mhtml"
    text = head[: len(head) // 2 * 2].decode("utf-16" if utf16 else "latin-1", "replace")
    return "html" if _PAGE.match(text.removeprefix("\xef\xbb\xbf")) else None


def _by_content(data: bytes, name: str) -> str | None:
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _packed(data, name)
    if data.startswith(_OLE):
        if _PROTECTED in data:
            raise UnreadableSource(f"{name} is protected by a password: save it without, or as PDF")
        raise UnreadableSource(f"{name} is a file of old Office (.doc and the like): save it as .docx or PDF")
    for what, starts in _FOREIGN.items():
        if data.startswith(starts):
            raise UnreadableSource(f"{name} is {what}")
    return _mark(data)


def _packed(data: bytes, name: str) -> str:
    """What is inside a ZIP container: a Word file, an OpenDocument text, or something that is not read."""
    try:
        with ZipFile(BytesIO(data)) as packed:
            names = packed.namelist()
            kind = packed.open("mimetype").read(200) if "mimetype" in names else b""
    except FAILURES as error:
        raise UnreadableSource(f"{name} is damaged ({error}): get it anew, or save it as PDF") from error
    if kind.startswith(b"application/vnd.oasis.opendocument.text"):
        return "opendocument"
    for folder, what in _OFFICE:
        if any(n.startswith(folder) for n in names):
            if what == "word":
                return what
            raise UnreadableSource(f"{name} is {what}: save what is minutes in it as PDF")
    raise UnreadableSource(f"{name} is an archive, named as if it were a document: name it .zip")

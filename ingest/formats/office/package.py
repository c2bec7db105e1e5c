"""Opens a zipped document of XML parts (Word, OpenDocument) without trusting it: nothing grows past a limit.

Sizes are counted while a part is unpacked, for what the zip says of itself may be a lie. Nothing outside the
package is ever looked up.
"""

from __future__ import annotations

import io
import zipfile
import zlib

from lxml import etree

from ingest.errors import UnreadableSource

LARGEST_PART = 64 * 2**20  # bytes unpacked
LARGEST_RATIO = 200  # unpacked to packed, asked of parts larger than _RATIO_FROM
MOST_TAGS = 1_500_000  # opening and closing; an element costs some 270 bytes of memory, however short it is
_RATIO_FROM = 8 * 2**20
_STEP = 2**20
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_TYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)


class Package:
    """The parts of one zipped document, read when they are asked for.

    Raises:
        UnreadableSource: the bytes are no zip, or what is asked for is damaged, locked or too large.
    """

    def __init__(self, data: bytes, name: str, save_as: str) -> None:
        """Open `data`; `name` is what messages call it, `save_as` the suffix of a good file of its format."""
        self.name, self.save_as = name, save_as
        if data.startswith(_OLE):
            raise self.refusal(*_of_old(data))
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise self.refusal("is damaged or not what its name says", "open it and save it again") from error
        self._names = {info.filename.lower(): info for info in self._zip.infolist()}

    def __contains__(self, part: str) -> bool:
        return part.lower() in self._names

    def read(self, part: str) -> bytes:
        """The bytes of a part, b"" where there is none."""
        info = self._names.get(part.lower())
        if info is None:
            return b""
        if info.flag_bits & 1:
            raise self.refusal("is protected with a password", "remove the password and save it")
        try:
            return self._unpack(info)
        except _BROKEN as error:
            raise self.refusal(
                f"is damaged ({part} cannot be unpacked)", "open it and save it again"
            ) from error

    def _unpack(self, info: zipfile.ZipInfo) -> bytes:
        pieces, size = [], 0
        with self._zip.open(info) as stream:
            while piece := stream.read(_STEP):
                size += len(piece)
                if size > LARGEST_PART or (
                    size > _RATIO_FROM and size > LARGEST_RATIO * max(info.compress_size, 1)
                ):
                    raise self.refusal(
                        f"unpacks to more than is read ({info.filename})", "split it into smaller documents"
                    )
                pieces.append(piece)
        return b"".join(pieces)

    def xml(self, part: str, rename: tuple[tuple[bytes, bytes], ...] = ()) -> etree._Element | None:
        """The root element of a part, None where there is none; `rename` replaces namespaces before reading."""
        data = self.read(part)
        if not data:
            return None
        for old, new in rename:
            data = data.replace(old, new)
        if any(mark in data for mark in _TYPES):
            raise self.refusal(f"declares a document type ({part}), which no office program writes", "")
        if data.count(b"<") > MOST_TAGS:
            raise self.refusal(f"is larger than is read ({part})", "split it into smaller documents")
        try:
            root = etree.fromstring(data, _parser())
        except etree.XMLSyntaxError as error:
            raise self.refusal(
                f"is damaged ({part}: {_first_line(error)})", "open it and save it again"
            ) from error
        if root.getroottree().docinfo.doctype:
            raise self.refusal(f"declares a document type ({part}), which no office program writes", "")
        return root

    def refusal(self, what: str, remedy: str) -> UnreadableSource:
        """One clear line: what is wrong with the file and what to do next."""
        remedy = remedy or "open it and save it again"
        return UnreadableSource(f"{self.name} {what}: {remedy} as {self.save_as}")


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )


def _of_old(data: bytes) -> tuple[str, str]:
    """What an OLE file is: a new document under a password, or a document of the format before 2007."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "is protected with a password", "open it with the password, remove it and save it"
    return "is of the old Word format (.doc)", "open it in Word or LibreOffice and save it"


def _first_line(error: etree.XMLSyntaxError) -> str:
    return " ".join(str(error.msg).split())[:120]

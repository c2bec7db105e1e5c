"""Damaged and hostile documents: one clear line, bounded memory, never a traceback."""

from __future__ import annotations

import io
import random
import zipfile

import pytest

from ingest.errors import UnreadableSource
from ingest.formats import Decoded
from ingest.formats.office import package
from ingest.formats.opendocument import decoder as opendocument
from ingest.formats.word import decoder as word
from tests.ingest.formats.test_word import W, repacked
from tests.ingest.formats.word_suite.make import SUITE

DOCX, ODT = (SUITE / "styles.docx").read_bytes(), (SUITE / "lists.odt").read_bytes()
BODY = f"<w:document {W}><w:body>%s</w:body></w:document>"


def document(content: str, before: str = "") -> bytes:
    return repacked(DOCX, {"word/document.xml": (before + BODY % content).encode()})


def refusal(data: bytes, decode=word.decode) -> str:
    with pytest.raises(UnreadableSource) as caught:
        decode(data, "minutes")
    message = str(caught.value)
    assert message.startswith("minutes ")
    assert "\n" not in message
    return message


OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(2000)
BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize("decode", [word.decode, opendocument.decode], ids=["word", "opendocument"])
@pytest.mark.parametrize(
    ("data", "said"),
    [
        (OLE, "old Word format (.doc)"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "protected with a password"),
        (b"", "damaged or not what its name says"),
        (b"{\\rtf1 Minutes}", "damaged or not what its name says"),
        (bytes(range(256)) * 40, "damaged or not what its name says"),
        (DOCX[: len(DOCX) // 2], "damaged or not what its name says"),
    ],
    ids=["doc", "encrypted", "empty", "rtf", "garbage", "truncated"],
)
def test_what_is_no_document_is_said_in_one_line(decode, data, said):
    assert said in refusal(data, decode)


def test_a_document_without_its_main_part_is_refused():
    assert "holds no Word document" in refusal(repacked(DOCX, {"word/document.xml": None}))
    assert "holds no Word document" in refusal(ODT)
    assert "holds no OpenDocument text" in refusal(DOCX, opendocument.decode)


def test_other_parts_may_be_missing():
    bare = {name: None for name in ("word/numbering.xml", "word/styles.xml", "word/settings.xml")}
    assert "Apologies for absence" in word.decode(repacked(DOCX, bare), "x").text


def test_an_open_document_under_a_password_is_refused():
    locked = repacked(ODT, {"META-INF/manifest.xml": b"<m:encryption-data/>"})
    assert "protected with a password" in refusal(locked, opendocument.decode)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_never_expanded(encoding):
    bomb = (
        f'<?xml version="1.0" encoding="{encoding}"?>{BOMB}' + BODY % "<w:p><w:r><w:t>&b;</w:t></w:r></w:p>"
    )
    assert "document type" in refusal(repacked(DOCX, {"word/document.xml": bomb.encode(encoding)}))
    assert "document type" in refusal(
        repacked(ODT, {"content.xml": bomb.encode(encoding)}), opendocument.decode
    )


def test_no_file_outside_is_read():
    outside = '<!DOCTYPE x SYSTEM "file:///etc/passwd">'
    assert "document type" in refusal(document("", outside))


def test_a_zip_bomb_is_refused_before_it_is_unpacked():
    """The part unpacks to a gigabyte; no more than the limit is ever held."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(DOCX)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        new.writestr("_rels/.rels", old.read("_rels/.rels"))
        with new.open("word/document.xml", "w") as part:
            for _ in range(1024):
                part.write(bytes(2**20))
    assert "unpacks to more than is read" in refusal(out.getvalue())


def test_more_tags_than_memory_allows_are_refused(monkeypatch: pytest.MonkeyPatch):
    """Small tags cost many times their size in memory: they are counted before a tree is built of them."""
    monkeypatch.setattr(package, "MOST_TAGS", 500)
    assert "larger than is read" in refusal(document("<w:p/>" * 500))


def test_deep_nesting_is_refused():
    assert "damaged" in refusal(document("<w:tbl><w:tr><w:tc>" * 400))


def test_nesting_that_is_allowed_is_read():
    """libxml2 allows 256 levels; reading them takes less of the stack than Python has."""
    deep = "<w:sdt><w:sdtContent>" * 60 + "<w:tbl><w:tr><w:tc>" * 40 + "<w:p><w:r><w:t>deep</w:t></w:r></w:p>"
    assert (
        word.decode(document(deep + "</w:tc></w:tr></w:tbl>" * 40 + "</w:sdtContent></w:sdt>" * 60), "x").text
        == "deep"
    )


@pytest.mark.parametrize("suffix", ["lowerLetter", "upperRoman", "decimalZero"])
def test_a_number_of_absurd_size_takes_no_space(suffix):
    numbering = (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="900000000"/>'
        f'<w:numFmt w:val="{suffix}"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    content = '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>'
    data = repacked(
        DOCX, {"word/document.xml": (BODY % content).encode(), "word/numbering.xml": numbering.encode()}
    )
    assert word.decode(data, "x").text == "900000000.  x"


def test_styles_and_lists_that_lead_in_a_ring_are_read():
    styles = (
        f'<w:styles {W}><w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="b"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>'
    )
    content = '<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>'
    data = repacked(
        DOCX, {"word/document.xml": (BODY % content).encode(), "word/styles.xml": styles.encode()}
    )
    assert word.decode(data, "x").text == "x"


@pytest.mark.parametrize("name", ["tracked.docx", "in_tables.docx", "styles.docx", "lists.odt", "page.odt"])
def test_mutated_files_give_text_or_one_line(name):
    """Bytes of the file and of its parts are changed, cut and doubled at random, always alike."""
    data = (SUITE / name).read_bytes()
    decode = word.decode if name.endswith("docx") else opendocument.decode
    with zipfile.ZipFile(io.BytesIO(data)) as whole:
        parts = {n: whole.read(n) for n in whole.namelist() if n.endswith((".xml", ".rels"))}
    random_ = random.Random(name)  # noqa: S311 - reproducible, not secret
    for n in range(120):
        part = random_.choice(sorted(parts))
        broken = (
            mutated(data, random_) if n % 3 == 0 else repacked(data, {part: mutated(parts[part], random_)})
        )
        assert "\n" not in outcome(decode, broken)


def outcome(decode, data: bytes) -> str:
    """The message if it is refused, "" if it is read; anything else that is raised fails the test."""
    try:
        assert isinstance(decode(data, "x"), Decoded)
    except UnreadableSource as error:
        return str(error)
    return ""


def mutated(data: bytes, random_: random.Random) -> bytes:
    out = bytearray(data)
    for _ in range(random_.choice((1, 1, 3, 20))):
        at = random_.randrange(len(out))
        kind = random_.randrange(4)
        if kind == 0:
            out[at] = random_.randrange(256)
        elif kind == 1:
            del out[at : at + random_.randrange(1, 60)]
        elif kind == 2:
            out[at:at] = out[at : at + random_.randrange(1, 200)]
        else:
            out[at : at + 1] = random_.choice(
                (b"<", b">", b"0", b"99999999999", b'"', b"w:val", b"&#0;", b"-1")
            )
    return bytes(out)

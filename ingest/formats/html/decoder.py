"""Web pages: what a browser shows of a page becomes text; lists carry their numbers, menus are declared furniture."""

from __future__ import annotations

import codecs
import re

from lxml import etree

from ingest.errors import UnreadableSource
from ingest.formats.decoded import Decoded
from ingest.formats.html.walk import Aside, Walk
from ingest.formats.plain import decode_text
from ingest.model import Residue

_HEAD = 4096  # bytes in which a page says its encoding
_META = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.I)
_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})", re.I)
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_LATIN = frozenset(("ascii", "iso8859-1", "cp1252"))
_ONE_BYTE = re.compile(r"(?:cp|iso8859-|koi8-|mac-)\w+")
_COMMON = "‘’“”–£é\u00a0…•"  # what British minutes hold beside ASCII
_DEEP = re.compile(
    rb"</?(?:font|span|b|i|u|em|strong|small|big|tt)\b[^<>]{0,2000}>|data:[^\"'\s<>)]{1000,}", re.I
)
_EMPTY_TAG = re.compile(
    rb"<((?!(?:area|base|br|col|hr|img|input|link|meta|wbr)\b)[a-z][a-z0-9]*)(\b[^<>]{0,2000}?)/>", re.I
)
_WORD = re.compile(r"[^\W\d_]{4,}")
_JOINT = re.compile(r"\s+[-–—|»·:]\s+|\s*\|\s*")  # what parts the name of a page from that of its site
_TITLE = 400  # characters of a title that are looked at
_LITTLE = 80  # characters: a main part with fewer proves nothing


def decode(data: bytes, name: str) -> Decoded:
    """Read a page in the encoding that it names, else as UTF-8, else as Windows-1252.

    Raises:
        UnreadableSource: `data` is binary, or nested beyond what any page needs; `name` is for the message.
    """
    text, warnings = _characters(data, name)
    page = text.encode("utf-8", "replace")
    if name.lower().endswith((".xhtml", ".xht")):
        page = _EMPTY_TAG.sub(rb"<\1\2></\1>", page)
    root = _parse(page, name)
    if root is None:
        return Decoded(text="", warnings=warnings)
    walk, title = Walk(root), " ".join((root.findtext(".//title") or "").split())
    del root, page, text  # a tree is twenty times its page
    return _read(walk, title, warnings)


# from bytes to characters


def _characters(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """The text and what is to be said of it. What is good UTF-8 is UTF-8, whatever the page says."""
    if b"\x00" in data[:_HEAD] or data.startswith(_MARKS):
        return decode_text(data, name), ()
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        mended = data.decode("utf-8", "replace")
    encoding = _named(data)
    damaged = mended.count("\ufffd")
    if encoding is None and damaged < sum(map(mended.count, _COMMON)):
        return mended, _damage(damaged)
    if encoding is None:
        return decode_text(data, name), ()
    text = data.decode(encoding, "replace")
    return text, _damage(text.count("\ufffd"))


def _damage(count: int) -> tuple[str, ...]:
    return (f"{count} characters are damaged: they are not in the encoding of the page",) if count else ()


def _named(data: bytes) -> str | None:
    """The encoding other than Unicode that the page names, if it is a known one; Latin-1 on the web is Windows-1252."""
    found = _META.search(data[:_HEAD]) or _DECLARED.search(data[:_HEAD])
    try:
        encoding = codecs.lookup(found[1].decode("ascii")).name if found else ""
    except LookupError:
        return None
    return "cp1252" if encoding in _LATIN else encoding if _ONE_BYTE.fullmatch(encoding) else None


# from characters to a tree


def _parse(page: bytes, name: str) -> etree._Element | None:
    """The tree of a page, None if there is nothing in it.

    Old pages leave hundreds of fonts open, saved ones hold their pictures: where a page exceeds the limits of the
    parser it is read once more without these.
    """
    root, beyond = _try(page)
    if beyond:
        root, beyond = _try(_DEEP.sub(b"", page))
    if beyond:
        raise UnreadableSource(
            f"{name} is no page that a browser could show ({beyond}): save its text as plain text and read that"
        )
    return root


def _try(page: bytes) -> tuple[etree._Element | None, str]:
    parser = etree.HTMLParser(
        encoding="utf-8", recover=True, no_network=True, huge_tree=False, remove_pis=True
    )
    try:
        root = etree.fromstring(page, parser)  # HTML has no entities to expand
    except etree.XMLSyntaxError:
        root = None
    fatal = [e for e in parser.error_log if e.type_name == "ERR_RESOURCE_LIMIT"]
    if not fatal:
        return root, ""
    return None, "nested too deep" if "depth" in fatal[0].message else "one piece of it is too long"


# from the walk to the text


def _read(walk: Walk, title: str, warnings: tuple[str, ...]) -> Decoded:
    lines = walk.lines
    reasons = _reasons(walk)
    seen = " ".join(text for text, why in zip(lines.texts, reasons, strict=True) if text and not why)
    out = [f"{part}\n" for part in _of_title(title, seen)]
    starts: list[int] = []
    at = sum(map(len, out))
    for text, gap in zip(lines.texts, lines.gaps, strict=True):
        if text is not None and gap and at:
            out.append("\n")
            at += 1
        starts.append(at)
        if text is not None:
            out.append(f"{text}\n")
            at += len(text) + 1
    if walk.hidden > at:
        warnings += (f"{walk.hidden} characters are in the file but hidden on the page: they are left out",)
    return Decoded(
        text="".join(out),
        furniture=_spans(lines.texts, starts, reasons),
        headings=tuple(starts[n] for n in sorted(lines.headings) if lines.texts[n] is not None),
        warnings=warnings,
    )


def _of_title(title: str, seen: str) -> list[str]:
    """The parts of the title that say a word which the text does not: the council is often named only there."""
    words = set(_WORD.findall(seen.casefold()))
    return [
        part for part in _JOINT.split(title[:_TITLE]) if not words.issuperset(_WORD.findall(part.casefold()))
    ]


def _reasons(walk: Walk) -> list[str]:
    """Why each line is no record, "" for those that are; none is set aside if no text would be left."""
    texts = walk.lines.texts
    reasons = [""] * len(texts)
    done = 0
    for aside in walk.asides:
        if aside.end > done and _is_furniture(aside, walk):
            for n in range(max(done, aside.start), aside.end):
                reasons[n] = "" if n in walk.mastheads else aside.role.reason
            done = aside.end
    left = any(text and not text.isspace() and not why for text, why in zip(texts, reasons, strict=True))
    return reasons if left else [""] * len(texts)


def _spans(texts: list[str | None], starts: list[int], reasons: list[str]) -> tuple[Residue, ...]:
    """The lines with a reason, those that follow one another with the same put together."""
    spans: list[Residue] = []
    before = ""
    for text, start, reason in zip(texts, starts, reasons, strict=True):
        if text is None:
            continue
        if reason:
            begin = spans.pop().start if reason == before else start
            spans.append(Residue(begin, start + len(text), reason))
        before = reason
    return tuple(spans)


def _is_furniture(aside: Aside, walk: Walk) -> bool:
    """Whether to believe the markup: what holds the main part, or most words that are in no link, is the record."""
    lines = walk.lines
    if aside.around_main or not aside.total:
        return False
    beyond = walk.main >= _LITTLE and aside.beyond_main
    if not aside.role.sure and not beyond and aside.plain * 3 > aside.total:
        return False
    return beyond or aside.plain * 2 <= lines.plain

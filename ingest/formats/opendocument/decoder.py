"""OpenDocument texts (.odt): the text as LibreOffice shows it, the numbers of its lists and headings included.

Read with lxml rather than odfpy, which unpacks the whole package without a limit and knows nothing of numbers.
"""

from __future__ import annotations

from lxml import etree

from ingest.formats.decoded import Decoded
from ingest.formats.office.composing import compose, frame
from ingest.formats.office.flow import Paragraph
from ingest.formats.office.package import Package
from ingest.formats.opendocument.lists import OFFICE, STYLE, TEXT, Level, Lists, read_levels
from ingest.formats.opendocument.story import Looks, Notes, Story

_LOCKED = b"encryption-data"


def decode(data: bytes, name: str) -> Decoded:
    """Read an OpenDocument text; `name` is what messages call it.

    Raises:
        UnreadableSource: it is damaged, protected with a password or too large.
    """
    package = Package(data, name, ".odt")
    if _LOCKED in package.read("META-INF/manifest.xml"):
        raise package.refusal("is protected with a password", "remove the password and save it")
    content, styles = package.xml("content.xml"), package.xml("styles.xml")
    body = None if content is None else content.find(f"{OFFICE}body/{OFFICE}text")
    if content is None or body is None:
        raise package.refusal("holds no OpenDocument text", "open it in LibreOffice and save it")
    roots = [root for root in (styles, content) if root is not None]
    looks, lists = Looks(roots), _lists(roots)
    notes, warnings = Notes(), dict[str, None]()
    blocks = Story(looks, lists, notes, warnings).blocks(body)
    for mark, element in notes.order:  # grows while it is read: a note may hold marks
        for n, block in enumerate(Story(looks, lists.afresh(), notes, warnings).blocks(element)):
            opening = n == 0 and isinstance(block, Paragraph) and not block.number
            blocks.append(block.with_(number=mark) if opening and isinstance(block, Paragraph) else block)
    running = [
        [b for e in _running(roots, kind) for b in Story(looks, lists.afresh(), notes, warnings).blocks(e)]
        for kind in ("header", "footer")
    ]
    return compose(frame(running[0], blocks, running[1]), warnings)


def _lists(roots: list[etree._Element]) -> Lists:
    styles: dict[str, dict[int, Level]] = {}
    outline: dict[int, Level] = {}
    for root in roots:
        for element in root.iter(TEXT + "list-style"):
            styles[element.get(STYLE + "name", "")] = read_levels(element)
        for element in root.iter(TEXT + "outline-style"):
            outline = read_levels(element)
    return Lists(styles, outline)


def _running(roots: list[etree._Element], kind: str) -> list[etree._Element]:
    """The headers or footers of the pages that the text uses."""
    pages = {
        page.get(STYLE + "name", ""): page for root in roots for page in root.iter(STYLE + "master-page")
    }
    used = dict.fromkeys(["Standard"])
    for root in roots:
        used.update(
            dict.fromkeys(style.get(STYLE + "master-page-name", "") for style in root.iter(STYLE + "style"))
        )
    for name in list(used):  # a first page is followed by the others
        if name in pages:
            used[pages[name].get(STYLE + "next-style-name", "")] = None
    return [
        element
        for name in used
        if name in pages
        for tag in (f"{kind}-first", kind, f"{kind}-left")
        for element in pages[name].findall(STYLE + tag)
        if element.get(STYLE + "display") != "false"
    ]

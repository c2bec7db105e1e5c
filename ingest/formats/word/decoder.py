"""Word documents (.docx, .docm): the text as Word shows it, automatic numbers included; macros are never looked at.

The package is read with lxml rather than python-docx, which unpacks every part (pictures too) without a limit and
knows nothing of numbers; Word's own structures are read by the files named word_*.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from lxml import etree

from ingest.formats.decoded import Decoded
from ingest.formats.office.composing import compose, frame
from ingest.formats.office.flow import Block, Paragraph
from ingest.formats.office.package import Package
from ingest.formats.word.numbering import Numbering, W, switched
from ingest.formats.word.story import Notes, Story
from ingest.formats.word.styles import Styles

_OFFICE = b"http://schemas.openxmlformats.org/"
_STRICT = (  # the strict variant of the format says the same in other namespaces
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", _OFFICE + b"wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", _OFFICE + b"officeDocument/2006/math"),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        _OFFICE + b"officeDocument/2006/relationships",
    ),
)
_RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True, slots=True)
class _Part:
    """One part of the document with those it points to: by identifier, and the first of each kind."""

    path: str
    by_id: dict[str, str]
    by_kind: dict[str, str]


def decode(data: bytes, name: str) -> Decoded:
    """Read a Word document; `name` is what messages call it.

    Raises:
        UnreadableSource: it is damaged, protected with a password, of the format before 2007 or too large.
    """
    package = Package(data, name, ".docx")
    main = _part(package, _part(package, "").by_kind.get("officeDocument", "word/document.xml"))
    root = _xml(package, main.path)
    body = None if root is None else root.find(W + "body")
    if root is None or body is None:
        raise package.refusal("holds no Word document", "open it in Word or LibreOffice and save it")
    document = _Document(package, main, body)
    blocks = Story(document.styles, document.numbering, document.notes, document.warnings).blocks(body)
    headers, footers = document.running("header"), document.running("footer")
    return compose(frame(headers, [*blocks, *document.noted()], footers), document.warnings)


class _Document:
    """What the stories of one document share."""

    def __init__(self, package: Package, main: _Part, body: etree._Element) -> None:
        self.package, self.main, self.body = package, main, body
        self.styles = Styles(self._related("styles"))
        self.numbering = Numbering(self._related("numbering"))
        self.notes = Notes()
        self.warnings: dict[str, None] = {}

    def _related(self, kind: str) -> etree._Element | None:
        path = self.main.by_kind.get(kind)
        return None if path is None else _xml(self.package, path)

    def _story(self) -> Story:
        return Story(self.styles, self.numbering.afresh(), self.notes, self.warnings)

    def running(self, kind: str) -> list[Block]:
        """What the headers or footers of all sections say, each part once."""
        even = switched(self._related("settings"), "evenAndOddHeaders")
        paths: dict[str, None] = {}
        for section in self.body.iter(W + "sectPr"):
            first = switched(section, "titlePg")
            for reference in section.findall(f"{W}{kind}Reference"):
                which = reference.get(W + "type", "default")
                path = self.main.by_id.get(reference.get(_RELATED, ""))
                if path and (which == "default" or (first if which == "first" else even)):
                    paths[path] = None
        blocks: list[Block] = []
        for path in paths:
            root = _xml(self.package, path)
            if root is not None:
                blocks += self._story().blocks(root)
        return blocks

    def noted(self) -> list[Block]:
        """The notes, after the text in the order of their marks; a note may itself hold marks."""
        stories = {"footnote": self._notes("footnote"), "endnote": self._notes("endnote")}
        blocks: list[Block] = []
        for kind, identifier, mark in self.notes.order:  # grows while it is read
            element = stories[kind].pop(identifier, None)
            if element is None:
                continue
            for n, block in enumerate(self._story().blocks(element)):
                opening = n == 0 and isinstance(block, Paragraph) and not block.number
                blocks.append(block.with_(number=mark) if opening and isinstance(block, Paragraph) else block)
        return blocks

    def _notes(self, kind: str) -> dict[str, etree._Element]:
        root = self._related(f"{kind}s")
        return {} if root is None else {note.get(W + "id", ""): note for note in root.iterfind(W + kind)}


def _part(package: Package, path: str) -> _Part:
    """Read what a part points to; a part without relations points to nothing."""
    folder, file = posixpath.split(path)
    root = _xml(package, posixpath.join(folder, "_rels", f"{file}.rels"))
    by_id: dict[str, str] = {}
    by_kind: dict[str, str] = {}
    for relation in () if root is None else root:
        if relation.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))[1:]
            by_id[relation.get("Id", "")] = target
            by_kind.setdefault(posixpath.basename(relation.get("Type", "")), target)
    return _Part(path, by_id, by_kind)


def _xml(package: Package, part: str) -> etree._Element | None:
    return package.xml(part, _STRICT)

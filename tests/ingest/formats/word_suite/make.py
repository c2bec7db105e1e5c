"""Makes the suite: writes the documents, prints them to PDF with LibreOffice and keeps the printed numbers as golden.

`python -m tests.ingest.formats.word_suite.make`; look at what changed in `golden.json` before you commit it.
The sources `*.fodt` and `*.html` are converted to .docx and .odt by LibreOffice, to have files of its making as well.
"""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
from pathlib import Path

from lxml import etree

from tests.ingest.formats.word_suite.documents import DOCUMENTS
from tests.ingest.formats.word_suite.writing import Writer

SUITE = Path(__file__).parent
GOLDEN = SUITE / "golden.json"
Printed = list[list[str]]  # number and words of each line


def convert(sources: list[Path], to: str, folder: Path) -> None:
    """Let LibreOffice convert files into a folder."""
    with tempfile.TemporaryDirectory() as profile:
        command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", to]
        subprocess.run([*command, "--outdir", folder, *sources], check=True, capture_output=True, timeout=300)


def printed(pdf: Path, words: list[str]) -> Printed:
    """The number that stands before each of the words in a PDF, all its lines accounted for."""
    text = subprocess.run(
        ["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True
    ).stdout
    lines = [line for line in text.replace("\f", "\n").splitlines() if line.strip()]
    if len(lines) != len(words):
        raise ValueError(
            f"{pdf.name}: {len(lines)} lines are printed, {len(words)} were written: {lines} {words}"
        )
    return [
        [_number(line, expected, pdf.name), expected] for line, expected in zip(lines, words, strict=True)
    ]


def _number(line: str, words: str, name: str) -> str:
    spaced = r"\s*".join(map(re.escape, re.sub(r"\s", "", words)))
    match = re.fullmatch(rf"\s*(.*?)\s*{spaced}\s*", line)
    if match is None:
        raise ValueError(f"{name}: {line!r} is printed where {words!r} was written")
    return match[1]


def words_of(source: Path) -> list[str]:
    """The words of the paragraphs of a source that LibreOffice converts, in order."""
    root = etree.parse(source, etree.HTMLParser() if source.suffix == ".html" else None).getroot()
    tags = ("{*}li", "{*}p", "{*}h", "{*}h1", "{*}h2")
    found = [" ".join((e.text or "").split()) for e in root.iter(*tags)]
    return [words for words in found if words]


def make() -> None:
    """Write the documents and the golden numbers."""
    expected: dict[str, list[str]] = {}
    for write in DOCUMENTS:
        writer = Writer()
        write(writer)
        path = SUITE / f"{write.__name__}.docx"
        path.write_bytes(writer.bytes())
        expected[path.name] = writer.printed
    for source in sorted([*SUITE.glob("*.fodt"), *SUITE.glob("*.html")]):
        for suffix, target in (("docx", "docx:MS Word 2007 XML"), ("odt", "odt:writer8")):
            name = f"{source.stem}.{suffix}"
            convert([source], target, SUITE)
            expected[name] = words_of(source)
    with tempfile.TemporaryDirectory() as folder:
        golden = export([SUITE / name for name in expected], expected, Path(folder))
    lines = [f"{json.dumps(name)}: [\n" + ",\n".join(f"  {json.dumps(p, ensure_ascii=False)}" for p in pairs) + "\n]"
             for name, pairs in golden.items()]  # fmt: skip
    GOLDEN.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def export(paths: list[Path], expected: dict[str, list[str]], folder: Path) -> dict[str, Printed]:
    """Print documents to PDF with LibreOffice and read their numbers back; names of one stem get a folder each."""
    golden: dict[str, Printed] = {}
    for suffix in (".docx", ".odt"):
        part = [path for path in paths if path.suffix == suffix]
        out = folder / suffix[1:]
        convert(part, "pdf", out)
        for path in part:
            golden[path.name] = printed(out / f"{path.stem}.pdf", expected[path.name])
    return golden


if __name__ == "__main__":
    make()

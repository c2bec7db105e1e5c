"""Parsing against the decoder alone: reading a file into Minutes costs at most twice what the library costs.

python -m benchmarks.parsing FOLDER       each format in the folder; where one is missing, pages and Word files are made
"""

from __future__ import annotations

import argparse
import html
import io
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from ingest import Origin, parse, read_source
from ingest.source import SourceText

_ROUNDS = 3  # the fastest of them counts


def with_pdfium(data: bytes) -> None:
    """The text of every page, as pypdfium2 gives it."""
    import pypdfium2  # noqa: PLC0415

    document = pypdfium2.PdfDocument(data)
    for page in document:
        page.get_textpage().get_text_bounded()
    document.close()


def with_lxml(data: bytes) -> None:
    """The text of every element, as lxml gives it."""
    import lxml.html  # noqa: PLC0415

    lxml.html.document_fromstring(data).text_content()


def with_python_docx(data: bytes) -> None:
    """The text of every paragraph, as python-docx gives it."""
    import docx  # noqa: PLC0415

    for paragraph in docx.Document(io.BytesIO(data)).paragraphs:
        _ = paragraph.text, paragraph.style


ALONE: Mapping[str, Callable[[bytes], None]] = {
    ".pdf": with_pdfium,
    ".html": with_lxml,
    ".docx": with_python_docx,
}


def make(texts: Sequence[str], suffix: str, folder: Path) -> list[Path]:
    """Pages or Word files of the same paragraphs."""
    made = []
    for n, text in enumerate(texts):
        path = folder / f"{n:03}{suffix}"
        paragraphs = [p for p in text.split("\n") if p.strip()]
        if suffix == ".html":
            body = "".join(f"<p>{html.escape(p)}</p>\n" for p in paragraphs)
            path.write_text(f"<!DOCTYPE html><html><body>{body}</body></html>", "utf-8")
        else:
            import docx  # noqa: PLC0415

            document = docx.Document()
            for paragraph in paragraphs:
                document.add_paragraph("".join(c for c in paragraph if c.isprintable()))
            document.save(str(path))
        made.append(path)
    return made


def seconds(work: Callable[[], object]) -> float:
    """The fastest of a few rounds."""
    best = float("inf")
    for _ in range(_ROUNDS):
        begun = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - begun)
    return best


def compare(suffix: str, files: Sequence[Path]) -> str:
    """One line: the library alone, our decoder, the grammar, and the whole as a ratio."""
    blobs = [path.read_bytes() for path in files]
    alone = seconds(lambda: [ALONE[suffix](blob) for blob in blobs])
    decoded: list[SourceText] = []
    decoding = seconds(
        lambda: decoded.__setitem__(slice(None), [read_source(Origin(path)) for path in files])
    )
    grammar = seconds(lambda: [parse(source) for source in decoded])
    kind = ALONE[suffix].__name__.removeprefix("with_")
    return (
        f"{suffix:6} {len(files):4} files  {kind} alone {alone:6.2f} s  decoding {decoding:6.2f} s"
        f"  grammar {grammar:6.2f} s  ratio {(decoding + grammar) / alone:.2f}  (decoding {decoding / alone:.2f})"
    )


def main() -> None:
    """Print a line for each format."""
    import tempfile  # noqa: PLC0415

    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--most", type=int, default=40, help="files of each format")
    args = parser.parse_args()
    there = sorted(p for p in args.folder.rglob("*") if p.is_file())
    texts = [p.read_text("utf-8", "replace") for p in there if p.suffix in (".txt", ".md")][: args.most]
    with tempfile.TemporaryDirectory() as scratch:
        for suffix in ALONE:
            files = [p for p in there if p.suffix.lower() == suffix][: args.most]
            if not files and suffix != ".pdf":
                files = make(texts, suffix, Path(scratch))
            if files:
                print(compare(suffix, files), flush=True)  # noqa: T201


if __name__ == "__main__":
    main()

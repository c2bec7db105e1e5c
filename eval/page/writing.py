"""The page of a report, piece by piece: misses are read and written one at a time, so that no page is held whole.

It asks nobody for anything: its style and its script stand in it, and its policy allows these two and nothing else.
"""

from __future__ import annotations

import base64
import hashlib
import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from assistant.markup import Html, text
from eval.misses import cause_of
from eval.page import sections
from eval.page.misses import miss
from eval.report import Report
from eval.run import Row
from ingest import UnreadableSource


def write_page(path: Path, report: Report, evidence: Callable[[Row], Mapping[str, Any]]) -> None:
    """Write a report as one HTML file; `evidence` gives what stands behind a row, as for `write_report`.

    Raises:
        UnreadableSource: the file cannot be written.
    """
    try:
        with path.open("w", encoding="utf-8") as file:
            file.writelines(_page(report, evidence))
    except OSError as error:
        raise UnreadableSource(f"{path} cannot be written: {os.strerror(error.errno or 0)}") from error


def _page(report: Report, evidence: Callable[[Row], Mapping[str, Any]]) -> Iterator[str]:
    title = f"Evaluation of {report.about.system}"
    script = _part("filter.js")
    yield _head(title, _part("style.css"), script)
    yield sections.header(title, report)
    yield "<main>\n"
    for section in (sections.measures, sections.groups, sections.retrieval, sections.refusals, sections.time):
        yield f"{section(report)}\n"
    causes = {row.id: cause for row in report.rows if (cause := cause_of(row))}
    types = Counter(row.type for row in report.rows if row.id in causes)
    yield '<section id="misses" aria-labelledby="misses-heading">\n'
    yield f"{sections.about_misses(len(report.rows), Counter(causes.values()), types)}\n"
    for row in report.rows:
        if row.id in causes:
            yield f"{miss(row, causes[row.id], evidence(row))}\n"
    yield f"</section>\n</main>\n{sections.footer(report)}\n<script>{script}</script>\n</body>\n</html>\n"


def _head(title: str, style: str, script: str) -> str:
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return (
        '<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="color-scheme" content="light dark">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{text(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n"
    )


def _part(name: str) -> Html:
    return Html(Path(__file__).with_name(name).read_text("utf-8"))


def _hash(inline: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()}"

"""Every number of the suite is the one that LibreOffice prints, or Word where the two are known to differ."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from ingest.formats import decode, format_of
from tests.ingest.formats.word_suite.make import GOLDEN, SUITE, export

PRINTED = json.loads(GOLDEN.read_text(encoding="utf-8"))
# What Word prints (ECMA-376 part 1, 17.9) and LibreOffice 7.4 does not, by document and line from 0.
WORD = {
    # startOverride of a lower level is "used when this level initially starts, as well as whenever it is restarted"
    ("overrides.docx", 3): "4.7",
    ("overrides.docx", 4): "4.8",
    ("overrides.docx", 7): "5.7",
    # isLgl shows "all numbering levels" of a label as decimal
    ("legal.docx", 1): "1.1",
    ("legal.docx", 5): "2.1",
    # lvlRestart 0 never restarts a level, 1 only after the first level
    ("never_restarted.docx", 6): "(c)",
    ("never_restarted.docx", 8): "4)",
    ("never_restarted.docx", 10): "5)",
    ("never_restarted.docx", 11): "(b)",
    ("never_restarted.docx", 13): "6)",
    # a paragraph that is hidden with its mark is not counted
    ("empty.docx", 5): "4.",
}


def shown(name: str) -> list[str]:
    path = SUITE / name
    format_ = format_of(path.suffix)
    assert format_ is not None
    text = decode(path.read_bytes(), format_, name).text
    return [line for line in re.split(r"[\n\f]", text) if line.strip()]


def expected(name: str) -> list[str]:
    lines = []
    for n, (number, words) in enumerate(PRINTED[name]):
        number = WORD.get((name, n), number)
        apart = "  " if number and words and words[0] not in ".)" else ""
        lines.append(f"{number}{apart}{words}")
    return lines


@pytest.mark.parametrize("name", PRINTED)
def test_each_number_is_the_printed_one(name):
    assert shown(name) == expected(name)


def test_the_suite_is_whole():
    """Each document has its golden numbers and each golden number its document."""
    assert {p.name for p in SUITE.iterdir() if p.suffix in (".docx", ".odt")} == set(PRINTED)


def test_golden_numbers_are_what_is_printed_today(tmp_path: Path):
    """LibreOffice, where it is installed, still prints what was committed."""
    if not shutil.which("soffice") or not shutil.which("pdftotext"):
        pytest.skip("needs LibreOffice (soffice) and poppler (pdftotext)")
    words = {name: [words for _, words in pairs] for name, pairs in PRINTED.items()}
    assert export([SUITE / name for name in PRINTED], words, tmp_path) == PRINTED

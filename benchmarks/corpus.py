"""A folder of as many files as are wanted, made of those that are there with changed names, dates and words."""

from __future__ import annotations

import re
import shutil
from itertools import cycle
from pathlib import Path

from ingest.formats import SUFFIXES

_YEAR = re.compile(r"\b(19|20)\d\d\b")
_TEXT = (".txt", ".text", ".md", ".markdown", ".html", ".htm")


def repeat(source: Path, target: Path, count: int, rounds_before: int = 0) -> int:
    """Fill `target` with `count` files made of those in `source`; returns how many bytes they have.

    In text and pages the years move on with every round and each paragraph's last word is marked, so that no
    two files share a passage; files of other formats are copied under other names. `rounds_before` are those that other
    folders have had already.
    """
    files = sorted(p for p in source.rglob("*") if p.is_file() and p.suffix.lower() in SUFFIXES)
    if not files:
        raise SystemExit(f"{source} holds no minutes")
    target.mkdir(parents=True)
    for n, file in zip(range(count), cycle(files), strict=False):
        copy = target / f"{n // 500:03}" / f"{n:05}-{file.name}"
        copy.parent.mkdir(exist_ok=True)
        if file.suffix.lower() in _TEXT:
            copy.write_text(
                _varied(file.read_text("utf-8", "replace"), rounds_before + n // len(files)), "utf-8"
            )
        else:
            shutil.copyfile(file, copy)
    return sum(p.stat().st_size for p in target.rglob("*") if p.is_file())


def _varied(text: str, number: int) -> str:
    if number == 0:
        return text
    dated = _YEAR.sub(lambda year: str(1950 + (int(year.group()) + number) % 75), text)
    return re.sub(r"(?<=\w)([.;:]?)(\s*\n\s*\n)", rf" no {number}\1\2", dated)

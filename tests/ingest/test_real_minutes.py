"""Real minutes, where they are at hand beside the checkout: read exactly, and whole."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ingest import check_conservation, parse, read_source

SHARED = Path(__file__).parents[2].parent / "shared"
READABLE = sorted(p for p in (SHARED / "minutes").rglob("*") if p.suffix in (".txt", ".md"))
UNITS = SHARED / "questions" / "seeds-units.jsonl"
NEEDS_SHARED = "the folder of real minutes is not beside this checkout"


@pytest.mark.skipif(not UNITS.exists(), reason=NEEDS_SHARED)
def test_the_seeds_are_read_exactly():
    for line in UNITS.read_text(encoding="utf-8").splitlines() if UNITS.exists() else ():
        unit = json.loads(line)
        passages = list(parse(read_source(SHARED / "minutes" / unit["doc"])).passages())
        found = [p for p in passages if " ".join(unit["anchor"].split()) in " ".join(p.text.split())]
        assert len(found) == 1, unit
        assert (found[0].citation.printed, found[0].kind.value) == (unit["printed"], unit["kind"])


@pytest.mark.skipif(not READABLE, reason=NEEDS_SHARED)
def test_no_text_of_real_minutes_is_lost():
    for path in READABLE:
        assert check_conservation(parse(read_source(path))) == [], path.name

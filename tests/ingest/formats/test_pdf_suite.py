"""The PDF suite: whatever the setting, every number is right and paragraphs begin and end where a reader says."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from ingest import Kind, Passage, check_conservation, parse, read_source

SUITE = Path(__file__).parent / "pdf_suite"
NAMES = sorted(path.stem for path in SUITE.glob("*.pdf"))
ASIDE = {Kind.ADMIN, Kind.AGENDA_TEXT}


@cache
def passages_of(name: str) -> list[Passage]:
    found = parse(read_source(SUITE / f"{name}.pdf")).passages()
    return [p for p in found if not p.heading and p.kind not in ASIDE]


def gold_of(name: str) -> list[dict[str, str | None]]:
    return json.loads((SUITE / f"{name}.json").read_text(encoding="utf-8"))


def number(printed: str | None) -> str:
    return (printed or "").strip(".:()")


def pairs(name: str) -> list[tuple[dict[str, str | None], Passage]]:
    """Each passage of the gold with the passage that begins with its words."""
    found = [(" ".join(p.words.split()), p) for p in passages_of(name)]
    return [(g, p) for g in gold_of(name) for words, p in found if words.startswith(str(g["starts"]))]


@pytest.mark.parametrize("name", NAMES)
def test_every_number_of_a_setting_is_right(name: str):
    for gold, passage in pairs(name):
        assert number(passage.citation.printed) == number(gold["printed"]), passage.text


def test_paragraphs_of_the_whole_suite_begin_where_a_reader_says():
    right = sum(len(pairs(name)) for name in NAMES)
    wanted = sum(len(gold_of(name)) for name in NAMES)
    given = sum(len(passages_of(name)) for name in NAMES)
    assert len(NAMES) == 15
    assert 2 * right / (wanted + given) >= 0.98


@pytest.mark.parametrize("name", NAMES)
def test_passages_come_in_the_order_of_reading(name: str):
    starts = [passage.start for _, passage in pairs(name)]
    assert starts == sorted(starts)


@pytest.mark.parametrize("name", NAMES)
def test_no_text_of_a_pdf_is_lost(name: str):
    assert check_conservation(parse(read_source(SUITE / f"{name}.pdf"))) == []

"""The page on house styles tells the truth: its example is read as it says, its sidecar does what it says."""

from __future__ import annotations

import json
import re
from dataclasses import fields
from datetime import time

import pytest

from ingest import Kind, SourceText, check_conservation, correct, parse, parse_sidecar
from ingest.sidecar import Correction, ToldMeeting
from tests.conftest import REPOSITORY

PAGE = (REPOSITORY / "docs" / "house-styles.md").read_text("utf-8")
KINDS = {"para": "paragraph", "decision": "decision", "action": "action"}


def block(language: str) -> str:
    (found,) = re.findall(rf"^```{language}\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    return found


@pytest.fixture
def example():
    return parse(SourceText(name="L90.txt", text=block("text"), sha256="0"))


@pytest.fixture
def corrected(example):
    return correct(example, parse_sidecar(block("toml").encode(), "L90.txt.minutes.toml"))


def test_each_chunk_of_the_example_is_a_passage_of_its_label_and_kind(example):
    for chunk in json.loads(block("json"))["chunks"]:
        if chunk["kind"] == "item":
            assert (chunk["label"].split()[1], chunk["starts"]) in [
                (i.number, i.title) for i in example.meetings[0].items
            ]
            continue
        (found,) = (p for p in example.passages() if not p.heading and chunk["starts"] in p.words[:60])
        assert found.kind.value == KINDS[chunk["kind"]]
        told = f"{found.item} {found.citation.printed}"
        assert all(number in told for number in re.findall(r"OS\d+/\d+|\b\d\b(?!/)", chunk["label"]))


def test_the_sidecar_of_the_page_does_what_its_comments_say(example, corrected):
    (meeting,) = corrected.meetings
    assert (meeting.status.value, meeting.began_at) == ("confirmed", time(19, 30))
    assert meeting.attendance == ("Cllr A Bell", "Cllr C Dunn")
    (answer,) = (p for p in corrected.passages() if p.text.startswith("The clerk thought"))
    assert answer.text == "The clerk thought that two of them could."
    (accepted,) = (p for p in corrected.passages() if "quotation" in p.text)
    assert (accepted.citation.label, accepted.kind) == ("paragraph 1a", Kind.DECISION)
    assert any("Folio" in p.text for p in example.passages())
    assert not any("Folio" in p.text for p in corrected.passages())
    assert corrected.warnings == ()
    assert check_conservation(corrected) == []


def test_the_page_names_every_field_of_the_sidecar_and_every_kind():
    for record in (ToldMeeting, Correction):
        for field in fields(record):
            assert field.name == "line" or re.search(rf"\b{field.name}\b", PAGE), field.name
    assert all(f"`{kind.value}`" in PAGE for kind in Kind)


def test_every_file_that_the_page_names_is_there():
    named = set(re.findall(r"`((?:ingest|tests)/[\w/.]+)`", PAGE))
    assert len(named) > 10
    assert {name for name in named if not (REPOSITORY / name).exists()} == set()
    assert "NOT_MET" in (REPOSITORY / "tests" / "ingest" / "test_layouts.py").read_text("utf-8")

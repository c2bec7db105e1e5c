"""Acronyms as the minutes themselves define them."""

from __future__ import annotations

import doctest

import pytest

from ingest import acronyms, find_acronyms


def test_examples_in_docstrings_hold():
    tried = doctest.testmod(acronyms)
    assert tried.attempted > 0
    assert tried.failed == 0


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a Multi-Agency Safeguarding Hub (MASH) opened", [("MASH", "Multi-Agency Safeguarding Hub")]),
        ("the Education, Health and Care Plans (EHCPs)", [("EHCP", "Education, Health and Care Plans")]),
        ("the Duty of Care (DoC) applies", [("DoC", "Duty of Care")]),
        ("the Duty of Care (DC) applies", [("DC", "Duty of Care")]),
        ("Looked After\n  Children (LAC)", [("LAC", "Looked After Children")]),
        ("the meeting began late (LAC)", []),
        ("Councillor Smith (SK)", []),
        ("Looked After Children; a note (LAC)", []),
        ("a LAC (Looked After Children) review", [("LAC", "Looked After Children")]),
        ("the CCG (North Oldtown) met", []),
        ("(LAC)", []),
        ("part (b) and (iv)", []),
    ],
    ids=[
        "hyphen",
        "plural",
        "small-word-letter",
        "small-word-skipped",
        "line-break",
        "unlike",
        "initials",
        "far",
        "explained-after",
        "note-after",
        "alone",
        "list",
    ],
)
def test_find_acronyms_takes_what_the_text_itself_defines(text, found):
    assert list(find_acronyms(text)) == found

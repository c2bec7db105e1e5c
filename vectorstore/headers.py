"""What is put in front of a passage's words, so that a paragraph is found by its meeting and its item."""

from __future__ import annotations

from ingest import Passage


def written_date(passage: Passage) -> str:
    """The meeting's date as minutes write it, "24 November 2014"; "" where unknown."""
    day = passage.held_on
    return f"{day.day} {day:%B %Y}" if day else ""


def place(passage: Passage) -> str:
    """Who met and when: council, body and date in words; what is unknown is left out."""
    return ", ".join(part for part in (passage.council, passage.body, written_date(passage)) if part)


def header(passage: Passage) -> str:
    """One line for the embedder: who met, date, item title and lead-in; what is unknown is left out."""
    when = ", ".join(part for part in (passage.body or passage.council, written_date(passage)) if part)
    return ". ".join(part for part in (when, passage.item_title, passage.lead) if part)

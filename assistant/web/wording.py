"""The sentences that the page puts together from a passage: how a report and a motion cite it, and its kind."""

from __future__ import annotations

from assistant.wording import in_words
from ingest import Kind, Passage, Status


def for_report(passage: Passage) -> str:
    """How a report cites a passage."""
    return f"{passage.reference}."


def for_motion(passage: Passage, words: str) -> str:
    """How a motion cites a passage: who recorded what, when and where, in one sentence that can be read out."""
    day = in_words(passage.held_on) if passage.held_on else "a date not stated"
    who = ", ".join(filter(None, [passage.body, passage.council])) or passage.source
    draft = "draft minutes" if passage.status is Status.DRAFT else "minutes"
    where = ", ".join(filter(None, [passage.item_title, passage.citation.label]))
    return f"This Council notes that the {draft} of {who}, {day} ({where}), record: “{quotable(words)}”"


def quotable(words: str) -> str:
    """Words as they stand inside quotation marks: on one line, marks inside them made single."""
    return " ".join(words.split()).replace("“", "‘").replace("”", "’")


def kind_name(kind: Kind) -> str:
    """Name a kind of passage for a label.

    >>> kind_name(Kind.AGENDA_TEXT)
    'Agenda text'
    """
    return kind.value.replace("_", " ").capitalize()

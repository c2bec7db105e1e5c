"""A file of minutes becomes Minutes: meetings, agenda items and passages. Knows no model, no store, no LLM."""

from ingest.errors import (
    BadQuestion,
    MinutesError,
    NothingToIngest,
    StoreBusy,
    StoreMismatch,
    StoreUnusable,
    UnknownCitation,
    UnknownSource,
    UnreadableSource,
)
from ingest.model import (
    AgendaItem,
    Citation,
    Kind,
    Meeting,
    MeetingFacts,
    Minutes,
    Passage,
    Residue,
    Status,
)

__all__ = [
    "AgendaItem",
    "BadQuestion",
    "Citation",
    "Kind",
    "Meeting",
    "MeetingFacts",
    "Minutes",
    "MinutesError",
    "NothingToIngest",
    "Passage",
    "Residue",
    "Status",
    "StoreBusy",
    "StoreMismatch",
    "StoreUnusable",
    "UnknownCitation",
    "UnknownSource",
    "UnreadableSource",
]

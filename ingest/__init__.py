"""A file of minutes becomes Minutes: meetings, items and passages; knows no model, no store, no LLM."""

from ingest.acronyms import find_acronyms
from ingest.conservation import check_conservation
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
from ingest.grammar import parse
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
from ingest.source import SourceText, find_sources, read_source

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
    "SourceText",
    "Status",
    "StoreBusy",
    "StoreMismatch",
    "StoreUnusable",
    "UnknownCitation",
    "UnknownSource",
    "UnreadableSource",
    "check_conservation",
    "find_acronyms",
    "find_sources",
    "parse",
    "read_source",
]

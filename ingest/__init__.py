"""A file of minutes becomes Minutes: meetings, items and passages; knows no model, no store, no LLM."""

from ingest.acronyms import find_acronyms
from ingest.conservation import check_conservation
from ingest.corrections import correct
from ingest.errors import (
    BadQuestion,
    BadSidecar,
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
from ingest.reading import read_minutes
from ingest.sidecar import Sidecar, parse_sidecar, read_sidecar, sidecar_of, stamp
from ingest.source import SourceText, find_sources, read_source

__all__ = [
    "AgendaItem",
    "BadQuestion",
    "BadSidecar",
    "Citation",
    "Kind",
    "Meeting",
    "MeetingFacts",
    "Minutes",
    "MinutesError",
    "NothingToIngest",
    "Passage",
    "Residue",
    "Sidecar",
    "SourceText",
    "Status",
    "StoreBusy",
    "StoreMismatch",
    "StoreUnusable",
    "UnknownCitation",
    "UnknownSource",
    "UnreadableSource",
    "check_conservation",
    "correct",
    "find_acronyms",
    "find_sources",
    "parse",
    "parse_sidecar",
    "read_minutes",
    "read_sidecar",
    "read_source",
    "sidecar_of",
    "stamp",
]

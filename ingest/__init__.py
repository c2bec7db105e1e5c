"""A file of minutes becomes Minutes: meetings, items and passages; knows no model, no store, no LLM."""

from ingest.acronyms import find_acronyms
from ingest.archive import is_odd
from ingest.citation import Citation
from ingest.clock import time_of
from ingest.conservation import check_conservation
from ingest.corrections import correct
from ingest.doubts import doubts_of_numbers
from ingest.errors import (
    BadQuestion,
    BadSidecar,
    CannotWrite,
    MinutesError,
    NothingToIngest,
    StoreBusy,
    StoreMismatch,
    StoreUnusable,
    UnknownCitation,
    UnknownSource,
    UnreadableSource,
)
from ingest.finding import Found, find
from ingest.grammar import parse
from ingest.hyphens import undo_hyphens
from ingest.intake import Job, hash_of, hash_sources, read_all, read_here, read_one, reader_version, stamp_of
from ingest.kinds import gives_task
from ingest.model import (
    AgendaItem,
    Kind,
    Meeting,
    MeetingFacts,
    Minutes,
    Passage,
    Residue,
    Status,
)
from ingest.outcomes import asks_others
from ingest.sentences import Sentence, split_sentences
from ingest.sidecar import SUFFIX as SIDECAR_SUFFIX
from ingest.sidecar import (
    Correction,
    Sidecar,
    ToldMeeting,
    parse_sidecar,
    read_sidecar,
    sidecar_of,
    stamp,
)
from ingest.sidecar_text import sidecar_text
from ingest.source import LARGEST_ELSE, LARGEST_FILE, Origin, SourceText, find_sources, read_source
from ingest.workers import Done, Limits, Workers

__all__ = [
    "LARGEST_ELSE",
    "LARGEST_FILE",
    "SIDECAR_SUFFIX",
    "AgendaItem",
    "BadQuestion",
    "BadSidecar",
    "CannotWrite",
    "Citation",
    "Correction",
    "Done",
    "Found",
    "Job",
    "Kind",
    "Limits",
    "Meeting",
    "MeetingFacts",
    "Minutes",
    "MinutesError",
    "NothingToIngest",
    "Origin",
    "Passage",
    "Residue",
    "Sentence",
    "Sidecar",
    "SourceText",
    "Status",
    "StoreBusy",
    "StoreMismatch",
    "StoreUnusable",
    "ToldMeeting",
    "UnknownCitation",
    "UnknownSource",
    "UnreadableSource",
    "Workers",
    "asks_others",
    "check_conservation",
    "correct",
    "doubts_of_numbers",
    "find",
    "find_acronyms",
    "find_sources",
    "gives_task",
    "hash_of",
    "hash_sources",
    "is_odd",
    "parse",
    "parse_sidecar",
    "read_all",
    "read_here",
    "read_one",
    "read_sidecar",
    "read_source",
    "reader_version",
    "sidecar_of",
    "sidecar_text",
    "split_sentences",
    "stamp",
    "stamp_of",
    "time_of",
    "undo_hyphens",
]

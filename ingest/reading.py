"""A path becomes Minutes: the file read, its text parsed, the sidecar beside it applied."""

from __future__ import annotations

from pathlib import Path

from ingest.corrections import correct
from ingest.grammar import parse
from ingest.model import MeetingFacts, Minutes
from ingest.sidecar import read_sidecar, sidecar_of
from ingest.source import read_source


def read_minutes(path: Path, facts: MeetingFacts = MeetingFacts()) -> Minutes:  # noqa: B008 - frozen
    """Read one file of minutes and its sidecar, if it has one; `facts` override both.

    Raises:
        UnreadableSource: the file gives no text.
        BadSidecar: the sidecar cannot be read.
    """
    minutes = parse(read_source(path), facts)
    beside = sidecar_of(path)
    return correct(minutes, read_sidecar(beside), facts) if beside else minutes

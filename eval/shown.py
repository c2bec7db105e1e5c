"""What an answer showed, as a script sees it: the part of one `ask --json` object that is judged.

Judging what leaves the door, not our own records, is what keeps the judge honest about the contract.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A passage that an answer showed, among its citations or its hits.

    Attributes:
        source: name of the file, without folders or fragment.
        quote: the part used, "" for a hit. item: printed number of its agenda item, None for a hit.
    """

    source: str
    text: str
    printed: str | None = None
    item: str | None = None
    quote: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prediction:
    """An answer as it is judged; hits are in order of rank."""

    answered: bool
    answer: str = ""
    citations: tuple[Shown, ...] = ()
    hits: tuple[Shown, ...] = ()


def read_prediction(record: Mapping[str, Any]) -> Prediction:
    """Read one object that `ask --json` printed."""
    return Prediction(
        answered=bool(record.get("answered")),
        answer=record.get("answer") or "",
        citations=tuple(_shown(c) for c in record.get("citations") or []),
        hits=tuple(_shown(h) for h in record.get("hits") or []),
    )


def _shown(record: Mapping[str, Any]) -> Shown:
    return Shown(
        source=PurePosixPath(str(record.get("source") or "").split("#")[0]).name,
        text=record.get("text") or "",
        printed=record.get("printed"),
        item=record.get("item"),
        quote=record.get("quote") or "",
    )

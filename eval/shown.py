"""What an answer showed, as a script sees it: the part of one `ask --json` object that is judged.

Judging what leaves the door, not our own records, is what keeps the judge honest about the contract.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

_MARKER = re.compile(r"\[\d+\]")


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
class Said:
    """One claim of an answer, and the passages it cites with their references and dates, as one text."""

    text: str
    record: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Prediction:
    """An answer as it is judged; hits are in order of rank."""

    answered: bool
    answer: str = ""
    citations: tuple[Shown, ...] = ()
    hits: tuple[Shown, ...] = ()
    claims: tuple[Said, ...] = ()


def read_prediction(record: Mapping[str, Any]) -> Prediction:
    """Read one object that `ask --json` printed."""
    return Prediction(
        answered=bool(record.get("answered")),
        answer=record.get("answer") or "",
        citations=tuple(_shown(c) for c in record.get("citations") or []),
        hits=tuple(_shown(h) for h in record.get("hits") or []),
        claims=_claims(record),
    )


def _shown(record: Mapping[str, Any]) -> Shown:
    return Shown(
        source=PurePosixPath(str(record.get("source") or "").split("#")[0]).name,
        text=record.get("text") or "",
        printed=record.get("printed"),
        item=record.get("item"),
        quote=record.get("quote") or "",
    )


def _claims(record: Mapping[str, Any]) -> tuple[Said, ...]:
    cited = {n: _as_told(c) for n, c in enumerate(record.get("citations") or [], 1)}
    cited |= {c["n"]: _as_told(c) for c in record.get("citations") or [] if c.get("n") is not None}
    claims: Sequence[Mapping[str, Any]] = record.get("claims") or [
        {"text": _MARKER.sub("", record.get("answer") or ""), "citations": [*cited]}
    ]
    return tuple(
        Said(
            text=claim.get("text") or "",
            record="\n".join(cited.get(n, "") for n in claim.get("citations") or []),
        )
        for claim in claims
    )


def _as_told(citation: Mapping[str, Any]) -> str:
    """A passage with all that a claim may say of it: who met when, about what, under which number."""
    return " ".join(
        str(citation[key])
        for key in ("council", "body", "date", "item", "item_title", "label", "reference", "text")
        if citation.get(key)
    )

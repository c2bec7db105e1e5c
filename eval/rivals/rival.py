"""The plain text that a rival has to go on, and how it shows pieces of it: as one object of the JSON contract."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.cases import Case
from eval.run import Told
from ingest import find_sources, hash_sources, read_source

HITS = 10  # pieces that a rival shows as found, as many as ours


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A part of the plain text of a file, with how well it fits the question (higher is better)."""

    source: str
    text: str
    score: float = 0.0


def read_texts(minutes: Path) -> list[Piece]:
    """The plain text of every file of a folder, as decoded and not parsed.

    Raises:
        MinutesError: the folder holds no minutes, or a file cannot be read.
    """
    sources = (read_source(path) for path in find_sources(minutes))
    return [Piece(source=source.name, text=source.text) for source in sources]


def fingerprint(name: str, texts: Iterable[Piece] = ()) -> str:
    """Names what a rival's answers depend on: which it is, the code of all of them, and the texts."""
    digest = hashlib.sha256(f"{name} {hash_sources(Path(__file__).parent)}".encode())
    for text in texts:
        digest.update(repr(text).encode("utf-8", "replace"))
    return digest.hexdigest()


def show(case: Case, writer: str, found: Sequence[Piece], cited: Sequence[Piece]) -> Told:
    """An answer that is the pieces it cites, whole; citing none, it refuses.

    No number is printed in it: whoever reads plain text knows of none.
    """
    numbered = list(enumerate(cited, 1))
    return Told(
        record={
            "id": case.id,
            "question": case.request.question,
            "answered": bool(cited),
            "answer": "\n\n".join(f"{piece.text} [{n}]" for n, piece in numbered),
            "claims": [{"text": piece.text, "citations": [n], "supported": True} for n, piece in numbered],
            "citations": [{"n": n, **_shown(piece), "quote": piece.text} for n, piece in numbered],
            "hits": [
                {"rank": n, "score": piece.score, **_shown(piece)} for n, piece in enumerate(found[:HITS], 1)
            ],
            "writer": writer,
        }
    )


def _shown(piece: Piece) -> dict[str, Any]:
    return {"source": piece.source, "printed": None, "text": piece.text}

"""A reader's word that an answer is wrong, kept as a question that the evaluation can ask again.

The file is in the store's folder, a line a case, in the format of question sets (`minutebook eval` reads it as it is).
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from assistant.model import Turn
from ingest import BadQuestion, Passage, StoreUnusable
from vectorstore import Filters, MinutesStore

FILE = "feedback.jsonl"
_WORDS = 6  # an anchor is at least so long: short ones stop being the only one when a file is corrected


class Verdict(StrEnum):
    """What a reader says of an answer."""

    WRONG_PARAGRAPH = "wrong paragraph"
    SHOULD_HAVE_ANSWERED = "should have answered"
    SHOULD_HAVE_REFUSED = "should have refused"

    @property
    def has_gold(self) -> bool:
        """Whether there is a passage that would have been right."""
        return self is not Verdict.SHOULD_HAVE_REFUSED


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """An answer that a reader judged: what was asked, how, and the passages that should have been cited."""

    verdict: Verdict
    question: str
    history: tuple[Turn, ...] = ()
    filters: Filters = Filters()
    gold: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Saved:
    """Where a case was kept: its id and the file."""

    id: str
    file: Path


def save(store: MinutesStore, judged: Judged) -> Saved:
    """Add a judged answer to the store's cases.

    Raises:
        BadQuestion: no passage was named where one must be, or it cannot be told from others of its file.
        StoreUnusable: the file cannot be written.
    """
    if judged.verdict.has_gold and not judged.gold:
        raise BadQuestion(
            "Choose the passage that should have been cited. Any paragraph can be opened in the record, then chosen "
            "as the one that is open."
        )
    now = datetime.now(UTC)
    file = store.folder / FILE
    case = _case(f"feedback-{now:%Y%m%d-%H%M%S-%f}", judged, store) | {"said": now.isoformat()}
    line = json.dumps(case, ensure_ascii=False) + "\n"
    try:
        # One write, opened to append: lines of several people never mix.
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600), "wb", 0) as opened:
            opened.write(line.encode("utf-8", "replace"))
    except OSError as error:
        raise StoreUnusable(f"cannot write {file}: {error.strerror}; the case was not kept") from error
    return Saved(case["id"], file)


def _case(name: str, judged: Judged, store: MinutesStore) -> dict[str, Any]:
    gold = judged.gold if judged.verdict.has_gold else ()
    return {
        "id": name,
        "type": judged.verdict.value,
        "question": judged.question,
        "answerable": judged.verdict.has_gold,
        "gold": [_unit(passage, store) for passage in gold],
        "history": [turn.question for turn in judged.history],
        "filters": dict(_filters(judged.filters)),
    }


def _unit(passage: Passage, store: MinutesStore) -> dict[str, Any]:
    return {
        "doc": passage.source,
        "printed": passage.citation.printed,
        "kind": passage.kind.value,
        "label": passage.citation.label,
        "anchor": anchor(passage, store.source_text(passage.source)),
    }


def anchor(passage: Passage, text: str) -> str:
    """The shortest beginning of a passage that stands once in the text of its file.

    Case and white space do not count, as they do not where a case is judged.

    Raises:
        BadQuestion: all its words stand elsewhere in the file too.
    """
    whole = _folded(text)
    for snippet in _beginnings(passage.text.split(), _skipped(passage)):
        if whole.count(_folded(snippet)) == 1:
            return snippet
    raise BadQuestion(
        f"{passage.citation.label} cannot be a test: its words stand more than once in {passage.source}. "
        "Choose a longer paragraph."
    )


def _skipped(passage: Passage) -> int:
    """How many words the printed number takes: without them first, so that renumbering does no harm."""
    return len(passage.text[: passage.words_from].split())


def _beginnings(words: Sequence[str], number: int) -> Iterator[str]:
    for start in dict.fromkeys((number, 0)):
        for end in range(min(start + _WORDS, len(words)), len(words) + 1):
            yield " ".join(words[start:end])


def _folded(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\u00a0", " ").replace("\u00ad", "")).strip().casefold()


def _filters(filters: Filters) -> Iterator[tuple[str, str]]:
    for name in ("council", "body", "date_from", "date_to"):
        value = getattr(filters, name)
        if value:
            yield name, str(value)

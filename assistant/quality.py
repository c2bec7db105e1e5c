"""How good the assistant was measured to be on a store: a small file in its folder (`minutebook eval --publish`)."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from ingest import StoreUnusable

FILE = "quality.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One measure: its name, what it counts, its mean and 95% interval, all from 0 to 1."""

    name: str
    meaning: str
    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    """What a run of the evaluation found: on which day (ISO), with how many questions, from which file."""

    on: str
    questions: int
    source: str
    measures: tuple[Measure, ...]


def read_quality(folder: Path) -> Quality | None:
    """What was measured last on the store in `folder`, None where nothing was.

    Raises:
        StoreUnusable: the file is there and is not what `write_quality` wrote.
    """
    file = folder / FILE
    try:
        record = json.loads(file.read_text("utf-8"))
        measures = tuple(Measure(**measure) for measure in record.pop("measures"))
        date.fromisoformat(record["on"])
        return Quality(**record, measures=measures)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise StoreUnusable(
            f"{file} cannot be read: measure again with `minutebook eval --publish`"
        ) from error


def write_quality(folder: Path, quality: Quality) -> Path:
    """Keep what was measured with the store; returns the file.

    Raises:
        StoreUnusable: it cannot be written.
    """
    file = folder / FILE
    aside = file.with_name(f".{FILE}.part")
    try:
        aside.write_text(json.dumps(asdict(quality), ensure_ascii=False, indent=1) + "\n", "utf-8")
        aside.replace(file)
    except OSError as error:
        raise StoreUnusable(f"cannot write {file}: {error.strerror}") from error
    return file

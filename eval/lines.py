"""A file of JSON objects, one a line, becomes records: for questions, units and answers alike."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ingest import MinutesError, UnreadableSource


def read_objects(path: Path, wrong: type[MinutesError]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each object with where it stands ("FILE line 3"); blank lines are passed over.

    Raises:
        UnreadableSource: the file cannot be read.
        wrong: a line is no JSON object.
    """
    for where, line in read_lines(path):
        yield where, read_object(where, line, wrong)


def read_lines(path: Path) -> Iterator[tuple[str, str]]:
    """Yield each line that is not blank with where it stands.

    Raises:
        UnreadableSource: the file cannot be read.
    """
    try:
        text = path.read_text("utf-8-sig")
    except OSError as error:
        raise UnreadableSource(f"{path} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise UnreadableSource(f"{path} is not UTF-8 text") from error
    yield from ((f"{path} line {n}", line) for n, line in enumerate(text.split("\n"), 1) if line.strip())


def read_object(where: str, line: str, wrong: type[MinutesError]) -> dict[str, Any]:
    """The object that a line holds.

    Raises:
        wrong: it holds none.
    """
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:  # a thousand brackets are no object either
        raise wrong(f"{where} is not JSON: {error}") from error
    if not isinstance(record, dict):
        raise wrong(f"{where} is not a JSON object")
    return record

"""A sidecar written: what was told in a form becomes the file that `sidecar.py` reads back the same."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields
from datetime import date, time

from ingest.sidecar import Correction, Sidecar, ToldMeeting

_Value = str | bool | date | time | tuple[str, ...]


def sidecar_text(sidecar: Sidecar) -> str:
    """The sidecar as TOML, "" where it says nothing.

    `parse_sidecar` reads the same meetings and corrections from it, but for the lines they stand on.
    """
    head = "[[meeting]]" if sidecar.each else "[meeting]"
    tables = [
        *(_table(head, meeting) for meeting in sidecar.meetings),
        *(_table("[[correction]]", correction) for correction in sidecar.corrections),
    ]
    says = any(table.count("\n") > 1 for table in tables)
    return "\n".join(tables) if says else ""


def _table(head: str, entry: ToldMeeting | Correction) -> str:
    return "".join(f"{line}\n" for line in [head, *_fields(entry)])


def _fields(entry: ToldMeeting | Correction) -> Iterator[str]:
    for field in fields(entry):
        value: _Value | None = getattr(entry, field.name)
        if field.name != "line" and value is not None:
            yield f"{field.name} = {_written(value)}"


def _written(value: _Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, tuple):
        return f"[{', '.join(map(_quoted, value))}]"
    return value.isoformat()


def _quoted(words: str) -> str:
    """A basic string of TOML: JSON's, and DEL escaped too; half a surrogate pair, which no file can hold, replaced."""
    carried = words.encode("utf-8", "replace").decode("utf-8")
    return json.dumps(carried, ensure_ascii=False).replace("\x7f", "\\u007f")

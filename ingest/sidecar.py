"""`NAME.minutes.toml`: what an officer says about the minutes beside it, read strictly, remembered by its line.

What may stand in it is what `ToldMeeting` ([meeting], or [[meeting]] for each of several) and `Correction`
([[correction]]) name; docs/house-styles.md shows one. A key that is not known is an error, for it would
otherwise correct nothing without a word.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, fields
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, Literal

from ingest.clock import time_of
from ingest.errors import BadSidecar
from ingest.model import Kind, Status

SUFFIX = ".minutes.toml"
_LARGEST = 1_000_000  # bytes; ten thousand corrections fit
_PLACES = ("item", "label", "starts")


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldMeeting:
    """What the officer says of one meeting; None leaves it to the text.

    `match` are words that stand in the meeting meant; without them the n-th entry speaks of the n-th meeting.
    """

    line: int
    match: str | None = None
    council: str | None = None
    body: str | None = None
    date: date | None = None
    time: time | None = None
    status: Status | None = None
    attendance: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One passage, named by `item`, `label` and `starts`, and what is right about it; None leaves it as it was read.

    Attributes:
        printed: its number; False says that it has none.
        split_before: the words with which another passage begins; `printed` and `kind` then speak of that one.
        join: it belongs to the passage before it.
        furniture: it is no part of the record.
    """

    line: int
    item: str | None = None
    label: str | None = None
    starts: str | None = None
    printed: str | Literal[False] | None = None
    kind: Kind | None = None
    split_before: str | None = None
    join: bool | None = None
    furniture: bool | None = None
    exempt: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sidecar:
    """A sidecar as read; `each` says that its meetings stand in [[meeting]], one an entry."""

    name: str
    sha256: str
    meetings: tuple[ToldMeeting, ...] = ()
    each: bool = False
    corrections: tuple[Correction, ...] = ()


def sidecar_of(path: Path) -> Path | None:
    """The sidecar beside a file of minutes: `july.pdf.minutes.toml`, else `july.minutes.toml`, else None."""
    for name in (path.name + SUFFIX, path.stem + SUFFIX):
        beside = path.with_name(name)
        if beside.is_file():
            return beside
    return None


def read_sidecar(path: Path) -> Sidecar:
    """Read a sidecar.

    Raises:
        BadSidecar: it cannot be read, or says something that no sidecar says.
    """
    try:
        return parse_sidecar(path.read_bytes(), str(path))
    except OSError as error:
        raise BadSidecar(f"{path} cannot be read ({error.strerror}): check its permissions") from error


def parse_sidecar(data: bytes, name: str) -> Sidecar:
    """Read a sidecar from its bytes; `name` is what messages call it.

    Raises:
        BadSidecar: it says something that no sidecar says.
    """
    if len(data) > _LARGEST:
        raise BadSidecar(
            f"{name} is larger than {_LARGEST:,} bytes: a sidecar holds corrections, not minutes"
        )
    try:
        text = data.decode("utf-8-sig")
        given = tomllib.loads(text)
    except UnicodeDecodeError as error:
        raise BadSidecar(f"{name} is not UTF-8 text: save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise BadSidecar(f"{name} is not TOML: {error}") from error
    except RecursionError as error:
        raise BadSidecar(f"{name} is nested too deeply for a sidecar") from error
    for key in given:
        if key not in ("meeting", "correction"):
            line = _lines(text, rf"\[*\s*{re.escape(key)}\b")[:1] or [1]
            raise BadSidecar(
                f"{name}, line {line[0]}: {key!r} is not known: allowed are [meeting] and [[correction]]"
            )
    return Sidecar(
        name=Path(name).name,
        sha256=hashlib.sha256(data).hexdigest(),
        meetings=tuple(entry.meeting() for entry in _entries(given, "meeting", name, text)),
        each=isinstance(given.get("meeting"), list),
        corrections=tuple(entry.correction() for entry in _entries(given, "correction", name, text)),
    )


def stamp(sha256: str, sidecar: Sidecar | None) -> str:
    """The sha256 by which a version of a document is known: the file's own, or of file and sidecar together."""
    return hashlib.sha256(f"{sha256} {sidecar.sha256}".encode()).hexdigest() if sidecar else sha256


def _entries(given: Mapping[str, Any], key: str, name: str, text: str) -> list[_Entry]:
    told = given.get(key, [])
    told = [told] if isinstance(told, dict) else told
    if not isinstance(told, list) or not all(isinstance(entry, dict) for entry in told):
        raise BadSidecar(
            f"{name}: {key!r} must be a table: write [[{key}]] on a line of its own above its fields"
        )
    return [_Entry(name, text, key, n, entry) for n, entry in enumerate(told)]


def _lines(text: str, pattern: str) -> list[int]:
    """The lines, from 1, that begin with the pattern."""
    begins = re.compile(rf"\s*{pattern}")
    return [n for n, line in enumerate(text.splitlines(), 1) if begins.match(line)]


class _Entry:
    """One table of the sidecar, read field by field; what is wrong is said with its line."""

    def __init__(self, name: str, text: str, table: str, n: int, told: Mapping[str, Any]) -> None:
        heads = _lines(text, rf"\[\[?\s*{table}\s*\]")
        self.line = heads[n] if n < len(heads) else 1  # an inline table has no heading of its own
        self.name, self.table, self.told, self.text = name, table, told, text

    def meeting(self) -> ToldMeeting:
        self._check_keys(ToldMeeting)
        return ToldMeeting(
            line=self.line,
            match=self._words("match"),
            council=self._words("council"),
            body=self._words("body"),
            date=self._date(),
            time=self._time(),
            status=Status(word) if (word := self._one_of("status", ("draft", "confirmed"))) else None,
            attendance=self._names("attendance"),
        )

    def correction(self) -> Correction:
        self._check_keys(Correction)
        found = Correction(
            line=self.line,
            item=self._words("item"),
            label=self._words("label"),
            starts=self._words("starts"),
            printed=False if self.told.get("printed") is False else self._words("printed"),
            kind=Kind(word) if (word := self._one_of("kind", tuple(Kind))) else None,
            split_before=self._words("split_before"),
            join=self._flag("join"),
            furniture=self._flag("furniture"),
            exempt=self._flag("exempt"),
        )
        if not (found.label or found.starts):
            raise self._bad(
                'names no passage: give its label ("paragraph 7.3") or starts (its opening words)'
            )
        told = set(self.told) - set(_PLACES)
        if not told:
            raise self._bad(f"corrects nothing: allowed are {_allowed(Correction, _PLACES)}")
        alone = told & {"join", "furniture"}
        if alone and len(told) > 1:
            raise self._bad(f"{min(alone)!r} stands alone: a passage that is gone has no other particulars")
        return found

    def _check_keys(self, record: type[ToldMeeting | Correction]) -> None:
        for key in self.told:
            if key not in {f.name for f in fields(record)} - {"line"}:
                raise self._bad(f"{key!r} is not known: allowed are {_allowed(record)}", key)

    def _words(self, key: str) -> str | None:
        value = self.told.get(key)
        if value is not None and (not isinstance(value, str) or not value.strip()):
            hint = " or false" if key == "printed" else ""
            raise self._bad(f'{key} must be words between quotes{hint}, like {key} = "..."', key)
        return " ".join(value.split()) if value else None

    def _flag(self, key: str) -> bool | None:
        value = self.told.get(key)
        if value is not None and not (value is True or (key == "exempt" and value is False)):
            raise self._bad(f"{key} must be true{' or false' if key == 'exempt' else ', or left out'}", key)
        return value

    def _one_of(self, key: str, allowed: tuple[str, ...]) -> str | None:
        value = self.told.get(key)
        if value is not None and value not in allowed:
            raise self._bad(f"{key} {value!r} is not known: allowed are {', '.join(allowed)}", key)
        return value

    def _names(self, key: str) -> tuple[str, ...] | None:
        value = self.told.get(key)
        if value is None:
            return None
        if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
            raise self._bad(
                f'{key} must be a list of names, like {key} = ["Cllr A Bell", "Cllr C Dunn"]', key
            )
        return tuple(" ".join(name.split()) for name in value)

    def _date(self) -> date | None:
        value = self.told.get("date")
        if isinstance(value, str):
            with suppress(ValueError):
                value = date.fromisoformat(value)
        if value is not None and (not isinstance(value, date) or isinstance(value, datetime)):
            raise self._bad("date must be a day of the calendar, like date = 2019-03-31", "date")
        return value

    def _time(self) -> time | None:
        value = self.told.get("time")
        value = time_of(value) or value if isinstance(value, str) else value
        if value is not None and not isinstance(value, time):
            raise self._bad('time must be a time of day, like time = "6.30 pm" or "18:30"', "time")
        return value

    def _bad(self, what: str, key: str = "") -> BadSidecar:
        below = [n for n in _lines(self.text, rf"[\"']?{re.escape(key)}\b") if n > self.line] if key else []
        return BadSidecar(f"{self.name}, line {(below or [self.line])[0]}: [{self.table}] {what}")


def _allowed(record: type[ToldMeeting | Correction], but: tuple[str, ...] = ()) -> str:
    return ", ".join(f.name for f in fields(record) if f.name not in ("line", *but))

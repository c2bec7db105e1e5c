"""Action logs: below a row "Ref | Action | Owner | Due | Status" each row of the table is an action of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from ingest.lines import Line

_TASK = re.compile(
    r"(?:agreed\s+|outstanding\s+)?(?:actions?|tasks?)(?:\s+(?:required|agreed|points?|items?))?", re.I
)
_NUMBER = re.compile(
    r"(?:(?:action|min(?:ute)?|item)\.?\s+)?(?:ref(?:erence)?|no|num(?:ber)?|#|id)\.?|minute|item", re.I
)
_OWNER = re.compile(
    r"(?:action\s+)?(?:owners?|leads?|who|by\s+whom|assigned(?:\s+to)?|(?:lead\s+)?officers?)"
    r"|(?:officer\s+|person\s+)?responsib\w+(?:\s+(?:officer|person))?",
    re.I,
)
_DUE = re.compile(
    r"due(?:\s+(?:date|by))?|deadline|by\s+when|when|time\s?scale|target(?:\s+date)?|completion(?:\s+date)?",
    re.I,
)
_STATE = re.compile(r"(?:current\s+)?(?:status|progress|updates?|outcome|position|rag)(?:\s+\w+)?", re.I)
_MEANT = {"task": _TASK, "number": _NUMBER, "owner": _OWNER, "due": _DUE, "state": _STATE}


def read_logs(lines: Iterable[Line]) -> list[Line]:
    """Tell the rows of action logs by the header above them; all other lines stay as they are."""
    out: list[Line] = []
    head: tuple[str, ...] = ()
    for line in lines:
        if _heads(line.cells):
            head = line.cells
        elif len(line.cells) != len(head):
            head = ()
        out.append(replace(line, log=head) if head else line)
    return out


def is_head(line: Line) -> bool:
    """Whether a line is the header of an action log."""
    return bool(line.log) and line.log == line.cells


def is_row(line: Line) -> bool:
    """Whether a line is a row below the header of an action log."""
    return bool(line.log) and line.log != line.cells


def number_of(line: Line) -> str:
    """The printed number of a row: what stands in a first column of numbers; "" if there is none."""
    numbered = is_row(line) and _NUMBER.fullmatch(line.log[0]) and not _TASK.fullmatch(line.log[0])
    return line.cells[0] if numbered else ""


def owner_and_due(line: Line) -> tuple[str | None, str | None]:
    """Who is to do what a row says, and by when, each as printed or None."""
    return _cell(line, _OWNER), _cell(line, _DUE)


def _cell(line: Line, meant: re.Pattern[str]) -> str | None:
    return next(
        (cell or None for name, cell in zip(line.log, line.cells, strict=True) if meant.fullmatch(name)), None
    )


def _heads(cells: tuple[str, ...]) -> bool:
    """A header names the task, and at least one other column that a log of actions has."""
    names = [next((what for what, words in _MEANT.items() if words.fullmatch(cell)), "") for cell in cells]
    return (
        "task" in names
        and bool({"owner", "due", "state"} & set(names))
        and sum(map(bool, names)) > len(names) / 2
    )

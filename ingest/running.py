"""Lists that run on inside a line: whether a number in the middle of it opens one, or goes on with one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.captions import caption_of
from ingest.lines import Line
from ingest.numbering import Candidate
from ingest.prospect import Prospect, step

_ROMAN = ("(roman)", "roman)")
_ENDED = re.compile(r"[.:?!][”’\"')\]]*$")
_SHOUTED = re.compile(r"[A-Z]{4,}:?$")
_NEAR = 8  # lines: a resolution is wrapped over no more


def begins_sentence(line: Line, c: Candidate) -> bool:
    """Whether a number inside a line stands between sentences; one after a semicolon stands inside one."""
    return _ENDED.search(line.bare[: c.at].rstrip()[-4:]) is not None


def may_go_on(line: Line, c: Candidate) -> bool:
    """Whether a number may be the next of its list: a roman one in brackets only where a sentence begins."""
    return c.style not in _ROMAN or begins_sentence(line, c)


def is_captioned(line: Line, c: Candidate, prospect: Prospect) -> bool:
    """Whether a caption and the first of its list share the line, the second stands below ("RESOLVED: 1) That ...")."""
    before = line.bare[: c.at].strip()
    caption = caption_of(before) if c.value == (1,) and len(before) < 80 else None
    if caption is None or not caption.noun:
        return False
    return any(step(c.value, o.value) == 1 and o.line - c.line <= _NEAR for o in prospect.upcoming(c)[:2])


def opens_inside(line: Line, c: Candidate, rest: Sequence[Candidate], *, flat: bool) -> bool:
    """Whether a list opens at `c`: it must go on in the line, by its next number or, for bare figures, by two.

    Args:
        line: that holds `c`.
        c: a first number inside it.
        rest: the numbers that follow it in the line.
        flat: the line was cut at numbers already: it holds a text that lost its lines.
    """
    same = [o for o in rest if o.style == c.style]
    # "CORRESPONDENCE i. Letter from ... ii. Email from ...": prose holds no such numbers.
    if c.style == "roman.":
        return any(step(c.value, o.value) == 1 for o in same)
    if not (c.style.endswith(")") or c.style == "close"):
        return len(same) > 1 and all(step(c.value, o.value) == n for n, o in enumerate(same[:2], 1))
    before = line.bare[: c.at].rstrip()
    goes_on = bool(same) and step(c.value, same[0].value) == 1
    if (
        goes_on
        and begins_sentence(line, same[0])
        and (begins_sentence(line, c) or _SHOUTED.search(before[-14:]))
    ):
        return True
    if c.style in _ROMAN:
        return False
    repeats = bool(same) and step(c.value, same[0].value) in (0, 1)
    return (flat and (repeats or _SHOUTED.search(before[-14:]) is not None)) or (
        goes_on and before.endswith(":")
    )

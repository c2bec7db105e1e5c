"""Text that a terminal shows and never obeys: control characters of the record become visible marks."""

from __future__ import annotations

import re

# C0 but for the line break and the tab, DEL, C1, and what turns the direction of writing round.
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


def printable(text: str) -> str:
    r"""A text with every character that steers a terminal replaced by a replacement character.

    >>> printable("a\x1b[31mb") == "a\ufffd[31mb"
    True
    """
    return CONTROLS.sub("\N{REPLACEMENT CHARACTER}", text)


def escaped(json_line: str) -> str:
    r"""One line of JSON with the same characters written as \u escapes: another spelling of the same value."""
    return CONTROLS.sub(lambda found: f"\\u{ord(found[0]):04x}", json_line)

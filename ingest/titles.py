"""The title of an item, also where title and text share a line ("45/19 Apologies for Absence These were accepted")."""

from __future__ import annotations

import re

_SMALL = r"(?:of|the|and|for|to|in|on|from|with|a|an|at|by|&|[–-])"
_RUN = re.compile(rf"(?:(?:[A-ZÀ-Ý0-9(][\w’'/&().-]*|{_SMALL})[,:]?\s+)+(?=[a-z])")
_AT_TIME = re.compile(
    r"([A-ZÀ-Ý][A-ZÀ-Ý &’'-]{3,60}?)\s+(?:(?:at|AT)\s+)?\d{1,2}[:.]\d\d\b"  # "ADJOURNMENT 9:07 p.m."
    r"|([A-ZÀ-Ý][\w &’'-]{2,60}?)[\s:–-]+(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?,?\s+\d"  # "DONM Thurs 20 June"
)
_LONGEST = 140


def title_of(words: str, *, heading: bool) -> str:
    """Find the title at the start of an item's words; "" if there is none.

    >>> title_of("Apologies for Absence These were accepted for Cllr Lee", heading=False)
    'Apologies for Absence'
    >>> title_of("PRESENT: Councillor Gee (Chair)", heading=False)
    'PRESENT'
    """
    words = words.strip()
    if heading:
        words = re.sub(r"\s+ref:\s*\d+.*$", "", words)
        return re.sub(r"^\d{1,2}/\d{1,2}/\d{2,4}\s*[-–]\s*", "", words).rstrip(" :.–-")[:300]
    if match := _AT_TIME.match(words):
        return match.group(1) or match.group(2)
    if match := re.match(r"([A-ZÀ-Ý][^.:;?!]{2,90}?)\s*(?::|\.(?=\s)|\s[–—-](?=\s))", words):
        return match.group(1) if len(match.group(1).split()) <= 14 else ""
    match = _RUN.match(words[: _LONGEST + 40])
    run = match.group().split() if match else []
    while run and (re.fullmatch(_SMALL, run[-1])):
        run.pop()
    run = run[:-1]
    while run and re.fullmatch(_SMALL + "|The", run[-1]):
        run.pop()
    return " ".join(run)[:_LONGEST]

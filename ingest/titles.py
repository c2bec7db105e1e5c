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
    >>> title_of("TO SIGN THE MINUTES held on 4 March The clerk said so", heading=False)
    'TO SIGN THE MINUTES'
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
    if shouted := _shouted(run):
        return " ".join(shouted)[:_LONGEST]
    while run and (re.fullmatch(_SMALL, run[-1])):
        run.pop()
    run = run[:-1]
    while run and re.fullmatch(_SMALL + "|The", run[-1]):
        run.pop()
    return " ".join(run)[:_LONGEST]


def _shouted(run: list[str]) -> list[str]:
    """The words in capitals that a run opens with, two or more: the sentence below begins where they end."""
    capitals = []
    for word in run:
        if word != word.upper() and not re.fullmatch(_SMALL, word):
            break
        capitals.append(word)
    while capitals and re.fullmatch(_SMALL + "|A", capitals[-1]):
        capitals.pop()
    spoken = [word for word in capitals if len(re.sub(r"[^A-Z]", "", word)) > 2]
    return capitals if len(spoken) > 1 else []

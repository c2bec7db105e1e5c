"""Words broken with a hyphen at the end of a line are put together again, for searching; quotes keep the print.

Whether the hyphen goes or stays is read off the same text: a compound that stands elsewhere unbroken keeps it.
"""

from __future__ import annotations

import re
from collections import Counter

_BREAK = re.compile(r"(?<=[^\W\d_])[-\u2010\u00ad][ \t]*\r?[\n\f]\s*(?=[^\W\d_])")
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_HEAD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*\Z")
_REACH = 60  # characters of a word that are looked at
_WHOLE = 3  # letters: a shorter part of a word proves nothing by standing alone elsewhere
_HANGING = frozenset(("and", "or", "to"))  # "pre- and post-war"
_FIRST = frozenset(
    "all by ex ill long low high non off on one self short two three four five six seven eight nine ten twenty"
    " thirty forty fifty sixty seventy eighty ninety vice well half".split()
)


def undo_hyphens(text: str) -> str:
    r"""Join words broken at line ends, as far as the text tells; takes time in proportion to its length.

    >>> undo_hyphens("an infor-\nmation sheet")
    'an information sheet'
    >>> undo_hyphens("a well-\nkept path in pre-\nand post-war style")
    'a well-kept path in pre- and post-war style'
    """
    if not _BREAK.search(text):
        return text
    known = Counter(word.casefold() for word in _WORD.findall(text))
    return _BREAK.sub(lambda match: _joint(match, known), text)


def _joint(match: re.Match[str], known: Counter[str]) -> str:
    """What takes the place of the hyphen and the line break: nothing, a hyphen, or a hyphen and a space."""
    text, start, end = match.string, match.start(), match.end()
    head = _HEAD.search(text[max(0, start - _REACH) : start])
    tail = _WORD.match(text, end, end + _REACH)
    if head is None or tail is None:
        return match.group()
    first, second = head.group().casefold(), tail.group().casefold()
    if second in _HANGING:
        return "- "
    if tail.group()[0].isupper() and not head.group().isupper():
        return "-"  # a name of two parts: only a word in capitals throughout is broken before one
    return "-" if _compound(first, second, known) else ""


def _compound(first: str, second: str, known: Counter[str]) -> bool:
    """Whether two parts of a word keep their hyphen: by what stands elsewhere in the text, else by custom."""
    whole, parted = known[first + second], known[f"{first}-{second}"]
    if whole or parted:
        return parted > whole
    if first.rsplit("-", 1)[-1] in _FIRST:
        return True
    return min(len(first), len(second)) >= _WHOLE and known[first] > 1 and known[second] > 1

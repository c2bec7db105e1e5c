"""Words of the record on one line, as people read them: without what their file's format wrote around them."""

from __future__ import annotations

import re

# HTML left in Markdown, its emphasis, and the mark of a quoted line.
_MARKUP = re.compile(r"</?[A-Za-z][^<>]{0,200}>|&nbsp;|\*{2,3}|(?m:^[ \t]*(?:>[ \t]?)+)")


def tidy(text: str) -> str:
    r"""A text without line breaks and without markup of its source: neither is part of what was said.

    >>> tidy("> that the **Panel**\n> be kept")
    'that the Panel be kept'
    """
    return re.sub(r"\s+", " ", _MARKUP.sub(" ", text)).strip()

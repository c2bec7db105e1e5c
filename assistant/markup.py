"""HTML built so that text can never become markup: every string is escaped unless this module made it.

Whatever stands in minutes, file names, council names or questions goes through `el`, and comes out as text.
"""

from __future__ import annotations

import html

_VOID = frozenset({"input", "br"})

Attribute = str | int | bool | None


class Html(str):
    """Markup made by this module; a plain `str` is text and will be escaped."""

    __slots__ = ()


def text(words: str) -> Html:
    """Escape text for an element or a quoted attribute.

    What no page can carry (a NUL, half a surrogate pair from a file name) becomes a replacement character.

    >>> text('<img src="x">')
    '&lt;img src=&quot;x&quot;&gt;'
    """
    carried = words.encode("utf-8", "replace").decode("utf-8").replace("\0", "\N{REPLACEMENT CHARACTER}")
    return Html(html.escape(carried, quote=True))


def join(parts: tuple[str, ...] | list[str]) -> Html:
    """Put parts one after the other, escaping those that are not markup yet."""
    return Html("".join(part if isinstance(part, Html) else text(part) for part in parts))


def el(tag: str, *children: str, **attributes: Attribute) -> Html:
    """Make one element.

    `class_` is written class, `data_turn` data-turn; True is written bare, None and False not at all.

    >>> el("a", "1 < 2", class_="x", hidden=True, title=None)
    '<a class="x" hidden>1 &lt; 2</a>'
    """
    opening = "".join([tag, *(_attribute(name, value) for name, value in attributes.items())])
    if tag in _VOID:
        return Html(f"<{opening}>")
    return Html(f"<{opening}>{join(children)}</{tag}>")


def _attribute(name: str, value: Attribute) -> str:
    if value is None or value is False:
        return ""
    written = name.rstrip("_").replace("_", "-")
    return f" {written}" if value is True else f' {written}="{text(str(value))}"'

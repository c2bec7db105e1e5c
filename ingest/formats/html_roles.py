"""What the attributes of an element say of its part in the page: unseen, a title, the main part, no record."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

_WHOLE = frozenset(("html", "body", "main", "article", "form"))
_HIDDEN = re.compile(
    r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all)", re.I
)
_BLOCK = re.compile(r"(?:^|[;\s])display\s*:\s*(?:block|list-item|flex|grid|table)", re.I)
_KEPT = re.compile(r"(?:^|[;\s])white-space\s*:\s*(?:pre|break-spaces)", re.I)
_FOR_EARS = re.compile(
    r"(?:govuk-)?(?:visually-?hidden|sr-only|screen-?reader(?:-text|-only)?|element-invisible|offscreen|show-for-sr)"
)
_TITLE = re.compile(r"(?:^|\s)mg\w*Title\w*")
_MAIN_CLASS = re.compile(r"(?:^|\s)(?:mgContent|entry-content|post-content|main-content)(?:\s|$)")
_MAIN_IDS = frozenset(("main", "content", "main-content", "maincontent", "modgov", "mgContent"))
_ROLES = {
    "navigation": "menu",
    "menu": "menu",
    "menubar": "menu",
    "search": "search form",
    "banner": "site header",
    "contentinfo": "site footer",
}
_TAGS = {"nav": "menu", "search": "search form", "header": "site header", "footer": "site footer"}
_OUTER = frozenset(("site header", "site footer"))  # within the main part these words mean something else
_NAMED = (
    (re.compile(r"breadcrumbs?(?:$|[-_ ])", re.I), "breadcrumb"),
    (re.compile(r"cookie", re.I), "cookie banner"),
    (re.compile(r"(?:^|\s)skip-?(?:to|links?|nav)", re.I), "skip link"),
    (re.compile(r"(?:^|\s)mg(?:NonContent|RelatedPages|UsefulLinks)(?:\s|$)"), "page actions"),
)
_PERHAPS = re.compile(
    r"(?:^|[\s_-])(?:sidebar|side-?nav|navbar|menu|pagination|share|sharing|social|related|mgBulletList)(?:$|[\s_-])",
    re.I,
)


class Role(NamedTuple):
    """Why a part of the page is no record.

    `sure` is False where it may be one, unless it stands outside the main part or consists of links.
    """

    reason: str
    sure: bool = True


def is_hidden(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether a reader sees nothing of the element. The page as a whole is never hidden, whatever it says."""
    if tag in _WHOLE:
        return False
    if "hidden" in attributes or (tag == "dialog" and "open" not in attributes):
        return True
    style, names = attributes.get("style"), attributes.get("class")
    if style and _HIDDEN.search(style):
        return True
    return bool(names) and any(_FOR_EARS.fullmatch(name) for name in (names or "").lower().split())


def is_block_by_style(attributes: Mapping[str, str]) -> bool:
    """Whether an inline element is set on lines of its own."""
    style = attributes.get("style")
    return bool(style) and _BLOCK.search(style or "") is not None


def is_kept_as_typed(attributes: Mapping[str, str]) -> bool:
    """Whether white space and line ends are kept as in `pre`."""
    style = attributes.get("style")
    return bool(style) and _KEPT.search(style or "") is not None


def is_title(attributes: Mapping[str, str]) -> bool:
    """Whether a block is a heading by name: ModernGov's titles of items, or a stated role."""
    return attributes.get("role") == "heading" or _TITLE.search(attributes.get("class", "")) is not None


def is_main(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether the element is what the page is for."""
    return (
        tag in ("main", "article")
        or attributes.get("role") == "main"
        or attributes.get("id") in _MAIN_IDS
        or _MAIN_CLASS.search(attributes.get("class", "")) is not None
    )


def role_of(tag: str, attributes: Mapping[str, str], *, within_main: bool) -> Role | None:
    """Why a block is no record, None if nothing says so."""
    if tag in _WHOLE or not (attributes or tag in _TAGS or tag == "aside"):
        return None
    reason = _TAGS.get(tag) or _ROLES.get(attributes.get("role", ""))
    if reason and not (within_main and reason in _OUTER):
        return Role(reason)
    names = f"{attributes.get('class', '')} {attributes.get('id', '')}"
    for pattern, named in _NAMED:
        if pattern.search(names):
            return Role(named)
    if tag == "aside" or attributes.get("aria-hidden") == "true" or _PERHAPS.search(names):
        return Role("links beside the text", sure=False)
    return None

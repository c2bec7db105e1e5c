"""What the attributes of an element say of its part in the page: unseen, a title, the main part, no record."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption"
    " figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html iframe legend li listing main menu nav"
    " ol option p plaintext pre search section summary table tbody td textarea tfoot th thead tr ul xmp".split()
)
_UNSEEN = frozenset(
    "audio base canvas datalist head link meta noembed noframes noscript object param rp script select source style"
    " svg template title track video".split()
)
_TITLES = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_AS_TYPED = frozenset(("pre", "listing", "plaintext", "xmp", "textarea"))
_TELLING = frozenset(("class", "id", "style", "role", "hidden", "open", "aria-hidden"))
_LONG = 2000  # characters of an attribute that are looked at
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


@dataclass(frozen=True, slots=True)
class Nature:
    """What an element is to a reader.

    Attributes:
        unseen: nothing of it is shown; `hidden` if so by its attributes, whatever it holds.
        block: it stands on lines of its own.
        title: it is a heading. main: it is what the page is for.
        as_typed: white space and line ends are kept in it.
        beyond, within: why it is no record if it stands outside the main part, and inside it; None if it is one.
    """

    unseen: bool = False
    hidden: bool = False
    block: bool = False
    title: bool = False
    main: bool = False
    as_typed: bool = False
    beyond: Role | None = None
    within: Role | None = None

    @property
    def ordinary(self) -> bool:
        """It is no more than a paragraph or a part of the page."""
        return not (self.title or self.main or self.as_typed)


def nature_of(tag: str, element: _Element) -> Nature:
    """Read tag and attributes."""
    attributes = element.items()
    if not attributes:
        return _nature(tag, ())
    return _nature(tag, tuple([(n, v[:_LONG]) for n, v in attributes if n in _TELLING]))


@lru_cache(maxsize=4096)
def _nature(tag: str, telling: tuple[tuple[str, str], ...]) -> Nature:
    attributes = dict(telling)
    style = attributes.get("style", "")
    if tag in _UNSEEN:
        return Nature(unseen=True)
    if _is_hidden(tag, attributes):
        return Nature(unseen=True, hidden=True)
    if tag not in _BLOCKS and not _BLOCK.search(style):
        return Nature()
    return Nature(
        block=True,
        title=tag in _TITLES
        or attributes.get("role") == "heading"
        or bool(_TITLE.search(attributes.get("class", ""))),
        main=_is_main(tag, attributes),
        as_typed=tag in _AS_TYPED or bool(_KEPT.search(style)),
        beyond=_role(tag, attributes, within_main=False),
        within=_role(tag, attributes, within_main=True),
    )


def _is_hidden(tag: str, attributes: Mapping[str, str]) -> bool:
    """The page as a whole is never hidden, whatever it says."""
    if tag in _WHOLE:
        return False
    return (
        "hidden" in attributes
        or (tag == "dialog" and "open" not in attributes)
        or _HIDDEN.search(attributes.get("style", "")) is not None
        or any(_FOR_EARS.fullmatch(name) for name in attributes.get("class", "").lower().split())
    )


def _is_main(tag: str, attributes: Mapping[str, str]) -> bool:
    return (
        tag in ("main", "article")
        or attributes.get("role") == "main"
        or attributes.get("id") in _MAIN_IDS
        or _MAIN_CLASS.search(attributes.get("class", "")) is not None
    )


def _role(tag: str, attributes: Mapping[str, str], *, within_main: bool) -> Role | None:
    if tag in _WHOLE:
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

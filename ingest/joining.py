"""Whether a line goes on with the block above it.

Blank lines alone decide nothing (traps T16, T17): what joins is an unfinished sentence, what parts is a line that was
ended although the next word would have fitted.
"""

# ruff: noqa: E501  (a phrase is one line)

from __future__ import annotations

import re

from ingest.block import BULLET, LEADS_ON, Block, Piece, in_capitals, is_open
from ingest.captions import Reach, caption_of, prefix_of
from ingest.kinds import has_verb, is_attendance
from ingest.lines import Line
from ingest.model import Kind
from ingest.outcomes import is_carried
from ingest.people import names_movers
from ingest.setting import Page
from ingest.tasks import OWNERS, OWNERS_ONLY

_GOES_ON = re.compile(r"[a-zà-ÿ(£€$]|\d")
_OWNER_LINE = re.compile(
    r"A(?:ction|CTION)S?\b\s*(?:[:–—-]|>+)\s*(?!.*\bto\s+[a-z])[A-Z][^.]{1,70}\.?$|A(?:ction|CTION)\s+[A-Z]{2,3}(?:/[A-Z]{2,3})*$"
)
_APPLICATION = re.compile(  # in a column of references, the site beside it
    r"(?:[A-Z]{1,4}/)?(?:\d{2}|\d{4})/\d{4,5}(?:/[A-Z]{1,5}\d?)?\s{2,}\S"
)
_ACTION = re.compile(r"A(?:ction|CTION)\s*:\s")
_RESULT = re.compile(
    r"(?:(?:The\s+)?(?:[Mm]otion|MOTION|[Aa]mendment)\s+(?:was\s+)?)?(?:carried|lost|passed|defeated|agreed|approved|noted|resolved)(?:\s+unanimously)?\s*(?:\([^()]{2,60}\))?\s*[.!]?",
    re.I,
)
_ASIDE = re.compile(r"\([A-Z][^()]{8,}\)")  # "(Cllr Lee left the meeting, 7.48 pm)", a line of its own
_MOVER_ALONE = re.compile(r"(?:Cllr|Clir|Councillor|Cr|Alderman|Ald)\b\.?\s[^:“\"]{2,60}:")
_COUNTED = re.compile(  # "CARRIED BY ABSOLUTE MAJORITY 7/0", "LOST 3-4  For: Lee, Fox, Ash. Against: ..."
    r"(?:(?:The\s+)?(?:motion|amendment)\s+)?(?:carried|lost|defeated)\b(?:\s+by\s+(?:an\s+)?(?:absolute|simple|special)\s+majority)?"
    r"(?:[\s:(–-]{0,3}\d{1,2}\s?[/–-]\s?\d{1,2}\)?(?:\.?\s+(?:for|against|abstained)\b.*)?"
    r"|,\s[^.;]{2,60}\b(?:voted\s+against|voting\s+against|against|abstain(?:ed|ing)|dissent(?:ed|ing))\b[^.;]{0,40}\.?)",
    re.I,
)
_NOTED = re.compile(
    r"(?:NOTED|AGREED|APPROVED|RESOLVED|Noted|Agreed|Approved)\b.*"
)  # set apart, it is a decision of its own
_DECIDES = re.compile(r"(?:RESOLVED|AGREED|RECOMMENDED|DECIDED)\b(?!\s*[.,;]?$)")
_SPEAKS = re.compile(
    r"(?:Cllr|Clir|Councillor|Mr|Mrs|Ms|Dr)\b\.?\s.{0,60}\b(?:said|asked|thanked|stated|noted|advised|welcomed|confirmed|proposed|and)\b"
)
_TASKED = re.compile(rf"{OWNERS}\s+to\s+(?!the\b|be\b|an?\b)[a-z]")
_ROLL = re.compile(r"^\W*(?:\w+\s+){0,3}(?:present|attend\w*|apologies|absent)\b[^.]{0,30}$", re.I)
_LONGEST_NAME = 120  # characters, with the post
_ASKED = re.compile(r"(?:that|whereas|be\s+it|(?:now\s+)?therefore|resolved\s+that)\b", re.I)
_WHEREAS = re.compile(r"(?:AND\s+)?WHEREAS\b|(?:NOW\s+)?THEREFORE\b|BE IT\b", re.I)


def joins(block: Block, line: Line, page: Page) -> bool:
    """Whether a line without a number of its own belongs to the block above it."""
    a, b = block.lines[-1].bare, line.bare
    if block.mark is not None and not block.text:
        return _has_number_above(block, b)
    if line.log or block.lines[-1].log:
        return False
    if _says_what_is_moved(block, line) or _says_what_is_planned(block, line):
        return True
    if block.caption and not block.prefixed:
        return _runs_on(block, line)
    if bullet := BULLET.match(b):
        listed = a.endswith(":") or block.listing
        return listed and not block.heading and not has_verb(b[bullet.end() :])
    if names_movers(block.text) and block.mark is None and is_carried(b):
        return True  # what was moved is said above; who moved it and how the vote went is one passage
    if (
        (names_movers(b) and not _is_midway(a, line))
        or caption_of(b)
        or prefix_of(b)
        or _APPLICATION.match(b)
        or (_ACTION.match(b) and _ACTION.match(block.text))  # each its own task
        or (not is_open(a) and (_DECIDES.match(b) or _TASKED.match(b)))
    ):
        return False
    if _belongs(block, b, line.gap):
        return True
    if block.heading:
        return _heading_goes_on(block, line, page)
    return _sentence_goes_on(block, line, page)


def _has_number_above(block: Block, b: str) -> bool:
    """Whether a line belongs to the number that stands alone above it."""
    if block.moved:
        return names_movers(b) or _ASKED.match(b) is not None
    caption = caption_of(b)
    names = caption is None or caption.reach is Reach.NAMES
    return names and block.mark is not None and block.mark.candidate.style != "resolution"


def _is_midway(a: str, line: Line) -> bool:
    """Whether the line above breaks off inside a sentence ("having been proposed by Councillor Ash and / seconded by")."""
    return line.gap == 0 and line.bare[0].islower() and LEADS_ON.search(a) is not None


def goes_on_roll(above: Block, block: Block, line: Line) -> bool:
    """Whether a line names one more of those whom the lines below "Present:" name; a witness is named alone."""
    if above.prefixed or not (above.caption and _ROLL.search(above.caption.text)):
        return False
    if block.mark or block.bullet or block.heading or block.caption or line.log or line.gap:
        return False
    return all(_names_one(words) for words in (block.lines[-1].bare, line.bare))


def _names_one(words: str) -> bool:
    short = len(words) < _LONGEST_NAME and words[-1] not in ".:;"
    return short and not (has_verb(words) or caption_of(words) or prefix_of(words) or BULLET.match(words))


def names_again(block: Block, line: Line, after: Piece | None) -> bool:
    """The second line of a numbered title, set right below it and apart from the text: the title in another language."""
    b = line.bare
    return (
        block.heading and block.mark is not None and len(block.lines) == 1 and line.gap == 0 < block.gap
        and after is not None and after[0].gap > 0 and len(b) < 80 and b[:1].isupper() and b[-1].isalpha()
        and in_capitals(b) == in_capitals(block.text) and not (has_verb(b) or is_attendance(block.text) or _NOTED.fullmatch(b))
        and (after[1] is None or after[1].depth > block.mark.depth) and re.search(r"[^\W\d_]{3}", b) is not None
    )  # fmt: skip


def _says_what_is_moved(block: Block, line: Line) -> bool:
    """What stands below a resolution's number and its movers is of one piece with them."""
    if block.mark and line.gap == 0 and _MOVER_ALONE.fullmatch(block.text) and line.bare[0] in "“\"‘'":
        return True  # "(b) Cllr. Lee:" above the motion in quotation marks
    above = block.moved and line.gap <= 1 and names_movers(block.text)
    return above and _ASKED.match(line.bare) is not None


def _runs_on(block: Block, line: Line) -> bool:
    """What looks like a caption is the first line of a sentence ("It was moved by A and seconded by B that no / further ...")."""
    moved = block.caption is not None and block.caption.kind is Kind.MOTION
    return moved and line.gap == 0 and line.bare[:1].islower() and is_open(block.lines[-1].bare)


def _says_what_is_planned(block: Block, line: Line) -> bool:
    """Below a planning application's reference the site and the work are part of its heading."""
    b = line.bare
    named = block.heading and block.mark is not None and block.mark.candidate.style == "planning"
    told = has_verb(b) or in_capitals(b[:10]) or b.endswith((".", ":"))
    return named and line.gap == 0 and len(b) < 100 and not told


def _belongs(block: Block, b: str, gap: int) -> bool:
    """An owner, an outcome, a further WHEREAS: never a paragraph of its own."""
    if not block.heading and (
        _OWNER_LINE.match(b)
        or _COUNTED.fullmatch(b)
        or (_RESULT.fullmatch(b) and not (gap and _NOTED.fullmatch(b)))
    ):
        return True
    if gap == 0 and not block.heading and OWNERS_ONLY.fullmatch(b) and not is_open(block.lines[-1].bare):
        return True
    return _WHEREAS.match(b) is not None and _WHEREAS.match(block.text) is not None


def _sentence_goes_on(block: Block, line: Line, page: Page) -> bool:
    a, b = block.lines[-1].bare, line.bare
    if _COUNTED.fullmatch(a) or _ASIDE.fullmatch(a):
        return b[0].islower()
    if (
        line.gap
        and a.endswith(",")
        and b[:1].isupper()
        and (page.early(a, b) or (_SPEAKS.match(b) and not page.double))
    ):
        return False
    goes_on = _GOES_ON.match(b) is not None
    if is_open(a) and (LEADS_ON.search(a) or (goes_on and (b[0].islower() or not page.early(a, b)))):
        return True
    if line.marked and not block.lines[-1].marked:
        return False
    if line.gap == 0:
        unfinished = page.wraps and len(a) > 40 and a[-1].islower() and has_verb(a)
        return not page.early(a, b) or (is_open(a) and (goes_on or unfinished))
    if line.page and is_open(a) and not page.early(a, b):
        return True
    return page.double and line.gap <= 1 and not page.early(a, b)


def _heading_goes_on(block: Block, line: Line, page: Page) -> bool:
    """A title wraps on to a next line: in lower case, or set like it."""
    a, b = block.lines[-1].bare, line.bare
    if len(block.text) > 200 or has_verb(b):
        return False
    if b[:1].islower() and is_open(a):
        return line.gap == 0 or (page.double and line.gap <= 1)
    if LEADS_ON.search(a.lower()) or (in_capitals(a) and re.match(r"(?:OF|AND|FOR|TO|IN|ON|AT|THE)\b", b)):
        return line.gap <= 1 and (in_capitals(b) or b.istitle() or in_capitals(a) or line.gap == 0)
    same = bool(line.marked and block.lines[-1].marked) or (in_capitals(a) and in_capitals(b))
    return (
        same
        and (line.gap == 0 or (page.double and line.gap <= 1))
        and (LEADS_ON.search(a) is not None or not page.early(a, b) or in_capitals(b))
    )

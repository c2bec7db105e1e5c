"""Lines become blocks: a heading, a caption, or a paragraph however many lines and blanks it was spread over.

Blank lines alone decide nothing (traps T16, T17): what joins is an unfinished sentence, what parts is a line that was
ended although the next word would have fitted.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

from ingest.amendments import quoted_lines
from ingest.captions import Caption, Reach, caption_of, prefix_of, roll_of
from ingest.kinds import has_verb, is_attendance
from ingest.lines import Line
from ingest.model import Kind
from ingest.openings import is_entry
from ingest.pieces import cut_pieces
from ingest.sequences import Mark
from ingest.wordings import OWNERS, OWNERS_ONLY

_ENDED = re.compile(r"[.:;?!…”\"’)\]]$")
_LEADS_ON = re.compile(
    r"(?:[,(–&-]|\b(?:the|of|and|or|a|an|in|on|at|by|for|to|with|from|that|which|is|was|were|had|has|be|as|their|its|Mr|Mrs|Ms|Cllr|Councillor))\.?$"
)
_BULLET = re.compile(r"(?:[•·▪●◦‣∙*¢§Ø]|[-–—?o](?=\s)|e¢?(?=\s[A-Z]))\s*(?=\S)")
_GOES_ON = re.compile(r"[a-zà-ÿ(£€$]|\d")
_OPENS_QUOTE, _CLOSES_QUOTE = re.compile(r"[“\"]"), re.compile(r"[”\"]\W{0,2}$")
_LONG = 400  # characters: no heading or caption is longer
_OWNER_LINE = re.compile(
    r"A(?:ction|CTION)S?\b\s*(?:[:–—-]|>+)\s*[A-Z][^.]{1,70}\.?$|A(?:ction|CTION)\s+[A-Z]{2,3}(?:/[A-Z]{2,3})*$"
)
_APPLICATION = re.compile(r"(?:[A-Z]{1,4}/)?(?:\d{2}|\d{4})/\d{4,5}\b")
_RESULT = re.compile(
    r"(?:(?:The\s+)?(?:[Mm]otion|MOTION|[Aa]mendment)\s+(?:was\s+)?)?(?:carried|lost|passed|defeated|agreed|approved|noted|resolved)(?:\s+unanimously)?\s*[.!]?",
    re.I,
)
_NOTED = re.compile(r"(?:NOTED|AGREED|APPROVED|RESOLVED|Noted|Agreed|Approved)\b.*")  # set apart, it is a decision of its own
_DECIDES = re.compile(r"(?:RESOLVED|AGREED|RECOMMENDED|DECIDED)\b(?!\s*[.,;]?$)")
_OUTCOME_LAST = re.compile(r"\.\s+(?:noted|agreed|carried|approved|resolved|lost|defeated|passed)(?:\s+unanimously)?\W*$", re.I)
_OWNER_COLUMN = re.compile(rf"[.;!?]\s{{3,}}\S|[.;!?]\s+{OWNERS}$")
_SHOUTED = re.compile(r"(?:NO\s+(?:OBJECTIONS?|COMMENTS?)|OBJECT(?:ION)?S?|SUPPORT(?:ED)?|REFUSED?|GRANTED|DEFERRED|APPROVED|NOTED|AGREED|CARRIED|LOST)\b(?!:)")
_SPEAKS = re.compile(r"(?:Cllr|Clir|Councillor|Mr|Mrs|Ms|Dr)\b\.?\s.{0,60}\b(?:said|asked|thanked|stated|noted|advised|welcomed|confirmed|proposed|and)\b")
_WHEREAS = re.compile(r"(?:AND\s+)?WHEREAS\b|(?:NOW\s+)?THEREFORE\b|BE IT\b", re.I)
_MOVERS = re.compile(
    r"(?:(?i:proposed|moved|seconded|proposer|seconder)(?:\s+(?i:and\s+\w+))?\s*(?i:by)?\s*:?\s+[A-Z][^:]{2,60}[;,.]?)|(?:(?:[A-Z]\.\s?)+[A-Z][\w’'-]+,?\s*(?:and\s+)?){2}:"
)
_PERSON = re.compile(r"(?:[A-Z][\w’'.-]*\s){1,3}[A-Z][\w’'-]+,\s+[?A-Z]")


@dataclass(slots=True)
class Block:
    """A stretch of lines that belongs together.

    Attributes:
        mark: its printed number. words: offset in the source where the words begin after number or bullet.
        bullet: it opens with one. listing: short bullets belong to it.
        caption: it is a caption, or opens with one (`prefixed`).
    """

    lines: list[Line]
    words: int
    mark: Mark | None = None
    heading: bool = False
    caption: Caption | None = None
    prefixed: bool = False
    bullet: bool = False
    listing: bool = False
    text: str = ""
    rest: list[str] = field(default_factory=list)
    gap: int = field(default=0)

    @property
    def start(self) -> int:
        """Offset in the source of its first line."""
        return self.lines[0].start

    @property
    def end(self) -> int:
        """Offset in the source where its last line ends."""
        return self.lines[-1].end


def build_blocks(lines: Sequence[Line], marks: Sequence[Mark]) -> list[Block]:
    """Cut lines at their marks and join what belongs together, in the order of the text."""
    page = _Page(lines)
    quoted = frozenset(lines[n].start for n in quoted_lines(lines))
    pieces = cut_pieces(lines, marks)
    blocks: list[Block] = []
    for n, (line, mark, skip) in enumerate(pieces):
        after = pieces[n + 1] if n + 1 < len(pieces) else None
        if blocks and mark is None and (
            line.start in quoted or _joins(blocks[-1], line, page) or _names_again(blocks[-1], line, after)
        ):
            _extend(blocks[-1], line)
            _settle(blocks[-1], after, page)
            continue
        words = line.bare[skip:]
        block = Block([line], line.at(skip), mark, text=words, gap=line.gap)
        if bullet := _BULLET.match(words):
            block.bullet = mark is None
            if mark is None:
                block.words, block.text = line.at(skip + bullet.end()), words[bullet.end() :]
        blocks.append(block)
        _settle(block, after, page)
    for block in blocks:
        block.text = "".join([block.text, *block.rest])
    _agree_on_headings(blocks)
    return blocks


def _agree_on_headings(blocks: list[Block]) -> None:
    """Clauses of one lettered list are of one make: where most are sentences, a short one is no heading."""
    lists: dict[int, list[Block]] = {}
    for block in blocks:
        if block.mark and block.mark.candidate.style.strip("().") in ("letter", "roman"):
            lists.setdefault(block.mark.series, []).append(block)
    for members in lists.values():
        if sum(b.heading for b in members) * 2 < len(members):
            for block in members:
                block.heading = block.heading and block.caption is not None


class _Page:
    """How the text was set: how long its lines are, and whether every line is followed by a blank one."""

    def __init__(self, lines: Sequence[Line]) -> None:
        wrapped = [
            len(a.bare)
            for a, b in itertools.pairwise(lines)
            if _open(a.bare) and b.bare[:1].islower() and len(a.bare) > 20
        ]
        self.width = median(wrapped) if wrapped else 10_000
        apart = sum(
            1
            for a, b in itertools.pairwise(lines)
            if b.gap and _open(a.bare) and b.bare[:1].islower() and len(a.bare) > 20
        )
        self.first = lines[0] if lines else None
        self.double = len(wrapped) > 2 and apart * 2 > len(wrapped)

    def early(self, a: str, b: str) -> bool:
        """Whether line `a` was ended although the first word of `b` would have fitted: on purpose, then.

        Lines are ragged; after a full stop less room is needed to believe it.
        """
        room = 0.86 if _open(a) or self.width > 1000 else 0.97
        return len(a) + 1 + len(b.split(" ", 1)[0]) <= room * self.width


def _open(text: str) -> bool:
    return not _ENDED.search(text)


def _joins(block: Block, line: Line, page: _Page) -> bool:
    a, b = block.lines[-1].bare, line.bare
    if block.mark is not None and not block.text:
        caption = caption_of(b)
        return block.mark.candidate.style != "resolution" and (
            caption is None or caption.reach is Reach.NAMES
        )
    if block.caption and not block.prefixed:
        return False
    if _names_application(block) and line.gap == 0 and len(b) < 100 and not (has_verb(b) or _capitals(b[:10]) or b.endswith((".", ":"))):
        return True
    if bullet := _BULLET.match(b):
        listed = a.endswith(":") or block.listing
        return listed and not block.heading and not has_verb(b[bullet.end() :])
    if _MOVERS.fullmatch(b) or caption_of(b) or prefix_of(b) or (_DECIDES.match(b) and not _open(a)):
        return False
    if _belongs(block, b, line.gap):
        return True
    if block.heading:
        return _heading_goes_on(block, line, page)
    return _sentence_goes_on(block, line, page)


def _names_again(block: Block, line: Line, after: tuple[Line, Mark | None, int] | None) -> bool:
    """The second line of a numbered title, set right below it and apart from the text: the title in another language."""
    b = line.bare
    return (
        block.heading and block.mark is not None and len(block.lines) == 1 and line.gap == 0 < block.gap
        and after is not None and after[0].gap > 0 and len(b) < 80 and b[:1].isupper() and b[-1].isalpha()
        and _capitals(b) == _capitals(block.text) and not (has_verb(b) or is_attendance(block.text) or _NOTED.fullmatch(b))
        and (after[1] is None or after[1].depth > block.mark.depth) and re.search(r"[^\W\d_]{3}", b) is not None
    )  # fmt: skip


def _names_application(block: Block) -> bool:
    """A planning application's reference: the site and the work are part of its heading."""
    return block.heading and block.mark is not None and block.mark.candidate.style == "planning"


def _belongs(block: Block, b: str, gap: int) -> bool:
    """An owner, an outcome, a further WHEREAS: never a paragraph of its own."""
    if not block.heading and (_OWNER_LINE.match(b) or (_RESULT.fullmatch(b) and not (gap and _NOTED.fullmatch(b)))):
        return True
    if gap == 0 and not block.heading and OWNERS_ONLY.fullmatch(b) and not _open(block.lines[-1].bare):
        return True
    return _WHEREAS.match(b) is not None and _WHEREAS.match(block.text) is not None


def _sentence_goes_on(block: Block, line: Line, page: _Page) -> bool:
    a, b = block.lines[-1].bare, line.bare
    if line.gap and a.endswith(",") and b[:1].isupper() and (page.early(a, b) or (_SPEAKS.match(b) and not page.double)):
        return False
    goes_on = _GOES_ON.match(b) is not None
    if _open(a) and (_LEADS_ON.search(a) or (goes_on and (b[0].islower() or not page.early(a, b)))):
        return True
    if line.marked and not block.lines[-1].marked:
        return False
    if line.gap == 0:
        return not page.early(a, b) or (goes_on and _open(a))
    if line.page and _open(a) and not page.early(a, b):
        return True
    return page.double and line.gap <= 1 and not page.early(a, b)


def quotations(blocks: Sequence[Block]) -> tuple[frozenset[int], frozenset[int]]:
    """Starts of the blocks that go on with a quotation opened above them, and of those that close one."""
    inside: set[int] = set()
    closing: set[int] = set()
    for n, block in enumerate(blocks):
        if not _OPENS_QUOTE.match(block.text) or block.start in inside:
            continue
        last = next((k for k in range(n, min(n + 40, len(blocks))) if _CLOSES_QUOTE.search(blocks[k].text)), None)
        if last is not None:
            inside.update(b.start for b in blocks[n + 1 : last + 1])
            closing.add(blocks[last].start)
    return frozenset(inside), frozenset(closing)


def names_movers(words: str) -> bool:
    """Whether the words only say who moved or seconded what follows."""
    return _MOVERS.fullmatch(words) is not None


def names_person(words: str) -> bool:
    """Whether the words are a name and a post, as in a list of witnesses: no verb, no full stop."""
    return (
        len(words) < 160
        and _PERSON.match(words) is not None
        and not has_verb(words)
        and not words.endswith(".")
    )


def _heading_goes_on(block: Block, line: Line, page: _Page) -> bool:
    """A title wraps on to a next line: in lower case, or set like it."""
    a, b = block.lines[-1].bare, line.bare
    if len(block.text) > 200 or has_verb(b):
        return False
    if b[:1].islower() and _open(a):
        return line.gap == 0 or (page.double and line.gap <= 1)
    if _LEADS_ON.search(a.lower()) or (_capitals(a) and re.match(r"(?:OF|AND|FOR|TO|IN|ON|AT|THE)\b", b)):
        return line.gap <= 1 and (_capitals(b) or b.istitle() or _capitals(a) or line.gap == 0)
    same = bool(line.marked and block.lines[-1].marked) or (_capitals(a) and _capitals(b))
    return (
        same
        and (line.gap == 0 or (page.double and line.gap <= 1))
        and (_LEADS_ON.search(a) is not None or not page.early(a, b) or _capitals(b))
    )


def _extend(block: Block, line: Line) -> None:
    if not block.text:
        block.words = line.at(0)
    last = block.lines[-1].bare
    hyphen = last.endswith("-") and last[-2:-1].isalpha() and line.bare[:1].isalpha()
    joint = "" if not block.text or hyphen else " "
    block.listing = block.listing or (last.endswith(":") and _BULLET.match(line.bare) is not None)
    block.lines.append(line)
    if len(block.text) < _LONG:
        block.text += joint + line.bare
    else:
        block.rest.append(joint + line.bare)


def _settle(block: Block, after: tuple[Line, Mark | None, int] | None, page: _Page) -> None:
    """Judge what the block is so far: a caption, a heading or a paragraph."""
    if not block.text or len(block.text) >= _LONG:
        block.heading = not block.text
        return
    block.caption, block.prefixed, block.heading = None, False, False
    if block.mark and block.mark.candidate.style == "keyed question" and _asks(block.text):
        block.caption, block.heading = Caption("question", Kind.QUESTION, Reach.LIST, block.text), True
        return
    if block.mark is None or not re.match(r"(?i)minutes:?$", block.text):
        block.caption = _unless_paragraph(caption_of(block.text), block) or (roll_of(block.text) if block.mark is None else None)
    if block.caption is None and block.mark is None and (found := prefix_of(block.text)):
        block.caption, block.prefixed = found[0], True
        return
    block.heading = block.caption is not None or _is_heading(block, after, page)


def _asks(words: str) -> bool:
    """What follows "Question 1" says who asks whom; the question itself comes below."""
    return words.endswith(":") or (re.match(r"\W*(?:from|to|by)\b", words, re.I) is not None and words[-1] not in ".?")


def _unless_paragraph(caption: Caption | None, block: Block) -> Caption | None:
    """A numbered paragraph that leads in points ("(2) Members raised the following:") is cited by its number."""
    return None if caption and block.mark and (caption.kind, caption.reach) == (Kind.PARAGRAPH, Reach.LIST) else caption


def _is_heading(block: Block, after: tuple[Line, Mark | None, int] | None, page: _Page) -> bool:
    text, line = block.text, block.lines[-1]
    if _stands_by_form(block):
        return True
    if (
        len(text) > 160
        or block.bullet
        or (_PERSON.match(text) and not line.marked and not block.mark)
        or (not text[:1].isupper() and not text[:1].isdigit() and text[:1] not in "“‘('\"")
    ):
        return False
    if _OUTCOME_LAST.search(text) or _OWNER_COLUMN.search(text) or (block.mark is None and _SHOUTED.match(text)):
        return False
    if _opens_parts(block, after):
        return not has_verb(text)
    if re.search(r":\s+\S", text) and not line.marked and not _capitals(text):
        return False
    if re.search(r"[.;,?!]$", text) and not ((line.marked or _capital_title(text)) and not has_verb(text)):
        return False
    if line.marked or _capitals(text):
        return line.marked == 2 or not has_verb(text)
    if has_verb(text) or _LEADS_ON.search(text) or not text[:1].isupper():
        return False
    if block.mark is not None:
        clause = text.endswith(":") and "letter" in block.mark.candidate.style
        return not clause and (after is None or not _continues(line, after, page))
    apart = line.gap > 0 or len(block.lines) > 1 or line is page.first
    return (
        len(text) < 80
        and text[0].isupper()
        and after is not None
        and apart
        and after[0].gap > 0
        and not page.double
    )


def _stands_by_form(block: Block) -> bool:
    """Lines known by their form alone: movers, a planning application, a dated entry of a list."""
    text, free = block.text, block.mark is None
    if not free and block.mark and block.mark.candidate.style == "planning":
        return len(text) < 160 and not text.endswith(".") and not has_verb(text)
    if free and _APPLICATION.match(text) and not text.endswith(".") and block.lines[-1].gap > 0:
        return True
    return _MOVERS.fullmatch(text) is not None or (free and is_entry(text))


def _opens_parts(block: Block, after: tuple[Line, Mark | None, int] | None) -> bool:
    """A few words between a number and the number of its first part are a title ("5. Reports. 5.1 Clerk ...")."""
    if block.mark is None or after is None or after[1] is None or len(block.text) > 60:
        return False
    whole, part = block.mark.candidate.value, after[1].candidate.value
    return after[1].candidate.style == "decimal" and len(part) > len(whole) and part[: len(whole)] == whole


def _continues(line: Line, after: tuple[Line, Mark | None, int], page: _Page) -> bool:
    if after[1] is not None:
        return False
    return after[0].gap == 0 and (after[0].bare[:1].islower() or not page.early(line.bare, after[0].bare))


def _capital_title(text: str) -> bool:
    """A title in capitals may end in a full stop ("205. TENANCIES.")."""
    return text.endswith(".") and text.count(".") == 1 and _capitals(text)


def _capitals(text: str) -> bool:
    letters = [c for c in re.sub(r"\([^)]*\)", "", text) if c.isalpha()]
    return len(letters) > 3 and sum(c.isupper() for c in letters) > 0.8 * len(letters)

"""What a block is by its form: a caption, a heading, or a paragraph."""

from __future__ import annotations

import re
from itertools import pairwise, zip_longest

from ingest.block import LEADS_ON, LONG, Block, Piece, in_capitals
from ingest.captions import Caption, Reach, caption_of, prefix_of, roll_of
from ingest.kinds import has_verb
from ingest.lines import Line
from ingest.logs import is_head
from ingest.model import Kind
from ingest.openings import is_entry
from ingest.outcomes import is_carried
from ingest.people import begins_with_person, names_movers
from ingest.setting import Page
from ingest.tasks import OWNERS, OWNERS_ONLY
from ingest.wordings import AGENDA

_RESOLVES = re.compile(r"(?:RESOLVED|Resolved)\s+(?:that|to|by|unanimously)\b.{8}")
_VIEW = re.compile(
    r"\b(?:no\s+)?(?:objections?|comments?|support(?:ed)?|refused?|granted|permitted|approved?)\b", re.I
)
_TOLD = re.compile(  # "12. NEXT MEETING Thursday 20 June", "9.1 Main a/c £1,611": no title if nothing is below
    r"[£$€]\s?\d|\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?,?\s+\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]{2}|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+[A-Z][a-z]+\s+\d",
    re.I,
)
_APPLICATION = re.compile(r"(?:[A-Z]{1,4}/)?(?:\d{2}|\d{4})/\d{4,5}\b")
_OUTCOME_LAST = re.compile(
    r"(?:\.\s+(?:noted|agreed|carried|approved|resolved|lost|defeated|passed)(?:\s+unanimously)?"
    r"|\w\W+all\s+in\s+favour|\band\s+carried(?:\s+unanimously)?)\W*$",
    re.I,
)
# A sentence in capitals.
_STATES = re.compile(r"^(?!.*\b(?:THAT|WHICH|WHO|WHAT|HOW)\b).*\s(?:IS|ARE|WAS|WERE)\s")
_ROLL_ROW = re.compile(  # a name, and what stands in its columns
    r"(?:Cllr|Councillor|Mr|Mrs|Ms|Dr)\b\.?\s[^.]{2,40}?\s{4,}\S"
)
_SUMS = re.compile(r"[£€$]\s?[\d,]+\.\d\d\W*$")  # the last line of a table of payments
_CLOSES = re.compile(r"\bmeeting\s+(?:was\s+)?(?:closed|ended|finished|adjourned|concluded)\s+at\b", re.I)
_FINITE = re.compile(r"\b(?:was|were|is|are|has|have|had|will|would|shall|noted|resolved|that)\b", re.I)
_OWNER_COLUMN = re.compile(rf"[.;!?]\s{{3,}}\S|[.;!?]\s+{OWNERS}$")
_SHOUTED = re.compile(
    r"(?:NO\s+(?:OBJECTIONS?|COMMENTS?)|OBJECT(?:ION)?S?|SUPPORT(?:ED)?|REFUSED?|GRANTED|DEFERRED|APPROVED|NOTED|AGREED|CARRIED|LOST)\b(?!:)"
)


def settle(block: Block, after: Piece | None, page: Page) -> None:
    """Judge what the block is so far: a caption, a heading or a paragraph."""
    if not block.text or len(block.text) >= LONG:
        block.heading = not block.text
        return
    block.caption, block.prefixed, block.heading = None, False, False
    if is_head(block.lines[0]):
        block.caption, block.heading = (
            Caption("action", Kind.ACTION, Reach.ROWS, " | ".join(block.lines[0].cells)),
            True,
        )
    if block.lines[0].log:
        return
    if block.mark and block.mark.candidate.style == "keyed question" and _asks(block.text):
        block.caption, block.heading = Caption("question", Kind.QUESTION, Reach.LIST, block.text), True
        return
    if block.moved and not names_movers(block.text):
        return  # the number, the movers and what they moved
    if block.mark is None or not re.match(r"(?i)minutes:?$", block.text):
        block.caption = _unless_paragraph(caption_of(block.text), block) or (
            roll_of(block.text) if block.mark is None else None
        )
    if block.caption is None and block.mark is None and (found := prefix_of(block.text)):
        block.caption, block.prefixed = found[0], True
        return
    form = _puts_business(block, after) or _is_heading(block, after, page)
    block.heading = block.caption is not None or form


def _asks(words: str) -> bool:
    """What follows "Question 1" says who asks whom; the question itself comes below."""
    return words.endswith(":") or (
        re.match(r"\W*(?:from|to|by)\b", words, re.I) is not None and words[-1] not in ".?"
    )


def _unless_paragraph(caption: Caption | None, block: Block) -> Caption | None:
    """A numbered paragraph that leads in points ("(2) Members raised the following:") is cited by its number."""
    return (
        None
        if caption and block.mark and (caption.kind, caption.reach) == (Kind.PARAGRAPH, Reach.LIST)
        else caption
    )


def _is_heading(block: Block, after: Piece | None, page: Page) -> bool:
    text, line = block.text, block.lines[-1]
    if line.table or _says_more(block):
        return False
    if _stands_by_form(block):
        return True
    if (
        len(text) > 160
        or (block.bullet and not _is_titled_bullet(block, after, page))
        or (begins_with_person(text) and not line.marked and not block.mark)
        or (not text[:1].isupper() and not text[:1].isdigit() and text[:1] not in "“‘('\"")
    ):
        return False
    if _opens_parts(block, after):
        return not has_verb(text)
    if re.search(r":\s+\S", text) and not line.marked and not in_capitals(text):
        return False
    if re.search(r"[.;,?!]$", text) and not ((line.marked or _capital_title(text)) and not has_verb(text)):
        return False
    if line.marked or in_capitals(text):
        return line.marked == 2 or not (has_verb(text.replace("to be ", "")) or _STATES.search(text))
    if has_verb(text) or LEADS_ON.search(text) or not text[:1].isupper():
        return False
    if block.mark is not None:
        clause = text.endswith(":") and block.mark.candidate.style in (
            "paren",
            "(letter)",
            "letter)",
            "letter.",
        )
        return not clause and (after is None or not _continues(line, after, page))
    return len(text) < 80 and (_stands_apart(block, after, page) or _heads_text(block, page))


def _puts_business(block: Block, after: Piece | None) -> bool:
    """The numbered line of an agenda above its business: "4. To receive declarations from members on any item"."""
    if block.mark is None or block.mark.depth or after is None or after[0].gap == 0 or after[1] is not None:
        return False
    return AGENDA.shows(block.text) and not _FINITE.search(block.text) and _ends_whole(block.text)


def _ends_whole(text: str) -> bool:
    return text[-1] not in ".;," and not LEADS_ON.search(text)


def _is_titled_bullet(block: Block, after: Piece | None, page: Page) -> bool:
    """A bold bullet of Markdown that stands apart is the title of a part, its number lost ("- **Clerk's report**")."""
    line = block.lines[-1]
    return line.marked > 0 and line.bare.startswith("-") and _stands_apart(block, after, page)


def _stands_apart(block: Block, after: Piece | None, page: Page) -> bool:
    """Whether blank lines set it off on both sides, in a text where they tell something."""
    line = block.lines[-1]
    apart = line.gap > 0 or len(block.lines) > 1 or line is page.first
    return apart and after is not None and after[0].gap > 0 and not page.double


def _heads_text(block: Block, page: Page) -> bool:
    return len(block.lines) == 1 and page.heads_text(block.lines[0])


def _says_more(block: Block) -> bool:
    """A line that ends in an outcome or an owner, or is nothing else, is no title however short it is."""
    text, free = block.text, block.mark is None
    if block.mark and block.mark.candidate.style == "resolved":
        return True
    if _OUTCOME_LAST.search(text) or _OWNER_COLUMN.search(text) or (free and _ROLL_ROW.match(text)):
        return True
    if free and (
        _RESOLVES.match(text) or _SUMS.search(text) or _CLOSES.search(text) or is_carried(text) is not None
    ):
        return True
    return free and (OWNERS_ONLY.fullmatch(text) is not None or _SHOUTED.match(text) is not None)


def _stands_by_form(block: Block) -> bool:
    """Lines known by their form alone: movers, a planning application, a dated entry of a list."""
    text, free = block.text, block.mark is None
    if not free and block.mark and block.mark.candidate.style == "planning":
        return len(text) < 160 and not text.endswith(".") and not has_verb(text) and not _VIEW.search(text)
    if free and _APPLICATION.match(text) and not text.endswith(".") and block.lines[-1].gap > 0:
        return True
    return names_movers(text) or (free and is_entry(text))


def _opens_parts(block: Block, after: Piece | None) -> bool:
    """A few words between a number and the number of its first part are a title ("5. Reports. 5.1 Clerk ...")."""
    if block.mark is None or after is None or after[1] is None or len(block.text) > 60:
        return False
    whole, part = block.mark.candidate.value, after[1].candidate.value
    return after[1].candidate.style == "decimal" and len(part) > len(whole) and part[: len(whole)] == whole


def _continues(line: Line, after: Piece, page: Page) -> bool:
    if after[1] is not None:
        return False
    return after[0].gap == 0 and (after[0].bare[:1].islower() or not page.early(line.bare, after[0].bare))


def _capital_title(text: str) -> bool:
    """A title in capitals may end in a full stop ("205. TENANCIES."), or be initials ("8. A.O.B.")."""
    initials = re.fullmatch(r"(?:[A-Z]\.\s?){3,6}", text) is not None
    return initials or (text.endswith(".") and text.count(".") == 1 and in_capitals(text))


def agree_on_headings(blocks: list[Block]) -> None:
    """Clauses of one lettered list are of one make: where most are sentences, a short one is no heading."""
    lists: dict[int, list[Block]] = {}
    for block in blocks:
        if block.mark and block.mark.candidate.style.strip("().") in ("letter", "roman"):
            lists.setdefault(block.mark.series, []).append(block)
    _see_clauses(blocks)
    bare = _titles_of_nothing(blocks)
    for block in blocks:
        block.heading = block.heading and not (block.start in bare and _TOLD.search(block.text))
    for members in lists.values():
        if not all(b.heading for b in members):
            for block in members:
                block.heading = block.heading and block.start not in bare
        if sum(b.heading for b in members) * 2 < len(members):
            for block in members:
                block.heading = block.heading and block.caption is not None


def _titles_of_nothing(blocks: list[Block]) -> set[int]:
    """Starts of the marked blocks that look like titles and have nothing below them ("c) Petition - 88 names")."""
    return {
        block.start
        for block, after in zip_longest(blocks, blocks[1:])
        if block.mark and block.heading and block.caption is None
        and (after is None or (after.mark is not None and after.mark.depth <= block.mark.depth))
    }  # fmt: skip


def _see_clauses(blocks: list[Block]) -> None:
    """Names and places in a list that a sentence leads in are clauses of it, however much they look like titles."""
    led: set[int] = set()
    for above, block in pairwise(blocks):
        if block.mark is None:
            continue
        inside = (
            block.mark.depth > 0
            and above.mark is None
            and not above.heading
            and above.text.endswith((":", ":-"))
        )
        if inside and block.mark.candidate.value[-1] == 1:
            led.add(block.mark.series)
        if block.mark.series in led and block.caption is None:
            block.heading = False

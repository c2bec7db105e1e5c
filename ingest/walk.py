"""One pass over the blocks: which item, caption and number is in force, and what each block therefore is."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace

from ingest.blocks import Block, names_movers, names_person, quotations
from ingest.captions import Caption, Reach, lead_in
from ingest.drafts import NOUNS, Draft, ItemDraft, Sitting
from ingest.exempt import marking_of, opens_closed_part
from ingest.hindsight import review
from ingest.kinds import has_verb, kind_of, of_motion
from ingest.model import Kind
from ingest.naming import name
from ingest.nesting import Nest
from ingest.openings import Opening, is_entry, is_letterhead, opening_of
from ingest.titles import title_of

_ITEM_STYLES = (
    "dot",
    "plain",
    "paren",
    "close",
    "colon",
    "ROMAN.",
    "(LETTER)",
    "LETTER)",
    "LETTER:",
    "roman.",
)
_ANSWERS = ("reply", "supplementary question", "supplementary answer")


class Walk:
    """One pass over the blocks, with the item, the caption in force and the number last seen."""

    def __init__(self, blocks: list[Block]) -> None:
        self.blocks = blocks
        self.done = [Sitting()]
        self.item = self.done[0].items[0]
        self.caption: Caption | None = None
        self.lead = ""
        self.after: str | None = None
        self.under: tuple[str, str | None] = ("", None)
        self.spent = self.counted = self.fresh = False
        self.closed = ""
        self.nest = Nest()
        self.movers: list[str] = []
        self.question: str | None = None
        self.numbered_lists: dict[int, bool] = {}
        members = defaultdict(list)
        for block in blocks:
            if block.mark:
                members[block.mark.series].append(block)
        self.members = members
        self.quoted, self.closing = quotations(blocks)
        self.restarts = _restarts(blocks, members)
        self.last_of = {series: max(b.start for b in m) for series, m in members.items()}
        self.first_mark = min((b.start for b in blocks if b.mark), default=0)
        self.has_items = False
        self.series_now: int | None = None
        self.lent = False
        self.caption_at = 0
        self.opening: Opening | None = None

    def sittings(self) -> list[Sitting]:
        """Walk to the end and give the meetings found, in order."""
        for n, block in enumerate(self.blocks):
            opening = opening_of(block.text) if block.mark is None else None
            if n and opening and self._has_business(block) and self._is_other(opening):
                self._new_sitting()
            self.opening = opening or self.opening
            self._take(block)
        for sitting in self.done:
            for item in sitting.items:
                review(item)
                name(item)
        return self.done

    def _is_other(self, opening: Opening) -> bool:
        return self.opening is None or opening.is_other(self.opening)

    def _has_business(self, block: Block) -> bool:
        if is_entry(block.text):
            return any(is_entry(d.block.text) for i in self.done[-1].items for d in i.drafts)
        return (
            any(i.number for i in self.done[-1].items) or sum(len(i.drafts) for i in self.done[-1].items) > 12
        )

    def _new_sitting(self) -> None:
        self.done.append(Sitting())
        self.item = self.done[-1].items[0]
        self._reset()

    def _reset(self) -> None:
        self.caption, self.lead, self.after, self.under, self.spent = None, "", None, ("", None), False
        self.counted = self.fresh = False
        self.movers = []
        self.question = None
        self.nest.clear()

    def _take(self, block: Block) -> None:
        mark = block.mark
        if mark and self._is_item(block):
            self._new_item(mark.candidate.printed, block)
        elif block.heading and block.caption is None and self._parts_items(block):
            self._new_item(None, block)
        elif mark and mark.candidate.style == "decimal":
            self._lend_number(str(mark.candidate.value[0]), block)
        if self._in_motion(block) and block.heading:
            self.caption_at = block.start
            self._add_heading(block)
        elif block.caption and not block.prefixed:
            self._take_caption(block)
        elif block.heading:
            self._take_heading(block)
        else:
            self._take_text(block)
        if block.start in self.closing:
            self.caption, self.lead = None, ""

    def _in_motion(self, block: Block) -> bool:
        """A motion is quoted to its closing mark, whatever captions it has inside."""
        return block.start in self.quoted and self.caption is not None and self.caption.kind is Kind.MOTION

    def _add_heading(self, block: Block) -> None:
        printed = block.mark.candidate.printed if block.mark else None
        self.item.drafts.append(Draft(block, Kind.ADMIN, "heading", printed=printed, heading=True))

    # items

    def _is_item(self, block: Block) -> bool:
        assert block.mark is not None  # noqa: S101  (for the reader and mypy: asked only of marked blocks)
        series = block.mark.series
        if series not in self.numbered_lists:
            self.numbered_lists[series] = self._lists_items(block)
        return self.numbered_lists[series]

    def _lists_items(self, block: Block) -> bool:
        mark = block.mark
        assert mark is not None  # noqa: S101
        style = mark.candidate.style
        if style == "resolution" or style.startswith(("ref", "keyed item", "keyed minute", "keyed agenda")):
            return True
        members = self.members[mark.series]
        titled = sum(b.heading for b in members) * 2 >= len(members)
        if style == "decimal":
            few = len(members) < 3 and _all_capitals(block.text)
            outermost = mark.depth == 0 and len(mark.candidate.value) == 2
            return outermost and ((titled and few) or all(b.heading and b.caption is None for b in members))
        if style in ("planning", "sub"):
            return style == "planning" or titled
        if style not in _ITEM_STYLES or mark.depth > 0 or (self._governs_list()):
            return False
        if self.caption is not None and self.caption.reach is Reach.MARK and not titled:
            return False
        return titled or self.restarts[style] == 1

    def _governs_list(self) -> bool:
        return (
            self.caption is not None
            and not self.spent
            and bool(self.caption.noun or self.caption.kind is Kind.AGENDA_TEXT)
        )

    def _parts_items(self, block: Block) -> bool:
        """An unnumbered heading opens an item where no numbered item holds it and no list runs on across it."""
        if block.mark is not None:
            return False
        if is_entry(block.text):
            return True
        if self.has_items or (self._in_preamble() and is_letterhead(block.text)):
            return False
        if self.item.number and self.item.drafts and all(d.heading for d in self.item.drafts):
            self.item.title = self.item.title or title_of(block.text, heading=True)
            return False
        if self.series_now is not None and self.last_of[self.series_now] > block.start:
            return False
        return not (self.fresh and self._governs_list()) and not names_movers(block.text)

    def _opens_page(self, block: Block) -> bool:
        """Lines without a verb above the first number say whose meeting it was and who was there."""
        return block.start < self.first_mark and len(block.text) < 120 and not has_verb(block.text)

    def _in_preamble(self) -> bool:
        return len(self.done[-1].items) == 1 and self.item.number is None

    def _new_item(self, number: str | None, block: Block) -> None:
        item = ItemDraft(number, title_of(block.text, heading=block.heading))
        if number is None and (entry := re.search(r"\bref:\s*(\d{1,7})\b|\(Item\s+(\w{1,6})\)$", block.text)):
            item.number = entry.group(1) or entry.group(2)
        if item.title.startswith("Meeting:"):
            item.title = ""
        item.exempt = marking_of(item.title, self.closed)
        if number:
            self.has_items = True
        if not self.item.drafts and self.item.number is None:
            self.done[-1].items.remove(self.item)
        self.done[-1].items.append(item)
        self.item = item
        self.series_now, self.lent = None, False
        self._reset()

    def _lend_number(self, number: str, block: Block) -> None:
        """Paragraph 7.3 stands in item 7, whether or not a heading says so."""
        if self.item.number is None:
            self.item.number, self.lent = number, True
            if len(self.item.drafts) > 3 and not self.item.title:
                self.item.number, self.lent = None, False
                self._new_item(None, block)
                self.item.title, self.item.number, self.lent = "", number, True
        elif self.lent and self.item.number != number:
            self._new_item(None, block)
            self.item.title, self.item.number, self.lent = "", number, True

    # what a block adds

    def _take_caption(self, block: Block) -> None:
        caption = block.caption
        assert caption is not None  # noqa: S101
        if caption.reach is Reach.LEAD and self._governs_list():
            caption = replace(self.caption or caption, text=caption.text)
        elif caption.reach is Reach.LEAD:
            moved = of_motion("\n".join((self.item.title, self.under[0])))
            caption = replace(
                caption, noun="motion" if moved else "resolution", kind=Kind.MOTION if moved else Kind.DECISION, reach=Reach.LIST
            )
        if caption.reach is not Reach.LIST:
            self.after = None
        self.caption, self.lead, self.spent, self.counted, self.fresh = (
            caption,
            caption.text,
            False,
            False,
            True,
        )
        self.caption_at = block.start
        self.nest.clear()
        if block.mark and not self._is_item(block):
            self.nest.enter(block.mark)
        self.under = ("", None) if caption.reach is Reach.MARK else self.under
        printed = block.mark.candidate.printed if block.mark else None
        if block.mark and caption.kind is Kind.QUESTION:
            self.question, self.under = printed, (block.text, printed)
        elif self.question and caption.noun in _ANSWERS:
            self.caption = replace(caption, noun=f"{caption.noun} to question {self.question}")
        self._add_heading(block)

    def _take_heading(self, block: Block) -> None:
        printed = block.mark.candidate.printed if block.mark else None
        if names_movers(block.text):
            if not self._follows_motion(block):
                self.movers.append(block.text)
            self._add_heading(block)
            return
        if block.mark is None and opens_closed_part(block.text):
            self.closed = "Part 2"
        if block.mark and not self._is_item(block):
            self.series_now = block.mark.series
            self.under = (block.text, printed)
            self.nest.enter(block.mark)
        elif block.mark is None:
            self.nest.clear()
            self.under = (block.text, self.under[1])
        if self.caption and self.caption.reach is not Reach.PART:
            self.caption = None
        self._add_heading(block)

    def _follows_motion(self, block: Block) -> bool:
        """The seconder of a motion that stands above moves nothing that stands below."""
        said = [d for d in self.item.drafts if not d.heading]
        return bool(said) and said[-1].kind is Kind.MOTION and re.match(r"\W*seconded", block.text, re.I) is not None

    def _take_text(self, block: Block) -> None:
        mark = block.mark
        printed = mark.candidate.printed if mark else None
        if block.prefixed:
            self.caption, self.lead, self.spent, self.after = block.caption, "", False, None
            if self.question and block.caption and block.caption.noun in _ANSWERS:
                self.caption = replace(
                    block.caption, noun=f"{block.caption.noun} to question {self.question}"
                )
        self._let_go(block)
        kind, noun, captioned = self._judge(block)
        if mark and self._is_item(block):
            noun, captioned = ("minute" if mark.candidate.style.startswith("ref") else "item"), False
        elif mark:
            self.series_now = mark.series
        within = self.nest.enter(mark) if mark and not self._is_item(block) else ()
        under, lent = self.under[0], self._lent(kind)
        printed = printed or lent
        draft = Draft(
            block,
            kind,
            noun,
            captioned,
            within,
            printed,
            None if printed else self.after,
            lead=self.lead,
            under=under,
            list_at=self.caption_at,
        )
        draft.early = self.caption is not None and self.caption.kind in (Kind.DECISION, Kind.REASON)
        if kind in (Kind.DECISION, Kind.MOTION, Kind.RECOMMENDATION):
            draft.movers = " ".join(self.movers)
            self.movers = self.movers if block.mark else []
        self.item.drafts.append(draft)
        if printed:
            self.after, self.counted = printed, True
        self.fresh = False
        lead = lead_in(block.text, kind)
        if lead and lead.noun and not (mark and self.caption and self.caption.noun):
            self.caption, self.lead, self.spent, self.counted, self.caption_at = (
                lead,
                block.text,
                False,
                False,
                block.end,
            )
        elif self.caption and self.caption.reach is Reach.LIST and not mark:
            self.spent = self.spent or not block.bullet

    def _lent(self, kind: Kind) -> str | None:
        """The number of the sub-heading above, for the first passage below it."""
        under, lent = self.under
        self.under = (under, None)
        return None if kind is Kind.ADMIN else lent

    def _let_go(self, block: Block) -> None:
        """Drop a caption whose reach has ended."""
        caption = self.caption
        if caption is None or block.prefixed or self._in_motion(block):
            return
        if block.mark and self.members[block.mark.series][0].start < self.caption_at:
            self.caption, self.lead = None, ""
            return
        if (
            caption.reach is Reach.NAMES
            and (has_verb(block.text) and len(block.text) > 30)
            and kind_of(block.text) is not Kind.ADMIN
        ):
            self.caption, self.lead = None, ""
        elif (
            caption.reach in (Reach.LIST, Reach.PART)
            and block.mark is None
            and self.counted
            and not block.bullet
        ):
            if caption.kind is not Kind.PARAGRAPH or caption.reach is Reach.LIST:
                self.caption, self.lead = None, ""
        elif (
            caption.reach is Reach.LIST
            and self.spent
            and not block.bullet
            and not re.match(r"\W*(?:[Tt]hat|[Aa]nd)\b", block.text)
            and block.mark is None
        ):
            self.caption, self.lead = None, ""

    def _judge(self, block: Block) -> tuple[Kind, str, bool]:
        caption = self.caption
        title = "\n".join((self.item.title, self.under[0]))
        own = kind_of(block.text, title)
        if block.mark is None and names_person(block.text) and own is Kind.PARAGRAPH:
            return Kind.ADMIN, "note", False
        if block.mark and block.mark.candidate.style == "action":
            return Kind.ACTION, "action", False
        if self.movers and caption is None and own in (Kind.PARAGRAPH, Kind.ADMIN):
            return Kind.MOTION, "motion", False
        if caption is None and block.mark is None and self._opens_page(block) and own is Kind.PARAGRAPH:
            return Kind.ADMIN, "note", False
        if caption is None or caption.reach is Reach.MARK:
            return own, _noun(own, block), False
        if caption.reach is Reach.NAMES:
            return Kind.ADMIN, "note", False
        if (
            caption.kind is Kind.PARAGRAPH
            and own in (Kind.ADMIN, Kind.DECISION, Kind.ACTION, Kind.VOTE)
            and not block.mark
        ):
            return own, _noun(own, block), False
        kind = own if caption.kind is Kind.PARAGRAPH and own is Kind.MOTION else caption.kind
        return kind, caption.noun or NOUNS[kind], bool(caption.noun)


def _noun(kind: Kind, block: Block) -> str:
    if block.mark is not None and block.mark.candidate.style != "action":
        return "paragraph"
    if kind is Kind.DECISION and re.match(r"\W*(?:and\s+)?resolved", block.text, re.I):
        return "resolution"
    return NOUNS[kind]


def _all_capitals(text: str) -> bool:
    return text.isupper()


def _restarts(blocks: list[Block], members: dict[int, list[Block]]) -> Counter[str]:
    """How often an outermost list of each style begins within one meeting, at the most."""
    most: Counter[str] = Counter()
    here: Counter[str] = Counter()
    last: Opening | None = None
    for block in blocks:
        opening = opening_of(block.text) if block.mark is None else None
        if opening and (last is None or opening.is_other(last)):
            here.clear()
        last = opening or last
        if block.mark and block.mark.depth == 0 and members[block.mark.series][0] is block:
            here[block.mark.candidate.style] += 1
            most |= here
    return most

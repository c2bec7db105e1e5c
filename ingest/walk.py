"""One pass over the blocks: which item, caption and number is in force, and what each block therefore is."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.block import Block
from ingest.captions import Caption, Reach
from ingest.drafts import Draft, ItemDraft, Sitting
from ingest.exempt import marking_of, opens_closed_part
from ingest.governing import Governing
from ingest.hindsight import review
from ingest.itemising import Itemising, lists_of
from ingest.judging import judge
from ingest.kinds import closes_meeting, has_verb, of_motion
from ingest.model import Kind
from ingest.naming import name
from ingest.nesting import Nest
from ingest.openings import Opening, is_entry, is_letterhead, opening_of
from ingest.people import names_movers
from ingest.titles import title_of

_ANSWERS = ("reply", "supplementary question", "supplementary answer")
_ENTRY = re.compile(
    r"(?:\bref:\s*|\(Item\s+|[-–—,]\s*(?:minute|item)\s+(?=\S*\d))([\w/.-]{1,12})\)?(?:\s{2}.*)?$", re.I
)
_ARISING = re.compile(r"\b(?:matters\s+arising|minutes)\b", re.I)
_MANY = 12  # passages without a number: then they are business, not a preamble


class Walk:
    """One pass over the blocks, with the item, the caption in force and the number last seen."""

    def __init__(self, blocks: list[Block]) -> None:
        members = lists_of(blocks)
        self.blocks = blocks
        self.itemising = Itemising(blocks, members)
        self.governing = Governing(blocks, members)
        self.nest = Nest()
        self.done = [Sitting()]
        self.item = self.done[0].items[0]
        self.opening: Opening | None = None
        self.first_mark = min((b.start for b in blocks if b.mark), default=0)
        self.last_of = {series: max(b.start for b in m) for series, m in members.items()}
        self.earlier = _counted_back(blocks)
        self.series_now: int | None = None  # the list inside the item that was read last
        self.has_items = self.lent = False
        self.closed = ""
        self.after: str | None = None
        self.under: tuple[str, str | None] = (
            "",
            None,
        )  # the sub-heading, and its number until a passage takes it
        self.movers: list[str] = []
        self.put = ""  # what says who moved the resolution that is being read, and how the vote went
        self.question: str | None = None

    def sittings(self) -> list[Sitting]:
        """Walk to the end and give the meetings found, in order."""
        for n, block in enumerate(self.blocks):
            opening = opening_of(block.text) if block.mark is None else None
            if n and opening and self._has_business(block) and self._is_other(opening):
                self._new_sitting()
            self.opening = opening or self.opening
            self._take(block)
        for item in (item for sitting in self.done for item in sitting.items):
            review(item)
            name(item)
        return self.done

    def _is_other(self, opening: Opening) -> bool:
        return self.opening is None or opening.is_other(self.opening)

    def _has_business(self, block: Block) -> bool:
        items = self.done[-1].items
        if is_entry(block.text):
            return any(is_entry(d.block.text) for i in items for d in i.drafts)
        return any(i.number for i in items) or sum(len(i.drafts) for i in items) > _MANY

    def _new_sitting(self) -> None:
        self.done.append(Sitting())
        self.item = self.done[-1].items[0]
        self.closed = ""
        self._reset()

    def _reset(self) -> None:
        self.governing.clear()
        self.nest.clear()
        self.after, self.under = None, ("", None)
        self.movers, self.put = [], ""
        self.question = None

    def _take(self, block: Block) -> None:
        if block.caption and block.caption.kind is Kind.MOTION and self.governing.is_put(block):
            block.caption, block.heading = None, False
        if self._is_item(block):
            self._new_item(_printed(block), block)
        elif block.heading and block.caption is None and self._parts_items(block):
            self._new_item(None, block)
        elif block.mark and block.mark.candidate.style == "decimal":
            self._lend_number(str(block.mark.candidate.value[0]), block)
        if block.heading and self.governing.holds_motion(block):
            self.governing.enter_part(block)
            self._add_heading(block)
        elif block.caption and not block.prefixed:
            self._take_caption(block, block.caption)
        elif block.heading:
            self._take_heading(block)
        else:
            self._take_text(block)
        self.governing.see_quotation(block)

    def _is_item(self, block: Block) -> bool:
        return self.itemising.is_item(block, self.governing) and not self._recalls(block)

    def _recalls(self, block: Block) -> bool:
        """Under "Matters arising", a lower number than the item's own recalls a minute of an earlier meeting."""
        if block.mark is None or not self.item.number or not _ARISING.search(self.item.title):
            return False
        return block.mark.candidate.style.startswith("ref") and _printed(block) in self.earlier

    # items

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
        leads_list = self.governing.fresh and self.governing.governs_list()
        return not leads_list and not names_movers(block.text)

    def _in_preamble(self) -> bool:
        return len(self.done[-1].items) == 1 and self.item.number is None

    def _new_item(self, number: str | None, block: Block) -> None:
        item = ItemDraft(number, title_of(block.text, heading=block.heading))
        if number is None and (entry := _ENTRY.search(block.text)):
            item.number = entry.group(1)
        if item.title.startswith("Meeting:"):
            item.title = ""
        item.exempt = marking_of(item.title, self.closed)
        self.has_items = self.has_items or number is not None
        if not self.item.drafts and self.item.number is None:
            self.done[-1].items.remove(self.item)
        self.done[-1].items.append(item)
        self.item = item
        self.series_now, self.lent = None, False
        self._reset()

    def _lend_number(self, number: str, block: Block) -> None:
        """Paragraph 7.3 stands in item 7, whether or not a heading says so."""
        if self.item.number is None:
            untitled = len(self.item.drafts) > 3 and not self.item.title
        elif block.heading and self.item.number.isdigit() and int(self.item.number) < int(number):
            untitled = True  # "9.1 WORKS" below item 5: item 9 has no heading of its own
        elif self.lent and self.item.number != number:
            untitled = True
        else:
            return
        if untitled:
            self._new_item(None, block)
            self.item.title = ""
        self.item.number, self.lent = number, True

    # what a block adds

    def _add_heading(self, block: Block) -> None:
        self.item.drafts.append(Draft(block, Kind.ADMIN, "heading", printed=_printed(block), heading=True))

    def _take_caption(self, block: Block, caption: Caption) -> None:
        if caption.reach is Reach.LEAD:
            caption = self.governing.resolve_lead(caption, moved=of_motion(self._titles()))
        if caption.reach is not Reach.LIST:
            self.after = None if self._is_item(block) else _printed(block)
        if caption.kind not in (Kind.MOTION, Kind.VOTE):
            self.nest.clear()
        if block.mark and not self._is_item(block):
            self.nest.enter(block.mark)
        if caption.reach is Reach.MARK:
            self.under = ("", None)
        if block.mark and caption.kind is Kind.QUESTION:
            self.question, self.under = _printed(block), (block.text, _printed(block))
        if names_movers(block.text):
            self.movers = [block.text]
        self.governing.take(self._of_question(caption), block)
        self._add_heading(block)

    def _of_question(self, caption: Caption) -> Caption:
        """A reply is the reply to the question above it."""
        if self.question and caption.noun in _ANSWERS:
            return replace(caption, noun=f"{caption.noun} to question {self.question}")
        return caption

    def _take_heading(self, block: Block) -> None:
        self._add_heading(block)
        if names_movers(block.text):
            self.movers += [] if self._follows_motion(block) else [block.text]
            return
        if block.mark is None:
            self.closed = "Part 2" if opens_closed_part(block.text) else self.closed
            self.nest.clear()
            self.under = (block.text, self.under[1])
        elif not self._is_item(block):
            self.series_now = block.mark.series
            self.under = (block.text, _printed(block))
            self.nest.enter(block.mark, titled=True)
        self.governing.see_heading()

    def _follows_motion(self, block: Block) -> bool:
        """The seconder of a motion that stands above moves nothing that stands below."""
        said = [d for d in self.item.drafts if not d.heading]
        seconds = re.match(r"\W*seconded", block.text, re.I) is not None
        return seconds and bool(said) and said[-1].kind is Kind.MOTION

    def _take_text(self, block: Block) -> None:
        if block.prefixed and block.caption:
            self.after = None
            self.governing.take_prefix(self._of_question(block.caption), block)
        if closes_meeting(block.text):
            self._close(block)
        self.governing.let_go(block)
        caption = self.governing.caption
        put = self.governing.is_put(block)
        judged = judge(
            block, caption, self._titles(), moved=bool(self.movers), above_all=self._is_above_all(block),
            put=put,
        )  # fmt: skip
        noun, captioned = judged.noun, judged.captioned
        within: tuple[str, ...] = ()
        if block.mark and self._is_item(block):
            noun, captioned = "minute" if block.mark.candidate.style.startswith("ref") else "item", False
        elif block.mark:
            self.series_now = block.mark.series
            within = self.nest.enter(block.mark)
        under, printed = self.under[0], self._number(block, judged.kind)
        draft = Draft(
            block, judged.kind, noun, captioned, within, printed, None if printed else self.after,
            lead=under if block.moved else self.governing.lead, under=under, list_at=self.governing.at,
        )  # fmt: skip
        draft.early = caption is not None and caption.kind in (Kind.DECISION, Kind.REASON)
        if judged.kind in (Kind.DECISION, Kind.MOTION, Kind.RECOMMENDATION):
            draft.movers = "; ".join(filter(None, (*self.movers, self.put)))
            self.movers = self.movers if block.mark else []
        if put or judged.kind is not Kind.DECISION:
            self.put = block.text if put else ""
        self.item.drafts.append(draft)
        self.after = printed or self.after
        leads = self.governing.read(block, judged.kind, numbered=printed is not None)
        if leads and block.mark is None and judged.kind is Kind.DECISION:
            self.nest.leave_clauses()

    def _close(self, block: Block) -> None:
        """The meeting is over: what stands below belongs to no caption, and is open although the last item was not."""
        self.governing.clear()
        if self.item.exempt:
            self._new_item(None, block)
            self.item.title = self.item.exempt = ""

    def _titles(self) -> str:
        return f"{self.item.title}\n{self.under[0]}"

    def _is_above_all(self, block: Block) -> bool:
        """Lines without a verb above the first number say whose meeting it was and who was there."""
        return block.start < self.first_mark and len(block.text) < 120 and not has_verb(block.text)

    def _number(self, block: Block, kind: Kind) -> str | None:
        """The printed number; or that of the sub-heading above, for the first passage below it."""
        under, lent = self.under
        self.under = (under, None)
        return _printed(block) or (None if kind is Kind.ADMIN else lent)


def _counted_back(blocks: list[Block]) -> frozenset[str]:
    """References lower than one that stands above them in their list."""
    highest: dict[int, int] = {}
    back = set()
    for block in blocks:
        if block.mark and block.mark.candidate.style.startswith("ref"):
            value = block.mark.candidate.value[0]
            if value < highest.get(block.mark.series, 0):
                back.add(block.mark.candidate.printed)
            highest[block.mark.series] = max(value, highest.get(block.mark.series, 0))
    return frozenset(back)


def _printed(block: Block) -> str | None:
    return block.mark.candidate.printed if block.mark else None

"""The caption in force: what it governs, and where its reach ends."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.block import Block
from ingest.captions import Caption, Reach
from ingest.kinds import has_verb, kind_of, tells_vote
from ingest.leads import lead_in
from ingest.model import Kind
from ingest.wordings import FIELD

_OPENS_QUOTE, _CLOSES_QUOTE = re.compile(r"[“\"]"), re.compile(r"[”\"]\W{0,2}$")
_LONGEST_QUOTE = 40  # blocks; a quotation that never closes is none
_RESOLVED = re.compile(r"\W*(?:IT WAS )?(?:RESOLVED|AGREED|RECOMMENDED|DECIDED)\b")
_MEMBER = re.compile(r"(?:Cllr|Councillor)\b")
_ANNOUNCES = re.compile(r"\bas\s+follows\W*$", re.I)  # "Decision: Approve grants as follows."
_CLAUSE = re.compile(r"\W*(?:[Tt]hat|[Aa]nd)\b")


class Governing:
    """A caption and what has been read under it.

    Attributes:
        caption: the one in force, None where there is none.
        lead: its words, or those of the sentence that leads in the list.
        at: where it stands in the source.
        fresh: nothing has been read under it yet.
    """

    def __init__(self, blocks: Sequence[Block], members: Mapping[int, Sequence[Block]]) -> None:
        self.caption: Caption | None = None
        self.lead = ""
        self.at = 0
        self.fresh = self._spent = self._counted = self._in_bullet = False
        self._members = members
        self._quoted, self._closing = _quotations(blocks)
        self._listed = frozenset(a.start for a, b in pairwise(blocks) if _begins_list(b))
        self._concluded = frozenset(a.start for a, b in pairwise(blocks) if _resolves(b))

    def clear(self) -> None:
        """A new item begins: nothing governs."""
        self.caption, self.lead = None, ""
        self.fresh = self._spent = self._counted = False

    def take(self, caption: Caption, block: Block) -> None:
        """A caption on a line of its own comes into force."""
        self.caption, self.lead, self.at = caption, caption.text, block.start
        self.fresh, self._spent, self._counted, self._in_bullet = True, False, False, False

    def take_prefix(self, caption: Caption | None, block: Block) -> None:
        """A caption that shares the line of its text comes into force."""
        if caption and caption.noun == "officer recommendation":
            caption = replace(
                caption, reach=Reach.LIST
            )  # what an officer proposed in a line ends with the line
        self.caption, self.lead, self.at = caption, "", block.start
        self._spent = self._counted = False

    def resolve_lead(self, caption: Caption, *, moved: bool) -> Caption:
        """What "That the Council:" leads in: more of the list in force, a motion, or a resolution."""
        if self.governs_list():
            return replace(self.caption or caption, text=caption.text)
        if moved:
            return replace(caption, noun="motion", kind=Kind.MOTION, reach=Reach.LIST)
        return replace(caption, noun="resolution", kind=Kind.DECISION, reach=Reach.LIST)

    def governs_list(self) -> bool:
        """Whether a list that begins now belongs to the caption."""
        named = self.caption is not None and bool(self.caption.noun or self.caption.kind is Kind.AGENDA_TEXT)
        return named and not self._spent

    def holds_motion(self, block: Block) -> bool:
        """A motion is quoted to its closing mark, whatever captions it has inside."""
        return block.start in self._quoted and self.caption is not None and self.caption.kind is Kind.MOTION

    def is_put(self, block: Block) -> bool:
        """Whether a sentence breaks off at the resolution below it, after saying who moved it or how the vote went."""
        return block.start in self._concluded and tells_vote(block.text)

    def enter_part(self, block: Block) -> None:
        """A caption inside a quoted motion parts its lists and changes nothing else."""
        self.at = block.start

    def see_heading(self) -> None:
        """A heading ends what a caption governs, unless it governs a whole part of the item."""
        if self.caption and self.caption.reach is not Reach.PART:
            self.caption = None

    def see_quotation(self, block: Block) -> None:
        """A closing quotation mark ends what a caption governs."""
        if block.start in self._closing:
            self.caption, self.lead = None, ""

    def let_go(self, block: Block) -> None:
        """Drop the caption if its reach ends before this block."""
        if (
            self.caption is not None
            and not block.prefixed
            and not self.holds_motion(block)
            and self._is_past(block)
        ):
            self.caption, self.lead = None, ""

    def _is_past(self, block: Block) -> bool:
        caption = self.caption
        assert caption is not None  # noqa: S101 - asked only while one is in force
        if caption.reach is Reach.ROWS:
            return not block.lines[0].log
        if block.moved:
            return True
        if block.mark and self._members[block.mark.series][0].start < self.at:
            return True
        if caption.reach is Reach.PART and block.mark is None and FIELD.shows(block.text[:80]):
            return True
        if caption.kind is Kind.REASON and block.mark is None and _MEMBER.match(block.text):
            return has_verb(block.text)  # what a member said upon it
        if caption.reach is Reach.NAMES:
            return has_verb(block.text) and len(block.text) > 30 and kind_of(block.text) is not Kind.ADMIN
        if block.bullet and self._in_bullet and self._counted:
            return True  # the clauses of one bullet end with the next
        if block.mark is not None or block.bullet or caption.reach not in (Reach.LIST, Reach.PART):
            return False
        if self._counted:
            return caption.kind is not Kind.PARAGRAPH or caption.reach is Reach.LIST
        return caption.reach is Reach.LIST and self._spent and not _CLAUSE.match(block.text)

    def read(self, block: Block, kind: Kind, *, numbered: bool) -> bool:
        """A passage was read under the caption; returns whether it leads in a list of its own."""
        self._counted = self._counted or numbered
        self.fresh = False
        lead = lead_in(block.text, kind, listed=block.start in self._listed)
        if lead and lead.noun and not (block.mark and self.caption and self.caption.noun):
            self.caption, self.lead, self.at = lead, block.text, block.end
            self._spent = self._counted = False
            self._in_bullet = block.bullet
            return True
        if kind is Kind.DECISION and self.governs_list() and _ANNOUNCES.search(block.text):
            self.lead = block.text
        if self.caption and self.caption.reach is Reach.LIST and not block.mark:
            self._spent = self._spent or not block.bullet
        return False


def _begins_list(block: Block) -> bool:
    return block.bullet or (block.mark is not None and block.mark.candidate.value[-1] == 1)


def _resolves(block: Block) -> bool:
    named = block.caption is not None and block.caption.kind in (Kind.DECISION, Kind.RECOMMENDATION)
    return block.mark is None and (named or _RESOLVED.match(block.text) is not None)


def _quotations(blocks: Sequence[Block]) -> tuple[frozenset[int], frozenset[int]]:
    """Starts of the blocks that go on with a quotation opened above them, and of those that close one."""
    inside: set[int] = set()
    closing: set[int] = set()
    for n, block in enumerate(blocks):
        if not _OPENS_QUOTE.match(block.text) or block.start in inside:
            continue
        reach = range(n, min(n + _LONGEST_QUOTE, len(blocks)))
        last = next((k for k in reach if _CLOSES_QUOTE.search(blocks[k].text)), None)
        if last is not None:
            inside.update(b.start for b in blocks[n + 1 : last + 1])
            closing.add(blocks[last].start)
    return frozenset(inside), frozenset(closing)

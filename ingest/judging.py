"""What a block is under the caption in force: its kind, and what a person would call it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.block import Block
from ingest.captions import Caption, Reach
from ingest.drafts import NOUNS
from ingest.kinds import kind_of
from ingest.logs import is_row
from ingest.model import Kind
from ingest.people import names_person

_RESOLVED = re.compile(r"(?:IT WAS )?RESOLVED\b")  # whatever was moved above it
_PLAIN = (
    Kind.ADMIN,
    Kind.DECISION,
    Kind.ACTION,
    Kind.VOTE,
)  # what wording tells surer than a caption over remarks


@dataclass(frozen=True, slots=True)
class Judgement:
    """The kind of a passage, its noun, and whether the noun is that of a caption."""

    kind: Kind
    noun: str
    captioned: bool = False


_NOTE = Judgement(Kind.ADMIN, "note")


def judge(
    block: Block, caption: Caption | None, title: str, *, moved: bool, above_all: bool, put: bool
) -> Judgement:
    """Judge a block.

    Args:
        block: neither a heading nor a caption.
        caption: the one in force.
        title: those of the item and of the sub-heading above, one a line.
        moved: a mover was named right above it.
        above_all: it stands above the first number, without a verb.
        put: it says who moved the resolution right below it, or how the vote on that went.
    """
    if is_row(block.lines[0]):
        return Judgement(Kind.ACTION, NOUNS[Kind.ACTION])
    own = kind_of(block.text, title)
    plain = own is Kind.PARAGRAPH
    if put and block.mark is None:
        return Judgement(Kind.VOTE, NOUNS[Kind.VOTE])
    if plain and block.mark is None and names_person(block.text):
        return _NOTE
    if block.mark and block.mark.candidate.style == "action":
        return Judgement(Kind.ACTION, "action")
    if block.mark and block.mark.candidate.style == "resolved":
        return Judgement(Kind.DECISION, "resolution")
    if block.moved:
        noun = "resolution" if own is Kind.DECISION else NOUNS[own]
        return Judgement(own, noun, captioned=True)
    if caption is None:
        if moved and own in (Kind.PARAGRAPH, Kind.ADMIN):
            return Judgement(Kind.MOTION, "motion")
        return _NOTE if plain and above_all and block.mark is None else Judgement(own, _noun(own, block))
    return _under(caption, own, block)


def _under(caption: Caption, own: Kind, block: Block) -> Judgement:
    if caption.reach is Reach.MARK:
        return Judgement(own, _noun(own, block))
    if caption.reach is Reach.NAMES:
        return _NOTE
    if caption.kind is Kind.MOTION and own is Kind.DECISION and _RESOLVED.match(block.text):
        return Judgement(own, _noun(own, block))
    if caption.breaks_off and own is Kind.ACTION:
        # "It was agreed that" / "a. KC would write": each has his task.
        return Judgement(own, _noun(own, block))
    remarks = caption.kind is Kind.PARAGRAPH
    if remarks and own in _PLAIN and not block.mark:
        return Judgement(own, _noun(own, block))
    kind = own if remarks and own is Kind.MOTION else caption.kind
    return Judgement(kind, caption.noun or NOUNS[kind], bool(caption.noun))


def _noun(kind: Kind, block: Block) -> str:
    if block.mark is not None and block.mark.candidate.style != "action":
        return "paragraph"
    if kind is Kind.DECISION and re.match(r"\W*(?:and\s+)?resolved", block.text, re.I):
        return "resolution"
    return NOUNS[kind]

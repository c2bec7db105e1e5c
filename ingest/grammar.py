"""Blocks become meetings, items and passages: the grammar of minutes, put together from the other parts."""

# ruff: noqa: E501  (a phrase is one line)

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ingest.blocks import Block, build_blocks, names_movers, names_person
from ingest.captions import Caption, Reach, lead_in
from ingest.conservation import less
from ingest.furniture import front_matter, set_aside
from ingest.kinds import has_verb, is_imperative, is_moved, kind_of
from ingest.lines import split_lines
from ingest.model import AgendaItem, Citation, Kind, Meeting, MeetingFacts, Minutes, Passage, Residue
from ingest.outcomes import outcome_of, speakers_of
from ingest.particulars import Particulars, is_entry, opens_meeting, particulars_of
from ingest.sequences import find_marks
from ingest.source import SourceText
from ingest.titles import title_of
import itertools

_NOUNS = {
    Kind.PARAGRAPH: "paragraph", Kind.DECISION: "decision", Kind.RECOMMENDATION: "recommendation", Kind.ACTION: "action",
    Kind.VOTE: "vote", Kind.MOTION: "motion", Kind.QUESTION: "question", Kind.REASON: "reason",
    Kind.AGENDA_TEXT: "agenda text", Kind.ADMIN: "note",
}  # fmt: skip
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
_CAME_OF_IT = re.compile(r"(?P<lost>\b(?:lost|defeated|fell|not\s+carried)\b)|\b(?:carried|passed)\b", re.I)
_ANSWERS = ("reply", "supplementary question", "supplementary answer")
_TAGS = re.compile(
    r"(?:\s|&nbsp;|<(?:/?[A-Za-z]|!--)[^<>]{0,300}>)*<(?:/?[A-Za-z]|!--)[^<>]{0,300}>(?:\s|&nbsp;)*"
)
_EXEMPT = re.compile(r"\b(?:exempt|restricted item|confidential|not for publication)\b", re.I)
_PART_TWO = re.compile(r"\bpart\s+(?:ii|2|two|b)\b|\bclosed session\b|\bin camera\b", re.I)


@dataclass(slots=True)
class _Draft:
    """A passage in the making."""

    block: Block
    kind: Kind
    noun: str
    captioned: bool = False
    printed: str | None = None
    after: str | None = None
    heading: bool = False
    lead: str = ""
    under: str = ""
    movers: str = ""
    early: bool = False  # stands in the published decision, above "Minutes:"


@dataclass(slots=True)
class _Item:
    number: str | None
    title: str = ""
    drafts: list[_Draft] = field(default_factory=list)
    exempt: bool = False


@dataclass(slots=True)
class _Sitting:
    """A meeting in the making."""

    items: list[_Item] = field(default_factory=lambda: [_Item(None)])


def parse(source: SourceText, facts: MeetingFacts = MeetingFacts()) -> Minutes:  # noqa: B008  (frozen)
    """Read minutes: whatever the text, it comes back whole; what is uncertain is said in `warnings`.

    `facts` are an officer's word and override text and file name.
    """
    text = source.text
    head = front_matter(text)
    residue = [Residue(0, head, "front matter")] if head else []
    lines, aside = set_aside([line for line in split_lines(text) if line.start >= head])
    residue = sorted([*residue, *aside], key=lambda r: r.start)
    blocks = build_blocks(lines, find_marks(lines))
    walk = _Walk(blocks)
    sittings = walk.sittings()
    taken = [*residue, *_fold_repeats(sittings)]
    residue = sorted([*taken, *_shed_tags(blocks, text, taken)], key=lambda r: r.start)
    meetings, warnings = [], []
    for n, sitting in enumerate(sittings):
        paragraphs = [d.block.text for item in sitting.items for d in item.drafts]
        preamble = next(
            (k for k, d in enumerate(d for i in sitting.items for d in i.drafts) if d.block.mark),
            len(paragraphs),
        )
        known = particulars_of(paragraphs, preamble, text[:head], "" if n else _spaced(source.name), facts)
        warnings += [f"{source.name}: {doubt}" for doubt in known.warnings]
        meetings.append(_meeting(sitting, n, source, known, residue))
    return Minutes(
        source=source.name, text=text, sha256=source.sha256, meetings=tuple(meetings), residue=tuple(residue),
        warnings=tuple([*warnings, *_doubts(meetings)]),
    )  # fmt: skip


class _Walk:
    """One pass over the blocks, with the item, the caption in force and the number last seen."""

    def __init__(self, blocks: list[Block]) -> None:
        self.blocks = blocks
        self.done = [_Sitting()]
        self.item = self.done[0].items[0]
        self.caption: Caption | None = None
        self.lead = ""
        self.after: str | None = None
        self.under: tuple[str, str | None] = ("", None)
        self.spent = self.closed = self.counted = self.fresh = False
        self.movers: list[str] = []
        self.question: str | None = None
        self.numbered_lists: dict[int, bool] = {}
        members = defaultdict(list)
        for block in blocks:
            if block.mark:
                members[block.mark.series].append(block)
        self.members = members
        self.restarts = _restarts(blocks, members)
        self.last_of = {series: max(b.start for b in m) for series, m in members.items()}
        self.has_items = False
        self.series_now: int | None = None
        self.lent = False
        self.caption_at = 0

    def sittings(self) -> list[_Sitting]:
        """Walk to the end and give the meetings found, in order."""
        for n, block in enumerate(self.blocks):
            if n and block.mark is None and opens_meeting(block.text) and self._has_business(block):
                self._new_sitting()
            self._take(block)
        for sitting in self.done:
            for item in sitting.items:
                _see_agenda(item)
                _see_trailing_actions(item)
                _see_bare_resolutions(item)
                _see_outcome_of_motions(item)
        return self.done

    def _has_business(self, block: Block) -> bool:
        if is_entry(block.text):
            return any(is_entry(d.block.text) for i in self.done[-1].items for d in i.drafts)
        return (
            any(i.number for i in self.done[-1].items) or sum(len(i.drafts) for i in self.done[-1].items) > 12
        )

    def _new_sitting(self) -> None:
        self.done.append(_Sitting())
        self.item = self.done[-1].items[0]
        self._reset()

    def _reset(self) -> None:
        self.caption, self.lead, self.after, self.under, self.spent = None, "", None, ("", None), False
        self.counted = self.fresh = False
        self.movers = []
        self.question = None

    def _take(self, block: Block) -> None:
        mark = block.mark
        if mark and self._is_item(block):
            self._new_item(mark.candidate.printed, block)
        elif block.heading and block.caption is None and self._parts_items(block):
            self._new_item(None, block)
        elif mark and mark.candidate.style == "decimal":
            self._lend_number(str(mark.candidate.value[0]), block)
        if block.caption and not block.prefixed:
            self._take_caption(block)
        elif block.heading:
            self._take_heading(block)
        else:
            self._take_text(block)

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
            return (
                titled
                and mark.depth == 0
                and len(mark.candidate.value) == 2
                and len(members) < 3
                and _all_capitals(block.text)
            )
        if style == "planning":
            return True
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
        if block.mark is not None or self.has_items:
            return False
        if self.item.number and self.item.drafts and all(d.heading for d in self.item.drafts):
            self.item.title = self.item.title or title_of(block.text, heading=True)
            return False
        if self.series_now is not None and self.last_of[self.series_now] > block.start:
            return False
        return not (self.fresh and self._governs_list()) and not names_movers(block.text)

    def _new_item(self, number: str | None, block: Block) -> None:
        item = _Item(number, title_of(block.text, heading=block.heading))
        if number is None and (entry := re.search(r"\bref:\s*(\d{1,7})\b|\(Item\s+(\w{1,6})\)$", block.text)):
            item.number = entry.group(1) or entry.group(2)
        if item.title.startswith("Meeting:"):
            item.title = ""
        item.exempt = self.closed or bool(_EXEMPT.search(item.title))
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
            caption = replace(caption, noun="resolution", reach=Reach.LIST)
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
        self.under = ("", None) if caption.reach is Reach.MARK else self.under
        printed = block.mark.candidate.printed if block.mark else None
        if block.mark and caption.kind is Kind.QUESTION:
            self.question, self.under = printed, (block.text, printed)
        elif self.question and caption.noun in _ANSWERS:
            self.caption = replace(caption, noun=f"{caption.noun} to question {self.question}")
        self.item.drafts.append(_Draft(block, Kind.ADMIN, "heading", printed=printed, heading=True))

    def _take_heading(self, block: Block) -> None:
        printed = block.mark.candidate.printed if block.mark else None
        if names_movers(block.text):
            self.movers.append(block.text)
            self.item.drafts.append(_Draft(block, Kind.ADMIN, "heading", printed=printed, heading=True))
            return
        if _PART_TWO.search(block.text) and block.mark is None and len(block.text) < 40:
            self.closed = True
        if block.mark and not self._is_item(block):
            self.series_now = block.mark.series
            self.under = (block.text, printed)
        elif block.mark is None:
            self.under = (block.text, self.under[1])
        if self.caption and self.caption.reach is not Reach.PART:
            self.caption = None
        self.item.drafts.append(_Draft(block, Kind.ADMIN, "heading", printed=printed, heading=True))

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
        under, lent = self.under
        if printed is None and lent and kind is not Kind.ADMIN:
            printed = lent
        if lent:
            self.under = (under, None)
        draft = _Draft(
            block,
            kind,
            noun,
            captioned,
            printed,
            None if printed else self.after,
            lead=self.lead,
            under=under,
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

    def _let_go(self, block: Block) -> None:
        """Drop a caption whose reach has ended."""
        caption = self.caption
        if caption is None or block.prefixed:
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
        title = " ".join((self.item.title, self.under[0]))
        own = kind_of(block.text, title)
        if block.mark is None and names_person(block.text) and own is Kind.PARAGRAPH:
            return Kind.ADMIN, "note", False
        if block.mark and block.mark.candidate.style == "action":
            return Kind.ACTION, "action", False
        if self.movers and caption is None and own in (Kind.PARAGRAPH, Kind.ADMIN):
            return Kind.MOTION, "motion", False
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
        return caption.kind, caption.noun or _NOUNS[caption.kind], bool(caption.noun)


def _noun(kind: Kind, block: Block) -> str:
    if block.mark is not None and block.mark.candidate.style != "action":
        return "paragraph"
    if kind is Kind.DECISION and re.match(r"\W*(?:and\s+)?resolved", block.text, re.I):
        return "resolution"
    return _NOUNS[kind]


def _all_capitals(text: str) -> bool:
    return text.isupper()


def _restarts(blocks: list[Block], members: dict[int, list[Block]]) -> Counter[str]:
    """How often an outermost list of each style begins within one meeting, at the most."""
    most: Counter[str] = Counter()
    here: Counter[str] = Counter()
    for block in blocks:
        if block.mark is None and opens_meeting(block.text):
            here.clear()
        if block.mark and block.mark.depth == 0 and members[block.mark.series][0] is block:
            here[block.mark.candidate.style] += 1
            most |= here
    return most


# what only the whole item shows


def _see_agenda(item: _Item) -> None:
    """What stands above "Minutes:" was the agenda: proposed, not done (trap T19)."""
    place = next(
        (n for n, d in enumerate(item.drafts) if d.block.caption and d.block.caption.opens_minutes), None
    )
    for draft in item.drafts[: place or 0]:
        if not draft.heading and not draft.early:
            draft.kind, draft.noun, draft.captioned = Kind.AGENDA_TEXT, _NOUNS[Kind.AGENDA_TEXT], False


def _see_trailing_actions(item: _Item) -> None:
    """Orders left unnumbered after the last numbered paragraph are the actions, their heading lost (seed of trap T2)."""
    numbered = [n for n, d in enumerate(item.drafts) if d.block.mark and not d.heading]
    tail = item.drafts[numbered[-1] + 1 :] if numbered else []
    body = [d for d in tail if not d.heading]
    if (
        not body
        or len(body) != len(tail)
        or body[0].kind is not Kind.ACTION
        or not is_imperative(body[0].block.text)
    ):
        return
    for draft in body:
        if draft.kind in (Kind.PARAGRAPH, Kind.ACTION):
            draft.kind, draft.noun = Kind.ACTION, "action"


def _see_bare_resolutions(item: _Item) -> None:
    """Clauses "That ..." with no caption over them are the resolution, its heading lost (trap T2)."""
    for draft in item.drafts:
        if (
            draft.kind is Kind.PARAGRAPH
            and not draft.heading
            and re.match(r"[“\"‘']?That\b,?\s", draft.block.text)
        ):
            draft.kind, draft.noun, draft.captioned = Kind.DECISION, "resolution", bool(draft.block.mark)


def _see_outcome_of_motions(item: _Item) -> None:
    """A motion became a decision only where it is said to be carried (trap T20)."""
    pending: list[list[_Draft]] = []
    last = max(
        (n for n, d in enumerate(item.drafts) if d.kind is Kind.DECISION and not is_moved(d.block.text)),
        default=-1,
    )
    for n, draft in enumerate(item.drafts):
        words = draft.block.text
        if not draft.heading and (
            draft.kind is Kind.MOTION or (draft.kind is Kind.DECISION and is_moved(words))
        ):
            if draft.block.mark is None or not pending or is_moved(words):
                pending.append([])
            pending[-1].append(draft)
        if len(words) > 250 or not pending or not (sign := _CAME_OF_IT.search(words)):
            continue
        group = pending.pop() if re.search(r"\bamendment\b", words, re.I) else [d for g in pending for d in g]
        if sign["lost"]:
            _set_kind(group, Kind.MOTION, "motion")
        elif last <= n:
            _set_kind(group, Kind.DECISION, "resolution")
        if not re.search(r"\bamendment\b", words, re.I):
            pending = []


def _set_kind(drafts: list[_Draft], kind: Kind, noun: str) -> None:
    for draft in drafts:
        draft.kind = kind
        draft.noun = noun if draft.noun in ("motion", "resolution", "decision") else draft.noun


def _fold_repeats(sittings: list[_Sitting]) -> list[Residue]:
    """A published decision printed again in the minutes is one decision: the second copy is set aside (trap T18)."""
    folded = []
    for item in (i for s in sittings for i in s.items):
        seen: set[tuple[Kind, str, str | None]] = set()
        keep = []
        for draft in item.drafts:
            what = (draft.kind, " ".join(draft.block.text.split()).casefold(), draft.printed)
            if what in seen and len(what[1]) > 15 and not draft.heading:
                folded += [Residue(line.start, line.end, "repeated") for line in draft.block.lines]
                continue
            if draft.kind in (Kind.DECISION, Kind.REASON, Kind.RECOMMENDATION):
                seen.add(what)
            keep.append(draft)
        item.drafts = keep
    return folded


def _shed_tags(blocks: list[Block], text: str, taken: list[Residue]) -> list[Residue]:
    """Tags of HTML before a passage, and between its number and its words, are no part of it."""
    shed = []
    gone = sorted((r.start, r.end) for r in taken)
    for block in blocks:
        opening = _TAGS.match(text, block.start, block.end)
        between = (
            _TAGS.search(
                text, block.lines[0].start + (opening.end() - opening.start() if opening else 0), block.words
            )
            if block.mark
            else None
        )
        for span in (m.span() for m in (opening, between) if m):
            at = bisect_left(gone, (span[1], 0))
            if at == 0 or gone[at - 1][1] <= span[0]:
                shed.append(Residue(*span, "markup"))
    return shed


# the records


def _meeting(
    sitting: _Sitting, n: int, source: SourceText, known: Particulars, residue: list[Residue]
) -> Meeting:
    name = source.name if n == 0 else f"{source.name}~{n + 1}"
    keys = [item.number or f"~{k}" for k, item in enumerate(sitting.items, 1)]
    citations = _address(
        [(key, d) for key, item in zip(keys, sitting.items, strict=True) for d in item.drafts], name
    )
    starts = [r.start for r in residue]
    items = []
    for item in sitting.items:
        passages = tuple(
            _passage(d, next(citations), item, source, known, residue, starts) for d in item.drafts
        )
        items.append(AgendaItem(number=item.number, title=item.title, passages=passages, exempt=item.exempt))
    return Meeting(
        id=name, source=source.name, council=known.council, body=known.body, held_on=known.held_on, status=known.status,
        attendance=known.attendance, items=tuple(items),
    )  # fmt: skip


def _address(drafts: list[tuple[str, _Draft]], meeting: str) -> Iterator[Citation]:
    """Give every draft its address; those that share one are told apart by their position."""
    plain = [
        Citation(
            meeting=meeting, item=key, noun=d.noun, captioned=d.captioned, printed=d.printed, after=d.after
        )
        for key, d in drafts
    ]
    of = Counter(plain)
    nth: Counter[Citation] = Counter()
    for citation in plain:
        nth[citation] += 1
        yield replace(citation, nth=nth[citation], of=of[citation])


def _passage(
    draft: _Draft, citation: Citation, item: _Item, source: SourceText, known: Particulars, residue: list[Residue], starts: list[int]
) -> Passage:  # fmt: skip
    start, end = _trim(source.text, draft.block.start, draft.block.end)
    inner = residue[bisect_left(starts, start) : bisect_left(starts, end)]
    text = less(source.text, start, end, inner)
    words_from = min(
        max(0, draft.block.words - start - sum(r.end - r.start for r in inner if r.end <= draft.block.words)),
        len(text),
    )
    outcome = outcome_of(f"{draft.movers} {draft.block.text}".strip(), draft.kind)
    return Passage(
        citation=citation, kind=draft.kind, text=text, start=start, end=end, words_from=words_from, source=source.name,
        council=known.council, body=known.body, held_on=known.held_on, status=known.status, item_title=item.title,
        lead=draft.lead, heading=draft.heading, exempt=item.exempt, speakers=speakers_of(draft.block.text),
        mover=outcome.mover, seconder=outcome.seconder, vote=outcome.vote, owner=outcome.owner, due=outcome.due,
    )  # fmt: skip


def _spaced(name: str) -> str:
    return re.sub(r"[_ ]", "-", name)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _doubts(meetings: list[Meeting]) -> list[str]:
    doubts = []
    for meeting in meetings:
        for passage in meeting.passages():
            c = passage.citation
            if c.printed and c.of > 1 and c.nth == 2 and c.noun != "heading":
                doubts.append(f"{meeting.id}: {c.noun} {c.printed} is printed {c.of} times in item {c.item}")
        doubts += _gaps(meeting)
    last = next((p for p in reversed([p for m in meetings for p in m.passages()]) if not p.heading), None)
    if last and len(last.text) > 40 and last.kind is not Kind.ADMIN and last.text[-1].isalnum():
        doubts.append(
            f"{last.citation.meeting}: the text may be cut short: it ends in mid-sentence at {last.text[-30:]!r}"
        )
    return doubts


def _gaps(meeting: Meeting) -> list[str]:
    numbers = [int(i.number) for i in meeting.items if i.number and i.number.isdecimal()]
    missing = [
        n
        for a, b in itertools.pairwise(numbers)
        if 1 < b - a <= 10
        for n in range(a + 1, b)
        if n not in numbers
    ]
    return [f"{meeting.id}: item {n} is missing from the numbers" for n in missing]

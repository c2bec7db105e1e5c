"""What only the whole item shows: agenda text above the minutes, lost headings, what came of a motion, repeats."""

# ruff: noqa: E501  (a phrase is one line)

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise, takewhile

from ingest.block import Block
from ingest.drafts import NOUNS, Draft, ItemDraft, Sitting
from ingest.kinds import is_assigned, is_imperative, is_moved
from ingest.model import Kind, Residue
from ingest.outcomes import is_carried

# "That the by-law be passed" is what is asked for, and not what came of it.
_CAME_OF_IT = re.compile(
    r"(?P<lost>\b(?:lost|defeated|fell|fallen|not\s+carried|died\s+for\s+(?:lack|want))\b)"
    r"|(?<!\bbe\s)\b(?:carried|passed)\b(?!\s+(?:out|over|forward|on)\b)",
    re.I,
)
_ADOPTS = re.compile(
    r"\bresolved\b[^.]{0,40}?\bto\s+(?:support|adopt|approve|accept|pass|endorse)\s+the\s+(?:\w+\s+)?motion\b(?!\s+as\b)",
    re.I,
)
_OF_AMENDMENT = re.compile(r"\bamendment\b", re.I)
_AMENDS = re.compile(r"\W*(?:(?:an|the|first|second|third|further)\s+)*amendment\b", re.I)
_RESOLVES = re.compile(r"\W*(?:it\s+was\s+)?resolved\b", re.I)
_WAS_PUT = re.compile(
    r"\bmoved\b.{0,120}\bseconded\b.*\bmotion\b[^.;]{0,30}\bput\b[^.;]{0,40}\b(?:carried|agreed)\b",
    re.I | re.S,
)
_DROPPED = re.compile(r"\b(?:motion|amendment)\b.{0,40}\b(?:deferred|withdrawn|withdrew|not\s+put)\b", re.I)
_ACCORDINGLY = re.compile(r"\W*(?:it\s+was\s+)?(?:resolved|agreed|approved)\s+accordingly\b", re.I)
_SAYS_WHAT = re.compile(r"\bthat\b", re.I)
_NOTICE = re.compile(  # what stands below "Notices of motion" is asked for; what came of it is said
    r"\W*(?:notices?\s+of\s+motions?|(?:\w+\s+)?motions?\s+(?:of|on|for)\s+which\b.{0,40}\bnotice|motions?\s+on\s+notice)\b",
    re.I,
)
_TAGS = re.compile(
    r"(?:\s|&nbsp;|<(?:/?[A-Za-z]|!--)[^<>]{0,300}>)*<(?:/?[A-Za-z]|!--)[^<>]{0,300}>(?:\s|&nbsp;)*"
)


def review(item: ItemDraft) -> None:
    """Judge the passages of an item again, now that all of it is known."""
    _see_agenda(item)
    _see_trailing_actions(item)
    _see_bare_resolutions(item)
    _see_what_was_put(item)
    _see_outcome_of_motions(item)
    _see_counts(item)
    _see_accordingly(item)


def _see_agenda(item: ItemDraft) -> None:
    """What stands above "Minutes:" was the agenda: proposed, not done (trap T19)."""
    place = next((n for n, d in enumerate(item.drafts) if _opens_minutes(d)), None)
    for draft in item.drafts[: place or 0]:
        if not draft.heading and not draft.early:
            proposed = draft.kind is Kind.RECOMMENDATION
            draft.kind, draft.captioned = Kind.AGENDA_TEXT, False
            draft.noun = "recommendation" if proposed else NOUNS[Kind.AGENDA_TEXT]


def _see_trailing_actions(item: ItemDraft) -> None:
    """Orders left unnumbered after the last numbered paragraph are the actions, their heading lost (seed of trap T2)."""
    numbered = [n for n, d in enumerate(item.drafts) if d.block.mark and not d.heading]
    tail = item.drafts[numbered[-1] + 1 :] if numbered else []
    body = [d for d in tail if not d.heading]
    if not body or len(body) != len(tail) or not _is_order(body[0]):
        return
    for draft in body:
        if draft.kind in (Kind.PARAGRAPH, Kind.ACTION):
            draft.kind, draft.noun = Kind.ACTION, "action"


def _is_order(draft: Draft) -> bool:
    words = draft.block.text
    return draft.kind in (Kind.PARAGRAPH, Kind.ACTION) and (is_imperative(words) or is_assigned(words))


def _see_bare_resolutions(item: ItemDraft) -> None:
    """Clauses "That ..." with no caption over them are the resolution, its heading lost (trap T2)."""
    put = re.match(r"\W*recommendations?\b", item.title, re.I) is not None
    kind, noun = (Kind.RECOMMENDATION, "recommendation") if put else (Kind.DECISION, "resolution")
    if _NOTICE.match(item.title):
        kind, noun = Kind.MOTION, "motion"
    leading: Draft | None = None
    led_in = False
    for draft in item.drafts:
        clause = re.match(r"[“\"‘']?(?:That|THAT)\b,?\s", draft.block.text) is not None and not (
            draft.block.bullet and led_in
        )
        # "He went on to share the following:" leads in remarks, whatever they open with.
        if not draft.block.bullet:
            led_in = draft.kind is Kind.PARAGRAPH and draft.block.text.endswith(":")
        if draft.kind is Kind.PARAGRAPH and not draft.heading and (clause or _is_below(draft, leading)):
            draft.kind, draft.noun, draft.captioned = kind, noun, bool(draft.block.mark)
            leading = draft if clause and draft.block.text.endswith(":") else leading
        elif not _is_below(draft, leading):
            leading = None


def _is_below(draft: Draft, leading: Draft | None) -> bool:
    """Whether a numbered clause belongs to the list that a draft leads in."""
    mark, above = draft.block.mark, leading.block.mark if leading else None
    return mark is not None and above is not None and mark.depth > above.depth


def _see_what_was_put(item: ItemDraft) -> None:
    """What was moved and seconded is a motion if an amendment to it, or what was resolved, stands right below it.

    Who moved it moved what was resolved; a vote may stand between.
    """
    said = [d for d in item.drafts if not d.heading and d.kind is not Kind.VOTE]
    for n, (draft, below) in enumerate(pairwise(said), 1):
        words = below.block.text
        if draft.kind not in (Kind.DECISION, Kind.PARAGRAPH) or draft.captioned or draft.block.mark:
            continue
        settled = below.kind is Kind.DECISION and (below.captioned or _RESOLVES.match(words))
        settled = settled and not is_moved(words)
        # "The motion was then put and carried": as it is resolved below.
        told = settled and _WAS_PUT.search(draft.block.text)
        if told or (is_moved(draft.block.text) and (_AMENDS.match(words) or settled)):
            draft.kind, draft.noun = Kind.MOTION, NOUNS[Kind.MOTION]
            for clause in takewhile(lambda d: d.kind is Kind.DECISION, said[n:] if settled else ()):
                if clause.list_at == below.list_at:
                    clause.movers = f"{draft.block.text}  {clause.movers}".strip()


def _see_outcome_of_motions(item: ItemDraft) -> None:
    """A motion became a decision only where it is said to be carried (trap T20)."""
    pending: list[list[Draft]] = []
    amended = False
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
        sign, dropped = _CAME_OF_IT.search(words), _DROPPED.search(words) is not None
        amended = amended or (
            sign is not None and not sign["lost"] and _OF_AMENDMENT.search(words) is not None
        )
        adopted = not amended and _ADOPTS.search(words) is not None
        carried = is_carried(words)
        if len(words) > 250 or not pending or not (sign or dropped or adopted or carried is not None):
            continue
        alone = pending[-1][0].block.moved and draft in pending[-1]
        if draft.block.moved and not alone and _SAYS_WHAT.search(words):
            pending = []  # a numbered resolution says what came of it, and nothing of what was asked for above
            continue
        group = pending.pop() if alone or _OF_AMENDMENT.search(words) else [d for g in pending for d in g]
        if dropped or carried is False or (sign and sign["lost"]):
            _set_kind(group, Kind.MOTION, "motion")
        elif last <= n or group[0].block.moved:  # what is resolved below is another matter
            group = [d for d in group if not (adopted and d.block.text.endswith(":"))]
            _set_kind(group, Kind.DECISION, "resolution")
        if not _OF_AMENDMENT.search(words):
            pending = []


def _see_counts(item: ItemDraft) -> None:
    """A count of its own below what was decided ("All in favour") is the vote on it; with nothing above, it is the decision."""
    above: Draft | None = None
    for draft in item.drafts:
        if draft.heading:
            continue
        settled = above is not None and above.kind in (Kind.DECISION, Kind.MOTION)
        if (
            settled
            and draft.kind in (Kind.DECISION, Kind.PARAGRAPH)
            and is_carried(draft.block.text) is not None
        ):
            draft.kind, draft.noun, draft.captioned = Kind.VOTE, "vote", False
        above = draft


def _see_accordingly(item: ItemDraft) -> None:
    """What a list proposes is the resolution where "RESOLVED accordingly" stands below it."""
    for n, draft in enumerate(item.drafts):
        if not _ACCORDINGLY.match(draft.block.text):
            continue
        above = item.drafts[n - 1].block.mark if n else None
        for one in item.drafts[:n]:
            mark = one.block.mark
            if above and mark and mark.series == above.series and one.kind is Kind.PARAGRAPH:
                one.kind = Kind.DECISION


def _set_kind(drafts: list[Draft], kind: Kind, noun: str) -> None:
    for draft in drafts:
        draft.kind = kind
        draft.noun = noun if draft.noun in ("motion", "resolution", "decision") else draft.noun


def fold_repeats(sittings: list[Sitting]) -> list[Residue]:
    """A published decision printed again under "Minutes:" is one decision: the second copy is set aside (trap T18)."""
    folded = []
    for item in (i for s in sittings for i in s.items):
        published: set[tuple[Kind, str, str | None]] = set()
        under_minutes = False
        keep = []
        for draft in item.drafts:
            under_minutes = under_minutes or _opens_minutes(draft)
            what = (draft.kind, " ".join(draft.block.text.split()).casefold(), draft.printed)
            if under_minutes and what in published and len(what[1]) > 15 and not draft.heading:
                folded += [Residue(line.start, line.end, "repeated") for line in draft.block.lines]
                continue
            if not under_minutes and draft.kind in (Kind.DECISION, Kind.REASON, Kind.RECOMMENDATION):
                published.add(what)
            keep.append(draft)
        item.drafts = keep
    return folded


def _opens_minutes(draft: Draft) -> bool:
    return draft.block.caption is not None and draft.block.caption.opens_minutes


def shed_tags(blocks: list[Block], text: str, taken: list[Residue]) -> list[Residue]:
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

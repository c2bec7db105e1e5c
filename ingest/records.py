"""Drafts become records: every passage gets its address, its exact text and the particulars of its meeting."""

# ruff: noqa: E501  (a phrase is one line)

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from ingest.addresses import tell_apart
from ingest.citation import Citation
from ingest.conservation import less
from ingest.drafts import Draft, ItemDraft, Sitting
from ingest.logs import is_row, owner_and_due
from ingest.model import AgendaItem, Meeting, Passage, Residue
from ingest.outcomes import outcome_of, speakers_of, vote_led_in
from ingest.particulars import Particulars
from ingest.source import SourceText


def meeting_of(
    sitting: Sitting, n: int, source: SourceText, known: Particulars, residue: list[Residue]
) -> Meeting:
    """Make the record of the n-th meeting (from 0) of a source; `residue` is in the order of the text."""
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
        items.append(
            AgendaItem(number=item.number, title=item.title, passages=passages, exempt=bool(item.exempt))
        )
    return Meeting(
        id=name, source=source.name, council=known.council, body=known.body, held_on=known.held_on, status=known.status,
        attendance=known.attendance, items=tuple(items), began_at=known.began_at,
    )  # fmt: skip


def _address(drafts: list[tuple[str, Draft]], meeting: str) -> Iterator[Citation]:
    """Give every draft its address; those that share one are told apart by their position."""
    plain = [
        Citation(
            meeting=meeting,
            item=key,
            noun=d.noun,
            captioned=d.captioned,
            within=d.within,
            printed=d.printed,
            after=d.after,
            note=d.note,
        )
        for key, d in drafts
    ]
    return tell_apart(plain)


def _passage(
    draft: Draft, citation: Citation, item: ItemDraft, source: SourceText, known: Particulars, residue: list[Residue], starts: list[int]
) -> Passage:  # fmt: skip
    start, end = _trim(source.text, draft.block.start, draft.block.end)
    inner = residue[bisect_left(starts, start) : bisect_left(starts, end)]
    text = less(source.text, start, end, inner)
    words_from = min(
        max(0, draft.block.words - start - sum(r.end - r.start for r in inner if r.end <= draft.block.words)),
        len(text),
    )
    outcome = outcome_of(f"{draft.movers}; {draft.block.text}".removeprefix("; "), draft.kind)
    if is_row(draft.block.lines[0]):
        owner, due = owner_and_due(draft.block.lines[0])
        outcome = replace(outcome, owner=owner, due=due)
    return Passage(
        citation=citation, kind=draft.kind, text=text, start=start, end=end, words_from=words_from, source=source.name,
        council=known.council, body=known.body, held_on=known.held_on, status=known.status, item_title=item.title,
        lead=draft.lead, heading=draft.heading, exempt=bool(item.exempt), speakers=speakers_of(draft.block.text),
        mover=outcome.mover, seconder=outcome.seconder, vote=outcome.vote or vote_led_in(draft.lead, draft.kind), owner=outcome.owner, due=outcome.due,
    )  # fmt: skip


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end

"""What a person would call a passage, known once its whole item is: the second list, a bullet, the preamble, Part 2."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from ingest.amendments import corrects
from ingest.citation import ordinal
from ingest.drafts import Draft, ItemDraft, Sitting
from ingest.model import Kind

_COMES_OR_GOES = re.compile(
    r"\b(?:left|joined|entered|re-?joined|re-?entered|vacated|withdrew\s+from)\s+(?:the\s+)?(?:meeting|room|chamber|chair)\b"
)
_CORRECTING = (Kind.PARAGRAPH, Kind.ADMIN, Kind.DECISION)
_LISTED = (Kind.RECOMMENDATION, Kind.DECISION)


def name(item: ItemDraft) -> None:
    """Name the passages of an item; numbers stay as printed."""
    drafts = [d for d in item.drafts if not d.heading]
    _count_lists(drafts)
    _see_preambles(drafts)
    _count_bullets(item.drafts)
    for draft in drafts:
        if draft.kind is Kind.ADMIN and _COMES_OR_GOES.search(draft.block.text):
            draft.note = "attendance"
        elif draft.kind is Kind.AGENDA_TEXT and draft.noun == "recommendation":
            draft.noun, draft.note = "officer recommendation", "agenda"
        elif corrected := corrects(draft.block.text) if draft.kind in _CORRECTING else "":
            draft.note = f"correction to {corrected}"
        draft.note = item.exempt or draft.note


def date_of_meeting(held_on: date) -> str:
    """What tells the passages of one meeting from those of another in the same file."""
    return f"meeting of {held_on.day} {held_on:%B %Y}"


def add_note(sitting: Sitting, note: str) -> None:
    """Add to what is said of every passage of a meeting."""
    for draft in (d for item in sitting.items for d in item.drafts):
        draft.note = f"{draft.note}, {note}" if draft.note else note


def _count_lists(drafts: list[Draft]) -> None:
    """Several lists of one name in an item are told apart by their order: "2nd resolution, (a)"."""
    lists: dict[tuple[str, tuple[str, ...]], list[int]] = {}
    for draft in drafts:
        if not (draft.captioned and draft.printed and draft.kind is not Kind.AGENDA_TEXT):
            continue
        if draft.block.moved:
            continue  # counted through the year
        places = lists.setdefault((draft.noun, draft.within), [])
        if draft.list_at not in places:
            places.append(draft.list_at)
        if place := places.index(draft.list_at):
            draft.noun = f"{ordinal(place + 1)} {draft.noun}"


def _count_bullets(drafts: list[Draft]) -> None:
    """Remarks in a bulleted list are "bullet 2 of 5", in the next list of the item "2nd list, bullet 1 of 3"."""
    lists, inside = 0, False
    for draft in drafts:
        bulleted = draft.block.bullet and draft.printed is None
        lists += bulleted and not inside
        inside = bulleted
        if bulleted and draft.kind is Kind.PARAGRAPH:
            draft.noun, draft.captioned = "bullet" if lists == 1 else f"{ordinal(lists)} list, bullet", False


def _see_preambles(drafts: list[Draft]) -> None:
    """What stands under a caption before its numbered list opens the list."""
    for draft, after in pairwise(drafts):
        listed = after.captioned and after.printed and after.kind is draft.kind
        leads = after.lead == draft.block.text and after.kind is draft.kind
        if draft.kind in _LISTED and draft.printed is None and (leads or (draft.captioned and listed)):
            draft.note = "preamble"

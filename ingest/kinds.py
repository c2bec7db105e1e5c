"""What a passage is by its own wording, where no caption says it.

A remark is the default. "Members agreed the report was interesting" is a remark; "Members agreed to write" is not.
"""

from __future__ import annotations

import re

from ingest import tasks, wordings
from ingest.model import Kind

_READ, _OPENING, _SENTENCE = 1500, 300, 160  # characters that are looked at, of a passage and of its start


def kind_of(words: str, title: str = "") -> Kind:
    """Judge a passage by its wording; `title` holds those of the item and the sub-heading above, one a line."""
    head = words[:_READ]
    if tasks.OWNERS_ONLY.fullmatch(head):
        return Kind.ADMIN
    if wordings.ADOPTED.shows(head):
        return Kind.DECISION
    if wordings.VOTE.shows(head) and len(words) < 400 and not _agrees_instead(head):
        return Kind.VOTE
    if _is_motion(head):
        return Kind.MOTION
    if of_motion(title) and wordings.QUOTED.match(head) and not wordings.OUTCOME.shows(head):
        return Kind.MOTION
    if len(words) < 400 and wordings.AGENDA.shows(head) and not has_verb(head):
        return Kind.AGENDA_TEXT
    if wordings.REASON.shows(head):
        return Kind.REASON
    if wordings.RECOMMENDATION.shows(head):
        return Kind.RECOMMENDATION
    return _settled(head, title)


def is_moved(words: str) -> bool:
    """Whether the words say that something was moved and seconded, with no word of what came of it."""
    return wordings.MOVED.shows(words) and not wordings.OUTCOME.shows(words)


def tells_vote(words: str) -> bool:
    """Whether the words say who moved what is resolved below or how the vote on it went, and break off there."""
    return re.search(r"[\w)](?:,|\s+[-–—])?$", words) is not None and wordings.PUT.shows(words[-_OPENING:])


def of_motion(title: str) -> bool:
    """Whether a title, or the last of several lines of titles, announces a motion."""
    return any(wordings.OF_MOTION.shows(line) for line in title.splitlines())


def is_imperative(words: str) -> bool:
    """Whether the words tell somebody to do something ("Report back in 2020.")."""
    return tasks.IMPERATIVE.match(words) is not None


def is_assigned(words: str) -> bool:
    """Whether the words give somebody a task by naming who and what ("Head of libraries to open talks.")."""
    found = tasks.ASSIGNED.match(words)
    return found is not None and not has_verb(found["owner"]) and not tasks.NO_OWNER.search(found["owner"])


def gives_task(words: str) -> bool:
    """Whether a sentence gives somebody something to do ("The Clerk to write.", "HL undertook to ask.")."""
    return tasks.TASK.search(words) is not None or is_imperative(words) or is_assigned(words)


def closes_meeting(words: str) -> bool:
    """Whether a short paragraph says that the meeting was over ("The meeting ended at 12.25 pm.")."""
    return len(words) < _SENTENCE and wordings.CLOSES.shows(words)


def has_verb(words: str) -> bool:
    """Whether the words hold a verb in a finite form that minutes use: then they are no title and no name."""
    return wordings.VERB.search(words) is not None


def _agrees_instead(head: str) -> bool:
    """What was moved was agreed and some wish their votes recorded; or it was lost, and something else was agreed."""
    lost = wordings.LOST.shows(head)
    return wordings.AGREES.shows(head) if lost else wordings.SECONDED_AND_AGREED.shows(head)


def _is_motion(head: str) -> bool:
    if wordings.ABSORBED.shows(head):
        return True
    if wordings.LOST.shows(head) and not (wordings.WON.shows(head) or wordings.AGREES.shows(head)):
        return True
    if wordings.MOTION.shows(head[:200]) and not wordings.SETTLED.shows(head):
        return True
    leads_in = re.search(r"[:“\"]\W{0,5}$", head[-8:]) is not None
    return leads_in and is_moved(head)


def _settled(head: str, title: str) -> Kind:
    if _confirms_minutes(head, title):
        return Kind.ADMIN
    if wordings.EXCLUDES.shows(head[:_OPENING]) and wordings.OF_EXCLUSION.shows(title.split("\n", 1)[0]):
        return Kind.ADMIN
    admin = wordings.ADMIN.shows(head[:_OPENING]) or (
        len(head) < _OPENING and wordings.ATTENDANCE.shows(head)
    )
    decision = wordings.DECISION.shows(head) or _answers_others(head, title)
    if decision and not (admin and len(head) < _SENTENCE and "apolog" in head.lower()):
        return Kind.DECISION
    if admin and len(head) < 900:
        return Kind.ADMIN
    if tasks.TASK.match(head):
        return Kind.ACTION
    if len(head) < 600 and _is_admin_title(title):
        return Kind.ADMIN
    if tasks.TASK.search(head) or is_imperative(head):
        return Kind.ACTION
    return Kind.PARAGRAPH


def _answers_others(head: str, title: str) -> bool:
    """What was asked of the body is granted, refused or put off, or it comments on what another body decides."""
    planning = any(wordings.OF_PLANNING.shows(line) for line in title.splitlines())
    put_off = wordings.PUT_OFF.shows(head) and not wordings.ASKED.shows(head)
    return put_off or (wordings.COMMENT if planning else wordings.PLEA).shows(head)


def _confirms_minutes(head: str, title: str) -> bool:
    """The last minutes were agreed: house-keeping, unless it was moved and resolved like other business."""
    if len(head) > 400 or wordings.FORMAL.shows(head):
        return False
    under = any(wordings.OF_MINUTES.shows(line) for line in title.splitlines())
    return wordings.CONFIRMS.shows(head) or (under and wordings.CONFIRMED.shows(head))


def is_attendance(title: str) -> bool:
    """Whether a title is that of house-keeping: who was there, what they declared, when they meet next."""
    return _is_admin_title(title)


def _is_admin_title(title: str) -> bool:
    """Of several matters in one title the first one tells ("Election of chair and apologies" is business)."""
    firsts = (re.split(r",|/|&|\b(?:and|or)\b", line, maxsplit=1)[0] for line in title.splitlines())
    return any(wordings.ADMIN_TITLE.shows(first) for first in firsts)

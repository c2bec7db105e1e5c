"""Captions and lead-ins: the lines that name a list or open a part of an item ("Key points raised ...:", "RESOLVED:").

A caption says what the members of the list below are called and of what kind they are. It is known by its
wording, so that the same words do the same in every house style.
"""

# ruff: noqa: E501  (a phrase is one line)

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from ingest.model import Kind


class Reach(Enum):
    """How far a caption governs."""

    PART = "until the next caption or item"
    LIST = "the list or the paragraph right below"
    NAMES = "names and posts, up to the first sentence"
    LEAD = "it leads in clauses under the caption in force"
    ROWS = "the rows of the table right below"
    MARK = "nothing: it only parts agenda and minutes"


@dataclass(frozen=True, slots=True)
class Caption:
    """What a caption says of what stands below it.

    Attributes:
        noun: what a member of the list is called, "" where the caption names no list.
        kind: of the members.
        reach: how far it governs.
        text: the caption as printed.
        opens_minutes: what stands above it in the item is agenda text.
        breaks_off: it is a sentence that goes on in the list; a clause may give somebody a task.
    """

    noun: str
    kind: Kind
    reach: Reach
    text: str = ""
    opens_minutes: bool = False
    breaks_off: bool = False


_END = r"\s*(?:[:;.]?\s*[-–—]{1,2}|[:?])?\s*"
_VERBS = r"(?:RESOLVED|Resolved|AGREED|Agreed|DECIDED|Decided|ORDERED|NOTED|APPROVED|ADOPTED|Noted|Approved)"
_WHOLE: tuple[tuple[str, str, Kind, Reach], ...] = (
    (r"(?i:minutes)\s*:", "", Kind.PARAGRAPH, Reach.MARK),
    (
        r"(?i:(?:main|key)\s+(?:discussion\s+)?points?\b.{0,80}?)" + _END,
        "key point",
        Kind.PARAGRAPH,
        Reach.PART,
    ),
    (
        r"(?i:(?:key|main)\s+(?:issues?|findings?|messages?)\b.{0,60}?)" + _END,
        "key issue",
        Kind.PARAGRAPH,
        Reach.PART,
    ),
    (
        r"(?i:.{0,90}\b(?:following|these)\s+(?:key\s+|main\s+)?(?:points?|comments?|issues?|matters?|questions?)\s+(?:was|were|had been)\b.{0,60})\s*[:;-].{0,2}",
        "point",
        Kind.PARAGRAPH,
        Reach.LIST,
    ),
    (
        r"(?i:.{0,80}\b(?:raised|made|noted|discussed|asked|reported)\s+the\s+following(?:\s+\w+){0,3})\s*[:;-].{0,2}",
        "point",
        Kind.PARAGRAPH,
        Reach.LIST,
    ),
    (
        r"The\s+(?:[A-Z][\w-]+\s+){0,4}(?:Committee|Sub-Committee|Board|Council|Cabinet|Panel|Executive|Forum|Commission|Authority)\s*:\s*[-–—]?",
        "resolution",
        Kind.DECISION,
        Reach.LIST,
    ),
    (
        r"(?i:(?:the\s+)?following\s+(?:was|were)\s+(?:noted|discussed|raised).{0,60})\s*[:;-].{0,2}",
        "point",
        Kind.PARAGRAPH,
        Reach.LIST,
    ),
    (
        r"(?i:.{0,90}\bfollowing\s+observations?\s+(?:was|were)\s+agreed.{0,40})" + _END,
        "observation",
        Kind.DECISION,
        Reach.LIST,
    ),
    (
        r"(?i:officers?['’]?s?['’]?\s+recommendations?)\s*:?\s*",
        "officer recommendation",
        Kind.AGENDA_TEXT,
        Reach.PART,
    ),
    (
        r"(?i:(?:the\s+)?recommend(?:ations?|ed)(?:\s+(?:to|from)\s+.{0,60})?(?:\s+that)?)" + _END,
        "recommendation",
        Kind.RECOMMENDATION,
        Reach.PART,
    ),
    (
        r"(?i:(?:(?:that\s+)?the\s+)?[\w ,’'&-]{2,60}?\s+(?:recommends?|recommended|RECOMMENDED)(?:\s+to\s+.{0,60}|\s+that)?)\s*[:–—-].{0,2}",
        "recommendation",
        Kind.RECOMMENDATION,
        Reach.LIST,
    ),
    (
        r"(?i:it\s+was\s+recommended(?:\s+to\s+.{0,60})?(?:\s+that)?)" + _END,
        "recommendation",
        Kind.RECOMMENDATION,
        Reach.LIST,
    ),
    (
        r"(?i:(?:(?:details\s+of\s+)?(?:any\s+)?(?:alternatives?|other)\s+options?\b|alternatives?\s+considered\b).{0,60}|options\s+considered.{0,40}|options(?=\s*:))"
        + _END,
        "alternative considered",
        Kind.REASON,
        Reach.PART,
    ),
    (
        r"(?i:reasons?\s+(?:for|of)\s+(?:the\s+)?(?:decisions?|recommendations?|refusal|approval|urgency)\b.{0,20}|reasons?)\s*:?\s*",
        "reason",
        Kind.REASON,
        Reach.PART,
    ),
    (r"(?i:(?:planning\s+)?conditions?(?:\s+and\s+reasons?)?)\s*:", "condition", Kind.DECISION, Reach.PART),
    (
        r"(?i:(?:agreed\s+)?actions(?:\s+(?:points?|items?|required|arising|agreed|log))?(?:\s*/\s*requests?\s+for\s+.{0,40})?"
        + _END
        + r"|(?:agreed\s+)?action(?:\s+(?:points?|items?|required))?\s*:|action\s+(?:points|items))",
        "action",
        Kind.ACTION,
        Reach.PART,
    ),
    (
        r"(?i:.{0,40}\bactions?\s+(?:was|were)\s+agreed.{0,20}|requests?\s+for\s+further\s+information)\s*:",
        "action",
        Kind.ACTION,
        Reach.PART,
    ),
    (
        r"(?i:decisions?(?:\s+(?:made|taken))?(?:\s*\([^()]{1,100}\))?|content|resolution)(?:\s*:\s*(?i:that))?\s*:?\s*",
        "decision",
        Kind.DECISION,
        Reach.PART,
    ),
    (r"(?i:DECISIONS?\s+that\s+.{0,60})\s*:", "decision", Kind.DECISION, Reach.LIST),
    (
        r"(?:(?:Having|After|Following|On|Upon)\b[^.:;]{2,80},\s+)?(?:[Tt]he\s+)?[A-Z][\w’'& -]{2,50}?\s+(?:(?:then|therefore|also|unanimously)\s+)*(?:resolved|agreed|decided|AGREED|RESOLVED|DECIDED)(?:\s+(?:unanimously|that|to|as\s+follows|the\s+following(?:\s+\w+)?))*\s*:\s*[-–—]?",
        "resolution",
        Kind.DECISION,
        Reach.LIST,
    ),
    (
        r"(?:(?:and|AND|And|It was|IT WAS|Members|The [A-Z][\w ]{2,50}?)\s+)?(?i:unanimously\s+)?"
        + _VERBS
        + r"(?:\s+(?i:unanimously))?(?:\s*[:–—-]?\s*(?:[Tt]hat|to|TO|THAT)\b(?:(?!\bbe\b|\bfollowing\b).){0,60}?|\s*\(.{0,60}\).{0,20}|,?\s+(?i:by|on|with|nem)\b(?:(?!\bbe\b).){0,80}?)?\s*[:–—?-]{1,2}\s*[-–—]?\s*",
        "resolution",
        Kind.DECISION,
        Reach.LIST,
    ),
    (
        r"(?:RESOLVED|AGREED)(?:\s+(?i:unanimously))?(?:\s*[:–—-]?\s*(?i:that))?",
        "resolution",
        Kind.DECISION,
        Reach.LIST,
    ),
    (r"RESOLVED\b(?:(?!\bbe\b).){0,60}\b(?:that|to)\s*[:–—-]?", "resolution", Kind.DECISION, Reach.LIST),
    (
        r"(?i:(?:it\s+was\s+)?(?:unanimously\s+)?(?:resolved|agreed|decided)(?:\s+(?:unanimously|that|to))*)\s*[:–—-]{1,2}\s*[-–—]?",
        "resolution",
        Kind.DECISION,
        Reach.LIST,
    ),
    (
        r"(?i:moved\s+by\b(?:(?!\bbe\b).){0,120}|(?:it\s+was\s+)?moved\b.{0,60}\bseconded\b(?:(?!\bbe\b).){0,60})\s*:?",
        "motion",
        Kind.MOTION,
        Reach.LIST,
    ),
    (r"[“\"‘]?That\b(?:(?!\bbe\b|\bfollowing\b).){2,60}:", "", Kind.DECISION, Reach.LEAD),
    (
        r"(?i:(?:the\s+)?(?:motion|amendment)(?:\s+(?:read|was|proposed|submitted)\b.{0,40})?)\s*:",
        "motion",
        Kind.MOTION,
        Reach.LIST,
    ),
    (
        r"(?i:(?:recorded\s+)?(?:vote|voting|division)(?:\s+requested\s+by\b[^:]{2,60})?)\s*:",
        "vote",
        Kind.VOTE,
        Reach.LIST,
    ),
    (
        r"(?i:(?:attended|attendance|(?:members\s+)?attending|officers(?:\s+present|\s+and\s+advis[eo]rs|\s+(?:also\s+)?attending)?|i\s+láthair|as\s+láthair|yn\s+bresennol|ymddiheuriadau|leithscéalta|also\s+in\s+attendance|in\s+attendance|(?:members|officials|officers|councillors|others|also)?\s*present(?:\s+in\s+the\s+chair)?|witness(?:es)?|apologies(?:\s+for\s+absence)?|(?:officials|officers|members|others)\s+in\s+attendance|absent|chair(?:man|person)?|substitutes?|invited|guests?)(?:\s*\([^)]{0,30}\))?)\s*:.{0,2}",
        "",
        Kind.ADMIN,
        Reach.NAMES,
    ),
    (
        r"(?i:declarations?\s+of\s+(?:interests?|pecuniary.{0,30})|disclosures?\s+of.{0,40})\s*:",
        "",
        Kind.ADMIN,
        Reach.NAMES,
    ),
    (
        r"(?i:purpose(?:\s+of\s+(?:the\s+)?(?:report|item))?|notes?|report\s+(?:of|by)\s+the\b.{0,60}|to\s+resolve)\s*:",
        "",
        Kind.AGENDA_TEXT,
        Reach.PART,
    ),
    (
        r"(?i:(?:written\s+|oral\s+)?(?:reply|response|answer))(?:\s+(?i:from|by)\b[^:.]{0,80})?\s*:?",
        "reply",
        Kind.PARAGRAPH,
        Reach.LIST,
    ),
    (r"(?i:question\s+(?:from|by)\b[^:?.]{2,60})\s*:", "question", Kind.QUESTION, Reach.LIST),
    (
        r"(?i:supplementary(?:\s+question)?)(?:\s+(?i:from|by)\b.{0,80})?\s*:|(?i:supplementary\s+question)(?:\s+(?i:from|by)\b[^.]{0,80})?",
        "supplementary question",
        Kind.QUESTION,
        Reach.LIST,
    ),
    (
        r"(?i:supplementary\s+(?:answer|reply|response))\b(?:.{0,60}:|(?:\s+(?i:from|by)\b[^.]{0,80})?)",
        "supplementary answer",
        Kind.PARAGRAPH,
        Reach.LIST,
    ),
)
_ENDS = re.compile(r"[:;?–—-]\W*$")  # a caption ends so,
_OPENS = re.compile(  # or opens so; what does neither is none, and most lines do neither
    r"key|main|(?:the\s+)?officers?|recommend|the\s+recommend|alternative|any|other|details|options|reasons?|agreed|actions?|decisions?|reply|response|answer|written|oral|supplementary|resolved|(?:it\s+was\s+)?moved|it\s+was\s+recommended",
    re.I,
)
_COMPILED = tuple((re.compile(pattern), noun, kind, reach) for pattern, noun, kind, reach in _WHOLE)
_PREFIX = re.compile(
    r"(?i:officers?['’]?s?['’]?\s+recommendation)\s*:\s+|(?i:question\s+(?:from|by)\b[^:?.]{2,60}):\s+|(?i:(?:members\s+)?attending|officers(?:\s+present|\s+and\s+advis[eo]rs|\s+(?:also\s+)?attending)?|i\s+láthair|as\s+láthair|yn\s+bresennol|ymddiheuriadau|leithscéalta)\s*:[-–—]?\s+|"
    r"(?P<minutes>Minutes:\s+)(?=[A-Z])|(?i:purpose(?:\s+of\s+(?:the\s+)?(?:report|item))?)\s*:\s+|(?i:reasons?(?:\s+for\s+(?:the\s+)?(?:decisions?|refusal|recommendations?))?)\s*:\s+"
    r"|(?i:(?:any\s+)?(?:alternative|other)\s+options?(?:\s+considered(?:\s+and\s+rejected)?)?|(?:alternatives|options)\s+considered(?:\s+and\s+rejected)?|options)\s*:\s+|(?i:decision(?:\s*\([^()]{1,100}\))?|content|resolution)\s*:\s+(?=\S.{5})"
    r"|(?i:actions?\s+(?:arising|agreed|required|points?|items?))\s*:\s+"
    r"|(?i:(?:supplementary\s+)?(?:reply|response|answer|supplementary(?:\s+question)?))\s*:\s+"
    r"|(?i:(?:(?:also\s+)?in\s+attendance|(?:members\s+)?present|witness(?:es)?|apologies|also\s+present)(?:\s*\([^)]{0,30}\))?)\s*:[-–—]?\s+"
)


_ROLL = re.compile(
    r"(?:Members\s+|Also\s+)?(?:Present|PRESENT|In\s+[Aa]ttendance|IN\s+ATTENDANCE|Attendance|ATTENDANCE|Absent|ABSENT|Attendees)"
)


def roll_of(words: str) -> Caption | None:
    """Read a line of its own as the heading of a roll of names, though no colon ends it ("Present")."""
    return Caption("", Kind.ADMIN, Reach.NAMES, words) if _ROLL.fullmatch(words) else None


@lru_cache(maxsize=4096)
def caption_of(words: str) -> Caption | None:
    """Read a whole line as a caption; None if it is not one."""
    if len(words) > 160 or not words or not (_ENDS.search(words[-8:]) or _OPENS.match(words)):
        return None
    for pattern, noun, kind, reach in _COMPILED:
        if pattern.fullmatch(words):
            return Caption(noun, kind, reach, words, opens_minutes=reach is Reach.MARK)
    return None


def prefix_of(words: str) -> tuple[Caption, int] | None:
    """Read a caption that its text follows on the same line ("Purpose: To recommend ..."): it, and where the text begins."""
    match = _PREFIX.match(words[:160])
    if not match:
        return None
    caption = caption_of(match.group().strip())
    return (caption, match.end()) if caption else None

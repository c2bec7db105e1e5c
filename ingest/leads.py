"""Sentences that lead in a list: what they decide, move or recommend, each member of the list does."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.captions import Caption, Reach, caption_of
from ingest.model import Kind

_BREAKS_OFF = re.compile(r"(?:,|\b(?:that|to|by|follows|following))$", re.I)

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")


def lead_in(words: str, kind: Kind, *, listed: bool = False) -> Caption | None:
    """Read a paragraph that ends in a colon as the lead-in of the list below: what it decides or moves, the list does.

    Where it is known that a list stands below (`listed`), a sentence that breaks off leads in as well.
    """
    breaks_off = listed and _BREAKS_OFF.search(words) is not None
    if not breaks_off and not re.search(r"(?::\s*[-–—]?|\s[-–—])$", words):
        return None
    if led := _last_sentence(words):
        return led
    if match := re.search(r"\b(conditions?|reasons?)\s*:\s*[-–—]?$", words, re.I):
        noun = match.group(1).lower().rstrip("s")
        return Caption(noun, Kind.REASON if noun == "reason" else kind, Reach.LIST, words)
    nouns = {Kind.DECISION: "resolution", Kind.MOTION: "motion", Kind.RECOMMENDATION: "recommendation"}
    return Caption(nouns[kind], kind, Reach.LIST, words, breaks_off=breaks_off) if kind in nouns else None


def _last_sentence(words: str) -> Caption | None:
    """What decides is the last sentence: "There was submitted a report. The Committee agreed:-"."""
    sentences = _SENTENCE.split(words)
    caption = caption_of(sentences[-1]) if len(sentences) > 1 else None
    decides = caption is not None and caption.kind in (Kind.DECISION, Kind.RECOMMENDATION) and caption.noun
    return replace(caption, text=words) if caption and decides else None

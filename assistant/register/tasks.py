"""What an action says: the sentence that gives the task, who is to do it, by when, and what it is about."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest import Kind, Passage, gives_task, split_sentences

_SHORT = 300  # characters; a passage so short is about one matter
_LABEL = re.compile(r"\W*(?P<label>\w[^.;:\n]{2,70}?)\s*(?::\s|\s[–—-]+\s)")
_CLOSING = re.compile(r"\((?P<who>[A-Z][\w’'. -]{1,40})\)\W*$")
_DOER = re.compile(
    r"\W*(?P<who>(?:The\s+)?(?:[A-Z][\w’'.&-]*)(?:\s+(?:and|of|for|&)?\s*[\w’'.&-]+){0,5}?)"
    r"\s+(?:to|would|will|undertook|agreed\s+to|offered\s+to|volunteered\s+to)\s+(?!be\b)[a-z]+"
)
_OF_NOBODY = re.compile(
    r"^(?:It|This|That|There|They|He|She|These|Those|Which|Work|Report\w*)\b|\b(?:was|were|is|are|be|been|had|has)\b"
)
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_DUE = re.compile(
    rf"\b(?:by|before|until|no\s+later\s+than)\s+(?P<by>(?:the\s+)?(?:end\s+of\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?:{_MONTH})(?:\s+\d{{4}})?"
    rf"|(?:the\s+)?(?:end\s+of\s+)?(?:the\s+)?(?:next|following|{_MONTH})\s+meeting|Christmas|Easter|the\s+end\s+of\s+(?:the\s+(?:week|month|year)|\d{{4}})|\d{{1,2}}/\d{{1,2}}/\d{{2,4}})"
    rf"|\b(?:to|at|for|in\s+time\s+for)\s+(?P<meeting>(?:the|its|our|their)\s+(?:next|first|following|{_MONTH})\s+meeting)"
    r"|\b(?:in|within)\s+(?P<term>(?:\w+|\d+)\s+(?:working\s+)?(?:days|weeks|months)(?:[’']\s+time)?)\b"
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What is to be done.

    Attributes:
        sentence: the sentence that says so, verbatim; all the words of a passage where none stands out.
        about: that sentence with what it needs to be understood: the label, the sentence before it.
        label: what the passage calls the matter at its start ("Defibrillator - ..."), "" where it does not.
        owner, due: as printed, None where not printed.
    """

    sentence: str
    about: str
    label: str
    owner: str | None
    due: str | None


def is_action(passage: Passage) -> bool:
    """Whether somebody is to do something: by the passage's kind, or because the margin names an owner."""
    if passage.heading:
        return False
    return passage.kind is Kind.ACTION or (passage.kind is Kind.PARAGRAPH and passage.owner is not None)


def task_of(passage: Passage) -> Task:
    """Read the task of a passage for which `is_action` holds."""
    sentences = [s.text for s in split_sentences(passage.words)]
    giving = [n for n, sentence in enumerate(sentences) if gives_task(sentence)]
    label = label_of(passage.words)
    if not giving or len(sentences) == 1:
        sentence, about = passage.words, passage.words
    else:
        sentence = sentences[giving[0]]
        about = " ".join([label, *sentences[max(0, giving[0] - 1) : giving[0] + 1]])
    if len(passage.words) <= _SHORT:
        about = passage.words
    due = _DUE.search(sentence)
    return Task(
        sentence=sentence,
        about=about,
        label=label,
        owner=passage.owner or _owner(sentence, passage.words),
        due=passage.due or (due and (due["by"] or due["meeting"] or due["term"])) or None,
    )


def label_of(words: str) -> str:
    """What a passage calls its matter at the start: "Speed Limit Sign – pending ..." is about the Speed Limit Sign."""
    found = _LABEL.match(words)
    return found["label"].strip() if found else ""


def _owner(sentence: str, words: str) -> str | None:
    closing = _CLOSING.search(words)
    if closing and not _is_acronym(closing["who"], words[: closing.start()]):
        return closing["who"]
    labelled = _LABEL.match(sentence)
    doer = _DOER.match(sentence, labelled.end() if labelled else 0)
    return None if doer is None or _OF_NOBODY.search(doer["who"]) else doer["who"]


def _is_acronym(short: str, before: str) -> bool:
    """Whether the words before stand for it: "Female Genital Mutilation (FGM)"."""
    initials = "".join(word[0] for word in re.findall(r"\w+", before)).upper()
    return initials.endswith(short.upper())

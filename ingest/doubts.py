"""What a reader of the records should know: no date, numbers missing, twice or out of order, a text that breaks off."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.model import Kind, Meeting, Passage
from ingest.romans import roman_value

_FIGURES = re.compile(r"(?P<before>.*?)(?P<n>\d{1,6})(?P<after>/\d{2,4}|\D*)")
_LETTERS = re.compile(r"(?P<before>\W*)(?P<n>[A-Za-z]+)(?P<after>\W*)")
_ROMAN = re.compile(r"[ivxlc]+", re.I)
_WIDEST_GAP = 10  # a number further on belongs to another count

_Count = list[tuple[str, int]]  # numbers as printed, with their places in one count, in the order of the text


def doubts_of(meetings: Sequence[Meeting]) -> list[str]:
    """Say what is uncertain in the meetings of one source, a line each, in the order of the text."""
    doubts = []
    for meeting in meetings:
        if meeting.held_on is None:
            doubts.append(f"{meeting.id}: no date of the meeting is stated")
        doubts += [f"{meeting.id}: {doubt}" for doubt in doubts_of_numbers(meeting)]
    return [*doubts, *_broken_off(meetings)]


def doubts_of_numbers(meeting: Meeting) -> list[str]:
    """Say which numbers of a meeting are missing, printed twice or out of order."""
    items = [item.number for item in meeting.items if item.number]
    doubts = [f"after item {doubt}" for doubt in _breaks(items, items)]
    for item in meeting.items:
        called = f"item {item.number}" if item.number else f"“{item.title}”" if item.title else "the opening"
        lists: defaultdict[tuple[str, tuple[str, ...]], list[str]] = defaultdict(list)
        for c in (passage.citation for passage in item.passages):
            if c.printed:
                lists[c.noun, c.within].append(c.printed)
            if c.printed and c.of > 1 and c.nth == 2 and c.noun != "heading":
                doubts.append(f"{c.noun} {c.printed} is printed {c.of} times in item {c.item}")
        printed = [number for numbers in lists.values() for number in numbers]
        for (noun, _), numbers in lists.items():
            if noun != "heading":
                doubts += [f"in {called}, after {noun} {doubt}" for doubt in _breaks(numbers, printed)]
    return doubts


def _breaks(numbers: Sequence[str], printed: Sequence[str]) -> Iterator[str]:
    """Where a count does not go up by one; one that begins again is a new list and no doubt.

    What is `printed` in another list (of decisions among paragraphs) is not missing.
    """
    everywhere = _counts(printed)
    for family, count in _counts(numbers).items():
        there = {n for _, n in everywhere[family]}
        seen: set[int] = set()
        for (before, a), (after, b) in pairwise(count):
            seen.add(a)
            lost = sum(n not in there for n in range(a + 1, b)) if b - a <= _WIDEST_GAP else 0
            if lost:
                yield f"{before} comes {after}: {lost} number{'s are' if lost > 1 else ' is'} missing"
            elif 1 < b < a and b not in seen:
                yield f"{before} comes {after}: out of order"


def _counts(numbers: Sequence[str]) -> dict[tuple[str, str, str], _Count]:
    """Part numbers into those that count together: 7.1 with 7.2, (a) with (b), 301/19 with 302/19."""
    families: defaultdict[tuple[str, str, str], _Count] = defaultdict(list)
    words = {match["n"].lower() for number in numbers if (match := _LETTERS.fullmatch(number))}
    romans = "i" in words and all(map(_ROMAN.fullmatch, words))
    for number in numbers:
        if match := _FIGURES.fullmatch(number):
            families[match["before"], "1", match["after"]].append((number, int(match["n"])))
        elif match := _LETTERS.fullmatch(number):
            word = match["n"].lower()
            n = roman_value(word) if romans else ord(word) - ord("a") + 1 if len(word) == 1 else 0
            case = "A" if match["n"].isupper() else "a"
            families[match["before"], case, match["after"]].append((number, n))
    return families


def _broken_off(meetings: Sequence[Meeting]) -> Iterator[str]:
    last = _last_passage(meetings)
    if last and len(last.text) > 40 and last.kind is not Kind.ADMIN and last.text[-1].isalnum():
        end = " ".join(last.text[-30:].split())
        yield f"{last.citation.meeting}: the text may be cut short: it ends in mid-sentence at {end!r}"


def _last_passage(meetings: Sequence[Meeting]) -> Passage | None:
    passages = [passage for meeting in meetings for passage in meeting.passages() if not passage.heading]
    return passages[-1] if passages else None

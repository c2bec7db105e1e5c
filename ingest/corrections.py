"""An officer's sidecar is applied to the records that the parser made; what no longer fits is said, never dropped.

Corrections are applied in order, each to what the earlier ones left, so that labels are those that a person sees.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from ingest.addresses import tell_apart
from ingest.citation import ordinal
from ingest.doubts import doubts_of
from ingest.edits import join, revise, spans_of, split, take_out
from ingest.model import Meeting, MeetingFacts, Minutes, Passage, Residue
from ingest.sidecar import Correction, Sidecar, ToldMeeting, stamp


def correct(minutes: Minutes, sidecar: Sidecar, facts: MeetingFacts = MeetingFacts()) -> Minutes:  # noqa: B008 - frozen
    """Apply what the officer wrote beside the file; `facts`, said on the command line, go before it.

    No text is lost by it and no two passages share an address. A correction that fits no passage, or several,
    is left out and said in `warnings`.
    """
    parsed = set(doubts_of(minutes.meetings))
    bench = _Bench(minutes, sidecar.name)
    bench.tell(sidecar, facts)
    for correction in sidecar.corrections:
        bench.apply(correction)
    said = [warning for warning in minutes.warnings if warning not in parsed]
    return replace(
        minutes,
        sha256=stamp(minutes.sha256, sidecar),
        meetings=tuple(bench.meetings),
        residue=tuple(bench.residue),
        warnings=(*said, *bench.warnings, *doubts_of(bench.meetings)),
    )


class _Bench:
    """The records of one source while they are being corrected."""

    def __init__(self, minutes: Minutes, name: str) -> None:
        self.text = minutes.text
        self.meetings = list(minutes.meetings)
        self.residue = list(minutes.residue)
        self.warnings: list[str] = []
        self.name = name

    # meetings

    def tell(self, sidecar: Sidecar, facts: MeetingFacts) -> None:
        """Set what the sidecar says of the meetings."""
        for n, told in enumerate(sidecar.meetings):
            if sidecar.each or told.match is not None:
                k = self._meant(n, told)
                if k is not None:
                    self.meetings[k] = _told(self.meetings[k], told, facts)
            else:
                self._tell_all(told, facts)

    def _tell_all(self, told: ToldMeeting, facts: MeetingFacts) -> None:
        """One [meeting] for a file of several says whose they were, but not on which day each was."""
        if len(self.meetings) > 1 and (told.date or told.time or told.attendance):
            several = f"the file holds {len(self.meetings)} meetings"
            self._warn(told.line, f"{several}: say date, time and attendance in a [[meeting]] for each")
            told = replace(told, date=None, time=None, attendance=None)
        self.meetings = [_told(meeting, told, facts) for meeting in self.meetings]

    def _meant(self, n: int, told: ToldMeeting) -> int | None:
        if told.match is None:
            if n < len(self.meetings):
                return n
            self._warn(told.line, f"the file holds no {ordinal(n + 1)} meeting, only {len(self.meetings)}")
            return None
        wanted = _folded(told.match)
        for k, meeting in enumerate(self.meetings):
            if any(wanted in _folded(passage.text) for passage in meeting.passages()):
                return k
        self._warn(told.line, f"no meeting holds the words {told.match!r}")
        return None

    # passages

    def apply(self, correction: Correction) -> None:
        """Correct the one passage that is meant."""
        places = [
            (k, i, n)
            for k, meeting in enumerate(self.meetings)
            for i, item in enumerate(meeting.items)
            for n, passage in enumerate(item.passages)
            if _is_meant(passage, correction)
        ]
        if len(places) != 1:
            many = f"{len(places)} passages are" if places else "no passage is"
            self._warn(correction.line, f"{many} {_called(correction)}: the correction is not applied")
            return
        k, i, n = places[0]
        found = self._edited(self.meetings[k].items[i].passages, n, correction)
        if found is not None:
            self.meetings[k] = _with_passages(self.meetings[k], i, found)

    def _edited(self, found: tuple[Passage, ...], n: int, correction: Correction) -> list[Passage] | None:
        """The passages of an item with the n-th corrected; None, and said, where that cannot be."""
        if correction.furniture:
            aside = [Residue(*span, "set aside by an officer") for span in spans_of(found[n], self.residue)]
            self.residue = sorted([*self.residue, *aside], key=lambda part: part.start)
            return take_out(found, n)
        if correction.join:
            if n:
                return join(found, n, self.text, self.residue)
            self._warn(
                correction.line, f"nothing stands in the item before the passage {_called(correction)}"
            )
            return None
        if correction.split_before:
            if at := _find(found[n].text, correction.split_before):
                return split(found, n, at, correction, self.text, self.residue)
            gone = f"{correction.split_before!r} does not stand inside the passage"
            self._warn(correction.line, f"{gone} {_called(correction)}: the correction is not applied")
            return None
        return revise(found, n, correction)

    def _warn(self, line: int, what: str) -> None:
        self.warnings.append(f"{self.name}, line {line}: {what}")


def _told(meeting: Meeting, told: ToldMeeting, facts: MeetingFacts) -> Meeting:
    """The meeting as the officer tells of it, and its passages with it."""
    council = facts.council or told.council or meeting.council
    body = facts.body or told.body or meeting.body
    held_on = facts.held_on or told.date or meeting.held_on
    status = facts.status or told.status or meeting.status
    items = _over_passages(
        meeting, lambda p: replace(p, council=council, body=body, held_on=held_on, status=status)
    ).items
    return replace(
        meeting, council=council, body=body, held_on=held_on, status=status, items=items,
        began_at=facts.began_at or told.time or meeting.began_at,
        attendance=meeting.attendance if told.attendance is None else told.attendance,
    )  # fmt: skip


def _with_passages(meeting: Meeting, i: int, found: list[Passage]) -> Meeting:
    """The meeting with other passages in its i-th item, all of it addressed anew."""
    items = [*meeting.items]
    items[i] = replace(items[i], passages=tuple(found))
    meeting = replace(meeting, items=tuple(items))
    fresh = tell_apart(passage.citation for passage in meeting.passages())
    return _over_passages(meeting, lambda p: replace(p, citation=next(fresh)))


def _over_passages(meeting: Meeting, change: Callable[[Passage], Passage]) -> Meeting:
    items = tuple(replace(item, passages=tuple(map(change, item.passages))) for item in meeting.items)
    return replace(meeting, items=items)


def _is_meant(passage: Passage, correction: Correction) -> bool:
    if correction.item is not None and correction.item not in (passage.item, passage.item_title):
        return False
    if correction.label is not None:
        labels = (passage.citation.label, replace(passage.citation, note="").label)
        if _folded(correction.label) not in map(_folded, labels):
            return False
    starts = _folded(correction.starts or "")
    return _folded(passage.words).startswith(starts) or _folded(passage.text).startswith(starts)


def _called(correction: Correction) -> str:
    label = f"labelled {correction.label!r}" if correction.label else ""
    starts = f"opening with {correction.starts!r}" if correction.starts else ""
    item = f" in item {correction.item!r}" if correction.item else ""
    return " and ".join(part for part in (label, starts) if part) + item


def _find(text: str, words: str) -> int:
    """Offset of the words in the text, blanks and line ends being alike; 0 if they do not stand inside it."""
    match = re.search(r"\s+".join(re.escape(word) for word in words.split()), text)
    return match.start() if match else 0


def _folded(words: str) -> str:
    return " ".join(words.split()).casefold()

"""The register of decisions: what meetings settled, recommended, or had moved and did not carry.

What a passage is was judged when it was read; here motions get their movers and their votes from the lines that follow
them, and what only asks another body to decide is told from what was decided.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from assistant.register.model import Decision, Outcome
from assistant.register.searching import Search
from ingest import Kind, Passage, asks_others
from vectorstore import Filters, MinutesStore

_KINDS = (Kind.DECISION, Kind.RECOMMENDATION, Kind.MOTION, Kind.VOTE)
_OUTCOMES = {
    Kind.DECISION: Outcome.DECIDED,
    Kind.RECOMMENDATION: Outcome.RECOMMENDED,
    Kind.MOTION: Outcome.MOVED,
}

# What a motion asks for ("that the sailing be withdrawn") is not what became of it.
_BECAME = r"(?<!\bbe\s)\b"
_LOST = re.compile(
    rf"{_BECAME}(?:lost|defeated|not\s+carried|rejected|fell)\b(?!\s+(?:within|under|to|into|below|short))",
    re.I,
)
_NOT_PUT = re.compile(rf"{_BECAME}(?:withdrawn|withdrew|deferred|not\s+put|no\s+seconder)\b", re.I)
_CARRIED = re.compile(rf"{_BECAME}(?:carried|passed|adopted)\b", re.I)
_AMENDMENT = re.compile(r"\bamendments?\b", re.I)
_OF_THE_MOTION = re.compile(
    r"\W*(?:the|this|his|her|their)\s+(?:\w+\s+)?(?:motion|amendment|proposal)\b", re.I
)


def decisions(
    store: MinutesStore,
    filters: Filters | None = None,
    *,
    outcomes: Collection[Outcome] = (),
    search: str = "",
) -> list[Decision]:
    """What meetings settled, the latest meeting first, each meeting in the order of its text.

    Args:
        store: where the minutes are.
        filters: which meetings; its kinds are not looked at.
        outcomes: only these; () for all.
        search: only those whose words, item title or mover hold every word of it, in any form.

    Raises:
        StoreUnusable: the store cannot be read.
    """
    wanted = replace(filters or Filters(), kinds=_KINDS)
    looked_for = Search(search)
    found = [
        entry
        for entry in entries(store.passages(wanted))
        if (not outcomes or entry.outcome in outcomes)
        and looked_for.finds(entry.passage, entry.mover, entry.seconder)
    ]
    return sorted(found, key=lambda entry: latest_first(entry.passage))


def latest_first(passage: Passage) -> tuple[bool, int]:
    """A sort key: the latest day first, unknown days last; passages of one day keep their order."""
    day = passage.held_on
    return (day is None, -day.toordinal() if day else 0)


def entries(passages: Iterable[Passage]) -> Iterator[Decision]:
    """The decisions, recommendations and motions among passages that come in the order of the text.

    Other kinds are passed over, but for the votes that tell what came of a motion.
    """
    for _, item in groupby(passages, key=lambda p: (p.citation.meeting, p.citation.item)):
        yield from _of_item(p for p in item if not p.heading)


@dataclass(slots=True)
class _Open:
    """The entries of an item so far, and from which of them on no vote has been seen."""

    entries: list[Decision]
    since_vote: int = 0

    def voted_on(self, vote: Passage) -> None:
        """Let a vote tell what came of what it was taken on: an amendment alone, or all since the last vote."""
        start = max(self.since_vote, len(self.entries) - 1 if _AMENDMENT.search(vote.words) else 0)
        for n in range(start, len(self.entries)):
            self.entries[n] = _told(self.entries[n], vote)
        self.since_vote = len(self.entries)


def _of_item(passages: Iterable[Passage]) -> Iterator[Decision]:
    seen = _Open([])
    for passage in passages:
        if passage.kind is Kind.VOTE:
            seen.voted_on(passage)
        elif passage.kind is Kind.MOTION and seen.entries and _only_says_who(passage):
            seen.entries[-1] = _moved_by(seen.entries[-1], passage)
        elif passage.kind in _OUTCOMES:
            seen.entries.append(_entry(passage))
    yield from seen.entries


def _entry(passage: Passage) -> Decision:
    outcome = _OUTCOMES[passage.kind]
    if outcome is Outcome.DECIDED and asks_others(passage.words):
        outcome = Outcome.RECOMMENDED
    if outcome is Outcome.MOVED and _is_lost(passage.words):
        outcome = Outcome.LOST
    return Decision(
        passage=passage,
        outcome=outcome,
        mover=passage.mover,
        seconder=passage.seconder,
        vote=passage.vote,
    )


def _told(entry: Decision, vote: Passage) -> Decision:
    """An entry with the vote that was taken on it; only a motion is changed by it."""
    told = vote.vote or " ".join(vote.words.split())
    entry = replace(entry, vote=entry.vote or told)
    if entry.outcome is Outcome.MOVED and _is_lost(vote.words):
        return replace(entry, outcome=Outcome.LOST, shown_by=vote)
    return entry


def _moved_by(entry: Decision, line: Passage) -> Decision:
    """An entry with its mover and seconder from the line below it that names them."""
    return replace(entry, mover=entry.mover or line.mover, seconder=entry.seconder or line.seconder)


def _only_says_who(passage: Passage) -> bool:
    """Whether a motion's line only names who moved it ("The motion was proposed by A and seconded by B.")."""
    return (
        (passage.mover or passage.seconder) is not None
        and _OF_THE_MOTION.match(passage.words) is not None
        and len(passage.words) < 160
    )


def _is_lost(words: str) -> bool:
    return (
        _LOST.search(words) is not None
        and not _NOT_PUT.search(words)
        and not _CARRIED.search(_not_not(words))
    )


def _not_not(words: str) -> str:
    return re.sub(r"\bnot\s+(?:carried|passed|adopted)\b", "", words, flags=re.I)

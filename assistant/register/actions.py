"""The register of actions: what somebody is to do, and what the later minutes of the body show of it."""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date

from assistant.register.bodies import Bodies
from assistant.register.completing import answers_request, says_done
from assistant.register.decisions import latest_first
from assistant.register.matters import Commonness, Matter, Matters, telling
from assistant.register.model import Action, Mention, Standing
from assistant.register.searching import Search
from assistant.register.tasks import Task, is_action, task_of
from assistant.words import stems
from ingest import Kind, Passage
from vectorstore import Filters, MinutesStore


class ActionRegister:
    """The actions of a store, read when first asked for and again when the store has changed.

    Many threads may ask at once.
    """

    def __init__(self, store: MinutesStore) -> None:
        self._store = store
        self._guard = threading.Lock()
        self._read: tuple[int, tuple[Action, ...]] | None = None

    def actions(
        self,
        filters: Filters | None = None,
        *,
        standings: Collection[Standing] = (),
        search: str = "",
    ) -> list[Action]:
        """What is to be done, the latest meeting first, each meeting in the order of its text.

        Args:
            filters: the meetings at which it was raised; its kinds are not looked at. What became of an action is
                read from all meetings, whatever the filters.
            standings: only these; () for all.
            search: only those whose words, item title or owner hold every word of it, in any form.

        Raises:
            StoreUnusable: the store cannot be read.
        """
        meetings = {document.meeting for document in self._store.documents(filters)}
        looked_for = Search(search)
        return [
            action
            for action in self._all()
            if action.passage.citation.meeting in meetings
            and (not standings or action.standing in standings)
            and looked_for.finds(action.passage, action.owner)
        ]

    def _all(self) -> tuple[Action, ...]:
        with self._guard:
            with self._store.snapshot() as connection:
                version = self._store.version(connection)
            if self._read is None or self._read[0] != version:
                found = sorted(_read(self._store), key=lambda action: latest_first(action.passage))
                self._read = version, tuple(found)
            return self._read[1]


@dataclass(slots=True)
class _Raised:
    """An action on the way: its mentions are collected while the later minutes are read."""

    passage: Passage
    task: Task
    bodies: tuple[str, ...]
    matter: Matter
    mentions: dict[str, Mention] = field(default_factory=dict)

    def add(self, mention: Mention) -> None:
        """Keep one mention of each meeting: the first that says it was done, else the first."""
        meeting = mention.passage.citation.meeting
        if meeting not in self.mentions or (mention.done and not self.mentions[meeting].done):
            self.mentions[meeting] = mention

    def settled(self, last: date | None) -> Action:
        """The action as it stands after all minutes were read; `last` is the day of the last meeting."""
        mentions = sorted(
            self.mentions.values(), key=lambda m: (m.passage.held_on or date.min, m.passage.key)
        )
        return Action(
            passage=self.passage,
            task=self.task.sentence,
            owner=self.task.owner,
            due=self.task.due,
            standing=_standing(mentions, self.passage.held_on, last),
            mentions=tuple(mentions),
            last_meeting=last,
        )


def _standing(mentions: list[Mention], raised_on: date | None, last: date | None) -> Standing:
    if any(mention.done for mention in mentions):
        return Standing.DISCHARGED
    if mentions:
        return Standing.MENTIONED
    if raised_on is None or last is None or last <= raised_on:
        return Standing.RAISED
    return Standing.NOT_SEEN


def _read(store: MinutesStore) -> Iterator[Action]:
    """Two readings of the store: what is to be done and how common words are, then what came back to it."""
    bodies = Bodies(store.documents())
    commonness = Commonness()
    last: dict[str, date] = {}
    raised: list[_Raised] = []
    for passage in store.passages():
        body = bodies.of(passage)
        if body is None or passage.heading:
            continue
        commonness.add(body, passage)
        if passage.held_on:
            last[body] = max(passage.held_on, last.get(body, date.min))
        if is_action(passage):
            raised.append(_raise(passage, body, bodies))
    _follow(store, bodies, commonness, raised)
    for action in raised:
        yield action.settled(max((last[b] for b in action.bodies if b in last), default=None))


def _raise(passage: Passage, body: str, bodies: Bodies) -> _Raised:
    task = task_of(passage)
    aside = _aside(passage) | frozenset(stems(task.owner or ""))
    label = telling(task.label, aside)
    matter = Matter(
        body=body,
        raised_on=passage.held_on,
        label=label,
        title=frozenset(telling(passage.item_title, aside)),
        words=frozenset((*label, *telling(task.about, aside))),
    )
    return _Raised(passage, task, (body, *bodies.named_in(passage, body)), matter)


def _aside(passage: Passage) -> frozenset[str]:
    return frozenset(stems(f"{passage.council or ''} {passage.body or ''}"))


def _follow(store: MinutesStore, bodies: Bodies, commonness: Commonness, raised: list[_Raised]) -> None:
    """Add to each action the mentions of it in the later minutes."""
    by_body: defaultdict[str, list[_Raised]] = defaultdict(list)
    for action in raised:
        for body in action.bodies:
            by_body[body].append(action)
    matters = {
        body: Matters([action.matter for action in open_], commonness) for body, open_ in by_body.items()
    }
    for passage in store.passages():
        body = bodies.of(passage) or ""
        if body not in matters or passage.heading or passage.kind is Kind.AGENDA_TEXT:
            continue
        for n, sentences in matters[body].in_passage(passage, _aside(passage)):
            by_body[body][n].add(_mention(passage, sentences, by_body[body][n]))


def _mention(passage: Passage, sentences: tuple[str, ...], action: _Raised) -> Mention:
    """What a later passage shows of an action."""
    aside = _aside(passage)
    done = next((s for s in sentences if _is_done(s, aside, action)), None)
    nearest = max(sentences, key=lambda s: len(action.matter.words.intersection(telling(s, aside))))
    return Mention(passage=passage, quote=done or nearest, done=done is not None)


def _is_done(sentence: str, aside: frozenset[str], action: _Raised) -> bool:
    if answers_request(sentence):
        return True
    about_it = action.matter.words.intersection(telling(sentence, aside))
    return bool(about_it) and says_done(sentence, action.task.sentence, action.task.owner)

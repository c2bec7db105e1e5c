"""Who may do what: the one table."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a person is to the minutes."""

    READER = "reader"
    OFFICER = "officer"


class Act(StrEnum):
    """What a person may be allowed to do."""

    ASK = "ask"
    """Ask, read passages, decisions and timelines, take answers away."""
    LOAD = "load"
    """Add documents to the store, put them right, take them out."""


_MAY: dict[Role, frozenset[Act]] = {
    Role.READER: frozenset({Act.ASK}),
    Role.OFFICER: frozenset({Act.ASK, Act.LOAD}),
}


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who uses the chat; `name` is None where nobody has to say who they are."""

    name: str | None
    role: Role

    def may(self, act: Act) -> bool:
        """Whether the person's role allows it."""
        return act in _MAY[self.role]

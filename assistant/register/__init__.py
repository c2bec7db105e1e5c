"""Registers over a store: what was decided, what is still to be done, and a topic through the meetings.

All three are read from the passages, and every entry of theirs holds the passage that it rests on.
"""

from assistant.register.actions import ActionRegister
from assistant.register.decisions import decisions
from assistant.register.drawing import describe, draw
from assistant.register.model import (
    Action,
    Decision,
    Mention,
    Outcome,
    Standing,
    Stop,
    Timeline,
)

__all__ = [
    "Action",
    "ActionRegister",
    "Decision",
    "Mention",
    "Outcome",
    "Standing",
    "Stop",
    "Timeline",
    "decisions",
    "describe",
    "draw",
]

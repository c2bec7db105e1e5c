"""How long each step of the chain took: a LangChain callback, as anybody could pass one."""

from __future__ import annotations

import time
from typing import Any
from uuid import UUID

from langchain_core.callbacks import BaseCallbackHandler


class Stopwatch(BaseCallbackHandler):
    """Times the named steps of one question; make a new one for each.

    Attributes:
        seconds: how long each step took, by its name; those that have not ended are not in it.
    """

    run_inline = True  # in the thread of the step itself: another would be timed with it

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._chain: UUID | None = None
        self._begun: dict[UUID, tuple[str, float]] = {}

    def on_chain_start(self, serialized: Any, inputs: Any, *, run_id: UUID, **kwargs: Any) -> None:  # noqa: ANN401
        """A step begins, if it is one of the chain itself: what a step runs within it is the step's own time."""
        within = kwargs.get("parent_run_id")
        if within is None:
            self._chain = run_id
        elif within == self._chain:
            self._begun[run_id] = (str(kwargs.get("name")), time.perf_counter())

    def on_chain_end(self, outputs: Any, *, run_id: UUID, **kwargs: Any) -> None:  # noqa: ANN401
        """A step ends."""
        if run_id in self._begun:
            name, begun = self._begun.pop(run_id)
            self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - begun

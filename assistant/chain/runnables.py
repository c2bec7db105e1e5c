"""The chain of an answer, understand | retrieve | write | reword, as LangChain Runnables.

`build_chain(steps).invoke(asked)` works as LangChain's users expect, with `batch`, `stream`, callbacks and the
async twins; what goes in and comes out are our own records.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from langchain_core.runnables import Runnable


def build_chain(*steps: tuple[str, Callable[[Any], Any]]) -> Runnable[Any, Any]:
    """Compose named steps into one Runnable; each takes what the one before it returned.

    A last step that is a generator makes `stream` yield what it yields; `invoke` returns the last of it.
    """
    switch_tracing_off()
    from langchain_core.runnables import RunnableLambda  # noqa: PLC0415 - 0.2 s that `--help` need not pay

    named = [RunnableLambda(step, name=name) for name, step in steps]
    chain: Runnable[Any, Any] = named[0]
    for step in named[1:]:
        chain = chain | step
    return chain


def switch_tracing_off() -> None:
    """Keep LangChain from reporting questions and minutes to a tracing service, whatever the environment says."""
    for switch in ("LANGSMITH_TRACING", "LANGCHAIN_TRACING_V2", "LANGSMITH_TRACING_V2", "LANGCHAIN_TRACING"):
        os.environ[switch] = "false"

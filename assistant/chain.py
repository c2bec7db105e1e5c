"""The chain of an answer, understand | retrieve | write, as LangChain Runnables: the only file that knows LangChain.

`build_chain(parts).invoke({...})` works as LangChain's users expect, with `batch`, `stream` and callbacks; what goes
in and comes out are our own records.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from langchain_core.runnables import Runnable


def build_chain(*steps: tuple[str, Callable[[Any], Any]]) -> Runnable[Any, Any]:
    """Compose named steps into one Runnable; each takes what the one before it returned."""
    import os  # noqa: PLC0415 - only the chain needs it

    for switch in ("LANGSMITH_TRACING", "LANGCHAIN_TRACING_V2", "LANGSMITH_TRACING_V2", "LANGCHAIN_TRACING"):
        os.environ[switch] = "false"  # nothing of a question leaves this machine
    from langchain_core.runnables import RunnableLambda  # noqa: PLC0415 - 0.2 s that `--help` need not pay

    named = [RunnableLambda(step, name=name) for name, step in steps]
    chain: Runnable[Any, Any] = named[0]
    for step in named[1:]:
        chain = chain | step
    return chain

"""A question becomes an Answer: understood, searched, quoted or refused, and shown in terminal and browser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from assistant.chain.retriever import MinutesRetriever
    from assistant.opening import open_embedder

__all__ = ["MinutesRetriever", "open_embedder"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the name stands for
    """Import a public name when it is first used: LangChain takes half a second that `--help` need not pay."""
    if name == "MinutesRetriever":
        from assistant.chain.retriever import MinutesRetriever  # noqa: PLC0415

        return MinutesRetriever
    if name == "open_embedder":
        from assistant.opening import open_embedder  # noqa: PLC0415

        return open_embedder
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

"""The HTTP API: Gradio's own, with named endpoints that answer as `minutebook ask --json` does (docs/api.md)."""

# Not from __future__: Gradio reads the types of an endpoint's arguments as they stand.
from collections.abc import Callable
from typing import Any

import gradio as gr

from assistant.tools import Answering, Record, Tools
from ingest import MinutesError


def add_endpoints(assistant: Answering) -> None:
    """Add the endpoints to the page that is open for drawing."""
    tools = Tools(assistant)

    def ask(
        question: str,
        history: list = [],  # type: ignore[type-arg]  # noqa: B006 - Gradio shows it as the default
        council: str = "",
        body: str = "",
        date_from: str = "",
        date_to: str = "",
    ) -> dict:  # type: ignore[type-arg]
        return _told(lambda: tools.ask(question, history, council, body, date_from, date_to))

    def show(citation: str) -> dict:  # type: ignore[type-arg]
        return _told(lambda: tools.show(citation))

    def decisions(
        search: str = "",
        council: str = "",
        body: str = "",
        date_from: str = "",
        date_to: str = "",
        most: int = 50,
    ) -> dict:  # type: ignore[type-arg]
        return _told(lambda: tools.decisions(search, council, body, date_from, date_to, most))

    def timeline(
        topic: str, council: str = "", body: str = "", date_from: str = "", date_to: str = ""
    ) -> dict:  # type: ignore[type-arg]
        return _told(lambda: tools.timeline(topic, council, body, date_from, date_to))

    for endpoint in (ask, show, decisions, timeline):
        described = getattr(Tools, endpoint.__name__).__doc__
        told: dict[str, Any] = {"api_name": endpoint.__name__, "api_description": described}
        gr.api(endpoint, api_visibility="public", **told)


def _told(act: Callable[[], Record]) -> Record:
    """What an act gives; what went wrong on purpose is told to the program in its one line."""
    try:
        return act()
    except MinutesError as error:
        raise gr.Error(str(error), print_exception=False) from error

"""Who has sent the request that Gradio is answering just now."""

from __future__ import annotations

from gradio.context import LocalContext

from assistant.access import Person
from assistant.web.gate import person_of


def visitor() -> Person:
    """The person whose question is being answered; outside an answer, a reader without a name."""
    request = LocalContext.request.get(None)
    return person_of(request.request.scope if request and request.request else {})

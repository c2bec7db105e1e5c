"""Who is logged in, at the top of the page, with the button to log out; nothing where nobody has to."""

from __future__ import annotations

import gradio as gr

from assistant.markup import Html, el
from assistant.web.gate import person_of


def say_person(request: gr.Request) -> Html:
    """What to show to whoever opened the page."""
    name = person_of(request.request.scope).name
    if name is None:
        return Html("")
    out = el("button", "Log out", type="submit")
    # The form goes to `logout` beside the page, whatever sub-path that is under.
    return el("form", el("span", name), out, class_="mb-person", method="post", action="logout")

"""The chat of `minutebook chat`: a page in the browser that answers from the minutes and shows the paragraph.

Gradio lives in this package and nowhere else. It takes seconds to import, so only these two functions do.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from assistant.audit import Audited
from assistant.loading.desk import Desk
from assistant.web.doors import Doors
from assistant.web.importing import import_gradio
from assistant.web.security import silence_gradio

if TYPE_CHECKING:
    import gradio as gr

    from assistant.answering import Assistant
    from assistant.audit import AuditLog
    from assistant.web.serving import Serving

__all__ = ["Doors", "build_chat", "serve"]


def build_chat(
    assistant: Assistant,
    *,
    title: str = "Minutebook",
    audit: AuditLog | None = None,
    desk: Desk | None = None,
) -> gr.Blocks:
    """Make the page for an assistant, and the endpoints for programs: a `gradio.Blocks`, not yet served.

    With a `desk`, officers find a view to load minutes; whoever serves it answers that view's requests (`DeskDoor`).
    """
    silence_gradio()
    import_gradio()
    from assistant.web.page import draw  # noqa: PLC0415
    from assistant.web.programs import add_endpoints  # noqa: PLC0415
    from assistant.web.visitor import visitor  # noqa: PLC0415

    answering = Audited(assistant, audit, visitor) if audit else assistant
    blocks = draw(answering, title, desk)
    with blocks:
        add_endpoints(answering)
    return blocks


def serve(
    assistant: Assistant,
    *,
    host: str = "127.0.0.1",
    port: int = 7860,
    title: str = "Minutebook",
    on_ready: Callable[[str], None] | None = None,
    block: bool = True,
    doors: Doors = Doors(),  # noqa: B008 - frozen: a default that nobody can change
    audit: AuditLog | None = None,
) -> Serving:
    """Serve the page over plain HTTP until interrupted.

    Args:
        assistant: who answers.
        host: loopback by default; anything else lets other computers read the minutes.
        port: 0 takes any free one.
        title: shown at the top of the page and in the browser's tab.
        on_ready: called with the page's address once it can be opened.
        block: False serves in a thread and returns at once; call `.close()` on what is returned.
        doors: who may come in, and through which proxy.
        audit: where questions and citations are noted.

    Raises:
        MinutesError: the address is taken or not one of this computer, or others could reach it and nobody said who.
    """
    doors.check(host)
    desk = Desk(assistant.store)
    blocks = build_chat(assistant, title=title, audit=audit, desk=desk)
    from assistant.web.serving import Serving  # noqa: PLC0415

    serving = Serving(blocks, host, port, on_ready, doors, desk)
    if block:
        serving.serve_here()
    else:
        serving.serve_aside()
    return serving

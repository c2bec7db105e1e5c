"""A file that the server made, as a piece of the page that holds it, for the browser to save."""

from __future__ import annotations

import base64
from itertools import count

from assistant.markup import Html, el

_OFFICE = "application/vnd.openxmlformats-officedocument"
_TYPES = {
    ".csv": "text/csv",
    ".docx": f"{_OFFICE}.wordprocessingml.document",
    ".md": "text/markdown",
    ".pdf": "application/pdf",
    ".svg": "image/svg+xml",
    ".xlsx": f"{_OFFICE}.spreadsheetml.sheet",
}
_saved = count()


def held(name: str, content: bytes) -> Html:
    """The file of that name, which ends in one of the suffixes known here; an empty one is not saved."""
    return el(
        "span",
        data_name=name,
        data_type=_TYPES.get(name[name.rfind(".") :], ""),
        data_content=base64.b64encode(content).decode(),
        data_saved=next(_saved),  # the same file again is a file too
    )

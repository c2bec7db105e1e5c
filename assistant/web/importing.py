"""Gradio imported without the half of it that is done for its developers and takes the longest.

With every class of a component Gradio parses the file that the class stands in and writes a stub for editors beside
it: three of its eight seconds of computing, and two chats that start at once write the same files. A class whose file
cannot be told is passed over there, so none can be told while Gradio is imported.
"""

from __future__ import annotations

import gc
import inspect
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


def import_gradio() -> None:
    """Import Gradio, where it is not imported yet."""
    if "gradio" in sys.modules:
        return
    with _without_stubs(), _without_collecting():
        import gradio  # noqa: F401, PLC0415 - seconds


@contextmanager
def _without_stubs() -> Iterator[None]:
    told = inspect.getfile

    def getfile(thing: Any) -> str:  # noqa: ANN401 - as inspect's own
        if isinstance(thing, type) and thing.__module__.startswith("gradio."):
            raise OSError(f"{thing.__module__} is being imported")
        return told(thing)

    inspect.getfile = getfile  # type: ignore[assignment]
    try:
        yield
    finally:
        inspect.getfile = told


@contextmanager
def _without_collecting() -> Iterator[None]:
    """What is imported stays: looking through it for what could go costs half a second."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()

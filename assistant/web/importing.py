"""Gradio imported without the half of it that is done for its developers and takes the longest.

With every class of a component Gradio parses the file that the class stands in and writes a stub for editors beside
it: three of its eight seconds of computing, and two chats that start at once write the same files. A class whose file
cannot be told is passed over there, so none can be told while Gradio is imported.
"""

from __future__ import annotations

import gc
import inspect
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType


def import_gradio() -> ModuleType:
    """Import Gradio, or what is imported of it already."""
    with _without_stubs(), _without_collecting():
        import gradio  # noqa: PLC0415 - seconds
    return gradio


@contextmanager
def _without_stubs() -> Iterator[None]:
    told = inspect.getfile

    def getfile(thing: object) -> str:
        if isinstance(thing, type) and thing.__module__.startswith("gradio."):
            raise OSError(f"{thing.__module__} is being imported")
        return told(thing)  # type: ignore[arg-type]

    inspect.getfile = getfile
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

"""What importing Gradio leaves out, and what it leaves as it was."""

from __future__ import annotations

import subprocess
import sys

import pytest

pytestmark = pytest.mark.browser

IMPORT = """
import gc, inspect, sys

opened = []
sys.addaudithook(lambda event, given: opened.append(str(given[0])) if event == "open" else None)
before = inspect.getfile
from assistant.web.importing import import_gradio
import_gradio()
import gradio as gr
assert inspect.getfile is before and gc.isenabled()
with gr.Blocks():
    assert gr.HTML().click
print([path for path in opened if path.endswith(".pyi")])
"""


def test_no_stubs_for_editors_are_read_or_written():
    done = subprocess.run([sys.executable, "-c", IMPORT], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"

"""The public names of the packages: sorted, complete, there, and cheap to import."""

import ast
import importlib
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = (
    "chromadb",
    "docx",
    "gradio",
    "langchain",
    "langchain_core",
    "sentence_transformers",
    "torch",
    "transformers",
    "typst",
)


@pytest.mark.parametrize("package", ["ingest", "vectorstore"])
def test_all_is_sorted_as_a_reader_looks_it_up(package):
    """Constants, then classes, then functions, each in alphabetical order, as ruff sorts them."""
    names = importlib.import_module(package).__all__
    assert names == sorted(names, key=lambda name: (not name.isupper(), name.islower(), name))
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("package", ["ingest", "vectorstore"])
def test_all_names_exactly_what_the_package_imports(package):
    module = importlib.import_module(package)
    tree = ast.parse(Path(module.__file__).read_text("utf-8"))
    imported = {
        alias.asname or alias.name
        for node in tree.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert set(module.__all__) == imported
    assert all(hasattr(module, name) for name in module.__all__)


def test_importing_the_packages_and_the_command_line_loads_no_heavy_library():
    code = (
        "import sys, ingest, vectorstore, assistant.cli\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"

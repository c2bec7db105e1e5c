"""Generations of the index: built aside, checked, made durable, published by one rename; the rest is rubbish.

`index/CURRENT` names the generation and the sha256 of its manifest; the manifest names every file with size,
time and sha256, so that what was truncated, deleted or scribbled on is noticed before Chroma opens it.
Nothing here is ever needed for a right answer: the vectors are in SQLite.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ingest import StoreUnusable
from vectorstore import chroma_index
from vectorstore.failpoints import reach
from vectorstore.vectors import VectorTable

_FOLDER, _CURRENT, _MANIFEST = "index", "CURRENT", "manifest.json"
_NAME = re.compile(r"g\d{4,}")
_SAMPLE = 24
_PROBE_SECONDS = 300


@dataclass(frozen=True, slots=True)
class Generation:
    """A published index: its folder, how many vectors it holds, the greatest number among them."""

    name: str
    folder: Path
    vectors: int
    newest: int


class DamagedGenerationError(Exception):
    """A generation was published and is not what it was."""


def current(store: Path, store_id: str) -> Generation | None:
    """The published generation, every file of it as it was when published; None if none was ever published.

    Raises:
        DamagedGenerationError: it is missing, changed, or another store's.
    """
    index = store / _FOLDER
    try:
        name, digest = (index / _CURRENT).read_text("utf-8").split()
    except FileNotFoundError:
        if any(_generations(index)):
            raise DamagedGenerationError("CURRENT is missing") from None
        return None
    except (OSError, ValueError) as error:
        raise DamagedGenerationError(f"CURRENT cannot be read: {error}") from error
    folder = index / name
    try:
        written = (folder / _MANIFEST).read_bytes()
        if hashlib.sha256(written).hexdigest() != digest:
            raise DamagedGenerationError(f"the manifest of {name} has changed")
        manifest = json.loads(written)
        for path, (size, time, sha256) in manifest["files"].items():
            _check(folder / path, size, time, sha256)
    except OSError as error:
        raise DamagedGenerationError(f"{name}: {error}") from error
    if manifest["store"] != store_id:
        raise DamagedGenerationError(f"{name} belongs to another store")
    return Generation(name, folder, manifest["vectors"], manifest["newest"])


def publish(store: Path, store_id: str, table: VectorTable) -> Generation:
    """Build an index of `table` (at least one vector) beside the current one and put it in its place.

    The caller holds the writer's lock.

    Raises:
        StoreUnusable: the disk refuses, or the new index fails its check; the old one is then left as it was.
    """
    index = store / _FOLDER
    try:
        index.mkdir(mode=0o700, exist_ok=True)
        folder = index / _next_name(index)
        folder.mkdir(mode=0o700)
        chroma_index.build(folder, table.ids, table.matrix)
        reach("after-index-build")
        if not _probe(folder, table):
            shutil.rmtree(folder, ignore_errors=True)
            raise StoreUnusable(f"the new index of {store} fails its check: searches stay exact; try again")
        reach("after-self-check")
        newest = int(table.ids[-1])
        digest = _seal(folder, {"store": store_id, "vectors": len(table.ids), "newest": newest})
        reach("after-fsync")
        _replace(index / _CURRENT, f"{folder.name} {digest}\n")
        reach("after-rename")
        clean(store, folder.name)
        reach("after-cleanup")
    except OSError as error:
        raise StoreUnusable(f"cannot write the index of {store}: {error.strerror or error}") from error
    return Generation(folder.name, folder, len(table.ids), newest)


def clean(store: Path, keep: str | None) -> None:
    """Remove every generation but `keep`, finished or not."""
    for folder in _generations(store / _FOLDER):
        if folder.name != keep:
            shutil.rmtree(folder, ignore_errors=True)


def withdraw(store: Path) -> None:
    """Publish nothing: the store has no vectors left."""
    (store / _FOLDER / _CURRENT).unlink(missing_ok=True)
    clean(store, None)


def _generations(index: Path) -> list[Path]:
    if not index.is_dir():
        return []
    return sorted(path for path in index.iterdir() if _NAME.fullmatch(path.name))


def _next_name(index: Path) -> str:
    taken = [int(path.name[1:]) for path in _generations(index)]
    return f"g{max(taken, default=0) + 1:04d}"


def _check(path: Path, size: int, time: int, sha256: str) -> None:
    """Compare a file with the manifest; it is read only if its time differs, as a copied store's does."""
    stat = path.stat()
    if stat.st_size == size and (stat.st_mtime_ns == time or _digest(path) == sha256):
        return
    raise DamagedGenerationError(f"{path.name} has changed")


def _probe(folder: Path, table: VectorTable) -> bool:
    """Have another process find a sample of the vectors in the new index."""
    rows = np.unique(np.linspace(0, len(table.ids) - 1, _SAMPLE).astype(int))
    sample = io.BytesIO()
    np.save(sample, table.matrix[rows])
    command = [sys.executable, "-m", chroma_index.__name__, str(folder), str(len(table.ids))]
    command += [str(i) for i in table.ids[rows]]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}
    try:
        done = subprocess.run(  # noqa: S603 - our own module, our own arguments
            command,
            input=sample.getvalue(),
            capture_output=True,
            timeout=_PROBE_SECONDS,
            env=environment,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def _seal(folder: Path, facts: dict[str, object]) -> str:
    """Write the manifest and force everything to the disk; returns the manifest's sha256."""
    files = {}
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        _sync(path)
        stat = path.stat()
        files[path.relative_to(folder).as_posix()] = (stat.st_size, stat.st_mtime_ns, _digest(path))
    written = json.dumps({**facts, "files": files}, indent=1).encode()
    (folder / _MANIFEST).write_bytes(written)
    _sync(folder / _MANIFEST)
    for path in (*(p for p in folder.rglob("*") if p.is_dir()), folder, folder.parent):
        _sync(path)
    return hashlib.sha256(written).hexdigest()


def _replace(path: Path, text: str) -> None:
    aside = path.with_suffix(".new")
    aside.write_text(text, "utf-8")
    _sync(aside)
    aside.replace(path)
    _sync(path.parent)


def _sync(path: Path) -> None:
    if path.is_dir() and sys.platform == "win32":  # pragma: no cover - Windows cannot open a folder
        return
    fd = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()

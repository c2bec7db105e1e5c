"""The sample minutes, questions and units that come with the package, and the baseline that they gave last."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

_DATA = Path(str(files("eval") / "data"))
MINUTES = _DATA / "minutes"
QUESTIONS = _DATA / "questions.jsonl"
UNITS = _DATA / "units.jsonl"
BASELINE = _DATA / "baseline.json"

"""A report as JSON and back: measures, groups and timings first, then a line a question with all its evidence.

It is written line by line, so that a thousand answers are never in memory at once.
"""

from __future__ import annotations

import json
import math
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from eval.measures.catalogue import MEASURES
from eval.placing import Place
from eval.report import About, Report
from eval.resampling import Measured
from eval.run import Row
from ingest import UnreadableSource

SCHEMA = 1
"""The version of the form; it rises when something in it changes its meaning or goes."""
Evidence = Callable[[Row], Mapping[str, Any]]


def write_report(path: Path, report: Report, evidence: Evidence) -> None:
    """Write a report; `evidence` gives what stands behind a row, besides its scores.

    Raises:
        UnreadableSource: the file cannot be written.
    """
    try:
        with path.open("w", encoding="utf-8", errors="replace") as file:
            file.writelines(_lines(report, evidence))
    except OSError as error:
        raise UnreadableSource(f"{path} cannot be written: {os.strerror(error.errno or 0)}") from error


def read_report(path: Path) -> Report:
    """The rows of a report, without their evidence.

    Raises:
        UnreadableSource: it cannot be read, or is no report of this version.
    """
    try:
        record = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise UnreadableSource(f"{path} cannot be read: {error.strerror}") from error
    except ValueError as error:
        raise UnreadableSource(f"{path} is no report: {error}") from error
    if not isinstance(record, dict) or record.get("schema") != SCHEMA:
        raise UnreadableSource(
            f"{path} is no report of schema {SCHEMA}: make it anew with minutebook eval --out"
        )
    try:
        about = {key: value for key, value in record["about"].items() if key in About.__dataclass_fields__}
        return Report(tuple(map(_row, record["rows"])), About(**about))
    except (KeyError, TypeError, AttributeError) as error:
        raise UnreadableSource(f"{path} is no whole report: {error!r}") from error


def _lines(report: Report, evidence: Evidence) -> Iterator[str]:
    head = {
        "schema": SCHEMA,
        "about": asdict(report.about),
        "measures": {name: {"meaning": m.meaning, "rises": m.rises} for name, m in MEASURES.items()},
        "metrics": _measured(report.metrics),
        "groups": {
            grouping: {
                name: {"n": len(rows), "metrics": _measured(metrics)}
                for (name, rows), metrics in zip(report.apart(grouping).items(), groups.values(), strict=True)
            }
            for grouping, groups in report.groups.items()
        },
        "latency": {stage: asdict(latency) for stage, latency in report.latency.items()},
        "peak_memory": report.peak_memory,
    }
    for key, value in head.items():
        yield f'{"{" if key == "schema" else ""}"{key}": {_json(value)},\n'
    yield '"rows": [\n'
    for n, row in enumerate(report.rows, 1):
        yield f"{_json(asdict(row) | dict(evidence(row)))}{',' if n < len(report.rows) else ''}\n"
    yield "]}\n"


def _measured(metrics: Mapping[str, Measured]) -> dict[str, dict[str, float | None]]:
    return {
        name: {key: None if math.isnan(value) else value for key, value in asdict(measured).items()}
        for name, measured in metrics.items()
    }


def _row(record: Mapping[str, Any]) -> Row:
    return Row(
        id=record["id"],
        type=record["type"],
        answerable=record["answerable"],
        answered=record["answered"],
        scores={name: tuple(values) for name, values in record["scores"].items()},
        place=Place(**record.get("place", {})),
        seconds=record.get("seconds", {}),
        peak_memory=record.get("peak_memory"),
        error=record.get("error", ""),
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)

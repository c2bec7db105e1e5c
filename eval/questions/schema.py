"""The format of a question as its JSON Schema says it, in `eval/data/questions.schema.json`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError


def find_faults(record: Mapping[str, Any]) -> Iterator[str]:
    """What in a record is not as the schema says, in the order of the schema; nothing if it is a question."""
    for error in _validator().iter_errors(record):
        yield _told(_innermost(error))


def _innermost(error: ValidationError) -> ValidationError:
    """Where several forms would do, the fault in the one that was most likely meant."""
    if not error.context:
        return error
    return _innermost(max(error.context, key=lambda inner: len(inner.absolute_path)))


def _told(error: ValidationError) -> str:
    place = error.json_path.removeprefix("$").removeprefix(".")
    return f"{place}: {error.message}" if place else str(error.message)


@cache
def _validator() -> Draft202012Validator:
    from jsonschema import Draft202012Validator  # noqa: PLC0415 - it takes a second to import

    schema = (files("eval") / "data" / "questions.schema.json").read_text("utf-8")
    return Draft202012Validator(json.loads(schema))

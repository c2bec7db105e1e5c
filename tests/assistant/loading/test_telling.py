"""A load told line by line is followed by whoever watches, and goes on when nobody does."""

from __future__ import annotations

import io
import os
from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st

from assistant.loading.telling import Course, Lines, follow
from vectorstore import Progress

NAMES = st.text(min_size=1, max_size=20)


@given(st.lists(NAMES), st.lists(NAMES), st.lists(NAMES))
def test_what_is_told_is_what_is_followed(stored, unchanged, failures):
    out = io.StringIO()
    lines = Lines(out)
    lines.begin(len(stored) + len(unchanged) + len(failures))
    for name in stored + unchanged:
        lines.read(name)
    for failure in failures:
        lines.fail(failure)
    for outcome, names in (("new", stored), ("unchanged", unchanged)):
        for name in names:
            lines.store(Progress(documents=1, source=name, outcome=outcome, passages=3))

    assert follow(out.getvalue().splitlines(keepends=True)) == Course(
        documents=len(stored) + len(unchanged) + len(failures),
        read=len(stored) + len(unchanged),
        failures=tuple(failures),
        stored=tuple(stored),
        unchanged=len(unchanged),
    )


@given(st.lists(st.text()))
def test_whatever_else_is_written_is_no_step_but_the_last_of_it_is_kept(lines):
    course = follow([*lines, "minutebook: the store is busy\n", "\n"])
    assert course.last_words == "minutebook: the store is busy"


def test_nobody_listening_does_not_end_a_load():
    reading, writing = os.pipe()
    os.close(reading)
    nobody = os.fdopen(writing, "w")
    lines = Lines(nobody)
    lines.begin(1)
    lines.read("july.txt")
    with suppress(BrokenPipeError):
        nobody.close()

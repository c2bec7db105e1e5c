"""What was measured is kept with the store and read back; a damaged file is told in one line."""

from __future__ import annotations

import pytest

from assistant.quality import FILE, Measure, Quality, read_quality, write_quality
from ingest import StoreUnusable

MEASURED = Quality(
    on="2026-11-22",
    questions=150,
    source="questions.jsonl",
    measures=(Measure(name="joint", meaning="answers with all of it right", mean=0.58, low=0.5, high=0.66),),
)


def test_what_is_kept_is_read_back(tmp_path):
    assert write_quality(tmp_path, MEASURED) == tmp_path / FILE
    assert read_quality(tmp_path) == MEASURED


def test_where_nobody_measured_there_is_nothing(tmp_path):
    assert read_quality(tmp_path) is None


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{}",
        '{"on": "x", "measures": [{"name": 1}]}',
        '{"on": "soon", "questions": 1, "source": "q.jsonl", "measures": []}',
    ],
)
def test_a_damaged_file_says_to_measure_again(tmp_path, content):
    (tmp_path / FILE).write_text(content)
    with pytest.raises(StoreUnusable, match="measure again with `minutebook eval --publish`"):
        read_quality(tmp_path)


def test_a_folder_that_cannot_be_written_is_told_in_one_line(tmp_path):
    with pytest.raises(StoreUnusable, match="cannot write"):
        write_quality(tmp_path / "gone", MEASURED)

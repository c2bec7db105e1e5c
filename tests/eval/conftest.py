"""The scorer of others, where it lies beside the checkout, and what it is to agree with it."""

import importlib.util
import json
import sys

import pytest


@pytest.fixture(scope="session")
def scorer(shared):
    """Runs the other scorer on files, in this process; returns its measures, each mean, low, high and n."""
    spec = importlib.util.spec_from_file_location("score_of_others", shared / "measure" / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)

    def run(asked, answered, units):
        out = answered.with_suffix(".scores.json")
        with pytest.MonkeyPatch.context() as patch:
            told = ["score.py", str(asked), str(answered), "--units", str(units), "--json", str(out)]
            patch.setattr(sys, "argv", told)
            module.main()
        return json.loads(out.read_text("utf-8"))["metrics"]

    return run


def assert_agree(report, theirs):
    """Every measure that the other scorer has is ours, with its interval, to nine digits."""
    ours = report.metrics
    assert len(theirs) == 13
    assert set(theirs) <= set(ours)
    for name, expected in theirs.items():
        measured = [ours[name].mean, ours[name].low, ours[name].high, ours[name].n]
        assert measured == pytest.approx(expected, abs=1e-9, nan_ok=True), name


def write_lines(path, records):
    """Write records as JSON, one a line."""
    path.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    return path

"""One meeting in a folder to be asked about; the scorer of others, where it lies beside the checkout."""

import importlib.util
import json
import sys

import pytest

TEXT = """Rotherbourne Council
Minutes of the Secure Accommodation Panel held on 7 July 2015

5. TERMS OF REFERENCE

5.1 The Panel considered how often it should meet. The chair proposed quarterly meetings in the town hall.

5.2 The treasurer said that there would be no budget for biscuits at any meeting.
"""


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


@pytest.fixture
def minutes(tmp_path):
    folder = tmp_path / "minutes"
    folder.mkdir()
    (folder / "panel.txt").write_text(TEXT, "utf-8")
    return folder

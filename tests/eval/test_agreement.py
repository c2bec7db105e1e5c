"""The measures agree with the scorer that lies beside the checkout, on answers of every sort."""

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from eval.cases import read_cases, read_units
from eval.matching import Matcher
from eval.report import Report
from eval.run import Told, judge
from tests.eval.conftest import assert_agree, write_lines
from tests.eval.drawing import UNITS, predictions, questions


# Without shrinking: what is drawn is small, and each example is a thousand resamples of thirteen measures, twice.
@settings(
    max_examples=40,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(pairs=st.lists(st.tuples(questions(), predictions()), min_size=1, max_size=8))
def test_every_measure_and_its_interval_are_those_of_the_other_scorer(scorer, tmp_path, pairs):
    asked = write_lines(tmp_path / "questions.jsonl", [q | {"id": str(n)} for n, (q, _) in enumerate(pairs)])
    answered = write_lines(tmp_path / "answers.jsonl", [p | {"id": str(n)} for n, (_, p) in enumerate(pairs)])
    units = write_lines(tmp_path / "units.jsonl", UNITS)
    theirs = scorer(asked, answered, units)
    matcher = Matcher(read_units(units))
    rows = [
        judge(case, Told(record=shown), matcher)
        for case, (_, shown) in zip(read_cases(asked), pairs, strict=True)
    ]
    assert_agree(Report(tuple(rows)), theirs)


def test_the_question_files_of_others_can_be_read(shared):
    """Every question file that lies beside the checkout is read whole, its units too."""
    for path in sorted((shared / "questions").glob("*.jsonl")):
        lines = [line for line in path.read_text("utf-8").splitlines() if line.strip()]
        read = read_units(path) if path.stem.endswith("-units") else read_cases(path)
        assert len(read) == len(lines), path.name

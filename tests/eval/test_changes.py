"""Two reports side by side: what became better, worse or other, how surely, and what a fall is."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval import samples
from eval.baseline import condense, faults, main, update
from eval.change_table import change_table, verdict
from eval.changes import compare_reports
from eval.measures.catalogue import MEASURES
from eval.report import About, Report
from eval.report_json import read_report, write_report
from eval.run import Row
from eval.tables import markdown_table
from ingest import UnreadableSource
from tests.conftest import REPOSITORY


def report(**scores):
    """A report of one row a keyword: its id, and its scores."""
    return Report(
        tuple(
            Row(id=id_, type="fact", answerable=True, answered=True, scores=told)
            for id_, told in scores.items()
        ),
        About(system="minutebook"),
    )


def joint(*values):
    return report(**{f"q{n}": {"joint": (value,)} for n, value in enumerate(values)})


def test_a_question_is_better_worse_or_changed_by_its_measures():
    before = report(
        a={"joint": (0.0,), "rec": (0.5,)},
        b={"joint": (1.0,), "wrong_para": (0.0,)},
        c={"prec": (0.5,), "rec": (0.5,)},
        d={"joint": (1.0,)},
    )
    after = report(
        a={"joint": (1.0,), "rec": (0.5,)},
        b={"joint": (1.0,), "wrong_para": (1.0,)},
        c={"prec": (1.0,), "rec": (0.0,)},
        d={"joint": (1.0,)},
    )
    found = compare_reports(before, after)
    assert (found.better, found.worse, found.changed) == (("a",), ("b",), ("c",))
    gains = {change.name: change.gain for change in found.changes}
    assert gains == {"prec": 0.5, "rec": -0.25, "joint": pytest.approx(1 / 3), "wrong_para": -1}
    assert [change.name for change in found.fallen] == ["rec", "wrong_para"]


def test_only_questions_of_both_reports_are_compared_and_the_others_are_told():
    before, after = report(a={"joint": (1.0,)}, b={"joint": (1.0,)}), report(b={"joint": (1.0,)}, c={})
    found = compare_reports(before, after)
    assert (found.shared, found.only_before, found.only_after) == (1, ("a",), ("c",))
    assert "Compared over 1 questions (1 only before, 1 only after)" in change_table(found)


def test_another_question_file_is_told_since_its_gold_may_be_another():
    before, after = joint(1.0), joint(1.0)
    assert "differ" not in change_table(compare_reports(before, after))
    other = Report(after.rows, About(system="minutebook", sha256="other"))
    assert "the question files differ" in change_table(compare_reports(before, other))


def test_a_rise_of_one_question_in_forty_is_no_sure_rise_and_of_twenty_is():
    few = compare_reports(joint(*[0.0] * 40), joint(1.0, *[0.0] * 39)).changes[0]
    many = compare_reports(joint(*[0.0] * 40), joint(*[1.0] * 20, *[0.0] * 20)).changes[0]
    assert verdict(few) == "perhaps better"
    assert verdict(many) == "better"
    assert many.difference.p < 0.01 < few.difference.p


@given(st.lists(st.tuples(st.sampled_from([0.0, 0.5, 1.0]), st.sampled_from([0.0, 0.5, 1.0])), min_size=1))
def test_turning_a_comparison_round_turns_its_signs_round(pairs):
    before, after = joint(*[a for a, _ in pairs]), joint(*[b for _, b in pairs])
    there, back = compare_reports(before, after), compare_reports(after, before)
    assert (there.better, there.worse) == (back.worse, back.better)
    assert there.changes[0].gain == pytest.approx(-back.changes[0].gain)
    assert 0 < there.changes[0].difference.p <= 1


@given(st.lists(st.sampled_from([0.0, 0.5, 1.0]), min_size=1))
def test_a_report_beside_itself_has_changed_in_nothing(values):
    found = compare_reports(joint(*values), joint(*values))
    assert (found.better, found.worse, found.changed, found.fallen, found.risen) == ((),) * 5
    assert found.changes[0].difference.significant is False


def kept(path, of):
    write_report(path, of, lambda row: {"question": "?"})
    return path


@pytest.fixture
def readme(tmp_path):
    path = tmp_path / "README.md"
    path.write_text("# Ours\n<!-- table -->\nold\n<!-- /table -->\nrest\n", "utf-8")
    return path


def held(tmp_path, before, after, readme, *more):
    """What `python -m eval.baseline` comes to for a report, held to another."""
    baseline = tmp_path / "baseline.json"
    baseline.write_text(condense(before), "utf-8")
    now = kept(tmp_path / "now.json", after)
    return main([str(now), "--baseline", str(baseline), "--readme", str(readme), *more])


def test_a_fall_is_a_fault_that_names_its_questions_and_the_command(tmp_path, readme, capsys):
    assert held(tmp_path, joint(1.0, 1.0, 1.0, 1.0), joint(1.0, 0.0, 1.0, 0.5), readme) == 1
    told = capsys.readouterr().err
    assert "joint fell from 1.0000 to 0.6250 (q1 q3)" in told
    assert "make baseline" in told


def test_a_fall_by_one_question_is_told_and_no_fault_since_another_processor_may_part_a_tie(
    tmp_path, readme, capsys
):
    assert held(tmp_path, joint(1.0, 1.0), joint(1.0, 0.0), readme) == 0
    assert "joint fell from 1.0000 to 0.5000 (q1), by one question or less" in capsys.readouterr().err


def test_a_rise_asks_for_the_baseline_to_be_updated_and_is_no_fault(tmp_path, readme, capsys):
    assert held(tmp_path, joint(1.0, 0.0), joint(1.0, 1.0), readme) == 0
    assert "make baseline" in capsys.readouterr().err


def test_no_change_is_told_without_a_word_on_the_baseline(tmp_path, readme, capsys):
    assert held(tmp_path, joint(1.0, 1 / 3), joint(1.0, 1 / 3), readme) == 0
    assert capsys.readouterr().err == ""


def test_other_questions_than_those_of_the_baseline_are_a_fault():
    assert "not those of the baseline" in faults(compare_reports(joint(1.0), joint(1.0, 1.0)))[0]


def test_updating_writes_the_baseline_and_the_table_and_then_nothing_has_changed(tmp_path, readme):
    now = joint(1.0, 1 / 3)
    assert held(tmp_path, joint(0.0, 0.0), now, readme, "--update") == 0
    text = readme.read_text("utf-8")
    assert text == f"# Ours\n<!-- table -->\n{markdown_table(now)}\n<!-- /table -->\nrest\n"
    found = compare_reports(read_report(tmp_path / "baseline.json"), now)
    assert (found.fallen, found.risen, found.shared) == ((), (), 2)


def test_a_readme_without_a_place_for_the_table_is_left_alone(tmp_path, readme):
    readme.write_text("# Ours\n", "utf-8")
    baseline = tmp_path / "baseline.json"
    with pytest.raises(UnreadableSource, match="has no lines <!-- table -->"):
        update(joint(1.0), baseline, readme)
    assert not baseline.exists()


def test_the_baseline_is_of_the_sample_questions_as_they_are():
    asked = [json.loads(line)["id"] for line in samples.QUESTIONS.read_text("utf-8").splitlines() if line]
    assert [row.id for row in read_report(samples.BASELINE).rows] == asked


def test_the_table_of_the_readme_is_that_of_the_baseline():
    assert markdown_table(read_report(samples.BASELINE)) in (REPOSITORY / "README.md").read_text("utf-8")


def test_every_measure_that_the_samples_have_is_in_the_baseline():
    rows = read_report(samples.BASELINE).rows
    assert {name for row in rows for name, values in row.scores.items() if values} == set(MEASURES)


def test_update_is_called_with_files_that_it_may_write(tmp_path, readme):
    with pytest.raises(UnreadableSource, match="cannot be written"):
        update(joint(1.0), tmp_path / "none" / "baseline.json", readme)
    assert "old" in readme.read_text("utf-8")

"""The commands of the registers, as people and scripts meet them."""

from __future__ import annotations

import csv
import json
from datetime import date

import pytest

from assistant.cli import main
from ingest import Kind
from tests.assistant.register.meetings import meeting, store_of

MARCH, MAY = date(2020, 3, 3), date(2020, 5, 5)


@pytest.fixture
def store(folder):
    said = [
        ("=HYPERLINK that the ramp be closed.", Kind.DECISION),
        ("Skate ramp – The Clerk to write to Zenith Ramps.", Kind.ACTION),
    ]
    later = ["Skate ramp – The Clerk had written to Zenith\x1b[31m Ramps."]
    with store_of(folder, meeting(MARCH, ("Ramps", said)), meeting(MAY, ("Matters arising", later))):
        return folder


@pytest.fixture
def run(capsys):
    def call(*arguments):
        status = main([str(a) for a in arguments])
        said = capsys.readouterr()
        return status, said.out, said.err

    return call


def test_decisions_are_listed_under_their_meetings_with_their_printed_place(run, store):
    status, out, err = run("decisions", "--store", store)
    assert (status, err) == (0, "")
    assert out.splitlines() == [
        "3 March 2020, Parks Committee, Ashby Borough Council",
        "  decided: Ramps, paragraph 1.1",
        "    =HYPERLINK that the ramp be closed.",
        "",
    ]


def test_actions_are_listed_with_what_shows_how_they_stand_and_steer_no_terminal(run, store):
    _, out, _ = run("actions", "--standing", "discharged", "--store", store)
    assert "  discharged 5 May 2020: Ramps, paragraph 1.2" in out
    assert "      > “Skate ramp – The Clerk had written to Zenith\N{REPLACEMENT CHARACTER}[31m Ramps.”" in out
    assert "owner: The Clerk" in out


def test_json_is_one_object_a_line_and_its_keys_open_the_passages(run, store):
    _, out, _ = run("actions", "--json", "--store", store)
    (action,) = map(json.loads, out.splitlines())
    assert (action["standing"], action["last_meeting"], action["due"]) == ("discharged", "2020-05-05", None)
    assert [(m["done"], m["date"]) for m in action["mentions"]] == [(True, "2020-05-05")]
    assert action["key"] == "2020-03-03-ashby-parks.txt#1/paragraph/1.2/1-1//"
    (decision,) = map(json.loads, run("decisions", "--json", "--store", store)[1].splitlines())
    assert (decision["outcome"], decision["words"]) == ("decided", "=HYPERLINK that the ramp be closed.")


def test_out_writes_a_file_for_a_spreadsheet_and_prints_no_entry(run, store, tmp_path):
    status, out, _ = run("decisions", "--out", tmp_path / "d.csv", "--store", store)
    assert (status, out) == (0, f"1 rows written to {tmp_path / 'd.csv'}\n")
    with (tmp_path / "d.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["Date"], row["Words"]) == ("2020-03-03", "'=HYPERLINK that the ramp be closed.")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (
            ["decisions", "--search", "zebra"],
            "No decision matches. Searched: 3 meetings, 1 January 2001 to 5 May 2020.\n",
        ),
        (
            ["actions", "--standing", "raised", "--since", "2020-01-01"],
            "No action matches. Searched: 2 meetings, 3 March",
        ),
        (["decisions", "--council", "Elsewhere"], "No decision matches. No meeting is loaded that fits"),
    ],
)
def test_where_nothing_matches_one_line_says_what_was_searched(run, store, arguments, says):
    status, out, err = run(*arguments, "--store", store)
    assert (status, err) == (0, "")
    assert out.startswith(says)
    assert out.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["decisions", "--since", "yesterday"],
        ["actions", "--until", "2020-02-30"],
        ["decisions", "--out", "d.pdf"],
    ],
)
def test_what_cannot_be_understood_is_one_line_and_no_traceback(run, store, arguments):
    status, out, err = run(*arguments, "--store", store)
    assert (status, out) == (1, "")
    assert err.startswith("minutebook: ")
    assert err.count("\n") == 1


def test_without_a_store_each_command_says_what_to_run_first(run, tmp_path):
    for command in ("decisions", "actions"):
        status, _, err = run(command, "--store", tmp_path / "none")
        assert status == 1
        assert err.endswith("run `minutebook ingest` first\n")


@pytest.mark.model
def test_a_timeline_is_printed_drawn_and_given_to_scripts(run, sample_store, tmp_path):
    _, out, _ = run("timeline", "secure", "accommodation", "--store", sample_store)
    assert out.startswith("Yes, at 2 meetings: first 24 November 2014 ")
    assert "\n  decided: Draft terms of reference, resolution 1\n" in out
    _, out, _ = run("timeline", "secure accommodation", "--json", "--store", sample_store)
    found = json.loads(out)
    assert (found["first"], found["latest"], found["discussed"]) == ("2014-11-24", "2015-07-07", True)
    assert all(stop["passages"] for stop in found["stops"])
    assert run("timeline", "secure", "--out", tmp_path / "x.svg", "--store", sample_store)[0] == 0
    assert (tmp_path / "x.svg").read_text("utf-8").startswith("<svg ")
    _, out, _ = run("timeline", "helicopter landing", "--store", sample_store)
    assert out.startswith("No: no passage has all words of “helicopter landing”. Searched: 5 meetings")

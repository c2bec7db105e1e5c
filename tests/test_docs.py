"""The papers tell the truth: every command, quote, file and measure in them is there."""

import json
import re
import subprocess
import sys
from importlib.metadata import version

import pytest

from assistant.answering import Assistant
from assistant.contract import answer_json
from eval.measures.catalogue import MEASURES
from ingest import parse, read_source
from tests.conftest import REPOSITORY
from tests.vectorstore.hashing import HashEmbedder
from vectorstore import MinutesStore, load

PAPERS = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")
README = (REPOSITORY / "README.md").read_text("utf-8")
SAMPLES = REPOSITORY / "eval" / "data" / "minutes"


def minutebook(*arguments):
    return subprocess.run(
        [sys.executable, "-m", "assistant", *arguments], capture_output=True, text=True, check=True
    ).stdout


def commands():
    """The commands that `minutebook --help` lists."""
    return re.findall(r"^    (\w+)(?: +\w|$)", minutebook("--help"), re.MULTILINE)


def blocks(language=""):
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def test_every_command_is_in_the_readme_and_the_readme_names_no_other():
    named = set(re.findall(r"^\| `minutebook (\w+)", README, re.MULTILINE))
    assert named == set(commands())
    assert "ask" in named


def test_every_command_explains_itself():
    for command in commands():
        usage = minutebook(command, "--help")
        assert f"usage: minutebook {command}" in usage
        assert len(usage.split("\n\n")) >= 3, f"{command} has no description"


def test_every_flag_in_the_readme_is_one_of_its_command():
    unknown = [
        (command, flag)
        for command, row in re.findall(r"^\| `minutebook (\w+)(.*)$", README, re.MULTILINE)
        for flag in re.findall(r"--[a-z]+", row)
        if flag not in minutebook(command, "--help")
    ]
    assert unknown == []


@pytest.mark.parametrize("paper", PAPERS)
def test_every_file_that_is_named_exists(paper):
    text = (REPOSITORY / paper).read_text("utf-8")
    linked = re.findall(r"\]\(((?!https?:)[^)#]+)\)", text)
    quoted = re.findall(r"`((?:[\w.-]+/)*[\w-]*\.(?:py|toml|txt|md|jsonl|yaml)|(?:[.\w-]+/)+\w+)`", text)
    named = {name for name in linked + quoted if not name.startswith(".venv")}
    assert {name for name in named if not (REPOSITORY / name).exists()} == set()
    assert named or paper == "CHANGELOG.md"


def test_every_make_target_that_is_named_exists():
    makefile = (REPOSITORY / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    named = {t for paper in PAPERS for t in re.findall(r"\bmake ([a-z]+)\b", _code(REPOSITORY / paper))}
    assert {"demo", "test", "chat"} <= named <= targets


def _code(path):
    """What stands between backticks or in blocks of code."""
    return "\n".join(re.findall(r"```.*?```|`[^`\n]+`", path.read_text("utf-8"), re.DOTALL))


def test_every_quote_of_the_transcript_stands_in_the_sample_minutes():
    transcript = blocks("console")[0]
    texts = " ".join(" ".join(path.read_text("utf-8").split()) for path in sorted(SAMPLES.glob("*.txt")))
    quotes = [" ".join(quote.split()) for quote in re.findall(r"“(.*?)”", transcript, re.DOTALL)]
    assert quotes
    assert [quote for quote in quotes if quote not in texts] == []
    cited = set(re.findall(r"\(([\w-]+\.txt)\)", transcript))
    assert cited
    assert all((SAMPLES / name).exists() for name in cited)


def test_the_transcript_runs_what_make_demo_runs():
    makefile = (REPOSITORY / "Makefile").read_text("utf-8")
    question = re.search(r"^QUESTION := (.*)$", makefile, re.MULTILINE)[1]
    store = re.search(r"^STORE := (.*)$", makefile, re.MULTILINE)[1]
    run = re.findall(r"^\$ (minutebook .*)$", blocks("console")[0], re.MULTILINE)
    assert run == [
        f"minutebook ingest eval/data/minutes --store {store}",
        f'minutebook ask "{question}" --store {store}',
    ]


def test_the_json_of_the_readme_has_the_keys_that_are_printed(tmp_path):
    """An answer of the assistant has exactly the keys of the example, at every level."""
    (example,) = (json.loads(block) for block in blocks("json"))
    embedder = HashEmbedder()
    with MinutesStore.open(tmp_path / "store", embedder, create=True) as store:
        load(store, [parse(read_source(SAMPLES / "2014-11-24-education-scrutiny.txt"))], embedder)
        printed = json.loads(answer_json(Assistant(store, embedder).ask("what does 7.3 say?")))
    assert printed["answered"]
    assert list(example) == list(printed)
    assert list(example["coverage"]) == list(printed["coverage"])
    for part in ("claims", "citations", "hits"):
        assert list(example[part][0]) == list(printed[part][0]), part


def test_the_table_of_the_readme_names_measures_that_exist_with_what_they_count():
    rows = re.findall(r"^\| (\w+) \| ([\d.]+) \| ([\d.]+) to ([\d.]+) \| (.*) \|$", README, re.MULTILINE)
    assert rows
    for name, mean, low, high, meaning in rows:
        assert MEASURES[name].meaning == meaning
        assert float(low) <= float(mean) <= float(high)


def test_the_page_on_evaluation_defines_every_measure_and_every_key_of_a_report():
    page = (REPOSITORY / "docs" / "evaluation.md").read_text("utf-8")
    defined = {
        name
        for row in re.findall(r"^\| (`\w+`.*?) \|", page, re.MULTILINE)
        for name in re.findall(r"`(\w+)`", row)
    }
    assert set(MEASURES) <= defined
    assert {"schema", "metrics", "groups", "rows", "scores", "judged"} <= defined


def test_the_changelog_tells_of_the_version_that_is_installed():
    assert f"## [{version('minutebook')}]" in (REPOSITORY / "CHANGELOG.md").read_text("utf-8")

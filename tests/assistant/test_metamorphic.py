"""What must not change an answer changes none, and what it rests on does."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answering import Assistant
from assistant.cli import main
from assistant.opening import open_assistant

pytestmark = pytest.mark.model

QUESTIONS = (
    "What did the education scrutiny sub-committee ask for on secure accommodation in November 2014?",
    "How many secure units had shut in recent months?",
    "Who was elected chair of the Secure Accommodation Panel?",
    "what was agreed about school crossing patrols?",
)
UNRELATED = """\
Mossgate Town Council
Minutes of the Allotments Committee held on 4 June 2013

1. Water butts
1.1 The Clerk reported that the butts at Sallow Lane were cracked.
RESOLVED: That four butts be bought from Harker's at 31 pounds each.
"""


def _load(folder: Path, files: list[Path]) -> Assistant:
    assert main(["ingest", *map(str, files), "--store", str(folder)]) == 0
    return open_assistant(folder)


def _cited(assistant: Assistant, question: str) -> list[str]:
    return [cited.passage.key for cited in assistant.ask(question).citations]


@pytest.fixture(scope="module")
def answered(assistant) -> dict[str, list[str]]:
    """What each question is answered from; all of them are."""
    cited = {question: _cited(assistant, question) for question in QUESTIONS}
    assert all(cited.values())
    return cited


@pytest.mark.parametrize(
    "change",
    [
        str.upper,
        lambda q: q.rstrip("?"),
        lambda q: q.replace(" ", "  "),
        lambda q: q.replace("secure", "secrue").replace("crossing", "crosing"),
    ],
    ids=["upper case", "no question mark", "doubled blanks", "one typing error"],
)
def test_how_a_question_is_typed_changes_no_citation(assistant, answered, change):
    for question, cited in answered.items():
        assert _cited(assistant, change(question)) == cited


def test_the_minutes_of_an_unrelated_council_change_no_answer(samples, answered, tmp_path):
    stranger = tmp_path / "2013-06-04-mossgate-allotments.txt"
    stranger.write_text(UNRELATED, "utf-8")
    more = _load(tmp_path / "store", [*samples, stranger])
    assert {question: _cited(more, question) for question in answered} == answered


def test_without_the_passage_that_it_rests_on_an_answer_is_another_or_a_refusal(
    assistant, samples, answered, tmp_path
):
    question = QUESTIONS[1]
    (gone,) = assistant.ask(question).citations
    fewer = []
    for path in samples:
        text = path.read_bytes().decode("utf-8")
        if path.name == gone.passage.source:
            assert gone.passage.text in text
            text = text.replace(gone.passage.text, "")
        fewer.append(tmp_path / path.name)
        fewer[-1].write_bytes(text.encode("utf-8"))
    left = _load(tmp_path / "store", fewer).ask(question)
    assert gone.passage.text not in [cited.passage.text for cited in left.citations]


def test_the_citation_moves_along_when_a_file_is_numbered_anew(assistant, samples, answered, tmp_path):
    question = QUESTIONS[1]
    (before,) = assistant.ask(question).citations
    number = before.passage.citation.printed or ""
    whole, _, part = number.partition(".")
    anew = []
    for path in samples:
        text = path.read_bytes().decode("utf-8")
        if path.name == before.passage.source:
            text = text.replace(f"\n{whole}.", f"\n{int(whole) + 20}.")
            assert f"\n{int(whole) + 20}.{part}" in text
        anew.append(tmp_path / path.name)
        anew[-1].write_bytes(text.encode("utf-8"))
    (after,) = _load(tmp_path / "store", anew).ask(question).citations
    assert after.passage.words == before.passage.words
    assert after.passage.citation.printed == f"{int(whole) + 20}.{part}"

"""Which of the passages found is cited: outcomes for meetings, definitions for acronyms, what settled a motion."""

from __future__ import annotations

import pytest

from assistant.answerability import eligible
from assistant.answering import Asked, Assistant
from assistant.cli import main
from assistant.opening import open_assistant

pytestmark = pytest.mark.model

SPRING = """Borough of Netherby

Leisure Committee

Minutes of the meeting held on 4 March 2019

1. Cold store

1.1 The officer said that the cold store project, CWP, had begun and that CWP would need a crane.

1.2 The Cold Winter Provision (CWP) keeps food for the winter in the old fort.

1.3 CWP had been praised by the press, and CWP was to be visited in May.

2. Lido opening hours

2.1 The officer set out the lido opening hours of the year before and what swimmers thought of the lido hours.

RESOLVED:

1. That seven in the morning be the time from May to August.

3. Motion submitted by Councillor Bee

Councillor Ann Bee will move that the Minister be asked for stricter law on the sale of second hand boats.

Members spoke of the trade on the river and of what a buyer can know.

The Members agreed that the motion be sent to the Minister for boats.
"""
AUTUMN = """Borough of Netherby

Leisure Committee

Minutes of the meeting held on 7 October 2020

1. Cold store

1.1 The officer said that the cold store was full.

2. Lido opening hours

2.1 The officer set out how the lido opening hours had worked and what swimmers said of the lido hours.

RESOLVED:

1. That eight in the morning be the time from May to August.

3. Applications received

3.1 A porch at Mill House, with one objection.

3.2 A garden wall at Ferry Cottage, without comment.

4. Ferry timetable

4.1 Councillor Ann Bee recommended that the ferry move to the old quay and its timetable to the summer hours.

RESOLVED:

1. That the ferry timetable be printed.
"""


@pytest.fixture(scope="module")
def netherby(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("netherby")
    for name, text in (("spring.txt", SPRING), ("autumn.txt", AUTUMN)):
        (folder / name).write_text(text, "utf-8")
    assert main(["ingest", str(folder), "--store", str(folder / "store")]) == 0
    return open_assistant(folder / "store")


def _cited(assistant: Assistant, question: str) -> list[str]:
    return [cited.passage.citation.label for cited in assistant.ask(question).citations]


def test_an_acronym_by_itself_is_answered_by_the_passage_that_writes_it_out(netherby):
    assert _cited(netherby, "CWP?") == ["paragraph 1.2"]


def test_a_topic_through_the_meetings_is_told_by_what_each_of_them_decided(netherby):
    answer = netherby.ask("history of the lido opening hours")
    assert [c.passage.citation.label for c in answer.citations] == ["resolution 1", "resolution 1"]
    assert [c.passage.held_on.year for c in answer.citations] == [2019, 2020]


def test_what_settled_a_motion_answers_although_it_repeats_few_of_its_words(netherby):
    answer = netherby.ask("what did the committee do with the second hand boats motion")
    assert [c.passage.words for c in answer.citations] == [
        "The Members agreed that the motion be sent to the Minister for boats."
    ]


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("what does LC/7 (b) say?", "Members asked for a second crane."),
        ("what does paragraph (b) of LC/7 say?", "Members asked for a second crane."),
        ("minute LC/8 (b)", "Members asked for a lamp."),
    ],
)
def test_a_part_is_looked_up_within_the_number_that_holds_it(tmp_path, question, words):
    minutes = tmp_path / "parts.txt"
    minutes.write_text(
        "Borough of Netherby\n\nLeisure Committee\n\nMinutes of the meeting held on 4 March 2019\n\n"
        "LC/7 Fort\n\n(a) The fort was dry.\n\n(b) Members asked for a second crane.\n\n"
        "LC/8 Quay\n\n(a) The quay was wet.\n\n(b) Members asked for a lamp.\n",
        "utf-8",
    )
    assert main(["ingest", str(minutes), "--store", str(tmp_path / "store")]) == 0
    assistant = open_assistant(tmp_path / "store")
    assert [cited.passage.words.strip() for cited in assistant.ask(question).citations] == [words]
    missing = assistant.ask("what does LC/8 (z) say?")
    assert not missing.answered
    assert "LC/8 (z)" in missing.text


def test_a_figure_of_no_paragraph_in_a_question_with_a_subject_is_no_missing_number(netherby):
    answer = netherby.ask("did the mayor scrap the 6.30 boat?")
    assert not answer.answered
    assert "paragraph 6.30" not in answer.text


def test_a_line_that_says_no_more_than_the_question_is_no_answer(netherby: Assistant) -> None:
    """The title of an item, or a place above its applications, repeats the words asked about and tells nothing."""
    question, found = netherby.look_up(Asked(text="what was said about the applications received?"))
    alone = [ranked for ranked in found if ranked.passage.words.strip() == "Applications received"]

    assert alone
    assert not any(eligible(question, ranked) for ranked in alone)


def test_who_moved_is_answered_only_where_a_mover_is_recorded(netherby: Assistant) -> None:
    """A ferry may move, and be no motion's mover."""
    said = netherby.ask("who moved the ferry timetable?")

    assert not said.answered

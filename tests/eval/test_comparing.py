"""A set of questions through a language model, judged beside the quoting writer: inventions are found and told."""

from __future__ import annotations

import pytest

from assistant.answering import Assistant
from eval import samples
from eval.cases import read_cases
from eval.comparing import Marking, compare, faults, table
from eval.matching import Matcher
from ingest import parse, read_source
from tests.assistant.language.reading import Script, evidence
from tests.vectorstore.hashing import HashEmbedder
from vectorstore import MinutesStore, load


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    embedder = HashEmbedder()
    with MinutesStore.open(tmp_path_factory.mktemp("compared") / "store", embedder, create=True) as store:
        load(
            store,
            [parse(read_source(path)) for path in sorted(samples.MINUTES.glob("201[45]*.txt"))],
            embedder,
        )
        yield Assistant(store, embedder)


@pytest.fixture(scope="module")
def cases():
    return read_cases(samples.QUESTIONS)[:12]


def compared(plain, cases, draft):
    return list(compare(plain, plain.with_drafter(Script(draft)), cases, Matcher([])))


def test_a_model_that_lies_changes_no_measure_and_its_lies_are_counted(plain, cases):
    rows = compared(plain, cases, "The moon was bought for £3. [1] Mr Nobody is the chair. [9]")
    answered = sum(row.quoted.answered for row in rows)
    assert answered
    assert faults(rows) == []
    assert sum(row.audit.dropped for row in rows) == 2 * answered
    for row in rows:
        assert (row.quoted.scores, row.quoted.answered) == (row.worded.scores, row.worded.answered)
    assert f"sentences dropped            {2 * answered}" in table(rows)


def test_a_lie_that_was_shown_would_be_found(plain, cases, monkeypatch):
    monkeypatch.setattr("assistant.rewording.find_fault", lambda sentence, evidence: None)
    rows = compared(plain, cases, "The moon was bought for £3. [1]")
    told = faults(rows)
    assert any("unsupported: The moon was bought for £3." in line for line in told)


def test_marking_puts_every_marker_after_every_sentence():
    drafter = Marking(Script("It was agreed. It cost £4 [9]."))
    shown = [evidence("It was agreed.", n=1), evidence("It cost £4.", n=2)]
    assert list(drafter.draft("?", shown)) == ["It was agreed. [1][2]\n", "It cost £4. [1][2]\n"]

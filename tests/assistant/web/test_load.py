"""Many at once over real HTTP: nobody gets an error or somebody else's answer, and a crowd is turned away in order."""

from __future__ import annotations

import threading

import pytest

from assistant.answering import Assistant
from benchmarks.clients import ask, ask_at_once
from ingest import MeetingFacts, parse, read_source
from tests.assistant.web.conftest import CHOSEN, SAMPLES, running
from tests.vectorstore.hashing import HashEmbedder
from vectorstore import MinutesStore, load

AT_ONCE, WAITING = 8, 42


class Holding(Assistant):
    """An assistant that can be told to wait before it answers."""

    def __init__(self, *given):
        super().__init__(*given)
        self.go = threading.Event()
        self.go.set()

    def ask(self, *given, **more):
        assert self.go.wait(60)
        return super().ask(*given, **more)


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """The assistant, its embedder and the address of its chat."""
    embedder = HashEmbedder()
    with MinutesStore.open(tmp_path_factory.mktemp("load") / "store", embedder, create=True) as store:
        load(store, [parse(read_source(SAMPLES / name)) for name in CHOSEN], embedder)
        assistant = Holding(store, embedder)
        for address in running(assistant):
            yield assistant, embedder, address


def questions(assistant, n):
    found = assistant.example_questions(n)
    return (found * n)[:n]


def test_fifty_at_once_while_minutes_are_loaded_get_the_answers_given_alone(house):
    assistant, embedder, address = house
    asked = questions(assistant, AT_ONCE + WAITING)
    alone = {question: ask(address, question).said for question in set(asked)}
    others = [path for path in sorted(SAMPLES.glob("*.txt")) if path.name not in CHOSEN]
    elsewhere = MeetingFacts(council="Elsewhere Town Council")
    facts = [parse(read_source(path), elsewhere) for path in others]
    loading = threading.Thread(target=load, args=(assistant.store, facts, embedder))
    loading.start()
    replies = ask_at_once(address, asked)
    loading.join()

    assert [reply.error for reply in replies if reply.answer is None] == []
    assert [reply.question for reply in replies] == [reply.answer["question"] for reply in replies]
    again = {question: ask(address, question).said for question in set(asked)}
    # What was loaded meanwhile may be cited too; nothing but the one or the other may be said.
    assert [r.question for r in replies if r.said not in (alone[r.question], again[r.question])] == []


def test_a_crowd_is_turned_away_and_those_who_wait_are_all_answered(house):
    assistant, _, address = house
    asked = questions(assistant, 150)
    assistant.go.clear()
    threading.Timer(5, assistant.go.set).start()
    replies = ask_at_once(address, asked)
    answered = [reply for reply in replies if reply.answer is not None]
    away = [reply for reply in replies if reply.turned_away]

    assert len(answered) + len(away) == 150
    assert WAITING <= len(answered) <= WAITING + AT_ONCE
    assert all("full" in reply.error for reply in away)
    assert all(reply.seconds < 60 for reply in away)
    assert ask(address, asked[0]).answer is not None

"""The audit log: one whole line an answer, however many write at once, and nobody named unless that is asked for."""

from __future__ import annotations

import functools
import json
import logging
import multiprocessing
import os
import stat
import sys

import pytest

from assistant.access import Person, Role
from assistant.audit import Audited, AuditLog, CannotAudit
from assistant.cli import main
from assistant.model import Answer, Cited, Claim
from ingest import parse, read_source
from tests.conftest import REPOSITORY
from vectorstore import Coverage

ANN = Person("Ann", Role.READER)
MINUTES = REPOSITORY / "eval" / "data" / "minutes" / "2014-11-24-education-scrutiny.txt"


@functools.cache
def cited():
    return next(p for p in parse(read_source(MINUTES)).passages() if p.citation.printed)


def answer(question="what was agreed?", text="The minutes say so. [1]"):
    passage = cited()
    return Answer(
        question=question,
        text=text,
        claims=(Claim(text=text, citations=(1,)),),
        citations=(Cited(n=1, passage=passage, quote=passage.text),),
        hits=(),
        coverage=Coverage(meetings=1, first=None, last=None, bodies=(), councils=()),
    )


def lines(path):
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_a_line_says_when_what_was_asked_and_what_was_cited_and_not_who(tmp_path):
    path = tmp_path / "audit.jsonl"
    AuditLog(path).note(ANN, answer(), via="chat")
    (noted,) = lines(path)
    assert noted.pop("at").endswith("+00:00")
    assert noted == {
        "via": "chat",
        "who": None,
        "question": "what was agreed?",
        "answered": True,
        "citations": [answer().citations[0].passage.key],
        "writer": "quoting",
    }


def test_who_asked_is_named_where_the_council_wants_it(tmp_path):
    AuditLog(tmp_path / "audit.jsonl", names=True).note(ANN, answer(), via="chat")
    assert lines(tmp_path / "audit.jsonl")[0]["who"] == "Ann"


@pytest.mark.parametrize(
    "question", ["a\nb", 'x"}\n{"who": "forged"}', "\u2028 \x85", "beth a gytunwyd? ŵ ŷ"]
)
def test_no_question_can_forge_a_line(tmp_path, question):
    AuditLog(tmp_path / "audit.jsonl").note(ANN, answer(question), via="chat")
    raw = (tmp_path / "audit.jsonl").read_bytes()
    assert raw.count(b"\n") == 1
    assert json.loads(raw)["question"] == question


def test_the_file_is_for_its_owner_alone_and_what_stood_in_it_stays(tmp_path):
    path = tmp_path / "audit.jsonl"
    for n in range(2):
        AuditLog(path).note(ANN, answer(f"question {n}"), via="chat")
    assert [line["question"] for line in lines(path)] == ["question 0", "question 1"]
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def write_many(path, name):
    log = AuditLog(path)
    for n in range(200):
        log.note(ANN, answer(f"{name} {n} " + "x" * 5000), via="chat")


def test_processes_that_write_at_once_lose_and_mix_nothing(tmp_path):
    path = tmp_path / "audit.jsonl"
    spawn = multiprocessing.get_context("spawn")
    writers = [spawn.Process(target=write_many, args=(path, name)) for name in "abcd"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    noted = [line["question"].split()[:2] for line in lines(path)]
    assert len(noted) == 800
    for name in "abcd":
        assert [int(n) for who, n in noted if who == name] == list(range(200))


def test_a_log_that_cannot_be_written_is_told_before_anything_is_served(tmp_path, capsys):
    with pytest.raises(CannotAudit, match="name another file with --audit"):
        AuditLog(tmp_path)
    path = str(tmp_path / "nowhere" / "audit.jsonl")
    assert main(["chat", "--store", str(tmp_path), "--audit", path]) == 1
    assert capsys.readouterr().err.startswith(f"minutebook: cannot write the audit log {path}: No such file")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is always full")  # noqa: PTH110
def test_a_log_that_is_full_is_told_and_the_answer_is_given_all_the_same(caplog):
    with caplog.at_level(logging.ERROR):
        AuditLog("/dev/full").note(ANN, answer(), via="chat")
    assert "No space left on device; a question went unlogged" in caplog.text


class Assistant:
    """Answers in two pieces."""

    store = "the store"

    def ask(self, question, **more):
        return answer(question)

    def stream(self, question, **more):
        yield answer(question, "half")
        yield answer(question, "whole")


def test_what_a_person_saw_is_noted_once_also_if_they_left_before_the_end(tmp_path):
    path = tmp_path / "audit.jsonl"
    audited = Audited(Assistant(), AuditLog(path, names=True), lambda: ANN)
    assert [a.text for a in audited.stream("first")] == ["half", "whole"]
    leaving = audited.stream("second")
    next(leaving)
    leaving.close()
    audited.ask("third")
    assert [(line["question"], line["via"], line["who"]) for line in lines(path)] == [
        ("first", "chat", "Ann"), ("second", "chat", "Ann"), ("third", "program", "Ann")
    ]  # fmt: skip
    assert audited.store == "the store"


def test_the_log_is_opened_anew_for_every_line_so_that_it_can_be_moved_away(tmp_path):
    if sys.platform == "win32":
        pytest.skip("an open file cannot be moved there")
    path = tmp_path / "audit.jsonl"
    log = AuditLog(path)
    log.note(ANN, answer("before"), via="chat")
    path.rename(tmp_path / "audit.1")
    log.note(ANN, answer("after"), via="chat")
    assert [line["question"] for line in lines(path)] == ["after"]

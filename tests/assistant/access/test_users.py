"""The file of users: who may log in, with what, and from when on no longer."""

from __future__ import annotations

import json
import os
import stat

import pytest

from assistant.access import Act, BadUser, Person, Role, Users, UsersUnusable

PASSWORD = "three random words"


@pytest.fixture
def users(tmp_path):
    made = Users(tmp_path / "council" / "users.json")
    made.add("Ann Shah", Role.OFFICER, PASSWORD)
    return made


def test_a_name_is_known_in_any_case_and_only_with_its_password(users):
    assert users.with_password(" ann shah", PASSWORD).person == Person("Ann Shah", Role.OFFICER)
    assert users.with_password("Ann Shah", "three other words") is None
    assert users.with_password("Bob", PASSWORD) is None


def test_adding_somebody_again_changes_their_role_and_password(users):
    users.add("ann shah", Role.READER, "four random words now")

    assert [(u.name, u.role) for u in users.all()] == [("ann shah", Role.READER)]
    assert users.with_password("Ann Shah", PASSWORD) is None


def test_whoever_is_taken_out_by_another_process_is_out_at_once(users):
    running = Users(users.path)
    assert running.with_password("Ann Shah", PASSWORD)
    users.remove("Ann Shah")

    assert running.with_password("Ann Shah", PASSWORD) is None


def test_a_token_logs_a_program_in_until_the_next_is_made(users):
    first = users.issue_token("Ann Shah")
    assert users.with_token(first).name == "Ann Shah"
    second = users.issue_token("Ann Shah")

    assert users.with_token(first) is None
    assert users.with_token(second).name == "Ann Shah"
    assert users.with_token("") is None


def test_the_file_holds_neither_passwords_nor_tokens_and_nobody_else_can_read_it(users):
    token = users.issue_token("Ann Shah")
    text = users.path.read_text("utf-8")

    assert token not in text
    assert PASSWORD not in text
    if os.name == "posix":
        assert stat.S_IMODE(users.path.stat().st_mode) == 0o600
    assert [path.name for path in users.path.parent.iterdir()] == ["users.json"]


@pytest.mark.skipif(os.name != "posix", reason="modes of files are those of POSIX")
def test_a_file_that_everybody_can_read_is_not_used(users):
    users.path.chmod(0o644)
    with pytest.raises(UsersUnusable, match="chmod o-rwx"):
        Users(users.path).all()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"users": [{}]}',
        '{"users": [{"name": "a", "role": "king", "password": ""}]}',
        "\x00\xff",
    ],
)
def test_a_damaged_file_is_told_in_one_line(tmp_path, text):
    path = tmp_path / "users.json"
    path.write_text(text, "utf-8")
    path.chmod(0o600)
    with pytest.raises(UsersUnusable, match="is no file of users") as told:
        Users(path).all()
    assert "\n" not in str(told.value)


def test_a_file_that_is_not_there_is_told_with_what_makes_it(tmp_path):
    with pytest.raises(UsersUnusable, match="minutebook users add NAME"):
        Users(tmp_path / "users.json").all()


@pytest.mark.parametrize("name", ["", " ann", "ann\n", "<b>ann</b>", "x" * 65])
def test_a_name_that_cannot_be_typed_or_shown_plainly_is_not_taken(users, name):
    with pytest.raises(BadUser):
        users.add(name, Role.READER, PASSWORD)


def test_nobody_can_be_taken_out_or_given_a_token_who_is_not_there(users):
    for act in (users.remove, users.issue_token):
        with pytest.raises(BadUser, match="no user is called 'Bob'"):
            act("Bob")


def test_a_write_that_fails_leaves_the_file_as_it_was(users, monkeypatch):
    before = users.path.read_text("utf-8")

    def refuse(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(UsersUnusable, match="No space left on device"):
        users.add("Bob", Role.READER, PASSWORD)

    assert users.path.read_text("utf-8") == before
    assert json.loads(before)["users"][0]["name"] == "Ann Shah"
    assert len(list(users.path.parent.iterdir())) == 1


def test_a_reader_asks_and_an_officer_loads_too():
    may = {role: {act for act in Act if Person("x", role).may(act)} for role in Role}
    assert may == {Role.READER: {Act.ASK}, Role.OFFICER: {Act.ASK, Act.LOAD}}

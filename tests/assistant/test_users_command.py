"""`minutebook users` and the options of `minutebook chat` that say who may come in."""

from __future__ import annotations

import io
import os
import subprocess
import sys

import pytest

from assistant.access import Role, Users
from assistant.cli import main
from tests.conftest import REPOSITORY

PASSWORD = "three random words"


@pytest.fixture
def file(tmp_path, monkeypatch):
    """A file of users with one reader, her password given through a pipe."""
    path = tmp_path / "users.json"
    monkeypatch.setenv("MINUTEBOOK_USERS", str(path))
    assert add(monkeypatch, "ann") == 0
    return path


def add(monkeypatch, *arguments, password=PASSWORD):
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{password}\n"))
    return main(["users", "add", *arguments])


def test_the_password_comes_through_a_pipe_and_whoever_is_added_without_a_role_is_a_reader(file):
    user = Users(file).with_password("ann", PASSWORD)
    assert (user.name, user.role) == ("ann", Role.READER)


def test_somebody_added_again_has_the_new_role(file, monkeypatch, capsys):
    assert add(monkeypatch, "ann", "--role", "officer") == 0
    assert capsys.readouterr().out.endswith(f"ann may log in as officer ({file})\n")
    assert Users(file).named("ann").role is Role.OFFICER


def test_the_list_shows_names_roles_and_who_has_a_token(file, monkeypatch, capsys):
    add(monkeypatch, "Bob", "--role", "officer")
    main(["users", "token", "ann"])
    capsys.readouterr()
    assert main(["users", "list"]) == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert lines == [["Bob", "officer"], ["ann", "reader", "has", "a", "token"]]


def test_a_token_is_the_whole_output_so_that_it_can_be_piped(file, capsys):
    capsys.readouterr()
    assert main(["users", "token", "ann"]) == 0
    assert Users(file).with_token(capsys.readouterr().out.strip()).name == "ann"


def test_whoever_is_removed_is_gone(file):
    assert main(["users", "remove", "ann"]) == 0
    assert Users(file).all() == []


def test_a_password_that_is_too_short_changes_nothing_and_is_one_line(file, monkeypatch, capsys):
    before = file.read_text("utf-8")
    assert add(monkeypatch, "ann", password="short") == 1
    told = capsys.readouterr().err
    assert told.startswith("minutebook: a password must have 12 to 1,000 characters")
    assert told.count("\n") == 1
    assert file.read_text("utf-8") == before


def test_a_password_cannot_be_an_argument(file, capsys):
    with pytest.raises(SystemExit):
        main(["users", "add", "ann", PASSWORD])
    assert "unrecognized arguments" in capsys.readouterr().err


def test_two_passwords_typed_differently_change_nothing(file, monkeypatch, capsys):
    typed = iter(["three random words", "three random word"])
    monkeypatch.setattr("sys.stdin", type("Terminal", (io.StringIO,), {"isatty": lambda self: True})())
    monkeypatch.setattr("getpass.getpass", lambda prompt: next(typed))
    assert main(["users", "add", "ann"]) == 1
    assert "the two are not the same" in capsys.readouterr().err


def test_without_a_file_the_command_says_how_to_name_one(monkeypatch, capsys):
    monkeypatch.delenv("MINUTEBOOK_USERS", raising=False)
    assert main(["users", "list"]) == 1
    assert "give --users FILE, or set MINUTEBOOK_USERS" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--host", "0.0.0.0"], "give --users FILE for a log-in, or --open-to-all"),
        (["--public-url", "https://council.example/minutes"], "served at https://council.example/minutes"),
        (["--public-url", "council.example", "--open-to-all"], "write it as https://"),
        (["--users", "nowhere.json"], "there is no file of users nowhere.json"),
    ],
)
def test_a_chat_that_would_be_open_by_mistake_ends_at_once_with_one_line(tmp_path, arguments, told):
    command = [sys.executable, "-m", "assistant", "chat", "--store", str(tmp_path), "--port", "0", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, cwd=tmp_path)
    assert done.returncode == 1
    assert told in done.stderr
    assert done.stderr.count("\n") == 1
    assert list(tmp_path.iterdir()) == []

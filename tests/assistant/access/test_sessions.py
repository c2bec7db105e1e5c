"""Sessions end by themselves, by logging out, and with the password they began with; failures have to wait."""

from __future__ import annotations

import pytest

from assistant.access import Role, Sessions, Throttle, Users

PASSWORD = "three random words"


class Clock:
    """A clock that is set by hand."""

    now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def users(tmp_path):
    made = Users(tmp_path / "users.json")
    made.add("ann", Role.READER, PASSWORD)
    return made


def test_a_session_lasts_a_working_day(users, clock):
    sessions = Sessions(users, clock)
    key = sessions.begin(users.named("ann"))
    clock.now += 12 * 3600 - 1
    assert sessions.user(key).name == "ann"
    clock.now += 1
    assert sessions.user(key) is None


def test_logging_out_ends_one_session_and_no_other(users, clock):
    sessions = Sessions(users, clock)
    here, there = (sessions.begin(users.named("ann")) for _ in range(2))
    sessions.end(here)

    assert sessions.user(here) is None
    assert sessions.user(there).name == "ann"
    assert sessions.user("guessed") is None


def test_a_new_role_holds_at_once_and_a_new_password_ends_what_began_with_the_old(users, clock):
    sessions = Sessions(users, clock)
    key = sessions.begin(users.named("ann"))
    text = users.path.read_text("utf-8")
    users.path.write_text(text.replace('"reader"', '"officer"'), "utf-8")
    assert sessions.user(key).role is Role.OFFICER
    users.add("ann", Role.OFFICER, PASSWORD)
    assert sessions.user(key) is None


def test_whoever_is_taken_out_of_the_file_is_logged_out(users, clock):
    sessions = Sessions(users, clock)
    key = sessions.begin(users.named("ann"))
    users.remove("ann")
    assert sessions.user(key) is None


def test_after_five_failures_a_name_waits_and_its_owner_elsewhere_does_not(clock):
    throttle = Throttle(clock)
    assert [throttle.attempt("ann", "10.0.0.1") for _ in range(6)] == [0, 0, 0, 0, 0, 900]
    assert throttle.attempt("ANN ", "10.0.0.1") == 900
    assert throttle.attempt("ann", "10.0.0.2") == 0


def test_waiting_is_over_after_a_quarter_of_an_hour(clock):
    throttle = Throttle(clock)
    for _ in range(5):
        throttle.attempt("ann", "10.0.0.1")
    clock.now += 899.5
    assert throttle.attempt("ann", "10.0.0.1") == 1
    clock.now += 0.5
    assert throttle.attempt("ann", "10.0.0.1") == 0


def test_one_computer_that_tries_many_names_waits(clock):
    throttle = Throttle(clock)
    waits = [throttle.attempt(f"name {n}", "10.0.0.1") for n in range(21)]
    assert waits == [0] * 20 + [900]


def test_one_name_that_is_tried_from_many_computers_waits(clock):
    throttle = Throttle(clock)
    waits = [throttle.attempt("ann", f"10.0.0.{n}") for n in range(51)]
    assert waits == [0] * 50 + [900]


def test_an_office_that_logs_in_rightly_never_waits(clock):
    throttle = Throttle(clock)
    for n in range(100):
        assert throttle.attempt(f"name {n}", "10.0.0.1") == 0
        throttle.succeed(f"name {n}", "10.0.0.1")


def test_names_by_the_thousand_do_not_fill_the_memory(clock):
    throttle = Throttle(clock)
    for n in range(50_000):
        throttle.attempt(f"name {n}", f"10.0.{n % 250}.{n // 250}")
    assert len(throttle._failures) <= 20_003

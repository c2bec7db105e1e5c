"""Passwords: kept so that nobody can read them back, known again however they were typed."""

from __future__ import annotations

import pytest

from assistant.access.passwords import LONGEST, SHORTEST, BadPassword, hash_password, verify_password

PASSWORD = "three random words"


@pytest.fixture(scope="module")
def kept():
    return hash_password(PASSWORD)


def test_the_password_is_known_again_and_another_is_not(kept):
    assert verify_password(PASSWORD, kept)
    assert not verify_password(PASSWORD + " ", kept)
    assert not verify_password("", kept)


def test_nothing_of_the_password_stands_in_what_is_kept_and_two_are_never_kept_alike(kept):
    assert PASSWORD not in kept
    assert hash_password(PASSWORD) != kept


def test_the_costs_are_those_that_owasp_asks_for(kept):
    name, n, r, p, *_ = kept.split("$")
    assert (name, int(n), int(r), int(p)) == ("scrypt", 2**15, 8, 3)


def test_an_accent_typed_on_another_keyboard_is_the_same_letter():
    assert verify_password("cafe\u0301 au lait bowl", hash_password("caf\u00e9 au lait bowl"))


@pytest.mark.parametrize("password", ["", "x" * (SHORTEST - 1), "x" * (LONGEST + 1)])
def test_a_password_too_short_or_too_long_is_not_taken_and_the_line_does_not_repeat_it(password):
    with pytest.raises(BadPassword, match="12 to 1,000 characters") as told:
        hash_password(password)
    assert not password or password not in str(told.value)


def test_the_end_of_a_password_that_is_too_long_is_not_left_out(kept):
    longest = "x" * LONGEST
    assert not verify_password(longest + "y", hash_password(longest))

"""Tokens are kept as hashes only; sessions end; forms belong to their session."""

from __future__ import annotations

import pytest

from onrecord.views.web.access import SESSION_SECONDS, Allowance, Sessions, hashed, is_loopback, is_token, made_token


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.0.1", "::1", "[::1]", "localhost"])
def test_these_addresses_only_this_machine_reaches(host):
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7", "desk.example", "localhost.example"])
def test_these_others_may_reach_too(host):
    assert not is_loopback(host)


def test_a_token_fits_its_hash_alone_and_is_not_in_it():
    token = made_token()
    kept = hashed(token)
    assert is_token(token, kept)
    assert not is_token(token + "x", kept)
    assert token not in kept
    assert hashed(token) != kept


def test_a_session_ends():
    clock = Clock()
    sessions = Sessions(clock)
    name = sessions.admit()
    assert sessions.is_admitted(name)
    clock.now = SESSION_SECONDS + 1
    assert not sessions.is_admitted(name)


def test_a_session_that_was_left_is_over():
    sessions = Sessions(Clock())
    name = sessions.admit()
    sessions.end(name)
    assert not sessions.is_admitted(name)


def test_nobody_is_admitted_by_a_made_up_name():
    sessions = Sessions(Clock())
    sessions.admit()
    assert not sessions.is_admitted("made up")
    assert not sessions.is_admitted(None)


def test_a_form_belongs_to_its_session():
    sessions = Sessions(Clock())
    mine, yours = sessions.admit(), sessions.admit()
    assert sessions.is_form_key(mine, sessions.form_key(mine))
    assert not sessions.is_form_key(mine, sessions.form_key(yours))
    assert not sessions.is_form_key(mine, None)
    assert not sessions.is_form_key(None, sessions.form_key(mine))


def test_an_allowance_is_used_up_and_comes_back():
    clock = Clock()
    allowance = Allowance(2, clock)
    assert [allowance.take("me") for _ in range(3)] == [True, True, False]
    assert allowance.take("you")
    clock.now = 30
    assert [allowance.take("me") for _ in range(2)] == [True, False]

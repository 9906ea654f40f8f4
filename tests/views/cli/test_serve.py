"""`onrecord serve`: where it listens, and for whom."""

from __future__ import annotations

import json
import stat

import pytest

from onrecord.views import web


@pytest.fixture
def listened(monkeypatch):
    """What would have been served, instead of serving it."""
    calls = []

    def listen(app, host, port, say_address):
        calls.append(app)
        say_address(f"http://{host}:{port}/")

    monkeypatch.setattr(web, "listen", listen)
    return calls


def test_this_machine_needs_no_token(call, listened, read_record):
    answer = call("serve", "--port", "8020")
    assert answer.exit_code == 0
    assert "http://127.0.0.1:8020/" in answer.stdout
    assert "oken" not in answer.stdout
    assert listened[0].state.access.token_hash is None


def test_elsewhere_a_token_is_made_shown_once_and_kept_as_a_hash(call, listened, read_record, folder):
    token = json.loads(call("serve", "--host", "0.0.0.0", "--json").stdout)["token"]
    kept = folder / "onrecord.db.token"
    assert token
    assert token not in kept.read_text()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert json.loads(call("serve", "--host", "0.0.0.0", "--json").stdout)["token"] is None
    assert listened[0].state.access == listened[1].state.access


def test_a_new_token_takes_the_place_of_the_old_one(call, listened, read_record):
    for arguments in ((), ("--new-token",)):
        call("serve", "--host", "0.0.0.0", *arguments)
    assert listened[0].state.access.token_hash != listened[1].state.access.token_hash


def test_a_token_of_ones_own_is_taken_from_the_environment(call, listened, read_record, folder):
    answer = call("serve", "--host", "0.0.0.0", environment={"ONRECORD_TOKEN": "quite long enough"})
    assert "quite" not in answer.stdout
    assert not (folder / "onrecord.db.token").exists()


def test_a_short_token_is_refused(call, listened, read_record):
    answer = call("serve", "--host", "0.0.0.0", environment={"ONRECORD_TOKEN": "short"})
    assert answer.exit_code == 2
    assert "12 or more" in answer.stderr
    assert listened == []

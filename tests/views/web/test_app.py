"""The application as a whole: what it is made of, and what becomes of errors."""

from __future__ import annotations

import hashlib
import json

import pytest

from onrecord.errors import RecordError
from onrecord.record import RecordReader
from onrecord.views.web.app import STATIC


def test_what_others_wrote_is_what_the_lock_says():
    vendor = STATIC / "vendor"
    lock = json.loads((vendor / "lock.json").read_text(encoding="utf-8"))
    assert {path.name for path in vendor.iterdir()} == {"lock.json", *lock}
    for name, facts in lock.items():
        assert hashlib.sha256((vendor / name).read_bytes()).hexdigest() == facts["sha256"], name
        assert {"package", "version", "licence"} <= set(facts)


def test_an_address_of_nothing_says_so(browser):
    answer = browser.get("/articles/a-none")
    assert answer.status_code == 404
    assert "There is nothing at this address." in answer.text


def test_programs_are_told_errors_as_json(browser):
    assert browser.get("/api/articles/a-none").json() == {"error": "There is nothing at this address."}
    assert browser.get("/api/articles?page=none").status_code == 422


@pytest.mark.parametrize("address", ["/articles?since=yesterday", "/articles?page=0", "/search?q=" + "x" * 501])
def test_what_cannot_be_used_is_refused(browser, address):
    assert browser.get(address).status_code == 422


@pytest.mark.parametrize("address", ["/articles", "/api/articles"])
def test_no_error_names_a_place_of_the_machine(browser, monkeypatch, address):
    def fail(*_, **__):
        raise RecordError("/home/ada/secret.db: found damage; expected none; restore it")

    monkeypatch.setattr(RecordReader, "articles_listed", fail)
    answer = browser.get(address)
    assert answer.status_code == 503
    assert "ada" not in answer.text


def test_a_fault_of_ours_shows_nothing_of_its_innards(browser, monkeypatch, capsys):
    def fail(*_, **__):
        raise ZeroDivisionError("while in /home/ada")

    monkeypatch.setattr(RecordReader, "articles_listed", fail)
    answer = browser.get("/articles")
    assert answer.status_code == 500
    assert "ada" not in answer.text + capsys.readouterr().err


def test_the_application_says_whether_it_is_well(browser):
    assert browser.get("/health").json() == {"status": "ok"}


def test_the_interface_for_programs_describes_itself(browser):
    described = browser.get("/api/openapi.json").json()
    assert "/api/articles/{article_id}" in described["paths"]
    assert all(path.startswith("/api/") for path in described["paths"])

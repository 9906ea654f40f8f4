"""What every request passes, and what every answer carries."""

from __future__ import annotations

import pytest
from web_clients import TOKEN

from onrecord.views.web import Options, guard

PAGES = ("/", "/articles", "/search?q=signed", "/nothing", "/api/counts", "/static/style.css")


@pytest.mark.parametrize("page", PAGES)
def test_every_answer_lets_nothing_in_from_elsewhere(browser, page):
    policy = browser.get(page).headers["content-security-policy"]
    assert policy.startswith("default-src 'self';")
    assert "unsafe" not in policy


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example:8017", ""])
def test_a_name_that_somebody_else_resolves_to_this_machine_opens_nothing(browser, host):
    answer = browser.get("/articles", headers={"host": host})
    assert answer.status_code == 421
    assert "Mayor" not in answer.text


@pytest.mark.parametrize("host", ["localhost:8017", "127.0.0.1", "[::1]:8017", "LOCALHOST"])
def test_this_machine_is_called_by_its_own_names(browser, host):
    assert browser.get("/articles", headers={"host": host}).status_code == 200


def test_a_form_without_the_key_of_its_session_changes_nothing(browser):
    browser.get("/")
    answer = browser.post("/name", data={"name": "Eve"}, follow_redirects=False)
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize(
    "headers", [{"origin": "https://evil.example"}, {"sec-fetch-site": "cross-site"}, {"origin": "null"}]
)
def test_a_form_of_another_site_changes_nothing(browser, headers):
    answer = browser.post("/name", data={"name": "Eve"}, headers=headers)
    assert answer.status_code == 403


def test_from_elsewhere_a_token_is_asked_for(guarded):
    for page in ("/", "/articles", "/search?q=signed"):
        answer = guarded.get(page, follow_redirects=False)
        assert answer.status_code == 303
        assert answer.headers["location"].startswith("/login?next=")
    assert guarded.get("/api/articles").status_code == 401


def test_without_the_token_only_the_door_can_be_seen(guarded):
    assert guarded.get("/health").json() == {"status": "ok"}
    assert guarded.get("/login").status_code == 200
    assert guarded.get("/static/style.css").status_code == 200


def test_the_token_opens_and_leads_to_what_was_asked_for(guarded):
    answer = guarded.post("/login", data={"token": TOKEN, "next": "/articles"}, follow_redirects=False)
    assert answer.headers["location"] == "/articles"
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert guarded.get("/articles").status_code == 200


def test_another_token_opens_nothing(guarded):
    assert guarded.post("/login", data={"token": "guess"}).status_code == 401
    assert guarded.get("/articles", follow_redirects=False).status_code == 303


def test_tokens_cannot_be_tried_out(guarded):
    answers = [
        guarded.post("/login", data={"token": f"guess {n}"}).status_code for n in range(guard.LOGINS_A_MINUTE + 1)
    ]
    assert answers[-1] == 429
    assert set(answers[:-1]) == {401}


@pytest.mark.parametrize("target", ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)"])
def test_the_door_leads_nowhere_else(guarded, target):
    answer = guarded.post("/login", data={"token": TOKEN, "next": target}, follow_redirects=False)
    assert answer.headers["location"] == "/"


def test_a_program_brings_the_token_along(guarded):
    assert guarded.get("/api/articles", headers={"authorization": f"Bearer {TOKEN}"}).status_code == 200
    assert guarded.get("/api/articles", headers={"authorization": "Bearer guess"}).status_code == 401
    for _ in range(2 * guard.LOGINS_A_MINUTE):
        assert guarded.get("/api/articles", headers={"authorization": f"Bearer {TOKEN}"}).status_code == 200


def test_too_much_is_not_taken(browser):
    answer = browser.post("/name", content=b"x" * (guard.LARGEST_FORM + 1))
    assert answer.status_code == 413


def test_too_much_is_not_taken_without_saying_how_much(browser):
    def drops():
        for _ in range(guard.LARGEST_FORM // 2**20 + 2):
            yield b"x" * 2**20

    headers = {"content-type": "application/x-www-form-urlencoded"}
    assert browser.post("/name", content=drops(), headers=headers).status_code == 413


def test_the_log_has_routes_and_no_words(opened, read_record):
    lines = []
    browser = opened(record=read_record, options=Options(log=lines.append))
    browser.get("/search?q=harbour+secrets")
    assert lines[0] | {"at": "", "milliseconds": 0} == {
        "at": "",
        "method": "GET",
        "route": "/search",
        "status": 200,
        "milliseconds": 0,
    }
    assert "harbour" not in str(lines)

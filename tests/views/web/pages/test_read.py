"""/read: files, a pasted text, addresses; with progress."""

from __future__ import annotations

import time

import pytest
from web_clients import form_key


@pytest.fixture
def adder(opened):
    browser = opened()
    browser.headers["x-form-key"] = form_key(browser)
    return browser


def read(browser, **given) -> str:
    answer = browser.post("/read", **given, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    for _ in range(200):
        page = browser.get(answer.headers["location"]).text
        if "<h1>Read</h1>" in page:
            return page
        time.sleep(0.02)
    raise AssertionError("it never ended")


def test_a_file_is_read_under_the_name_it_was_sent_with(adder):
    page = read(adder, files={"files": ("../../etc/story.txt", b"\xe2\x80\x9cYes,\xe2\x80\x9d Mayor Quill said.")})
    assert "1 article" in page
    (article,) = adder.get("/api/articles").json()["articles"]
    assert (article["ref"], article["statements"]) == ("story.txt", 1)
    assert f"/articles/{article['id']}" in page


def test_a_pasted_text_is_an_article_whatever_it_begins_with(adder):
    text = "---\r\nnot: front matter\r\n---\r\n“Yes,” Mayor Quill said."
    read(adder, data={"text": text, "title": "Pasted", "published": "2031-03-04", "publisher": "Desk"})
    (article,) = adder.get("/api/articles").json()["articles"]
    assert (article["title"], article["published"], article["publisher"]) == ("Pasted", "2031-03-04", "Desk")
    assert adder.get(f"/api/articles/{article['id']}").json()["article"]["text"].startswith("---\nnot")
    assert "unchanged" in read(adder, data={"text": text, "title": "Pasted"})


def test_what_cannot_be_read_is_told_with_its_reason_and_no_folder(adder):
    page = read(adder, files={"files": ("pier.docx", b"PK\x03\x04")})
    assert "1 input not read" in page
    assert "pier.docx" in page
    assert "/tmp" not in page
    assert "onrecord-" not in page


def test_this_machine_is_not_asked_for_pages(adder):
    page = read(adder, data={"addresses": "http://127.0.0.1/admin"})
    assert "1 input not read" in page


@pytest.mark.parametrize(
    "given", [{}, {"addresses": "file:///etc/passwd"}, {"addresses": "javascript:alert(1)"}, {"text": " "}]
)
def test_what_is_nothing_to_read_is_refused(adder, given):
    assert adder.post("/read", data=given).status_code == 422


def test_a_date_that_is_none_is_refused(adder):
    assert adder.post("/read", data={"text": "x", "published": "soon"}).status_code == 422


def test_a_pile_that_there_is_not_is_not_found(adder):
    assert adder.get("/read/none").status_code == 404


def test_a_reader_that_fails_ends_the_pile_with_a_word(opened, monkeypatch):
    from onrecord.errors import ModelError

    browser = opened()
    browser.headers["x-form-key"] = form_key(browser)

    def fail():
        raise ModelError("/home/ada/weights: gone")

    monkeypatch.setattr(browser.app.state.desk, "_load_reader", fail)
    page = read(browser, data={"text": "x"})
    assert "The reader or the record failed" in page
    assert "/home/ada" not in page

"""/search: the words, who said them, where."""

from __future__ import annotations


def test_what_was_sought_is_marked_in_what_was_said(browser):
    page = browser.get("/search?q=signed").text
    assert "<mark>signed</mark>" in page
    assert "2 statements found" in page


def test_a_hit_leads_to_its_words_in_the_article(browser):
    hit = browser.get("/api/search?q=nothing").json()["hits"][0]["statement"]
    page = browser.get("/search?q=nothing").text
    address = f"/articles/{hit['article']}#s-{hit['id']}"
    assert address in page
    assert f'id="s-{hit["id"]}"' in browser.get(address).text


def test_a_search_can_be_narrowed(browser):
    page = browser.get("/search?q=signed&publisher=The+Quay&party=Quill").text
    assert "1 statement found" in page


def test_a_search_for_nothing_says_how_to_search(browser):
    assert "in any inflection" in browser.get("/search").text

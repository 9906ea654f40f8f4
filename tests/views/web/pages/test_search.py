"""/search: the words, who said them, where; and what is near in meaning."""

from __future__ import annotations

import pytest
from invented_affair import CLAIM, LAMP, QUILL, ROWE
from web_clients import form_key

from onrecord.record import search as record_search


def test_what_was_sought_is_marked_in_what_was_said(browser):
    page = browser.get("/search?q=signed").text
    assert "<mark>signed</mark>" in page
    assert "2 statements with these words" in page


def test_a_hit_leads_to_its_words_in_the_article(browser):
    hit = browser.get("/api/search?q=nothing").json()["hits"][0]["statement"]
    page = browser.get("/search?q=nothing").text
    address = f"/articles/{hit['article']}#s-{hit['id']}"
    assert address in page
    assert f'id="s-{hit["id"]}"' in browser.get(address).text


def test_a_search_can_be_narrowed(browser):
    page = browser.get("/search?q=signed&publisher=The+Quay&party=Quill").text
    assert "1 statement with these words" in page


def test_what_has_none_of_the_words_is_found_by_its_meaning(browser):
    found = browser.get("/api/search?q=a+deal+was+concluded+in+spring").json()["hits"]
    assert "“The contract was signed in May,”" in [hit["statement"]["content"][0]["text"] for hit in found]
    assert all(hit["nearness"] > 0.4 for hit in found)
    assert "Near in meaning" in browser.get("/search?q=a+deal+was+concluded+in+spring").text


def test_facets_narrow_down_by_who_by_outlet_and_by_claim(affair):
    page = affair.get("/search?q=signed").text
    assert f'href="?q=signed&amp;party={QUILL}"' in page
    assert 'href="?q=signed&amp;publisher=The+Quay"' in page
    hits = affair.get(f"/api/search?q=signed&party={QUILL}&claim={CLAIM}").json()["hits"]
    assert {hit["statement"]["speaker"]["name"] for hit in hits} == {"Ada Quill", "Brand"}
    assert affair.get("/api/search?q=signed&claim=c-none").json()["hits"] == []


def test_a_statement_that_a_person_added_is_found(reviewer):
    given = {"content": "met Quill on Monday", "speaker": "Rowe", "form_key": form_key(reviewer)}
    assert reviewer.post(f"/review/add/{LAMP.id}", data=given).status_code == 200
    (hit,) = reviewer.get("/api/search?q=monday").json()["hits"]
    assert hit["statement"]["content"][0]["text"] == "met Quill on Monday"
    assert "met Quill on <mark>Monday</mark>" in reviewer.get("/search?q=monday").text
    assert reviewer.get("/api/search?q=monday&publisher=The+Quay").json()["hits"] == []


def test_a_search_for_nothing_says_how_to_search(browser):
    assert "in any inflection" in browser.get("/search").text


@pytest.mark.parametrize("few", [0, 5000])
def test_a_filter_finds_the_same_whether_it_leaves_few_or_many(affair, monkeypatch, few):
    monkeypatch.setattr(record_search, "FEW", few)
    for asked, who in ((f"party={QUILL}", {"Ada Quill", "Brand"}), (f"party={ROWE}", {"Rowe"})):
        found = affair.get(f"/api/search?q=signed&{asked}").json()["hits"]
        assert {hit["statement"]["speaker"]["name"] for hit in found if hit["nearness"] is None} == who
    assert len(affair.get(f"/api/search?q=signed&party={ROWE}&publisher=The+Quay").json()["hits"]) == 1

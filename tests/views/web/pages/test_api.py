"""/api: the field names of the export."""

from __future__ import annotations

from web_clients import article_id

from onrecord.views import present


def test_an_article_has_the_fields_of_the_export(browser):
    answer = browser.get(f"/api/articles/{article_id(browser, 'Mayor answers')}").json()
    assert tuple(answer["article"]) == present.fields("articles")
    assert {tuple(row) for row in answer["statements"]} == {present.fields("statements")}


def test_a_search_gives_statements_with_their_articles(browser):
    hits = browser.get("/api/search?q=signed").json()["hits"]
    assert [hit["article"]["title"] for hit in hits if hit["statement"]["source"]["text"] == "Mayor Ada Quill"] == [
        "Mayor answers"
    ]
    assert all("text" not in hit["article"] for hit in hits)


def test_the_counts_are_those_of_the_record(browser):
    assert browser.get("/api/counts").json() == {"articles": 3, "versions": 3, "statements": 3, "unread": 0}

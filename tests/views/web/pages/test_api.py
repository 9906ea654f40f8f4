"""/api: the field names of the export."""

from __future__ import annotations

import pytest
from invented_affair import CLAIM, QUILL, ROWE
from web_clients import article_id

from onrecord.views import present
from onrecord.views.web.pages import api


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


def test_claims_and_conflicts_have_the_fields_of_the_export_and_how_many_there_are(affair):
    (claim,) = affair.get("/api/claims").json()["claims"]
    assert tuple(claim) == (*present.fields("claims"), "totals")
    assert claim["totals"] == {"statements": 4, "affirms": 1, "denies": 1, "unsure": 1, "declines": 0}
    assert [each["id"] for each in claim["affirms"]] == [ROWE]
    (conflict,) = affair.get("/api/conflicts").json()["conflicts"]
    assert tuple(conflict) == (*present.fields("conflicts"), "totals")
    assert conflict["totals"] == {"affirms": 1, "denies": 1, "statements": 3}


def test_of_a_long_claim_programs_get_a_page(affair, monkeypatch):
    monkeypatch.setattr(api, "MOST_IN_A_LIST", 3)
    monkeypatch.setattr(api, "CLAIMS_AT_ONCE", 1)
    first, second = (affair.get(f"/api/claims/{CLAIM}?page={page}").json() for page in (1, 2))
    statements = [*first["claim"]["statements"], *second["claim"]["statements"]]
    assert (len(first["claim"]["statements"]), len(set(statements))) == (3, 4)
    assert first["totals"] == {"positions": 2}
    assert {each["party"]["id"] for each in (*first["positions"], *second["positions"])} == {QUILL, ROWE}


@pytest.mark.parametrize("address", ["/api/claims/c-none", "/api/parties/q-none"])
def test_what_is_not_there_is_said_so(affair, address):
    assert affair.get(address).status_code == 404

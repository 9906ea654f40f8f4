"""/timeline and /network: on an affair whose links are known."""

from __future__ import annotations

import pytest
from invented_affair import LAMP, QUILL, ROWE


@pytest.mark.parametrize(
    ("asked", "total"),
    [("", 1), ("party=Quill", 1), ("party=Rowe", 0), ("since=2031-03-09", 1), ("until=2031-03-08", 0)],
)
def test_the_timeline_is_narrowed_down(affair, asked, total):
    answer = affair.get(f"/api/timeline?{asked}").json()
    assert answer["total"] == total == len(answer["timeline"])
    assert affair.get(f"/timeline?{asked}").status_code == 200


def test_an_event_leads_to_its_words(affair):
    page = affair.get("/timeline").text
    assert "Sun 9 Mar 2031" in page
    assert "Quill resigned on Sunday" in page
    assert "#at-" in page


def test_the_network_draws_who_was_in_contact(affair):
    page = affair.get("/network").text
    for who in (QUILL, ROWE):
        assert f'href="/parties/{who}"><bdi>' in page
    assert 'class="once"' in page
    assert f"/articles/{LAMP.id}#at-" in page


@pytest.mark.parametrize(
    ("asked", "total"), [("party=Rowe", 1), ("party=Brand", 0), ("until=2031-03-02", 0), ("since=2031-03-03", 1)]
)
def test_contacts_are_narrowed_down(affair, asked, total):
    assert affair.get(f"/api/contacts?{asked}").json()["total"] == total

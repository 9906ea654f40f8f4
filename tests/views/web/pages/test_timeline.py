"""/timeline and /network: on an affair whose links are known."""

from __future__ import annotations

from dataclasses import replace

import pytest
from invented_affair import (
    AGAIN,
    BRAND,
    CLAIM,
    LAMP,
    LINKED,
    MET,
    NOTHING,
    QUAY,
    QUILL,
    QUILL_1,
    QUILL_2,
    RESIGNED,
    ROWE,
    ROWE_1,
    ROWE_2,
    RUN,
    SIGNED,
    STANDS,
    UNSURE,
)
from kept_links import keep_links

from onrecord.record import open_record
from onrecord.vocabulary import Claim, Reading


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


@pytest.fixture
def relayed(opened, tmp_path):
    """The affair, where the clerk told what the inspector said again."""
    told = replace(AGAIN, via=(BRAND.id,))
    stands = tuple(replace(each, statement=told.id) if each.statement == AGAIN.id else each for each in STANDS)
    linked = replace(LINKED, claims=(Claim(CLAIM, "The contract was signed in May", stands),))
    with open_record(tmp_path / "relayed.db") as record:
        record.writer.write(Reading(LAMP, (SIGNED, NOTHING), RUN, (ROWE_1, QUILL_1), (MET,), ()))
        record.writer.write(Reading(QUAY, (UNSURE, told), RUN, (ROWE_2, QUILL_2, BRAND), (), (RESIGNED,)))
        keep_links(record, linked)
    return opened(record=tmp_path / "relayed.db")


@pytest.mark.parametrize(
    ("asked", "total"), [("", 1), ("party=Rowe", 1), ("party=Quill", 0), ("publisher=The+Lamp", 0)]
)
def test_who_is_told_on_whose_word_is_drawn_and_told_with_the_words(relayed, asked, total):
    answer = relayed.get(f"/api/reliances?{asked}").json()
    assert answer["total"] == total
    assert [(each["who"]["name"], each["whose"]["name"]) for each in answer["reliances"]] == [("Brand", "Rowe")][:total]
    page = relayed.get(f"/network?{asked}").text
    assert ("Brand is told on the word of Rowe: 1" in page) == bool(total)
    assert ("On whose word" in page) == bool(total)

"""/parties and /parties/{id}: on an affair whose links are known."""

from __future__ import annotations

import json

import pytest
from invented_affair import BRAND, CLAIM, LAMP, NOTHING, QUILL, QUILL_2, ROWE, UNSURE, write_affair
from kept_links import let_links_be_made_anew

from onrecord.record import lists, open_record


def test_those_who_say_most_come_first(affair):
    page = affair.get("/parties").text
    assert page.index("Ada Quill") < page.index("Brand")
    assert "3 parties" in page
    assert "Nobody goes by that name" in affair.get("/parties?q=Nemo").text


def test_what_one_article_of_several_calls_a_party_is_left_out(opened, tmp_path):
    record = write_affair(tmp_path / "roles.db")
    with open_record(record) as kept:
        assert kept.reader.foremost_roles(ROWE, most=3, sample=9) == ("Inspector",)
        assert set(kept.reader.foremost_roles(QUILL, most=3, sample=9)) == {"Mayor", "mayor"}
        assert kept.reader.foremost_roles(ROWE, most=3, sample=0) == ()
    assert "Inspector · 2 statements" in opened(record=record).get("/parties").text.replace("</bdi>", "")


def test_a_party_has_its_positions_as_lanes(affair):
    page = affair.get(f"/parties/{QUILL}").text
    assert 'class="mark denies"' in page
    assert 'class="mark unsure"' in page
    assert 'class="step"' in page
    assert f'href="/claims/{CLAIM}"' in page
    assert f"/articles/{LAMP.id}#s-{NOTHING.id}" in page


def test_a_party_has_its_changes_contacts_and_statements(affair):
    page = affair.get(f"/parties/{QUILL}").text
    assert "walk-back" in page
    assert "Rowe met Quill on Monday" in page
    assert UNSURE.id in page
    assert "the same surname and office" in page


def test_what_follows_from_a_merge_is_that_both_are_one(reviewer, affair_record):
    let_links_be_made_anew(affair_record)
    reviewer.post(f"/review/party/{QUILL}", data={"action": "same", "other": "Brand", "reason": "a slip"})
    (judgement,) = reviewer.get("/api/judgements").json()["judgements"]
    assert (judgement["field"], json.loads(judgement["new"])["other"], judgement["who"]) == ("same", BRAND.id, "Ada")
    reviewer.app.state.desk.wait()
    names = [party["name"] for party in reviewer.get("/api/parties").json()["parties"]]
    assert "Brand" not in names


def test_what_follows_from_a_split_is_that_they_are_two(reviewer, affair_record):
    let_links_be_made_anew(affair_record)
    before = reviewer.get("/api/parties").json()["total"]
    reviewer.post(f"/review/party/{QUILL}", data={"action": "different", "other": QUILL_2.id})
    reviewer.app.state.desk.wait()
    assert reviewer.get("/api/parties").json()["total"] == before + 1


def test_a_party_is_not_made_one_with_itself_or_with_nobody(reviewer):
    assert reviewer.post(f"/review/party/{QUILL}", data={"action": "same", "other": QUILL}).status_code == 422
    assert reviewer.post(f"/review/party/{QUILL}", data={"action": "same", "other": "Nemo"}).status_code == 404
    assert reviewer.post(f"/review/party/{QUILL}", data={"action": "different", "other": "p-x"}).status_code == 422


def test_nobody_is_at_an_address_of_nobody(affair):
    assert affair.get("/parties/q-none").status_code == 404


def test_programs_get_a_party_with_all_that_follows(affair):
    answer = affair.get(f"/api/parties/{ROWE}").json()
    assert answer["party"]["name"] == "Rowe"
    assert [side["side"] for side in answer["positions"][0]["sides"]] == ["affirms", "affirms"]
    assert answer["changes"] == []
    assert answer["contacts"][0]["channel"] == "in person"


@pytest.mark.parametrize("at_once", [2, 500])
def test_what_a_party_said_last_comes_first_however_many_articles_are_looked_at_at_once(
    affair_record, monkeypatch, at_once
):
    monkeypatch.setattr(lists, "IDS_AT_ONCE", at_once)
    with open_record(affair_record) as record:
        quill = record.reader.linked_party(QUILL)
        assert [each.id for each in record.reader.said_by(quill, 9)] == [UNSURE.id, NOTHING.id]
        assert [each.id for each in record.reader.said_by(quill, 1)] == [UNSURE.id]

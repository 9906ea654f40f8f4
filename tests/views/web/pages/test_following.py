"""Following a party or a claim, and what is new of it."""

from __future__ import annotations

import pytest
from invented_affair import CLAIM, QUILL


@pytest.mark.parametrize(("kind", "id_", "name"), [("party", QUILL, "Ada Quill"), ("claim", CLAIM, "The contract was")])
def test_what_is_followed_stands_at_a_glance_with_what_came_in_last(reviewer, kind, id_, name):
    page = f"/{'parties' if kind == 'party' else 'claims'}/{id_}"
    assert ">Follow<" in reviewer.get(page).text
    assert "What you follow" not in reviewer.get("/").text
    reviewer.post(f"/review/follow/{kind}/{id_}", data={"action": "follow"})
    assert "Following: leave" in reviewer.get(page).text
    glance = reviewer.get("/").text.split("What you follow")[1].split("</section>")[0]
    assert name in glance
    assert "I signed nothing" in glance
    assert " new<" in glance
    reviewer.post("/seen")
    assert " new<" not in reviewer.get("/").text


def test_following_is_a_judgement_and_is_taken_back_by_another(reviewer):
    reviewer.post(f"/review/follow/party/{QUILL}", data={"action": "follow"})
    reviewer.post(f"/review/follow/party/{QUILL}", data={"action": "follow"})
    (judgement,) = reviewer.get("/api/judgements").json()["judgements"]
    assert (judgement["field"], judgement["who"], judgement["evidence"]["span"]["text"]) == (
        "followed",
        "Ada",
        "Ada Quill",
    )
    reviewer.post(f"/review/follow/party/{QUILL}", data={"action": "leave"})
    assert "What you follow" not in reviewer.get("/").text
    assert len(reviewer.get("/api/judgements").json()["judgements"]) == 2


def test_each_follows_for_themselves(reviewer):
    reviewer.post(f"/review/follow/claim/{CLAIM}", data={"action": "follow"})
    reviewer.post("/name", data={"name": "Bea"})
    assert "What you follow" not in reviewer.get("/").text


def test_only_a_party_or_a_claim_that_there_is_can_be_followed(reviewer):
    assert reviewer.post("/review/follow/party/q-none", data={"action": "follow"}).status_code == 404
    assert reviewer.post(f"/review/follow/change/{CLAIM}", data={"action": "follow"}).status_code == 422

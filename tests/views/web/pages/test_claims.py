"""/claims and /claims/{id}: on an affair whose links are known."""

from __future__ import annotations

import pytest
from invented_affair import AGAIN, CLAIM, QUILL, ROWE, SIGNED

from onrecord.record import open_record, paged
from onrecord.vocabulary import Side


def test_a_claim_is_listed_with_who_stands_where(affair):
    page = affair.get("/claims").text
    assert "The contract was signed in May" in page
    for who in (QUILL, ROWE):
        assert f'href="/parties/{who}"' in page


def test_claims_are_narrowed_down_by_words_and_by_party(affair):
    assert "1 claim" in affair.get("/claims?q=contract").text
    assert "No claim fits" in affair.get("/claims?q=pier").text
    assert "1 claim on which" in affair.get("/claims?party=Quill").text
    assert affair.get("/claims?party=Nemo").status_code == 404


def test_a_claim_has_lanes_sides_and_origins(affair):
    page = affair.get(f"/claims/{CLAIM}").text
    assert page.count('class="lane"') == 2
    assert "1 independent origin" in page
    assert "the same source each time is counted once" in page
    assert SIGNED.id in page


def test_a_statement_can_be_said_to_be_on_another_claim(reviewer):
    reviewer.post(f"/review/claim/{AGAIN.id}", data={"action": "different", "other": ""})
    judgements = reviewer.get("/api/judgements").json()["judgements"]
    assert {(j["field"], j["subject"]) for j in judgements} == {("different", AGAIN.id)}
    assert len(judgements) == 3


def test_two_claims_are_not_one_if_there_is_no_other(reviewer):
    answer = reviewer.post(f"/review/claim/{AGAIN.id}", data={"action": "same", "other": "/claims/c-none"})
    assert answer.status_code == 422


def test_programs_get_a_claim_with_positions_and_origins(affair):
    answer = affair.get(f"/api/claims/{CLAIM}").json()
    assert len(answer["positions"]) == 2
    assert [origin["independent"] for origin in answer["origins"]] == [1, 1]
    assert affair.get("/api/claims").json()["total"] == 1
    assert affair.get("/claims/c-none").status_code == 404


@pytest.mark.parametrize("looked_through", [0, 12])
def test_the_first_parties_of_a_side_are_found_wherever_on_a_claim_they_stand(
    affair_record, monkeypatch, looked_through
):
    monkeypatch.setattr(paged, "LOOKED_THROUGH", looked_through)
    with open_record(affair_record) as record:
        (claim,) = record.reader.claim_sides([CLAIM], 3)
        (unnamed,) = record.reader.claim_sides([CLAIM], 0)
    assert {side: (on.statements, on.parties, on.first) for side, on in claim.sides.items()} == {
        Side.AFFIRMS: (2, 1, (ROWE,)),
        Side.DENIES: (1, 1, (QUILL,)),
        Side.UNSURE: (1, 1, (QUILL,)),
    }
    assert (unnamed.statements, unnamed.sides[Side.AFFIRMS].first) == (4, ())
